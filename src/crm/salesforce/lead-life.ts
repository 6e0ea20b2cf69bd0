import { fieldName, inOrder, lastModified, type Change, type Placed } from './change.js';
import { leave, actorOf, dated, notice, putEvent, statusMeaning, wordFor, wordOf, type Desk } from './desk.js';
import { LEAD_COLUMNS, type LeadLife, type LeadRecord } from './lead-book.js';
import type { LeadStatusMeaning, Said } from './lead-status.js';
import { putStatus, SEQ, statusSeq } from './lead-status-event.js';
import { putOwners, putInitialOwner } from './lead-owner.js';
import { putOptOuts, putScores } from './lead-mark.js';
import { salesforceIssue } from './issues.js';
import { idIn, isTrue, leftOver, momentIn, textIn, type Moment } from './sheet.js';

/** Columns of a history row that its event reads. */
const HISTORY_COLUMNS = ['Id', 'IsDeleted', 'LeadId', 'CreatedById', 'CreatedDate', 'Field', 'DataType', 'OldValue', 'NewValue'];

/** One lead's rows as events, each put with the row that says it. */
export const putLead = (desk: Desk, life: LeadLife): void => {
  const { record, changes, whole } = life;
  const of = (field: string): readonly Change[] => changes.filter((change) => change.field === field);
  const statuses = inOrder(of('status'));
  const current = record === null ? null : textIn(record.sheet, record.draft.row, 'Status');
  const first = statuses[0];
  const initial =
    first !== undefined ? (whole ? first.change.was : null) : whole || current === desk.agreement.lead?.initialStatus ? current : null;

  if (record !== null) putCreation(desk, record, initial, whole ? of('ownerid').concat(of('owner')) : null);
  putStatuses(desk, life, statuses);
  putOwners(desk, life.id, of('owner').concat(of('ownerid')), of('ownerassignment').concat(of('owneraccepted')));
  putOptOuts(desk, life);
  putScores(desk, life);
  const converted = putConversion(desk, life, statuses);
  if (record !== null) {
    const known = statuses.at(-1)?.change.now ?? initial;
    if (current !== null && current !== known && !converted) putUndated(desk, record, current);
    putMerge(desk, record);
  }
  for (const { draft, field } of changes) {
    if (draft.events.length > 0 || draft.issues.length > 0 || draft.rule !== null) continue;
    leave(draft, field === 'created' || field === 'leadmerged' ? 'told_by_lead' : 'field_not_read');
  }
};

const putCreation = (desk: Desk, record: LeadRecord, initial: string | null, owners: readonly Change[] | null): void => {
  const { id, sheet, draft, created, creator } = record;
  const { row, issues } = draft;
  const by = actorOf(desk, sheet, row, creator);
  const meaning = initial === null ? null : statusMeaning(desk, initial, null, sheet.headerOf('Status') ?? 'Status', issues);
  // Having the status of every new lead, or one without a meaning of its own, is part of being created.
  const born = initial === desk.agreement.lead?.initialStatus || meaning?.type === 'inquiry' || meaning?.type === 'none';
  const enters = born ? meaning?.stage : undefined;
  const attributes = leftOver(sheet, row, LEAD_COLUMNS, issues);
  const source = textIn(sheet, row, 'LeadSource');
  putEvent(draft, { id: `lead:${id}`, seq: SEQ.created, type: 'inquiry', ...dated(created), by, leadId: id, stage: enters, source, attributes });
  if (meaning !== null && initial !== null && !born) {
    const words = exitWords(record, NO_SAVES, meaning, null, true);
    const step = { id: `lead:${id}:created`, seq: SEQ.initialStatus, at: created, by, leadId: id, accountId: null, leftStage: null };
    putStatus(draft, meaning, { ...step, attributes: { Status: initial }, ...words });
  }
  if (owners !== null) putInitialOwner(desk, record, by, owners);
};

const putStatuses = (desk: Desk, { id, record, changes }: LeadLife, statuses: readonly Placed[]): void => {
  const saves = new Map(changes.map((change) => [saveOf(change.field, change.at.at), change]));
  let [seq, moment] = [0, NaN];
  statuses.forEach(({ change, place }, nth) => {
    const { draft, sheet, now, was, at } = change;
    const column = sheet.headerOf('NewValue') ?? sheet.headerOf('Status') ?? 'Status';
    if (now === null) {
      draft.issues.push(salesforceIssue('salesforce_needs_cell', { column }, [column]));
      return;
    }
    const meaning = statusMeaning(desk, now, was, column, draft.issues);
    const before = was === null ? null : statusMeaning(desk, was, null, sheet.headerOf('OldValue') ?? column, draft.issues);
    if (meaning === null) return;
    if (meaning.type === 'none') leave(draft, 'status_without_meaning');
    else if (before?.type === meaning.type && before.stage === meaning.stage) leave(draft, 'same_meaning');
    else {
      seq = place !== null && place > 0 && at.at === moment ? Math.max(seq + 1, statusSeq(meaning.type)) : statusSeq(meaning.type);
      moment = at.at;
      const by = actorOf(desk, sheet, draft.row, change.user);
      const attributes = { Status: now, ...(sheet.headerOf('Field') === null ? {} : leftOver(sheet, draft.row, HISTORY_COLUMNS, draft.issues)) };
      const words = exitWords(record, saves, meaning, change, nth === statuses.length - 1);
      const step = { id: `lead_history:${change.id}`, seq, at, by, leadId: id, accountId: accountOf(record, now), leftStage: before?.stage ?? null };
      putStatus(draft, meaning, { ...step, attributes, ...words });
    }
  });
};

/** A lead has an account from its conversion on. */
const accountOf = (record: LeadRecord | null, status: string): string | null =>
  record !== null && textIn(record.sheet, record.draft.row, 'Status') === status ? record.account : null;

/** What was saved of a field at a moment. */
const saveOf = (field: string, at: number): string => `${field}@${String(at)}`;
const NO_SAVES: ReadonlyMap<string, Change> = /* @__PURE__ */ new Map<string, Change>();

/**
 * Class and reason of an exit: as their fields' history says for the same save, else, for the lead's last status, as the
 * record says now. An earlier exit's words have been overwritten, and the last one's are not lent to it.
 */
const exitWords = (
  record: LeadRecord | null,
  saves: ReadonlyMap<string, Change>,
  meaning: LeadStatusMeaning,
  change: Change | null,
  last: boolean,
): { readonly class: string | null; readonly reason: string | null } => {
  const draft = change?.draft ?? record?.draft;
  const said = (of: Said | undefined): string | null => {
    if (of === undefined || draft === undefined) return null;
    if (typeof of === 'string') return of;
    const saved = change === null ? undefined : saves.get(saveOf(fieldName(of.column), change.at.at));
    if (saved !== undefined && saved.draft !== draft) leave(saved.draft, 'told_by_status');
    const word =
      saved !== undefined
        ? wordFor(of, saved.now, of.column, draft.issues)
        : last && record !== null
          ? wordOf(of, record.sheet, record.draft.row, draft.issues)
          : (of.otherwise ?? null);
    if (word === null && draft.issues.length === 0) draft.issues.push(salesforceIssue('salesforce_no_reason', { column: of.column }, [of.column]));
    return word;
  };
  return {
    class: meaning.type === 'rejected' ? said(meaning.class) : null,
    reason: meaning.type === 'rejected' || meaning.type === 'disqualified' ? said(meaning.reason) : null,
  };
};

/** Conversion, where no status change tells it: by the history's own word for it, else by the lead's date. Whether it is known. */
const putConversion = (desk: Desk, { id, record, changes }: LeadLife, statuses: readonly Placed[]): boolean => {
  const is = record !== null && isTrue(textIn(record.sheet, record.draft.row, 'IsConverted'));
  const status = (is ? textIn(record.sheet, record.draft.row, 'Status') : null) ?? desk.agreement.lead?.convertedStatus ?? '';
  const told = statuses.some(({ change }) => change.now === status);
  const words = changes.filter(({ field }) => field === 'leadconverted');
  if (told) {
    for (const { draft } of words) leave(draft, 'told_by_status');
    return is;
  }
  const [word, ...more] = words;
  for (const { draft } of more) leave(draft, 'told_by_lead');
  const draft = word?.draft ?? record?.draft;
  const sheet = word?.sheet ?? record?.sheet;
  if (draft === undefined || sheet === undefined || (word === undefined && !is)) return false;
  const at = word?.at ?? momentIn(sheet, draft.row, 'ConvertedDate', 'date', desk.zones, draft.issues);
  const meaning = statusMeaning(desk, status, null, sheet.headerOf('Status') ?? 'Status', draft.issues);
  if (at === null || meaning === null) return false;
  const early = record !== null && at.at < record.created.at;
  if (early) notice(draft, 'salesforce_before_creation', { what: 'the conversion', column: 'ConvertedDate' });
  // The day begins before the lead was created: what went before is no step that anybody left out.
  const leftStage = early ? initialStage(desk) : null;
  const by = actorOf(desk, sheet, draft.row, word === undefined ? idIn(sheet, draft.row, 'LastModifiedById') : word.user);
  const step = { id: word === undefined ? `lead:${id}:converted` : `lead_history:${word.id}`, seq: statusSeq(meaning.type), at, by, leadId: id };
  const none = { class: null, reason: null };
  putStatus(draft, meaning, { ...step, accountId: record?.account ?? null, leftStage, attributes: { Status: status }, ...none });
  return true;
};

/** The stage of a new lead, where the agreement has one. */
const initialStage = ({ agreement: { lead } }: Desk): string | null => (lead === undefined ? null : (lead.statuses[lead.initialStatus]?.stage ?? null));

/** A current status that no row of the history leads to. */
const putUndated = (desk: Desk, record: LeadRecord, status: string): void => {
  const { id, sheet, draft } = record;
  const what = `the status "${status}"`;
  const at: Moment | null = desk.agreement.lead?.undatedStatus === 'last_modified' ? lastModified(desk, sheet, draft) : null;
  const meaning = statusMeaning(desk, status, null, sheet.headerOf('Status') ?? 'Status', draft.issues);
  if (at === null || meaning === null) {
    notice(draft, 'salesforce_undated', { what });
    return;
  }
  notice(draft, 'salesforce_dated_by', { what, column: 'LastModifiedDate' });
  const by = actorOf(desk, sheet, draft.row, idIn(sheet, draft.row, 'LastModifiedById'));
  const step = { id: `lead:${id}:status`, seq: statusSeq(meaning.type), at, by, leadId: id, accountId: record.account, leftStage: null };
  const words = exitWords(record, NO_SAVES, meaning, null, true);
  putStatus(draft, meaning, { ...step, attributes: { Status: status, dated_by: 'LastModifiedDate' }, ...words });
};

/** The loser of a merge is deleted and keeps the id of the lead that it went into; its last change is the merge. */
const putMerge = (desk: Desk, { id, sheet, draft }: LeadRecord): void => {
  const into = idIn(sheet, draft.row, 'MasterRecordId');
  if (into === null) return;
  const at = lastModified(desk, sheet, draft);
  if (at === null) {
    draft.issues.push(salesforceIssue('salesforce_needs_cell', { column: 'LastModifiedDate' }, ['LastModifiedDate']));
    return;
  }
  const by = actorOf(desk, sheet, draft.row, idIn(sheet, draft.row, 'LastModifiedById'));
  putEvent(draft, { id: `lead:${id}:merged`, seq: SEQ.merged, type: 'merge', ...dated(at), by, from: id, into });
};
