import type { Issue } from '../../kernel/issue.js';
import { crmIssue } from '../issues.js';
import { fieldName, lastModified } from './change.js';
import { leave, actorOf, dated, notice, putEvent, type Desk } from './desk.js';
import type { LeadLife } from './lead-book.js';
import { SEQ } from './lead-status-event.js';
import { idIn, isTrue, momentIn, textIn } from './sheet.js';

/**
 * Who asked not to be contacted: when the history says so, else when the agreement's column does, else, since nobody may
 * be lost here, by the record's last change, by which it was so at the latest.
 */
export const putOptOuts = (desk: Desk, { id, record, changes }: LeadLife): void => {
  for (const { column, channel, date } of desk.agreement.lead?.optOuts ?? []) {
    let told = false;
    for (const change of changes.filter(({ field }) => field === fieldName(column))) {
      if (!isTrue(change.now)) {
        leave(change.draft, 'opted_in_again');
        continue;
      }
      told = true;
      const by = actorOf(desk, change.sheet, change.draft.row, change.user);
      putEvent(change.draft, { id: `lead_history:${change.id}`, seq: SEQ.optedOut, type: 'opted_out', ...dated(change.at), by, leadId: id, channel });
    }
    if (told || record === null || !isTrue(textIn(record.sheet, record.draft.row, column))) continue;
    const { sheet, draft } = record;
    const what = `the opt-out ${column}`;
    const own = date === undefined ? null : momentIn(sheet, draft.row, date, 'date', desk.zones, draft.issues);
    const at = own ?? lastModified(desk, sheet, draft) ?? record.created;
    if (own === null) {
      const by = at === record.created ? 'CreatedDate' : 'LastModifiedDate';
      notice(draft, 'salesforce_dated_by', { what, column: by });
    }
    const by = actorOf(desk, sheet, draft.row, idIn(sheet, draft.row, 'LastModifiedById'));
    putEvent(draft, { id: `lead:${id}:${column}`, seq: SEQ.optedOut, type: 'opted_out', ...dated(at), by, leadId: id, channel });
  }
};

/** Tracked changes of scores. */
export const putScores = (desk: Desk, { id, changes }: LeadLife): void => {
  for (const { column, kind } of desk.agreement.lead?.scores ?? []) {
    for (const change of changes.filter(({ field }) => field === fieldName(column))) {
      const { draft, sheet } = change;
      const score = whole(change.now, sheet.headerOf('NewValue') ?? column, draft.issues);
      const was = whole(change.was, sheet.headerOf('OldValue') ?? column, draft.issues);
      if (score === null) {
        leave(draft, 'score_taken_away');
        continue;
      }
      const by = actorOf(desk, sheet, draft.row, change.user);
      const said = { id: `lead_history:${change.id}`, seq: SEQ.score, type: 'score_changed', ...dated(change.at), by, leadId: id };
      putEvent(draft, { ...said, kind, score, was });
    }
  }
};

/** Number fields come as `42` and as `42.0`. */
const whole = (text: string | null, column: string, issues: Issue[]): number | null => {
  if (text === null) return null;
  const found = /^(-?\d{1,15})(?:\.0{1,18})?$/.exec(text);
  if (found !== null) return Number(found[1]) + 0;
  issues.push(crmIssue('not_readable', { expected: 'a whole number', received: text.slice(0, 60) }, [column]));
  return null;
};
