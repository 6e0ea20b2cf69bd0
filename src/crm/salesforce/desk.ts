import { formatDate, fromDayNumber } from '../../kernel/date.js';
import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { safeParseEvent } from '../../vocabulary/event.js';
import type { Actor } from '../../vocabulary/events/base.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { RowOutcome } from '../crm-import.js';
import { crmIssue } from '../issues.js';
import type { Row } from '../reading/read-cell.js';
import type { SalesforceAgreement } from './agreement.js';
import type { LeadStatusMeaning, Said } from './lead-status.js';
import { salesforceIssue } from './issues.js';
import type { SalesforceRule } from './rules.js';
import { allHold, textIn, type Moment, type Sheet, type Zones } from './sheet.js';

/** What becomes of a row while the tables are read together; a row without events, issues or a rule was read for others. */
export interface Draft {
  readonly row: Row;
  readonly events: RowEvent[];
  readonly issues: Issue[];
  readonly notices: Issue[];
  /** A rule of ours, or one of the agreement's own. */
  rule: string | null;
}

/** Leave a row out by a rule of ours; one that has made an event stays. */
export const leave = (draft: Draft, rule: SalesforceRule): void => {
  draft.rule ??= rule;
};
type RowEvent = Extract<RowOutcome, { readonly events: unknown }>['events'][number];

export const draftOf = (row: Row): Draft => ({ row, events: [], issues: [], notices: [], rule: null });

/** What became of it in the end: whatever is wrong outweighs events, and events outweigh a rule. */
export const outcomeOf = ({ row, events, issues, notices, rule }: Draft): RowOutcome => {
  if (issues.length > 0) return { row, issues };
  return events.length === 0 && rule !== null ? { row, rule } : { row, events, notices };
};

/** What the readers of the tables share. */
export interface Desk {
  readonly agreement: SalesforceAgreement;
  readonly zones: Zones;
  readonly partyOf: (owner: string | null) => PartyId;
}

/** Who did it: the user, their party, and whether a machine did it under their name. */
export const actorOf = (desk: Desk, sheet: Sheet, row: Row, user: string | null): Actor => {
  const { users, rows } = desk.agreement.automation;
  const machine =
    (user !== null && users.includes(user)) || rows.some(({ table, when }) => table === sheet.table && allHold(sheet, row, when));
  return { party: desk.partyOf(user), ...(user === null ? {} : { person: user }), kind: machine ? 'automation' : 'human' };
};

/** The moment of an event, as its fields. */
export const dated = ({ at, dayIn }: Moment): Readonly<Record<string, unknown>> => (dayIn === null ? { at } : { at, precision: 'day', zone: dayIn });

/** An event out of its fields, those without a value left out; what is wrong with it is put down with the row. */
export const putEvent = (draft: Draft, fields: Readonly<Record<string, unknown>>): void => {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  const read = safeParseEvent(Object.fromEntries(filled));
  if (read.ok) draft.events.push(read.value);
  else draft.issues.push(...read.issues);
};

/** A word of the agreement, or of the record's column; null where neither says one. */
export const wordOf = (of: Said, sheet: Sheet, row: Row | null, issues: Issue[]): string | null => {
  if (typeof of === 'string') return of;
  const text = row === null ? null : textIn(sheet, row, of.column);
  return wordFor(of, text, sheet.headerOf(of.column) ?? of.column, issues);
};

/** The word that a text stands for. */
export const wordFor = (of: Exclude<Said, string>, text: string | null, column: string, issues: Issue[]): string | null => {
  if (text === null) return of.otherwise ?? null;
  const word = Object.hasOwn(of.values, text) ? of.values[text] : undefined;
  if (word !== undefined) return word;
  const known = Object.keys(of.values);
  issues.push(crmIssue('value_not_mapped', { received: text.slice(0, 60), known: known.slice(0, 50), suggestion: nearest(text, known) }, [column]));
  return null;
};

/** What it means that a lead got a status, coming from another where that is known; null, and an issue, where the agreement does not say. */
export const statusMeaning = (desk: Desk, status: string, was: string | null, column: string, issues: Issue[]): LeadStatusMeaning | null => {
  const statuses = desk.agreement.lead?.statuses ?? {};
  const meaning = Object.hasOwn(statuses, status) ? statuses[status] : undefined;
  if (meaning !== undefined) return was !== null && meaning.after !== undefined && Object.hasOwn(meaning.after, was) ? (meaning.after[was] ?? meaning) : meaning;
  const known = Object.keys(statuses);
  const issue = salesforceIssue('salesforce_status_not_mapped', { status: status.slice(0, 60), suggestion: nearest(status, known) }, [column]);
  // A lead's row is asked about its status for more than one event.
  if (!issues.some(({ message }) => message === issue.message)) issues.push(issue);
  return null;
};

/** Something to know about a row that was read. */
export const notice = (draft: Draft, ...[name, params]: Parameters<typeof salesforceIssue>): void => {
  draft.notices.push(salesforceIssue(name, params));
};

/** The day of a moment in UTC, for people. */
export const dayOf = ({ at }: Moment): string => formatDate(fromDayNumber(Math.floor(at / 86_400_000)));
