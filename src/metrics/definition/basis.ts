import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Milestone } from '../../vocabulary/framework.js';
import type { FactKey } from './column.js';
import { RowRef } from './column-ref.js';
import { Filter, PlainFilter } from './filter.js';
import { ROW_TABLES } from './row-tables.js';

const where = /* @__PURE__ */ schema(() => z.array(Filter).max(32).readonly());

const maturityShape = /* @__PURE__ */ schema(() => z.union([z.enum(['flag', 'decided']), z.strictObject({ olderThanMs: z.int().min(1) })]));
/**
 * What becomes of units that have had little time.
 *
 * - `flag`: they count, and how many are still open is said beside the figure.
 * - `decided`: those still open are left out.
 * - `olderThanMs`: only units whose base lies at least so many milliseconds before asOf count: the matured part of a cohort.
 */
export type Maturity = z.infer<typeof maturityShape>;
export const Maturity: z.ZodType<Maturity> = maturityShape;

export const milestoneShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('milestone'),
    of: z.enum(['lead', 'account']),
    base: z.strictObject({ milestone: Milestone, pick: z.enum(['first', 'last', 'every']) }),
    target: z.strictObject({ milestone: Milestone, reach: z.enum(['strict', 'reached']) }).nullable(),
    order: z.enum(['at_or_after', 'after']),
    tie: z.enum(['log_order', 'same_moment']),
    window: z.strictObject({ ms: z.int().min(1), edge: z.enum(['[)', '[]']) }).nullable(),
    cohort: z.enum(['base.at', 'target.at', 'own']),
    maturity: maturityShape,
    where,
  }),
);
/**
 * Units are entries into a stage of the base milestone, in the order of `(enteredAt, enteredOrder, visit)`: the first of all
 * time of a lead (or of an account, over all its leads), the last before asOf, or every one. `where` narrows after the pick,
 * so that it never changes which one is first. Each unit is followed to the first entry into a stage of the target milestone.
 *
 * - `reach`: `strict` is a stage of the target milestone itself, `reached` that or one of any later milestone that the
 *   framework maps, for lives that skip stages.
 * - `order`: where the milestones share a stage, `at_or_after` takes the entry itself for its target; `after` asks for a later one.
 * - `tie`: of entries at the same moment the log's order says which came first, or (`same_moment`) a target counts wherever it
 *   stands in the log.
 * - `window`: from the base, its end excluded (`[)`) or included (`[]`); null is until asOf.
 * - `cohort`: by which date a unit belongs to a period; `own` dates base and target entries apart, each picked alike, and
 *   leaves them unlinked.
 *
 * An inferred entry (nobody recorded it; the lead was later said to have left from there) is picked like any other, so
 * that a later one is not taken for the first, and is then in no cohort: its date is not known. As a target it counts
 * from the moment at which it is known to have been reached. A lead of no known account is in no unit of accounts.
 */
export interface MilestoneBasis extends z.infer<typeof milestoneShape> {}

export const rowsShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('rows'),
    table: z.enum(ROW_TABLES),
    date: z.array(RowRef).min(1).max(4).readonly(),
    /** Whether a row that is only planned belongs to its period already. */
    ahead: z.boolean(),
    pick: z
      .strictObject({
        which: z.enum(['first', 'last']),
        per: z.array(RowRef).min(1).max(4).readonly(),
        among: z.array(PlainFilter).max(32).readonly(),
      })
      .nullable(),
    standing: z.strictObject({ until: z.array(RowRef).min(1).max(4).readonly() }).nullable(),
    where,
    target: z
      .discriminatedUnion('is', [
        z.strictObject({ is: z.literal('met'), all: z.array(Filter).min(1).max(32).readonly() }),
        z.strictObject({ is: z.literal('latest'), column: RowRef }),
      ])
      .nullable(),
    settled: z.array(RowRef).max(8).readonly(),
    maturity: maturityShape,
  }),
);
/**
 * Units are rows of a fact table. `date` puts a row into a period: the latest of these moments that has happened. One
 * that is only planned has not happened at or after asOf (unless `ahead`); a row dated by nothing else belongs to no period
 * until it has come.
 *
 * - `pick`: of the rows that meet `among` and agree in the columns `per`, the first or the last by date, then by place in the log
 *   (its `order`, where the table has one) and by what identifies it; null is every row. A row with a null in `per` is never
 *   picked. `where` narrows after it.
 * - `standing`: instead of happening in the period, a unit stands at its end (or at asOf where that is earlier): its date is
 *   before that moment, and none of `until` is.
 * - A target is met by conditions on the row, or by a moment's being the latest of `date` (the last outcome wins). A row that
 *   has not met its target is still open until one of the `settled` moments, of which planned ones settle when they have come.
 */
export interface RowsBasis extends z.infer<typeof rowsShape> {}

const factBasisShape = /* @__PURE__ */ schema(() => z.discriminatedUnion('kind', [milestoneShape, rowsShape]));
/** What the units of a metric are: entries into stages, or rows of a fact table. */
export type FactBasis = MilestoneBasis | RowsBasis;
export const FactBasis: z.ZodType<FactBasis> = factBasisShape;

/** The table that `row.` columns of a metric point into. */
export const tableOf = (basis: FactBasis): FactKey => (basis.kind === 'milestone' ? 'stageVisits' : basis.table);
