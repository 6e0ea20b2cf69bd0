import type { Issue } from '../kernel/issue.js';
import type { Event } from '../vocabulary/event.js';
import type { Row } from './reading/read-cell.js';
import type { IgnoredRow, RejectedRow } from './reading/row-outcome.js';

/** One table of a CRM's export: its rows, and its columns where there may be no rows to show them. */
export interface CrmTable {
  readonly rows: Iterable<Row>;
  readonly header?: readonly string[];
}

/** What became of one table: accepted + rejected + ignored = read. */
export interface TableCount {
  readonly table: string;
  readonly read: number;
  /** Rows that became events, or that other rows were read with: who a user is, which lead an opportunity belongs to. */
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  /** Events made of its rows. One row may make several, and an accepted one none. */
  readonly events: number;
}

/** A row that became nothing: its table, its line, and everything that is wrong with it. */
export interface RejectedTableRow extends RejectedRow {
  readonly table: string;
}

/** A row left out by a stated rule, which the tables' documentation or the agreement names. */
export interface IgnoredTableRow extends IgnoredRow {
  readonly table: string;
}

/** Something to know about an accepted row: the record was read, and this much of it is not certain. */
export interface ImportNotice {
  readonly table: string;
  readonly line: number;
  readonly issue: Issue;
}

/** What became of a CRM's export, table by table. No row is in two of the lists, and none in no one's count. */
export interface CrmImport {
  /** In the order in which the reader takes the tables. */
  readonly tables: readonly TableCount[];
  /** In the order of their tables and rows; `resolve` orders a log by time. */
  readonly events: readonly Event[];
  readonly rejectedRows: readonly RejectedTableRow[];
  readonly ignoredRows: readonly IgnoredTableRow[];
  readonly notices: readonly ImportNotice[];
}

/** What one row became: events (none, where it only says something about other rows), nothing for these reasons, or left out by a rule. */
export type RowOutcome =
  | { readonly row: Row; readonly events: readonly Event[]; readonly notices?: readonly Issue[] }
  | { readonly row: Row; readonly issues: readonly Issue[] }
  | { readonly row: Row; readonly rule: string };

/** The outcomes of a table's rows, one for each row. */
export interface TableOutcomes {
  readonly table: string;
  readonly outcomes: readonly RowOutcome[];
}

/** Count and collect what became of the rows of every table. */
export const crmImportOf = (tables: readonly TableOutcomes[]): CrmImport => {
  const events: Event[] = [];
  const rejectedRows: RejectedTableRow[] = [];
  const ignoredRows: IgnoredTableRow[] = [];
  const notices: ImportNotice[] = [];
  const counts = tables.map(({ table, outcomes }): TableCount => {
    const before = { rejected: rejectedRows.length, ignored: ignoredRows.length, events: events.length };
    for (const outcome of outcomes) {
      const { line, cells } = outcome.row;
      if ('issues' in outcome) rejectedRows.push({ table, line, issues: outcome.issues, cells });
      else if ('rule' in outcome) ignoredRows.push({ table, line, rule: outcome.rule });
      else {
        for (const event of outcome.events) events.push(event);
        for (const issue of outcome.notices ?? []) notices.push({ table, line, issue });
      }
    }
    const rejected = rejectedRows.length - before.rejected;
    const ignored = ignoredRows.length - before.ignored;
    const read = outcomes.length;
    return { table, read, accepted: read - rejected - ignored, rejected, ignored, events: events.length - before.events };
  });
  return { tables: counts, events, rejectedRows, ignoredRows, notices };
};
