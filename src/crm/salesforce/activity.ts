import { leave, actorOf, dated, notice, putEvent, wordOf, type Desk, type Draft } from './desk.js';
import { salesforceIssue } from './issues.js';
import type { LeadBook } from './lead-book.js';
import { SEQ } from './lead-status-event.js';
import type { Links } from './link.js';
import { names } from './record-id.js';
import { allHold, idIn, isTrue, leftOver, momentIn, needId, needMoment, textIn, type Moment, type Sheet } from './sheet.js';
import { crmIssue } from '../issues.js';

/** What activities are read with: who is whose lead, and which opportunities were left out. */
export interface Whose {
  readonly book: LeadBook;
  readonly links: Links;
  /** The lead id under which an opportunity's events stand; null where it was left out or is not in the export. */
  readonly lifeOf: (opportunity: string) => string | null;
}

const SHARED = ['Id', 'CreatedDate', 'CreatedById', 'OwnerId', 'AccountId', 'IsDeleted'];

/**
 * Whom an activity is about: the opportunity it belongs to, else the lead, else the lead that became the contact. One of a
 * contact that no lead of the export became is left out; one of a contact that several became is refused.
 */
const leadOf = (sheet: Sheet, draft: Draft, { book, links, lifeOf }: Whose): string | null => {
  const [what, who] = [idIn(sheet, draft.row, 'WhatId'), idIn(sheet, draft.row, 'WhoId')];
  const life = what !== null && names('opportunity', what) ? lifeOf(what) : null;
  if (life !== null) return life;
  if (who !== null && names('lead', who)) {
    if (!book.leftOut.has(who)) return who;
    leave(draft, 'of_ignored_record');
    return null;
  }
  const leads = who === null ? [] : links.leadsOfContact(who);
  if (leads.length > 1) draft.issues.push(salesforceIssue('salesforce_lead_ambiguous', { contact: who ?? '', leads: leads.slice(0, 10) }, [sheet.headerOf('WhoId') ?? 'WhoId']));
  else if (leads[0] === undefined) leave(draft, 'about_no_known_lead');
  return leads.length === 1 ? (leads[0] ?? null) : null;
};

/** The id of an activity, refused where another row has it. */
const ownId = (sheet: Sheet, draft: Draft, seen: Set<string>): string => {
  const id = needId(sheet, draft.row, 'Id', draft.issues);
  if (seen.has(id) && id !== '') draft.issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('Id') ?? 'Id']));
  seen.add(id);
  return id;
};

/** A done task as an attempt, a conversation or a touch, as the agreement's first rule that takes it says. */
export const putTask = (desk: Desk, sheet: Sheet, draft: Draft, whose: Whose, seen: Set<string>): void => {
  const task = desk.agreement.task;
  if (task === undefined) return;
  const { row, issues } = draft;
  const id = ownId(sheet, draft, seen);
  const rule = task.rules.find(({ when = [] }) => allHold(sheet, row, when));
  if (!allHold(sheet, row, task.done)) leave(draft, 'not_done');
  else if (rule?.is === 'nothing') draft.rule = rule.id;
  if (draft.rule !== null || issues.length > 0) return;
  if (rule === undefined || rule.is === 'nothing') {
    issues.push(salesforceIssue('salesforce_no_task_rule', { rules: task.rules.length }));
    return;
  }
  const leadId = leadOf(sheet, draft, whose);
  if (leadId === null) return;
  const at = firstMoment(desk, sheet, draft, task.at);
  const created = momentIn(sheet, row, 'CreatedDate', 'moment', desk.zones, issues);
  const channel = wordOf(rule.channel, sheet, row, issues);
  const outcome = rule.is !== 'attempt' || rule.outcome === undefined ? null : wordOf(rule.outcome, sheet, row, issues);
  if (channel === null && issues.length === 0 && typeof rule.channel !== 'string') issues.push(salesforceIssue('salesforce_needs_cell', { column: rule.channel.column }, [rule.channel.column]));
  if (at === null || issues.length > 0) return;
  const by = actorOf(desk, sheet, row, idIn(sheet, row, 'OwnerId') ?? idIn(sheet, row, 'CreatedById'));
  // A task is put in as a plan, mostly: that it was done is known when it is, or later where it was put in afterwards.
  const knownAt = created !== null && created.at > at.at ? created.at : null;
  const words = [rule.channel, ...(rule.is === 'attempt' && rule.outcome !== undefined ? [rule.outcome] : [])];
  const columns = [...SHARED, 'WhoId', ...task.at, ...words.flatMap((word) => (typeof word === 'string' ? [] : [word.column]))];
  const attributes = leftOver(sheet, row, columns, issues);
  const said = { id: `task:${id}`, seq: SEQ.attempt, ...dated(at), knownAt, by, leadId, accountId: idIn(sheet, row, 'AccountId'), attributes };
  putEvent(draft, { ...said, type: rule.is, channel, outcome });
};

/** The first of the columns that is filled; those that Salesforce keeps as dates are dates. */
const firstMoment = (desk: Desk, sheet: Sheet, draft: Draft, columns: readonly string[]): Moment | null => {
  const column = columns.find((one) => textIn(sheet, draft.row, one) !== null);
  if (column !== undefined) return momentIn(sheet, draft.row, column, 'date', desk.zones, draft.issues);
  draft.issues.push(...columns.slice(0, 1).map((one) => salesforceIssue('salesforce_needs_cell', { column: one }, [one])));
  return null;
};

/** A calendar entry as a meeting: booked when it was put in, and then what the agreement's conditions read off the record. */
export const putMeeting = (desk: Desk, sheet: Sheet, draft: Draft, whose: Whose, seen: Set<string>): void => {
  const meeting = desk.agreement.meeting;
  if (meeting === undefined) return;
  const { row, issues } = draft;
  const id = ownId(sheet, draft, seen);
  // An invitee's copy is the same meeting, and a series is no meeting: its occurrences are.
  if (isTrue(textIn(sheet, row, 'IsChild'))) leave(draft, 'invitees_copy');
  else if (isTrue(textIn(sheet, row, 'IsRecurrence'))) leave(draft, 'series');
  else if (meeting.when !== undefined && !allHold(sheet, row, meeting.when)) leave(draft, 'no_meeting');
  if (draft.rule !== null || issues.length > 0) return;
  const leadId = leadOf(sheet, draft, whose);
  if (leadId === null) return;
  const booked = needMoment(sheet, row, 'CreatedDate', desk.zones, issues);
  const starts = firstMoment(desk, sheet, draft, ['StartDateTime', 'ActivityDateTime', 'ActivityDate']);
  if (booked === null || starts === null) return;
  const host = idIn(sheet, row, 'OwnerId');
  const by = actorOf(desk, sheet, row, idIn(sheet, row, 'CreatedById') ?? host);
  const base = { leadId, accountId: idIn(sheet, row, 'AccountId'), meetingId: `event:${id}` };
  const columns = [...SHARED, 'WhoId', 'StartDateTime', 'ActivityDateTime', 'ActivityDate'];
  const attributes = leftOver(sheet, row, columns, issues);
  putEvent(draft, { id: `event:${id}`, seq: SEQ.booked, type: 'meeting_booked', ...dated(booked), by, ...base, startsAt: starts.at, host, attributes });
  const ended = (['cancelled', 'noShow', 'held'] as const).find((key) => {
    const when = meeting[key];
    return when !== undefined && allHold(sheet, row, when);
  });
  if (ended === undefined) return;
  const type = { held: 'meeting_held', noShow: 'meeting_no_show', cancelled: 'meeting_cancelled' } as const;
  // Nobody recorded when it was called off: known is the last change, before which it was.
  const at = ended === 'cancelled' ? (momentIn(sheet, row, 'LastModifiedDate', 'moment', desk.zones, issues) ?? booked) : starts;
  if (ended === 'cancelled') notice(draft, 'salesforce_dated_by', { what: 'the cancellation', column: 'LastModifiedDate' });
  const actor = actorOf(desk, sheet, row, host);
  putEvent(draft, { id: `event:${id}:${ended}`, seq: SEQ.meeting, type: type[ended], ...dated(at), by: actor, ...base });
};
