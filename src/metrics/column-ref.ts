import * as z from 'zod';
import type { Issue, Path } from '../kernel/issue.js';
import type { Instant } from '../kernel/instant.js';
import { nearest } from '../kernel/nearest.js';
import { schema } from '../kernel/schema.js';
import { FACT_TABLES } from '../vocabulary/fact.js';
import { cellAt, columnKind, type Cell, type ColumnKind, type FactKey } from './column.js';
import { metricsIssue } from './issues.js';

/**
 * A column of what is counted (`row.toParty`) or of its lead (`lead.source`). The row of a milestone metric is the stage
 * visit that was picked.
 */
export type ColumnRef = string;
export const ColumnRef = /* @__PURE__ */ schema(() =>
  z.string().regex(/^(?:row|lead)\.[a-z][A-Za-z]{0,63}$/, { error: 'a column is written as row.toParty or lead.source' }),
);

/** A column of what is counted itself. */
export const RowRef = /* @__PURE__ */ schema(() =>
  z.string().regex(/^row\.[a-z][A-Za-z]{0,63}$/, { error: 'a column of the row itself is written as row.acceptedAt' }),
);

/** A column reference with the table it points into. */
export interface Column {
  readonly of: 'row' | 'lead';
  readonly table: FactKey;
  readonly name: string;
}

/** Where a reference points, in a metric whose rows come from `rows`. */
export const columnOf = (ref: ColumnRef, rows: FactKey): Column => {
  const name = ref.slice(ref.indexOf('.') + 1);
  return ref.startsWith('lead.') ? { of: 'lead', table: 'leads', name } : { of: 'row', table: rows, name };
};

/** What is wrong with a reference where one of these kinds is needed: nothing, or one issue. */
export const columnIssues = (ref: ColumnRef, rows: FactKey, needed: readonly ColumnKind[], path: Path): readonly Issue[] => {
  const { of, table, name } = columnOf(ref, rows);
  const found = columnKind(table, name);
  if (found === null) {
    const close = nearest(name, Object.keys(FACT_TABLES[table].columns));
    return [metricsIssue('unknown_column', { column: ref, suggestion: close === null ? null : `${of}.${close}` }, path)];
  }
  return needed.includes(found) ? [] : [metricsIssue('unusable_column', { column: ref, needed: needed.join(' or '), found }, path)];
};

/** Reads a column of a unit; a unit without a lead row has `null` in every lead column. */
export type Reader = (row: object, lead: object | null) => Cell;

export const readerOf = (ref: ColumnRef, rows: FactKey, asOf: Instant): Reader => {
  const { of, table, name } = columnOf(ref, rows);
  const read = cellAt(table, name, asOf);
  return of === 'row' ? (row) => read(row) : (_, lead) => (lead === null ? null : read(lead));
};
