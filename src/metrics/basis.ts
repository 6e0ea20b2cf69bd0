import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { Milestone } from '../vocabulary/framework.js';
import type { FactKey } from './column.js';
import { RowRef } from './column-ref.js';
import { Filter } from './filter.js';

/** Fact tables whose rows a metric may count. */
export const ROW_TABLES = ['handOffs', 'opportunities', 'clocks', 'exits', 'meetings', 'activities'] as const satisfies readonly FactKey[];

const where = /* @__PURE__ */ schema(() => z.array(Filter).max(32).readonly());

const milestoneShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('milestone'),
    base: z.strictObject({ milestone: Milestone, pick: z.enum(['first', 'last', 'every']) }),
    target: z.strictObject({ milestone: Milestone }).nullable(),
    window: z.strictObject({ ms: z.int().min(1), edge: z.literal('[)') }).nullable(),
    cohort: z.enum(['base.at', 'target.at', 'own']),
    maturity: z.literal('flag'),
    where,
  }),
);
/**
 * Units are entries into a stage of the base milestone, in the order of `(enteredAt, enteredOrder, visit)`: a lead's first of
 * all time, its last before asOf, or every one. `where` narrows after the pick, so that it never changes which one is
 * first. Each unit is followed to the first entry into a stage of the target milestone at or after it in that order, within
 * the window (from the base, its end excluded) or, where that is null, until asOf. Where the milestones share a stage, that
 * can be the entry itself: the unit has then reached its target at once. `cohort` says by which date a unit belongs to a period;
 * `own` dates base and target entries apart, each picked alike, and leaves them unlinked.
 *
 * An inferred entry (nobody recorded it; the lead was later said to have left from there) is picked like any other, so
 * that a later one is not taken for the first, and is then in no cohort: its date is not known. As a target it counts
 * from the moment at which it is known to have been reached.
 */
export interface MilestoneBasis extends z.infer<typeof milestoneShape> {}

const rowsShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    kind: z.literal('rows'),
    table: z.enum(ROW_TABLES),
    date: z.array(RowRef).min(1).max(4).readonly(),
    where,
    target: z
      .discriminatedUnion('is', [
        z.strictObject({ is: z.literal('met'), all: z.array(Filter).min(1).max(32).readonly() }),
        z.strictObject({ is: z.literal('latest'), column: RowRef }),
      ])
      .nullable(),
    settled: z.array(RowRef).max(8).readonly(),
    maturity: z.literal('flag'),
  }),
);
/**
 * Units are rows of a fact table. `date` puts a row into a period: the latest of these moments that has happened. One
 * that is only planned (`row.dueAt`, `row.startsAt`) has not happened at or after asOf; a row dated by nothing else belongs
 * to no period until it has come. A target is met by conditions on the row, or by a moment's being the latest of `date` (the
 * last outcome wins). A row that has not met its target is still open until one of the `settled` moments.
 */
export interface RowsBasis extends z.infer<typeof rowsShape> {}

const basisShape = /* @__PURE__ */ schema(() => z.discriminatedUnion('kind', [milestoneShape, rowsShape]));
/** What the units of a metric are: entries into stages, or rows of a fact table. */
export type Basis = MilestoneBasis | RowsBasis;
export const Basis: z.ZodType<Basis> = basisShape;

/** The table that `row.` columns of a metric point into. */
export const tableOf = (basis: Basis): FactKey => (basis.kind === 'milestone' ? 'stageVisits' : basis.table);
