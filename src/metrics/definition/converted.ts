import type { Currency } from '../../vocabulary/money.js';
import type { FactMeasure } from './measure.js';
import { isFormula, type MetricDefinition } from './metric.js';

/** Into which currency, at the rate of which day, and how the sum is rounded to its minor unit. */
export interface Conversion {
  readonly to: Currency;
  readonly at: 'unit' | 'period_end';
  readonly rounding: Extract<FactMeasure, { readonly kind: 'share' }>['rounding'];
}

/**
 * The same metric with its money in one currency: of a formula every input that adds up money. Rates are given when it is
 * evaluated, each pair of currencies written down; where one is missing there is no converted figure. A metric without
 * money stays as it is; one that converts has a hash of its own.
 *
 * @example
 * ```ts
 * import { converted, revenueWon } from 'revpact/metrics';
 *
 * const inEuro = converted(revenueWon, { to: 'EUR', at: 'unit', rounding: 'half-even' });
 * 'convert' in inEuro.measure && inEuro.measure.convert?.to // => 'EUR'
 * ```
 */
export const converted = (definition: MetricDefinition, convert: Conversion): MetricDefinition => {
  if (!isFormula(definition)) return { ...definition, measure: inOne(definition.measure, convert) };
  const inputs = Object.entries(definition.basis.inputs).map(
    ([name, input]) => [name, { ...input, measure: inOne(input.measure, convert) }] as const,
  );
  return { ...definition, basis: { kind: 'formula', inputs: Object.fromEntries(inputs) } };
};

const inOne = (measure: FactMeasure, convert: Conversion): FactMeasure =>
  measure.kind === 'sum' || measure.kind === 'value_share' ? { ...measure, convert } : measure;
