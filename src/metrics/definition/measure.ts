import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Currency } from '../../vocabulary/money.js';
import { ColumnRef, RowRef } from './column-ref.js';

const rankShape = /* @__PURE__ */ schema(() =>
  z.strictObject({ numerator: z.int().min(1).max(10_000), denominator: z.int().min(1).max(10_000) }),
);

/** How a quotient is written: so many places, cut by this rule. */
export const written = /* @__PURE__ */ schema(() => ({
  digits: z.int().min(0).max(30),
  rounding: z.enum(['half-even', 'half-up', 'down', 'up', 'floor', 'ceil']),
}));

/** From one moment (or cumulative open time) to another, each the first of its columns that is known, and what is added. */
const span = /* @__PURE__ */ schema(() => ({
  from: z.union([z.literal('base.at'), z.array(RowRef).min(1).max(4).readonly()]),
  to: z.union([z.literal('target.at'), z.array(RowRef).min(1).max(4).readonly()]),
  plus: RowRef.nullable(),
}));

/** Amounts of several currencies in one: each at the rate of its unit's date, or all at that of the period's last day. */
const convert = /* @__PURE__ */ schema(() =>
  z.strictObject({ to: Currency, at: z.enum(['unit', 'period_end']), rounding: written.rounding }).nullable(),
);

export const factMeasures = /* @__PURE__ */ schema(
  () =>
    [
      z.strictObject({ kind: z.literal('count') }),
      z.strictObject({ kind: z.literal('distinct'), column: ColumnRef }),
      z.strictObject({ kind: z.literal('total'), column: RowRef }),
      z.strictObject({ kind: z.literal('share'), ...written }),
      z.strictObject({ kind: z.literal('value_share'), amount: RowRef, currency: RowRef, convert, ...written }),
      z.strictObject({ kind: z.literal('ratio'), ...written }),
      z.strictObject({
        kind: z.literal('percentile'),
        rank: rankShape.refine(({ numerator, denominator }) => numerator <= denominator, { error: 'a rank is at most 1' }),
        ...span,
        unended: z.enum(['last', 'left_out']),
      }),
      z.strictObject({ kind: z.literal('mean'), ...span, ...written }),
      z.strictObject({ kind: z.literal('sum'), amount: RowRef, currency: RowRef, weight: RowRef.nullable(), convert }),
    ] as const,
);

const factMeasureShape = /* @__PURE__ */ schema(() => z.discriminatedUnion('kind', factMeasures));
/**
 * What is made of the units.
 *
 * - `count`: how many reached the target, or how many there are where no target is named.
 * - `distinct`: how many different values of a text column those have; one without a value is counted apart.
 * - `total`: of a whole-number column of those; one without a value is counted apart.
 * - `share`: of these, how many reached the target; never above 1.
 * - `value_share`: the same by amount; amounts below zero are counted apart, so that it is never above 1.
 * - `ratio`: entries into the target over entries into the base, each by its own date; may exceed 1.
 * - `percentile`: nearest rank of the milliseconds `from` … `to` (`plus` a column of milliseconds). Units that have no end yet
 *   rank after all that have, or (`left_out`) in no rank; both ways they are counted. An end before its start is in no rank and
 *   counted apart.
 * - `mean`: of the same milliseconds of those that have an end, as an exact fraction.
 * - `sum`: of minor units, by currency, never mixed; `weight` is a column of percent. Converted last, where it is.
 */
export type FactMeasure = z.infer<typeof factMeasureShape>;
export const FactMeasure: z.ZodType<FactMeasure> = factMeasureShape;
