import type { Instant } from '../../kernel/instant.js';
import { toDecimal } from '../../kernel/quotient.js';
import type { Period } from '../../vocabulary/period.js';
import type { FactMeasure } from '../definition/measure.js';
import { definitionHash, isFormula, type Measure, type MetricDefinition } from '../definition/metric.js';
import type { Inapplicable } from './applicable.js';
import type { MetricOptions } from './candidate.js';
import { formulaValue, type FormulaValue } from './formula.js';
import type { GroupKey } from './group.js';
import type { FactTally, FractionTally, PercentileTally, SumTally, Tally, TallyGroup, ValueShareTally } from './tally.js';

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
  /**
   * The digest of the records behind the number, where `options.digest` asked for it: another one later says that a record
   * changed, came or went.
   */
  readonly records: string | null;
}

/** Integers with the quotient made of them: decimal text, `null` over nothing; a count's digits; a mean in milliseconds. */
export interface FractionFigure extends FractionTally {
  readonly value: string | null;
}

/** Shares by amount; `value` is that of the converted amounts, or of the only currency, else null. */
export interface ValueShareFigure extends ValueShareTally {
  readonly value: string | null;
}

/** What arithmetic made of other figures, with these. */
export interface FormulaFigure extends FormulaValue {
  readonly kind: 'formula';
  readonly inputs: Readonly<Record<string, FactFigure>>;
}

/** The figures of facts. */
export type FactFigure = FractionFigure | ValueShareFigure | PercentileTally | SumTally;
/** The figures of a metric, or of one of its groups. */
export type Figure = FactFigure | FormulaFigure;

/** One member of the columns grouped by, with its figure. */
export type Group = { readonly key: GroupKey } & Figure;

interface Grouped {
  readonly applicable: true;
  /** In the order of their members, `null` last; empty unless there are columns to group by. */
  readonly groups: readonly Group[];
}

/** A number with what it was made from. `kind` says which figures it has; an inapplicable metric has none. */
export type MetricResult =
  | (MetricHead & Grouped & FractionFigure)
  | (MetricHead & Grouped & ValueShareFigure)
  | (MetricHead & Grouped & PercentileTally)
  | (MetricHead & Grouped & SumTally)
  | (MetricHead & Grouped & FormulaFigure)
  | (MetricHead & { readonly applicable: false; readonly kind: 'inapplicable'; readonly reason: Inapplicable });

/**
 * A result from exact integers, wherever they were computed: in process or by a warehouse.
 *
 * @param total - Of all units.
 * @param groups - Of each group, in order.
 * @param records - The digest of the records behind it, where there is one.
 */
export const resultOf = (
  definition: MetricDefinition,
  total: Tally,
  groups: readonly TallyGroup[],
  options: MetricOptions,
  records: string | null = null,
): MetricResult => ({
  ...headOf(definition, options, records),
  applicable: true,
  ...figureOf(definition, total, options),
  groups: groups.map(({ key, tally }) => ({ key, ...figureOf(definition, tally, options) })),
});

/** The result of a metric that has no number in its framework. */
export const notApplicable = (definition: MetricDefinition, reason: Inapplicable, options: MetricOptions): MetricResult => ({
  ...headOf(definition, options, null),
  applicable: false,
  kind: 'inapplicable',
  reason,
});

const headOf = (definition: MetricDefinition, { period, asOf, knownBy }: MetricOptions, records: string | null): MetricHead => ({
  metric: definition.id,
  title: definition.title,
  definitionHash: definitionHash(definition),
  unit: definition.unit,
  measure: definition.measure.kind,
  period,
  asOf,
  knownBy: knownBy ?? null,
  records,
});

const figureOf = (definition: MetricDefinition, tally: Tally, { parameters }: MetricOptions): Figure => {
  if (isFormula(definition)) {
    if (tally.kind !== 'formula') throw new Error('a formula is tallied by its inputs');
    const inputs = Object.entries(definition.basis.inputs).flatMap(([name, { measure }]) => {
      const found = tally.inputs[name];
      return found === undefined ? [] : [[name, factFigure(measure, found)] as const];
    });
    return { kind: 'formula', ...formulaValue(definition, tally, parameters ?? {}), inputs: Object.fromEntries(inputs) };
  }
  if (tally.kind === 'formula') throw new Error('only a formula is tallied by inputs');
  return factFigure(definition.measure, tally);
};

const factFigure = (measure: FactMeasure, tally: FactTally): FactFigure => {
  switch (tally.kind) {
    case 'fraction': {
      const divided = measure.kind === 'share' || measure.kind === 'ratio' || measure.kind === 'mean';
      return { ...tally, value: divided ? toDecimal(tally, measure.digits, measure.rounding) : String(tally.numerator) };
    }
    case 'value_share': {
      if (measure.kind !== 'value_share') throw new Error('a share by amount of another measure');
      const [only, ...more] = tally.shares;
      const share = measure.convert === null ? (more.length === 0 ? (only ?? null) : null) : tally.converted;
      return { ...tally, value: share === null ? null : toDecimal(share, measure.digits, measure.rounding) };
    }
    case 'percentile':
    case 'sum':
      return tally;
  }
};
