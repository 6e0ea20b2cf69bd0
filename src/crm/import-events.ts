import type { Issue } from '../kernel/issue.js';
import { fail, ok, type Result } from '../kernel/result.js';
import type { Event } from '../vocabulary/event.js';
import { emit, holds, type Desk } from './emit.js';
import { eventFields } from './event-fields.js';
import { crmIssue } from './issues.js';
import { missingColumns, safeParseMapping, type Mapping, type Rule } from './mapping.js';
import { cellIssues, cellOf, wallClocks, type Row } from './read-cell.js';
import { columnsOf } from './source.js';

/** A row that became nothing, with everything that is wrong with it. */
export interface RejectedRow {
  readonly line: number;
  readonly issues: readonly Issue[];
  readonly cells: Row['cells'];
}

/** A row that the mapping leaves out, and by which of its rules. */
export interface IgnoredRow {
  readonly line: number;
  readonly rule: string;
}

/** What became of an export: accepted + rejected + ignored = read. */
export interface EventImport {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  readonly events: readonly Event[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly ignoredRows: readonly IgnoredRow[];
}

/**
 * Rows of an export as events, every row accounted for: accepted with all the events its rules make of it, rejected
 * with every issue found, or ignored by a stated rule.
 *
 * Filled columns that no rule reads become attributes of the row's events. Events without a `seq` of their own take the
 * mapping's `firstSeq` plus the place of their rule: at one and the same moment the exports come in that order, and within
 * an export the rules. The number of the row is no part of an event, so that a row exported twice is a duplicate, and
 * what only the order of the rows decides is reported as a tie when the log is resolved.
 *
 * The result fails only where the mapping does not fit: `crm.column_missing`, and the issues of `safeParseMapping`.
 * Issues of rows carry the column, or the rule and the event's field, in their path: `crm.no_rule`,
 * `crm.field_not_of_event`, `crm.contradiction`, `crm.value_not_mapped`, `crm.not_readable`,
 * `crm.not_instant`, `crm.needs`, `crm.not_text`, `crm.cell_too_long`, `crm.too_many_columns`, `crm.column_name`, and the
 * issues of `safeParseEvent`.
 *
 * @param header - The columns of the export; those of the first row where left out.
 * @example
 * ```ts
 * import { importEvents, GENERIC_MAPPING } from 'revpact/crm';
 *
 * const cells = { id: 'e1', type: 'inquiry', at: '2026-03-31T09:00:00Z', lead_id: 'l1', party: 'marketing', kind: 'human', budget: '5' };
 * const imported = importEvents(GENERIC_MAPPING, [{ line: 2, cells }]);
 * imported.ok && imported.value.accepted // => 1
 * imported.ok && imported.value.events[0]?.attributes?.['budget'] // => '5'
 * ```
 */
export const importEvents = (mapping: Mapping, rows: Iterable<Row>, header?: readonly string[]): Result<EventImport> => {
  const checked = safeParseMapping(mapping);
  if (!checked.ok) return checked;
  const { ignoreRows = [], ignoreColumns = [], firstSeq = 0, rules } = checked.value;
  const desk: Desk = { fields: eventFields(), clocks: wallClocks(), ignored: new Set(ignoreColumns) };
  const takers: readonly Taker[] = rules.map((rule) => ({ rule, reads: readsOf(rule) }));

  const events: Event[] = [];
  const rejectedRows: RejectedRow[] = [];
  const ignoredRows: IgnoredRow[] = [];
  const early = header === undefined ? [] : missingColumns(checked.value, header);
  if (early.length > 0) return fail(early);

  let read = 0;
  for (const row of rows) {
    const missing = read === 0 && header === undefined ? missingColumns(checked.value, Object.keys(row.cells)) : [];
    if (missing.length > 0) return fail(missing);
    const leaving = ignoreRows.find((rule) => rule.when.every((condition) => holds(row, condition)));
    if (leaving !== undefined) ignoredRows.push({ line: row.line, rule: leaving.id });
    else {
      const made = eventsOf(row, firstSeq, takers, desk);
      if (isEvents(made)) events.push(...made);
      else rejectedRows.push({ line: row.line, issues: made, cells: row.cells });
    }
    read += 1;
  }
  const [rejected, ignored] = [rejectedRows.length, ignoredRows.length];
  return ok({ read, accepted: read - rejected - ignored, rejected, ignored, events, rejectedRows, ignoredRows });
};

/** A rule, and which columns it reads. */
interface Taker {
  readonly rule: Rule;
  readonly reads: (column: string) => boolean;
}

/** All the events of a row, or all that is wrong with it. */
const eventsOf = (row: Row, firstSeq: number, rules: readonly Taker[], desk: Desk): readonly Event[] | readonly Issue[] => {
  const wrong = cellIssues(row, desk.ignored);
  if (wrong.length > 0) return wrong;
  const taking = rules.filter(({ rule }) => (rule.when ?? []).every((condition) => holds(row, condition)));
  if (taking.length === 0) return [crmIssue('no_rule', { rules: rules.length })];
  const leftOver = Object.keys(row.cells).filter(
    (column) => cellOf(row, column) !== null && !desk.ignored.has(column) && !taking.some(({ reads }) => reads(column)),
  );
  const made = taking.map((taker) => emit(taker.rule, row, firstSeq + rules.indexOf(taker), leftOver, desk));
  const issues = made.flatMap((one) => ('type' in one ? [] : one));
  return issues.length > 0 ? issues : made.flatMap((one) => ('type' in one ? [one] : []));
};

const isEvents = (made: readonly Event[] | readonly Issue[]): made is readonly Event[] => made.every((one) => 'type' in one);

/** Whether a rule reads a column. */
const readsOf = (rule: Rule): ((column: string) => boolean) => {
  const sources = [...Object.values(rule.set), ...(typeof rule.type === 'object' ? [rule.type] : [])];
  const columns = new Set(sources.flatMap((source) => columnsOf(source).map(({ column }) => column)));
  const prefixes = sources.flatMap((source) => ('prefix' in source ? [source.prefix] : []));
  return (column) => columns.has(column) || prefixes.some((prefix) => column.startsWith(prefix));
};
