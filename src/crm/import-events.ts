import type { Issue } from '../kernel/issue.js';
import { fail, ok, type Result } from '../kernel/result.js';
import type { Event } from '../vocabulary/event.js';
import { readerOf } from './reading/event-reader.js';
import { missingColumns, safeParseMapping, type Mapping } from './mapping/mapping.js';
import { isRow, type Row } from './reading/read-cell.js';
import type { IgnoredRow, RejectedRow, RowCounts } from './reading/row-outcome.js';

export type { IgnoredRow, RejectedRow };

/** What became of an export: accepted + rejected + ignored = read. */
export interface EventImport extends RowCounts {
  readonly events: readonly Event[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly ignoredRows: readonly IgnoredRow[];
  /** What is wrong with the export as a whole: `crm.nothing_taken` where no rule takes any of its rows. */
  readonly notices: readonly Issue[];
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
  const reader = readerOf(checked.value);
  const events: Event[] = [];
  const rejectedRows: RejectedRow[] = [];
  const ignoredRows: IgnoredRow[] = [];
  let columns = header;
  const early = columns === undefined ? [] : missingColumns(checked.value, columns);
  if (early.length > 0) return fail(early);

  for (const row of rows) {
    if (columns === undefined && isRow(row)) {
      columns = Object.keys(row.cells);
      const missing = missingColumns(checked.value, columns);
      if (missing.length > 0) return fail(missing);
    }
    const read = reader.read(row);
    if (read.kind === 'accepted') for (const event of read.events) events.push(event);
    else if (read.kind === 'rejected') rejectedRows.push(read.row);
    else ignoredRows.push(read.row);
  }
  return ok({ ...reader.counts(), events, rejectedRows, ignoredRows, notices: reader.notices() });
};
