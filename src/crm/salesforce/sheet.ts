import type { Issue } from '../../kernel/issue.js';
import type { Instant } from '../../kernel/instant.js';
import type { ZoneId } from '../../kernel/zone.js';
import type { CrmTable } from '../crm-import.js';
import { holds } from '../reading/emit.js';
import { isAttributeName } from '../mapping/event-fields.js';
import { crmIssue } from '../issues.js';
import { asRow, cellOf, readCell, type Row, type WallClocks } from '../reading/read-cell.js';
import type { Condition } from '../mapping/source.js';
import type { SalesforceTable } from './agreement.js';
import { salesforceIssue } from './issues.js';
import { toSalesforceId } from './record-id.js';

/** A table of the export whose columns answer to their API names, however they are spelled. */
export interface Sheet {
  readonly table: SalesforceTable;
  readonly rows: readonly Row[];
  readonly header: readonly string[];
  /** The header of a column named as in the API; null where the export has none. */
  readonly headerOf: (column: string) => string | null;
  /** Headers that are no event's business. */
  readonly ignored: ReadonlySet<string>;
}

/** `LeadId`, `lead_id` and `LEADID` are one name; so are `No_Show__c` and `no_show_c`. */
const bare = (column: string): string => column.replaceAll('_', '').toLowerCase();

export const sheetOf = (table: SalesforceTable, given: CrmTable, ignoredColumns: readonly string[]): Sheet => {
  const rows = Array.from(given.rows, asRow);
  // Rows that came as objects may each lack what they do not fill.
  const header = given.header ?? [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  const exact = new Set(header);
  const byName = new Map<string, string>();
  for (const column of header) if (!byName.has(bare(column))) byName.set(bare(column), column);
  const found = new Map<string, string | null>();
  const headerOf = (column: string): string | null => {
    const known = found.get(column);
    if (known !== undefined) return known;
    const of = exact.has(column) ? column : (byName.get(bare(column)) ?? null);
    found.set(column, of);
    return of;
  };
  const ignored = new Set(ignoredColumns.flatMap((column) => headerOf(column) ?? []));
  return { table, rows, header, headerOf, ignored };
};

/** Columns that two headers may mean, neither of them spelled as asked. */
export const ambiguousColumns = (header: readonly string[], asked: readonly string[]): readonly Issue[] =>
  asked.flatMap((column) => {
    const columns = header.filter((name) => bare(name) === bare(column));
    return columns.length < 2 || columns.includes(column) ? [] : [salesforceIssue('salesforce_column_ambiguous', { column, columns })];
  });

/** The text of a cell; null where it is empty or the export has no such column. */
export const textIn = (sheet: Sheet, row: Row, column: string): string | null => {
  const header = sheet.headerOf(column);
  return header === null ? null : cellOf(row, header);
};

/** An id, in its one spelling. */
export const idIn = (sheet: Sheet, row: Row, column: string): string | null => {
  const text = textIn(sheet, row, column);
  return text === null ? null : toSalesforceId(text);
};

/** Whether a check box is ticked, in the spellings of the API, of loaders and of spreadsheets. */
export const isTrue = (text: string | null): boolean => text !== null && /^(?:true|1|yes)$/i.test(text);

/** Whether all of an agreement's conditions hold of a row. */
export const allHold = (sheet: Sheet, row: Row, conditions: readonly Condition[]): boolean =>
  conditions.every((condition) => holds(row, { ...condition, column: sheet.headerOf(condition.column) ?? condition.column }));

/** A moment, or the start of a day that is all that is known. */
export interface Moment {
  readonly at: Instant;
  readonly dayIn: ZoneId | null;
}

/** In which zones wall times and dates lie, and the clocks to read them. */
export interface Zones {
  readonly wallTimes: ZoneId;
  readonly dates: ZoneId;
  readonly clocks: WallClocks;
}

const WALL = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]00:?00)?$/;

/**
 * A moment out of a cell, null where it is empty; what cannot be read is put down in `issues`.
 *
 * @param kind - `date`: the column holds a date, which copies also write as midnight; a time of day other than midnight is
 *   taken for a moment, since then somebody knew one.
 */
export const momentIn = (
  sheet: Sheet,
  row: Row,
  column: string,
  kind: 'moment' | 'date',
  zones: Zones,
  issues: Issue[],
): Moment | null => {
  const header = sheet.headerOf(column);
  const text = header === null ? null : cellOf(row, header);
  if (header === null || text === null) return null;
  const day = kind === 'date' ? (MIDNIGHT.exec(text)?.[1] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null)) : null;
  const reading =
    day !== null
      ? readCell({ column: header, as: 'date', zone: zones.dates }, day, row, zones.clocks)
      : WALL.test(text)
        ? readCell({ column: header, as: 'local', zone: zones.wallTimes }, text, row, zones.clocks)
        : readCell({ column: header, as: 'instant' }, text, row, zones.clocks);
  if ('issues' in reading) {
    issues.push(...reading.issues);
    return null;
  }
  return typeof reading.value === 'number' ? { at: reading.value, dayIn: reading.dayIn ?? null } : null;
};

/** {@link momentIn} of a column that must be filled. */
export const needMoment = (sheet: Sheet, row: Row, column: string, zones: Zones, issues: Issue[]): Moment | null => {
  if (textIn(sheet, row, column) === null) issues.push(needs(sheet, column));
  return momentIn(sheet, row, column, 'moment', zones, issues);
};

/** {@link idIn} of a column that must be filled. */
export const needId = (sheet: Sheet, row: Row, column: string, issues: Issue[]): string => {
  const id = idIn(sheet, row, column);
  if (id === null) issues.push(needs(sheet, column));
  return id ?? '';
};

const needs = (sheet: Sheet, column: string): Issue => {
  const header = sheet.headerOf(column) ?? column;
  return salesforceIssue('salesforce_needs_cell', { column: header }, [header]);
};

/** The filled columns of a row that nothing read, as attributes under their headers; a loader's own columns aside. */
export const leftOver = (sheet: Sheet, row: Row, read: readonly string[], issues: Issue[]): Readonly<Record<string, string>> => {
  const known = new Set(read.flatMap((column) => sheet.headerOf(column) ?? []));
  const attributes: Record<string, string> = {};
  for (const column of Object.keys(row.cells)) {
    const text = cellOf(row, column);
    if (text === null || known.has(column) || sheet.ignored.has(column) || column.startsWith('_fivetran_')) continue;
    if (isAttributeName(column)) attributes[column] = text;
    else issues.push(crmIssue('column_name', { column }, [column]));
  }
  return attributes;
};
