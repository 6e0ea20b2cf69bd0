import * as z from 'zod';
import type { Instant } from '../kernel/instant.js';
import type { Issue, Path } from '../kernel/issue.js';
import { schema } from '../kernel/schema.js';
import { ForeignId } from '../vocabulary/words.js';
import type { FactKey } from './column.js';
import { ColumnRef, columnIssues, readerOf } from './column-ref.js';

const filterShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('is', [
    z.strictObject({ column: ColumnRef, is: z.literal('equals'), value: z.union([ForeignId, z.int(), z.boolean()]) }),
    z.strictObject({ column: ColumnRef, is: z.literal('one_of'), values: z.array(ForeignId).min(1).max(1000).readonly() }),
    z.strictObject({ column: ColumnRef, is: z.literal('null') }),
    z.strictObject({ column: ColumnRef, is: z.literal('not_null') }),
    z.strictObject({ column: ColumnRef, is: z.literal('not_after'), other: ColumnRef }),
  ]),
);
/**
 * One condition on a unit. All conditions say what must be so, never what must not, so that an unknown value never
 * passes by accident: `null` passes `null` only. `not_after` compares two moments, both known.
 */
export type Filter = z.infer<typeof filterShape>;
export const Filter: z.ZodType<Filter> = filterShape;

/** The columns that a condition speaks of. */
export const columnsOf = (filter: Filter): readonly ColumnRef[] =>
  filter.is === 'not_after' ? [filter.column, filter.other] : [filter.column];

/** What is wrong with a condition on rows of a table: unknown columns, values that the column cannot hold. */
export const filterIssues = (filter: Filter, rows: FactKey, path: Path): readonly Issue[] => {
  const column = [...path, 'column'];
  switch (filter.is) {
    case 'equals': {
      const needed = typeof filter.value === 'string' ? 'text' : typeof filter.value === 'boolean' ? 'boolean' : 'integer';
      return columnIssues(filter.column, rows, [needed], column);
    }
    case 'one_of':
      return columnIssues(filter.column, rows, ['text'], column);
    case 'null':
    case 'not_null':
      return columnIssues(filter.column, rows, ['text', 'integer', 'boolean', 'moment'], column);
    case 'not_after':
      return [
        ...columnIssues(filter.column, rows, ['moment'], column),
        ...columnIssues(filter.other, rows, ['moment'], [...path, 'other']),
      ];
  }
};

/** Whether a unit meets a condition, as of a moment. */
export type Test = (row: object, lead: object | null) => boolean;

export const testOf = (filter: Filter, rows: FactKey, asOf: Instant): Test => {
  const read = readerOf(filter.column, rows, asOf);
  switch (filter.is) {
    case 'equals':
      return (row, lead) => read(row, lead) === filter.value;
    case 'one_of': {
      const values: ReadonlySet<unknown> = new Set(filter.values);
      return (row, lead) => values.has(read(row, lead));
    }
    case 'null':
      return (row, lead) => read(row, lead) === null;
    case 'not_null':
      return (row, lead) => read(row, lead) !== null;
    case 'not_after': {
      const other = readerOf(filter.other, rows, asOf);
      return (row, lead) => {
        const [a, b] = [read(row, lead), other(row, lead)];
        return typeof a === 'number' && typeof b === 'number' && a <= b;
      };
    }
  }
};

/** All conditions at once. */
export const allOf =
  (tests: readonly Test[]): Test =>
  (row, lead) =>
    tests.every((test) => test(row, lead));
