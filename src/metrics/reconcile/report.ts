import type { Instant } from '../../kernel/instant.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import { factSource, type FactSource, type FactsIn } from '../engine/source.js';

/** What had happened and was known when facts were made. */
export interface Horizon {
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
}

/**
 * Where facts come from: facts as they are, or a function that makes them as of a moment, such as
 * `(horizon) => factsFrom(framework, resolve(events, horizon)).facts`. Only with a function can a difference be put down to
 * what was recorded late.
 */
export type Data = FactsIn | ((horizon: Horizon) => FactsIn);

/** One side's number: what it means, over which facts, and who says it. */
export interface Report {
  /** Whose it is, for sentences: "marketing". */
  readonly label: string;
  readonly definition: MetricDefinition;
  readonly data: Data;
  readonly options: MetricOptions;
  /** The currency in which sums are compared; needed where a metric has several and converts to none. */
  readonly currency?: string;
}

/**
 * A report whose definition is otherwise in part. Parts of two definitions need not fit together, which the compiler cannot
 * know: `isMeaningful` is asked before any number is made of it.
 */
export const redefined = (report: Report, change: Partial<Pick<MetricDefinition, 'unit' | 'measure' | 'basis'>>): Report => ({
  ...report,
  definition: { ...report.definition, ...change } as MetricDefinition,
});

/** Facts of a report, made once for each binding and horizon. */
export type FactsOf = (report: Report) => FactSource;

export const factsOnce = (): FactsOf => {
  const made = new Map<Data, Map<string, FactSource>>();
  return ({ data, options: { asOf, knownBy = null } }) => {
    const byHorizon = made.get(data) ?? new Map<string, FactSource>();
    made.set(data, byHorizon);
    const name = typeof data === 'function' ? `${String(asOf)} ${String(knownBy)}` : '';
    const found = byHorizon.get(name) ?? factSource(typeof data === 'function' ? data({ asOf, knownBy }) : data);
    byHorizon.set(name, found);
    return found;
  };
};
