import { unwrap } from '../../kernel/result.js';
import type { MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from './candidate.js';
import { cellOf, cellsOf, groupsOf, totalOf } from './cells.js';
import { safeParseGroupBy } from './group.js';
import { inputsOf } from './inputs.js';
import type { MetricResult } from './result.js';
import type { FactsIn } from './source.js';
import type { TallyGroup } from './tally.js';

/**
 * The exact value of a metric over facts. A moment in them at or after `asOf` has not happened, nor has what it tells.
 *
 * That is all that can be taken back. Some things a fact row says only as they stood at the log's end: an
 * opportunity's outcome, amount and person; a meeting's moments, its start and its reschedulings; a lead's source, campaign
 * and owner; a hand-off's attempts; a clock's excuse. Figures that read these, as of a moment before the log's end, need
 * facts made as of it: of `resolve(events, { asOf })`.
 *
 * A milestone or stage that the framework does not have makes the metric inapplicable. Facts are taken to be keyed as their
 * tables say: one row a lead, visit, delivery. A number in them that is no safe integer is not known.
 *
 * Throws a `RevpactError` for columns to group by that do not exist (`safeParseGroupBy` reads them without throwing), two
 * rates that contradict each other, a parameter that is no decimal text, a formula over earlier periods where none is known,
 * and typed columns that leave out what the metric reads: those say nothing, not "none".
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
export const evaluate = (definition: MetricDefinition, facts: FactsIn, options: MetricOptions): MetricResult => {
  const { create, add, extract } = cellsOf(definition, options);
  return extract(add(create(), facts));
};

/**
 * The exact integers of a metric that applies: one for each group that has units, in order, or exactly one without
 * `groupBy`. What a warehouse returns for the same definition, from the same facts, decodes to the same value. What facts
 * say only as of the log's end is read as it stands, whatever `asOf`: see `evaluate`.
 */
export const tallyOf = (definition: MetricDefinition, facts: FactsIn, options: MetricOptions): readonly TallyGroup[] => {
  const groupBy = unwrap(safeParseGroupBy(definition, options.groupBy ?? []));
  const inputs = inputsOf(definition, groupBy, options);
  const cell = cellOf(inputs, facts);
  return groupBy.length === 0 ? [{ key: {}, tally: totalOf(inputs, cell) }] : groupsOf(inputs, cell, groupBy);
};
