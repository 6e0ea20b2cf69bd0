import { crmIssue } from '../issues.js';
import { changesBetween, changesIn, isVersions, live, versionsIn, type Change, type Version } from './change.js';
import { leave, type Desk, type Draft } from './desk.js';
import { idIn, needId, needMoment, type Moment, type Sheet } from './sheet.js';

/** A lead as its own row has it. */
export interface LeadRecord {
  readonly id: string;
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly created: Moment;
  readonly creator: string | null;
  readonly contact: string | null;
  readonly account: string | null;
  readonly opportunity: string | null;
}

/** Everything that an export says of one lead. */
export interface LeadLife {
  readonly id: string;
  readonly record: LeadRecord | null;
  readonly changes: readonly Change[];
  /** The history reaches back to the creation. */
  readonly whole: boolean;
}

/** All leads of an export, those left out on purpose, and what their history says of each. */
export interface LeadBook {
  readonly records: ReadonlyMap<string, LeadRecord>;
  readonly leftOut: ReadonlySet<string>;
  readonly changes: readonly Change[];
  /** Leads whose history reaches back to their creation, so that a first old value is what they began with. */
  readonly whole: ReadonlySet<string>;
}

/** Columns of a lead's own row that its creation reads. */
export const LEAD_COLUMNS = ['Id', 'CreatedDate', 'CreatedById', 'LeadSource', 'IsDeleted'] as const;

/** Read the rows of leads and of their history, before any of them becomes an event. */
export const leadBook = (
  desk: Desk,
  leads: { readonly sheet: Sheet; readonly drafts: readonly Draft[] } | null,
  history: { readonly sheet: Sheet; readonly drafts: readonly Draft[] } | null,
): LeadBook => {
  const records = new Map<string, LeadRecord>();
  const leftOut = new Set<string>();
  const enter = (sheet: Sheet, draft: Draft): void => {
    const { row, issues } = draft;
    const id = needId(sheet, row, 'Id', issues);
    const created = needMoment(sheet, row, 'CreatedDate', desk.zones, issues);
    if (records.has(id)) issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('Id') ?? 'Id']));
    if (issues.length > 0 || created === null) return;
    const of = (column: string): string | null => idIn(sheet, row, column);
    const [contact, account, opportunity] = [of('ConvertedContactId'), of('ConvertedAccountId'), of('ConvertedOpportunityId')];
    records.set(id, { id, sheet, draft, created, creator: of('CreatedById'), contact, account, opportunity });
  };
  for (const draft of live(leads?.drafts ?? [])) if (leads !== null) enter(leads.sheet, draft);
  for (const { row, rule } of leads?.drafts ?? []) {
    const id = leads === null || rule === null ? null : idIn(leads.sheet, row, 'Id');
    if (id !== null && !records.has(id)) leftOut.add(id);
  }
  if (history === null) return { records, leftOut, changes: [], whole: new Set() };

  const { sheet, drafts } = history;
  if (!isVersions(sheet)) {
    const changes = changesIn(desk, sheet, 'LeadId', live(drafts));
    const whole = new Set(changes.filter(({ field }) => field === 'created').map(({ record }) => record));
    return { records, leftOut, changes, whole };
  }
  const versions = versionsIn(desk, sheet, live(drafts));
  const whole = new Set<string>();
  for (const [id, [first, ...later]] of versions) {
    if (leads === null) enter(sheet, (later.at(-1) ?? first).draft);
    const created = records.get(id)?.created;
    if (created !== undefined && first.from.at - created.at < 1000) whole.add(id);
  }
  const watched = watchedColumns(desk);
  const changes = [...versions.values()].flatMap((of) => changesBetween(sheet, of, watched));
  leaveUnchanged([...versions.values()].flatMap(([, ...later]) => later), changes);
  return { records, leftOut, changes, whole };
};

/** Fields whose changes become events. */
const watchedColumns = (desk: Desk): readonly string[] => {
  const { optOuts = [], scores = [] } = desk.agreement.lead ?? {};
  return ['Status', 'OwnerId', ...optOuts.map(({ column }) => column), ...scores.map(({ column }) => column)];
};

/** Versions in which no field that is read has changed. */
export const leaveUnchanged = (versions: readonly Version[], changes: readonly Change[]): void => {
  const changed = new Set(changes.map(({ draft }) => draft));
  for (const { draft } of versions) if (!changed.has(draft)) leave(draft, 'field_not_read');
};
