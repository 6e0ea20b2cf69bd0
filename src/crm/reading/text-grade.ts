/**
 * What every field that takes free text asks of it, as one number: 1 an id that other systems gave, 2 words, 3 at most
 * what a cell holds, 0 none of these (half of a surrogate pair, or longer). Two texts of one grade fit the same fields.
 */
export const gradeOf = (text: string, start: number, end: number): 0 | 1 | 2 | 3 => {
  const length = end - start;
  if (length > 10_000) return 0;
  let control = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) control = true;
    else if (code >= 0xd800 && code <= 0xdfff) {
      const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
      if (code > 0xdbff || next < 0xdc00 || next > 0xdfff) return 0;
      at += 1;
    }
  }
  if (length <= 200 && !control) return 1;
  return length <= 4000 ? 2 : 3;
};

/** Fields that take any text of a grade, on every event that has them: ids of other systems, and words. */
export const FREE_FIELDS: ReadonlySet<string> = /* @__PURE__ */ (() =>
  new Set([
    'id', 'by.person', 'leadId', 'accountId', 'source', 'campaign', 'value', 'evidence', 'toParty', 'toPerson', 'note', 'learned', 'nextStep',
    'meetingId', 'host', 'opportunityId', 'usedFor', 'disputeId', 'subject', 'corrects', 'ends', 'why', 'from', 'into', 'person',
  ]))();

/** Fields that take any whole number of a range, on every event that has them. */
export const INTEGER_FIELDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  seq: [0, Number.MAX_SAFE_INTEGER],
  score: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  was: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  probability: [0, 100],
  termMonths: [1, 1200],
};
