import { RevpactError } from '../../kernel/issue.js';
import { previousPeriod, type Period } from '../../vocabulary/period.js';
import type { GroupRef } from '../definition/column-ref.js';
import { dimensionIssues } from '../definition/dimension.js';
import { isFormula, type MetricDefinition } from '../definition/metric.js';
import { metricsIssue } from '../issues.js';
import type { Counted, MetricOptions } from './candidate.js';

/** One figure that a metric is made of: its only one, or an input of its formula. */
export interface Input extends Counted {
  /** Empty for the only one. */
  readonly name: string;
  readonly options: MetricOptions;
  /** Those of the columns grouped by that it has. */
  readonly groupBy: readonly GroupRef[];
}

/** The figures of a metric, each over its own period and by its own columns. */
export const inputsOf = (definition: MetricDefinition, groupBy: readonly GroupRef[], options: MetricOptions): readonly Input[] => {
  if (!isFormula(definition)) return [{ name: '', measure: definition.measure, basis: definition.basis, options, groupBy }];
  return Object.entries(definition.basis.inputs).map(([name, { measure, basis, shift }]) => ({
    name,
    measure,
    basis,
    options: shift === 0 ? options : { ...options, period: inputPeriod(options.period, shift) },
    groupBy: groupBy.filter((ref) => dimensionIssues(ref, basis, measure, []).length === 0),
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
