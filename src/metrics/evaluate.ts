import { unwrap } from '../kernel/result.js';
import type { Facts } from '../vocabulary/fact.js';
import { inapplicable } from './applicable.js';
import type { MetricOptions } from './candidate.js';
import { safeParseGroupBy } from './group.js';
import type { MetricDefinition } from './metric.js';
import { notApplicable, resultOf, type MetricResult } from './result.js';
import { tallyOf } from './tally.js';

/**
 * The exact value of a metric over facts. A moment in them at or after `asOf` has not happened, nor has what it tells.
 *
 * That is all that can be taken back. Some things a fact row says only as they stood at the log's end: an
 * opportunity's outcome, amount and person; a meeting's moments, its start and its reschedulings; a lead's source, campaign
 * and owner; a hand-off's attempts; a clock's excuse. Figures that read these, as of a moment before the log's end, need
 * facts made as of it: of `resolve(events, { asOf })`.
 *
 * A milestone that the framework does not map makes the metric inapplicable. Facts are taken to be keyed as their
 * tables say: one row a lead, visit, delivery. Throws a `RevpactError` for columns to group by that do not exist
 * (`safeParseGroupBy` reads them without throwing).
 *
 * @example
 * ```ts
 * import { evaluate, mqlVolume } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'Europe/Berlin');
 * if (period === null) throw new Error('no such period');
 * const result = evaluate(mqlVolume, NO_FACTS, { framework: sirius2006, period, asOf: period.end });
 * result.kind === 'fraction' ? result.value : null // => '0'
 * ```
 */
export const evaluate = (definition: MetricDefinition, facts: Facts, options: MetricOptions): MetricResult => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? []));
  const reason = inapplicable(definition, options.framework);
  if (reason !== null) return notApplicable(definition, reason, options);
  const [all] = tallyOf(definition, facts, { ...options, groupBy: [] });
  if (all === undefined) throw new Error('a tally without groups has exactly one');
  return resultOf(definition, all.tally, groupBy.length === 0 ? [] : tallyOf(definition, facts, { ...options, groupBy }), options);
};
