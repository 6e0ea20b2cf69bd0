import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { RowRef } from './column-ref.js';

const rankShape = /* @__PURE__ */ schema(() =>
  z.strictObject({ numerator: z.int().min(1).max(10_000), denominator: z.int().min(1).max(10_000) }),
);

/** How a quotient is written: so many places, cut by this rule. */
const digits = /* @__PURE__ */ schema(() => z.int().min(0).max(30));
const rounding = /* @__PURE__ */ schema(() => z.enum(['half-even', 'half-up', 'down', 'up', 'floor', 'ceil']));

const measureShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count') }),
    z.strictObject({ kind: z.literal('share'), digits, rounding }),
    z.strictObject({ kind: z.literal('ratio'), digits, rounding }),
    z.strictObject({
      kind: z.literal('percentile'),
      rank: rankShape.refine(({ numerator, denominator }) => numerator <= denominator, { error: 'a rank is at most 1' }),
      from: z.union([z.literal('base.at'), RowRef]),
      to: z.union([z.literal('target.at'), RowRef]),
    }),
    z.strictObject({ kind: z.literal('sum'), amount: RowRef, currency: RowRef }),
  ]),
);
/**
 * What is made of the units.
 *
 * - `count`: how many reached the target, or how many there are where no target is named.
 * - `share`: of these, how many reached the target; never above 1.
 * - `ratio`: entries into the target over entries into the base, each by its own date; may exceed 1.
 * - `percentile`: nearest rank of the milliseconds `from` … `to`; units that have no end yet rank after all that have.
 * - `sum`: of minor units, by currency, never mixed.
 */
export type Measure = z.infer<typeof measureShape>;
export const Measure: z.ZodType<Measure> = measureShape;
