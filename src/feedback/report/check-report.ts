import type { Issue } from '../../kernel/issue.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { safeParseEvent } from '../../vocabulary/event.js';
import { fieldsOf, isRefused } from '../fields.js';
import { feedbackIssue } from '../issues.js';
import { suggested, type Suggest } from '../suggest.js';
import { isOfType, TYPE_WORDS, type ReportedAttribute } from './attribute.js';
import { isConversation, type Conversation } from './conversation.js';
import { REPORT_FIELDS, type ReportRules } from './rules.js';
import { saysTheSame } from './same-value.js';

/** What reports may speak of, besides the objections of the rules. */
export interface Reportable {
  /** Ids of the agreed messages. */
  readonly messages: readonly string[];
  /** The attributes that may be put right; any where the list is empty, but one that no record can hold. */
  readonly attributes: readonly ReportedAttribute[];
}

/** What is said in a report, whether or not its event can be read. */
type Fields = (name: string) => unknown;

/**
 * Check a report of a conversation before it is recorded: an event of type `contact_made` or `meeting_held`.
 *
 * Issues, all at once: `feedback.not_a_report`, `feedback.report_incomplete`, `feedback.unknown_message` and
 * `feedback.unknown_objection` with what would be accepted, `feedback.unknown_attribute`, `feedback.forbidden_attribute`,
 * `feedback.wrong_value`, `feedback.corrected_twice`, `feedback.nothing_corrected`, and those of `safeParseEvent`.
 *
 * @example
 * ```ts
 * import { checkReport } from 'revpact/feedback';
 *
 * const rules = { requires: ['learned', 'objection'], objections: [{ id: 'price', term: 'Too expensive' }] } as const;
 * const agreed = { messages: ['save_time'], attributes: [{ name: 'employees', type: 'number' }] } as const;
 * const said = {
 *   id: 'e1', type: 'contact_made', at: 0, by: { party: 'sales', kind: 'human' }, leadId: 'l1', channel: 'phone',
 *   objection: 'pricey', corrected: [{ about: 'account', attribute: 'employees', was: 50, is: 'many' }],
 * };
 * const checked = checkReport(rules, said, agreed);
 * checked.ok ? [] : checked.issues.map(({ code }) => code) // => ['feedback.report_incomplete', 'feedback.unknown_objection', 'feedback.wrong_value']
 * ```
 */
export const checkReport = (rules: ReportRules, event: unknown, agreed: Reportable): Result<Conversation> => {
  const read = safeParseEvent(event);
  if (!read.ok && isRefused(read)) return read;
  const said = fieldsOf(event);
  const type = said('type');
  if (type !== 'contact_made' && type !== 'meeting_held') {
    return fail([feedbackIssue('not_a_report', { type: typeof type === 'string' ? type.slice(0, 60) : typeof type }, ['type'])]);
  }
  if (read.ok && isConversation(read.value)) {
    const issues = issuesOf(rules, read.value, agreed, () => true, suggested);
    return issues.length === 0 ? ok(read.value) : fail(issues);
  }
  // Corrections are looked into only where they can be read; what is wrong with their form is said by the schema.
  const issues = [...missing(rules, said, agreed), ...unknownCodes(rules, said, agreed, suggested)];
  const ours = new Set(issues.map(({ path }) => path.join('.')));
  return fail([...issues, ...(read.ok ? [] : read.issues.filter(({ path }) => !ours.has(path.join('.'))))]);
};

/**
 * Everything that is missing from a recorded report, or is not agreed. The issues are those of {@link checkReport}, but
 * nobody looks at values about a contact any more: they may have been erased since, and erasing changes no figure.
 *
 * @param suggest - Looks for what an unknown code or attribute most likely meant.
 */
export const reportIssues = (rules: ReportRules, report: Conversation, agreed: Reportable, suggest: Suggest = suggested): readonly Issue[] =>
  issuesOf(rules, report, agreed, ({ about }) => about === 'account', suggest);

const issuesOf = (rules: ReportRules, report: Conversation, agreed: Reportable, looksInto: LooksInto, suggest: Suggest): readonly Issue[] => {
  const said = fieldsOf(report);
  return [...missing(rules, said, agreed), ...unknownCodes(rules, said, agreed, suggest), ...correctionIssues(report, agreed, looksInto, suggest)];
};

/** Whether the values of a correction are looked at. */
type LooksInto = (correction: { readonly about: 'account' | 'contact' }) => boolean;

const missing = ({ requires, objections }: ReportRules, said: Fields, { messages }: Reportable): readonly Issue[] =>
  REPORT_FIELDS.filter((field) => requires.includes(field)).flatMap((field) => {
    const value = said(field);
    const accepted = field === 'message' ? messages : field === 'objection' ? objections.map(({ id }) => id) : null;
    return typeof value === 'string' && value.trim() !== '' ? [] : [feedbackIssue('report_incomplete', { field, accepted }, [field])];
  });

const unknownCodes = ({ objections }: ReportRules, said: Fields, { messages }: Reportable, suggest: Suggest): readonly Issue[] => {
  const [message, objection] = [said('message'), said('objection')];
  const known = objections.map(({ id }) => id);
  return [
    ...(typeof message === 'string' && message !== '' && !messages.includes(message)
      ? [feedbackIssue('unknown_message', { message: message.slice(0, 200), accepted: messages, suggestion: suggest(message, messages) }, ['message'])]
      : []),
    ...(typeof objection === 'string' && objection !== '' && !known.includes(objection)
      ? [feedbackIssue('unknown_objection', { objection: objection.slice(0, 200), accepted: known, suggestion: suggest(objection, known) }, ['objection'])]
      : []),
  ];
};

const correctionIssues = ({ corrected = [] }: Conversation, { attributes }: Reportable, looksInto: LooksInto, suggest: Suggest): readonly Issue[] => {
  const seen = new Set<string>();
  return corrected.flatMap((correction, i): readonly Issue[] => {
    const { about, attribute, was, is } = correction;
    const looked = looksInto(correction);
    const place = (field: string): (string | number)[] => ['corrected', i, field];
    const key = JSON.stringify([about, attribute]);
    const again = seen.has(key);
    seen.add(key);
    const own = attributes.filter((one) => (one.about ?? 'account') === about);
    const agreed = own.find(({ name }) => name === attribute);
    if (agreed === undefined && (attributes.length > 0 || attribute === '__proto__')) {
      const accepted = own.filter(({ forbidden }) => forbidden === undefined).map(({ name }) => name);
      return [feedbackIssue('unknown_attribute', { about, attribute, accepted, suggestion: suggest(attribute, accepted) }, place('attribute'))];
    }
    const { forbidden } = agreed ?? {};
    return [
      ...(again ? [feedbackIssue('corrected_twice', { attribute }, place('attribute'))] : []),
      ...(forbidden === undefined ? [] : [feedbackIssue('forbidden_attribute', { attribute, why: forbidden }, place('attribute'))]),
      ...(agreed === undefined || !looked || isOfType(agreed.type, is)
        ? []
        : [feedbackIssue('wrong_value', { attribute, expected: TYPE_WORDS[agreed.type], found: JSON.stringify(is).slice(0, 60) }, place('is'))]),
      ...(looked && was !== undefined && saysTheSame(was, is) ? [feedbackIssue('nothing_corrected', { attribute }, place('is'))] : []),
    ];
  });
};
