import { RevpactError } from '../../kernel/issue.js';
import { previousPeriod, type Period } from '../../vocabulary/period.js';
import type { GroupRef } from '../definition/column-ref.js';
import { dimensionIssues } from '../definition/dimension.js';
import type { FactMeasure } from '../definition/measure.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';
import { metricsIssue } from '../issues.js';
import type { Counted, MetricOptions } from './candidate.js';
import { rateTable, type RateTable } from './money.js';

/** One figure that a metric is made of: its only one, or an input of its formula. */
export interface Input extends Counted {
  /** Empty for the only one. */
  readonly name: string;
  readonly options: MetricOptions;
  /** Those of the columns grouped by that it has. */
  readonly groupBy: readonly GroupRef[];
  /** The rates that its money is converted by, read once; null where it converts none. */
  readonly rates: () => RateTable | null;
}

/** The rates that a measure converts by. */
export const ratesFor = (measure: FactMeasure, { rates, period }: MetricOptions): RateTable | null =>
  'convert' in measure && measure.convert !== null ? rateTable(rates ?? [], measure.convert.to, period.zone) : null;

/** The figures of a metric, each over its own period and by its own columns. */
export const inputsOf = (definition: MetricDefinition, groupBy: readonly GroupRef[], options: MetricOptions): readonly Input[] => {
  // Inputs of a formula share a period's zone, and mostly the currency.
  const tables = new Map<string, RateTable | null>();
  const ratesOf = (measure: FactMeasure) => (): RateTable | null => {
    const to = 'convert' in measure && measure.convert !== null ? measure.convert.to : '';
    const found = tables.get(to) ?? ratesFor(measure, options);
    tables.set(to, found);
    return found;
  };
  if (!isFormula(definition)) {
    const { measure, basis } = definition;
    return [{ name: '', measure, basis, options, groupBy, rates: ratesOf(measure) }];
  }
  return Object.entries(definition.basis.inputs).map(([name, { measure, basis, shift }]) => ({
    name,
    measure,
    basis,
    options: shift === 0 ? options : { ...options, period: inputPeriod(options.period, shift) },
    groupBy: groupBy.filter((ref) => dimensionIssues(ref, basis, measure, []).length === 0),
    rates: ratesOf(measure),
  }));
};

/**
 * The period so many before one of the same kind. Throws a `RevpactError` with `metrics.no_earlier_period` where the label
 * names none that has one before it.
 */
export const inputPeriod = (period: Period, shift: number): Period => {
  let found = period;
  for (let i = 0; i < shift; i += 1) {
    const earlier = previousPeriod(found);
    if (earlier === null) throw new RevpactError([metricsIssue('no_earlier_period', { label: found.label })]);
    found = earlier;
  }
  return found;
};
