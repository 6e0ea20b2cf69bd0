import { groupBy } from '../../kernel/group.js';
import type { AttributeValue } from '../../vocabulary/words.js';
import type { Change } from './contact-history.js';
import { leaveOut, use, type Draft } from './ledger.js';

/**
 * Let each record's other properties go along with its events: with the next one after they were set, so that no event
 * knows what was not known yet. What was overwritten before any event came is left out as superseded; what came after the
 * last event is the record's own.
 *
 * @returns Per record (`contact/1`) what is left for the record itself.
 */
export const carry = (
  changes: readonly Change[],
  subjectOf: (change: Change) => string,
  drafts: readonly Draft[],
): ReadonlyMap<string, Readonly<Record<string, AttributeValue>>> => {
  const events = groupBy(
    drafts.filter(({ subject }) => subject !== null),
    ({ subject }) => subject,
  );
  const left = new Map<string, Readonly<Record<string, AttributeValue>>>();
  for (const [subject, list] of groupBy(changes, subjectOf)) {
    const ordered = [...list].sort((a, b) => a.moment.at - b.moment.at);
    const coming = [...(events.get(subject) ?? [])].sort((a, b) => a.input.at - b.input.at || a.input.seq - b.input.seq);
    const pending = new Map<string, Change>();
    const flush = (into: Record<string, AttributeValue>): void => {
      for (const [property, { entry, value }] of pending) {
        into[property] = value;
        use(entry);
      }
      pending.clear();
    };
    let next = 0;
    for (const draft of coming) {
      for (let one = ordered[next]; one !== undefined && one.moment.at <= draft.input.at; one = ordered[next]) {
        supersede(pending, one);
        next += 1;
      }
      flush(draft.attributes);
    }
    for (const one of ordered.slice(next)) supersede(pending, one);
    const rest: Record<string, AttributeValue> = {};
    flush(rest);
    if (Object.keys(rest).length > 0) left.set(subject, rest);
  }
  return left;
};

const supersede = (pending: Map<string, Change>, change: Change): void => {
  const before = pending.get(change.property);
  if (before !== undefined) leaveOut(before.entry, 'superseded');
  pending.set(change.property, change);
};
