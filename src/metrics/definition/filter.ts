import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Milestone } from '../../vocabulary/framework.js';
import { ForeignId } from '../../vocabulary/words.js';
import { ColumnRef, RowRef } from './column-ref.js';
import { ROW_TABLES } from './row-tables.js';

const plainOptions = /* @__PURE__ */ schema(
  () =>
    [
      z.strictObject({ column: ColumnRef, is: z.literal('equals'), value: z.union([ForeignId, z.int(), z.boolean()]) }),
      z.strictObject({ column: ColumnRef, is: z.literal('one_of'), values: z.array(ForeignId).min(1).max(1000).readonly() }),
      z.strictObject({ column: ColumnRef, is: z.literal('null') }),
      z.strictObject({ column: ColumnRef, is: z.literal('not_null') }),
      z.strictObject({ column: ColumnRef, is: z.literal('at_least'), value: z.int() }),
      z.strictObject({ column: ColumnRef, is: z.literal('at_most'), value: z.int() }),
      z.strictObject({ column: ColumnRef, is: z.literal('milestone'), milestone: Milestone }),
      z.strictObject({ column: ColumnRef, is: z.literal('not_after'), other: ColumnRef }),
      z.strictObject({ column: ColumnRef, is: z.literal('past') }),
      z.strictObject({ column: ColumnRef, is: z.literal('older_than'), ms: z.int().min(1) }),
      z.strictObject({ column: ColumnRef, is: z.literal('newer_than'), ms: z.int().min(1) }),
      z.strictObject({ column: ColumnRef, is: z.literal('in_period') }),
    ] as const,
);

const plainShape = /* @__PURE__ */ schema(() => z.discriminatedUnion('is', plainOptions));
/**
 * One condition on a row. All conditions say what must be so, never what must not, so that an unknown value never passes
 * by accident: `null` passes `null` only.
 *
 * - `at_least`, `at_most`: a whole number, the bound included.
 * - `milestone`: a stage that the framework maps to the milestone.
 * - `not_after`: two moments, both known, the first not after the other.
 * - `past`: a moment before asOf, planned ones that have come among them.
 * - `older_than`: a moment at least so many milliseconds before asOf, or before the end of the period where that is earlier.
 * - `newer_than`: a moment before that, and less than so many milliseconds before it.
 * - `in_period`: a moment in the period asked for, planned ones that are still to come among them.
 */
export type PlainFilter = z.infer<typeof plainShape>;
export const PlainFilter: z.ZodType<PlainFilter> = plainShape;

const plainList = /* @__PURE__ */ schema(() => z.array(plainShape).max(32).readonly());
const bound = /* @__PURE__ */ schema(() => z.strictObject({ column: ColumnRef, withinMs: z.int().min(1).nullable() }).nullable());

const filterShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('is', [
    ...plainOptions,
    z.strictObject({ is: z.literal('any'), of: z.array(plainShape).min(2).max(32).readonly() }),
    z.strictObject({
      is: z.literal('related'),
      table: z.enum(ROW_TABLES),
      /** Which of its rows belong to this one: each pair of text or whole-number columns equal, none of them null. */
      on: z
        .array(z.strictObject({ theirs: RowRef, ours: ColumnRef }))
        .min(1)
        .max(4)
        .readonly(),
      /** `row.` is the related row here, and no column of a lead may be asked for. */
      where: plainList,
      /** The moment of a related row, which must be before asOf. */
      at: RowRef,
      /** At or after our moment, and less than so many milliseconds after it. */
      after: bound,
      /** Before our moment, and at most so many milliseconds before it. */
      before: bound,
      atLeast: z.int().min(1).nullable(),
      atMost: z.int().min(0).nullable(),
    }),
  ]),
);
/**
 * A condition on a unit: a plain one, at least one of several plain ones, or how many rows of a table belong to it. Where
 * `after` or `before` names a moment that is null, none belongs to it.
 */
export type Filter = z.infer<typeof filterShape>;
export const Filter: z.ZodType<Filter> = filterShape;

/** A condition that counts rows of another table. */
export type RelatedFilter = Extract<Filter, { readonly is: 'related' }>;

/** The columns of a unit that a condition speaks of; those of related rows are not its own. */
export const columnsOf = (filter: Filter): readonly ColumnRef[] => {
  switch (filter.is) {
    case 'not_after':
      return [filter.column, filter.other];
    case 'any':
      return filter.of.flatMap(columnsOf);
    case 'related':
      return [
        ...filter.on.map(({ ours }) => ours),
        ...[filter.after, filter.before].flatMap((bound) => (bound === null ? [] : [bound.column])),
      ];
    default:
      return [filter.column];
  }
};
