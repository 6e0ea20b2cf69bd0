import type { Instant } from '../kernel/instant.js';
import { toDecimal } from '../kernel/quotient.js';
import type { Period } from '../vocabulary/period.js';
import type { Inapplicable } from './applicable.js';
import type { MetricOptions } from './candidate.js';
import type { GroupKey } from './group.js';
import type { Measure } from './measure.js';
import { definitionHash, type MetricDefinition } from './metric.js';
import type { FractionTally, PercentileTally, SumTally, Tally, TallyGroup } from './tally.js';

/** What identifies a number: its definition, and as of when it was looked at and known. */
export interface MetricHead {
  readonly metric: string;
  readonly title: string;
  readonly definitionHash: string;
  readonly unit: string;
  /** What was made of the units: a count's denominator is 1 and means nothing. */
  readonly measure: Measure['kind'];
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
}

/** Integers with the quotient made of them: decimal text, `null` over nothing; a count's digits. */
export interface FractionFigure extends FractionTally {
  readonly value: string | null;
}
/** The figures of a metric, or of one of its groups. */
export type Figure = FractionFigure | PercentileTally | SumTally;

/** One member of the columns grouped by, with its figure. */
export type Group = { readonly key: GroupKey } & Figure;

interface Grouped {
  readonly applicable: true;
  /** In the order of their members, `null` last; empty unless `groupBy` was asked for. */
  readonly groups: readonly Group[];
}

/** A number with what it was made from. `kind` says which figures it has; an inapplicable metric has none. */
export type MetricResult =
  | (MetricHead & Grouped & FractionFigure)
  | (MetricHead & Grouped & PercentileTally)
  | (MetricHead & Grouped & SumTally)
  | (MetricHead & { readonly applicable: false; readonly kind: 'inapplicable'; readonly reason: Inapplicable });

/**
 * A result from exact integers, wherever they were computed: in process or by a warehouse.
 *
 * @param total - Of all units.
 * @param groups - Of each group, in order.
 */
export const resultOf = (
  definition: MetricDefinition,
  total: Tally,
  groups: readonly TallyGroup[],
  options: MetricOptions,
): MetricResult => ({
  ...headOf(definition, options),
  applicable: true,
  ...figureOf(definition, total),
  groups: groups.map(({ key, tally }) => ({ key, ...figureOf(definition, tally) })),
});

/** The result of a metric that has no number in its framework. */
export const notApplicable = (definition: MetricDefinition, reason: Inapplicable, options: MetricOptions): MetricResult => ({
  ...headOf(definition, options),
  applicable: false,
  kind: 'inapplicable',
  reason,
});

const headOf = (definition: MetricDefinition, { period, asOf, knownBy }: MetricOptions): MetricHead => ({
  metric: definition.id,
  title: definition.title,
  definitionHash: definitionHash(definition),
  unit: definition.unit,
  measure: definition.measure.kind,
  period,
  asOf,
  knownBy: knownBy ?? null,
});

const figureOf = ({ measure }: MetricDefinition, tally: Tally): Figure => {
  if (tally.kind !== 'fraction') return tally;
  const divided = measure.kind === 'share' || measure.kind === 'ratio';
  return { ...tally, value: divided ? toDecimal(tally, measure.digits, measure.rounding) : String(tally.numerator) };
};
