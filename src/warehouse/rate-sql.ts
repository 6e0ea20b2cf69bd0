import type { Instant } from '../kernel/instant.js';
import type { FactMeasure } from '../metrics/definition/measure.js';
import type { MetricOptions } from '../metrics/engine/candidate.js';
import { ratesFor } from '../metrics/engine/inputs.js';
import { integer, type Dialect } from './dialect.js';

/** From when on each rate of a currency applies, ascending. */
export type RateSteps = ReadonlyMap<string, readonly Instant[]>;

/** The rates of a measure that converts each unit at that of its own date; none otherwise. */
export const stepsFor = (measure: FactMeasure, options: MetricOptions): RateSteps => {
  const table = 'convert' in measure && measure.convert?.at === 'unit' ? ratesFor(measure, options) : null;
  return new Map(Array.from(table?.rates ?? [], ([currency, list]) => [currency, list.map(({ since }) => since)]));
};

/**
 * How many rates of its currency had begun by a unit's date: 0 where none had. What a rate is worth is left to `decode`,
 * which multiplies exactly. Nested halving keeps a statement of thousands of daily rates shallow.
 */
export const rateSql = (currency: string, at: string, steps: RateSteps, { text }: Dialect): string => {
  const cases = [...steps].map(([code, starts]) => `WHEN ${currency} = ${text(code)} THEN ${halved(at, starts, 0, starts.length)}`);
  return cases.length === 0 ? '0' : `CASE ${cases.join(' ')} ELSE 0 END`;
};

/** The number of `starts` at or before a moment, known to be `low` to `high`. */
const halved = (at: string, starts: readonly Instant[], low: number, high: number): string => {
  if (low === high) return String(low);
  const middle = (low + high) >> 1;
  const start = starts[middle] ?? 0;
  return `CASE WHEN ${at} < ${integer(start)} THEN ${halved(at, starts, low, middle)} ELSE ${halved(at, starts, middle + 1, high)} END`;
};
