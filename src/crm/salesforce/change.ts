import { groupBy } from '../../kernel/group.js';
import { crmIssue } from '../issues.js';
import { cellIssues, NO_ROW, type Row } from '../reading/read-cell.js';
import { draftOf, type Desk, type Draft } from './desk.js';
import { allHold, idIn, momentIn, needId, needMoment, textIn, type Moment, type Sheet } from './sheet.js';

/** One field of one record became another value, as a history recorded it. */
export interface Change {
  readonly draft: Draft;
  readonly sheet: Sheet;
  /** Unique among all changes of the export. */
  readonly id: string;
  readonly record: string;
  /** The field's API name, lower case and without underscores. */
  readonly field: string;
  readonly at: Moment;
  readonly user: string | null;
  readonly was: string | null;
  readonly now: string | null;
}

/** Field names as histories and agreements spell them, made one. */
export const fieldName = (column: string): string => column.replaceAll('_', '').toLowerCase();

/** A table of versions: each row is a record as it stood from `_fivetran_start` on, the last one until the year 9999. */
export const isVersions = (sheet: Sheet): boolean => sheet.headerOf('_fivetran_start') !== null;

/** One version of a record in such a table. */
export interface Version {
  readonly draft: Draft;
  readonly record: string;
  readonly from: Moment;
}

/** The ignore rule of the agreement that takes a row, if one does. */
export const ruleFor = (desk: Desk, sheet: Sheet, row: Row): string | null =>
  desk.agreement.ignoreRows.find(({ table, when }) => table === sheet.table && allHold(sheet, row, when))?.id ?? null;

/** Rows of `LeadHistory` and `OpportunityFieldHistory`: one field's change each. A row twice by its id is refused the second time. */
export const changesIn = (desk: Desk, sheet: Sheet, recordColumn: string, drafts: readonly Draft[]): readonly Change[] => {
  const seen = new Set<string>();
  return drafts.flatMap((draft): readonly Change[] => {
    const { row, issues } = draft;
    const id = needId(sheet, row, 'Id', issues);
    const record = needId(sheet, row, recordColumn, issues);
    const field = needId(sheet, row, 'Field', issues);
    const at = needMoment(sheet, row, 'CreatedDate', desk.zones, issues);
    if (id !== '' && seen.has(id)) issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('Id') ?? 'Id']));
    seen.add(id);
    if (issues.length > 0 || at === null) return [];
    const [was, now] = [textIn(sheet, row, 'OldValue'), textIn(sheet, row, 'NewValue')];
    return [{ draft, sheet, id, record, field: fieldName(field), at, user: idIn(sheet, row, 'CreatedById'), was, now }];
  });
};

/** Rows of a table of versions by record, each in order of time; two versions that begin at once are refused. */
export const versionsIn = (desk: Desk, sheet: Sheet, drafts: readonly Draft[]): ReadonlyMap<string, readonly [Version, ...Version[]]> => {
  const seen = new Set<string>();
  const versions = drafts.flatMap((draft): readonly Version[] => {
    const { row, issues } = draft;
    const record = needId(sheet, row, 'Id', issues);
    const from = needMoment(sheet, row, '_fivetran_start', desk.zones, issues);
    const id = `${record}@${String(from?.at)}`;
    if (issues.length === 0 && seen.has(id)) issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('_fivetran_start') ?? 'Id']));
    seen.add(id);
    return issues.length > 0 || from === null ? [] : [{ draft, record, from }];
  });
  return groupBy([...versions].sort((a, b) => a.from.at - b.from.at), ({ record }) => record);
};

/** What differs between a record's consecutive versions, in the fields watched. */
export const changesBetween = (sheet: Sheet, versions: readonly Version[], watched: readonly string[]): readonly Change[] =>
  versions.slice(1).flatMap((version, i) => {
    const before = versions[i]?.draft.row ?? version.draft.row;
    const { draft, record, from } = version;
    return watched.flatMap((column): readonly Change[] => {
      const [was, now] = [textIn(sheet, before, column), textIn(sheet, draft.row, column)];
      if (was === now) return [];
      const id = `${record}@${String(from.at)}:${fieldName(column)}`;
      return [{ draft, sheet, id, record, field: fieldName(column), at: from, user: idIn(sheet, draft.row, 'LastModifiedById'), was, now }];
    });
  });

/** A change and its place among those of the same record, field and moment; null where nothing tells it. */
export interface Placed {
  readonly change: Change;
  readonly place: number | null;
}

/**
 * Changes of one field of one record in the order in which they were made. What happened within one second is put in
 * order by the values themselves, each change beginning where the one before ended; where that leaves a choice, the rows
 * stay as they were and no place is claimed for them.
 */
export const inOrder = (changes: readonly Change[]): readonly Placed[] => {
  const moments = [...groupBy([...changes].sort((a, b) => a.at.at - b.at.at), ({ at }) => at.at).values()];
  let last: string | null | undefined;
  return moments.flatMap((together) => {
    const chain = chained(together, last);
    const placed = (chain ?? together).map((change, i): Placed => ({ change, place: chain === null ? null : i }));
    last = placed.at(-1)?.change.now;
    return placed;
  });
};

/** The one order in which each change begins where another ended, or null. */
const chained = (changes: readonly [Change, ...Change[]], before: string | null | undefined): readonly Change[] | null => {
  if (changes.length === 1) return changes;
  const from = new Map<string | null, Change>();
  for (const change of changes) {
    if (from.has(change.was)) return null;
    from.set(change.was, change);
  }
  const ends = new Set(changes.map(({ now }) => now));
  const starts = changes.filter(({ was }) => !ends.has(was));
  const first = before !== undefined && from.has(before) ? from.get(before) : starts.length === 1 ? starts[0] : undefined;
  const chain: Change[] = [];
  for (let next = first; next !== undefined && chain.length < changes.length; next = from.get(next.now)) chain.push(next);
  return chain.length === changes.length ? chain : null;
};

/** A draft for every row: left out by the agreement's rules, or wrong in its cells, or still to be read. */
export const draftsOf = (desk: Desk, sheet: Sheet): readonly Draft[] =>
  sheet.rows.map((row) => {
    const draft = draftOf(row);
    draft.rule = row === NO_ROW ? null : ruleFor(desk, sheet, row);
    if (draft.rule === null) draft.issues.push(...cellIssues(row, sheet.ignored));
    return draft;
  });

/** Rows that no rule has taken and nothing is wrong with so far. */
export const live = (drafts: readonly Draft[]): readonly Draft[] => drafts.filter(({ rule, issues }) => rule === null && issues.length === 0);

/** A record's `LastModifiedDate`, by which it was as it is at the latest. */
export const lastModified = (desk: Desk, sheet: Sheet, draft: Draft): Moment | null =>
  momentIn(sheet, draft.row, 'LastModifiedDate', 'moment', desk.zones, draft.issues) ??
  momentIn(sheet, draft.row, 'SystemModstamp', 'moment', desk.zones, draft.issues);
