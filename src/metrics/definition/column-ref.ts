import * as z from 'zod';
import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { schema } from '../../kernel/schema.js';
import { FACT_TABLES } from '../../vocabulary/fact.js';
import { columnKind, hasLead, type ColumnKind, type FactKey } from './column.js';
import { metricsIssue } from '../issues.js';

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

/**
 * A column to break a number down by: of the unit or its lead, or (`target.reason`) of what was reached: the target's stage
 * visit, or the row itself where units are rows. Groups by a target's column share the whole's denominator, so that their parts
 * add up to it.
 */
export type GroupRef = string;
export const GroupRef = /* @__PURE__ */ schema(() =>
  z
    .string()
    .regex(/^(?:row|lead|target)\.[a-z][A-Za-z]{0,63}$/, { error: 'a column is written as row.toParty, lead.source or target.reason' }),
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
  if (of === 'lead' && rows !== 'leads' && !hasLead(rows))
    return [
      metricsIssue(
        'unusable_column',
        { column: ref, needed: 'a column of the row', found: 'a column of a lead, which these rows have none of' },
        path,
      ),
    ];
  return needed.includes(found) ? [] : [metricsIssue('unusable_column', { column: ref, needed: needed.join(' or '), found }, path)];
};
