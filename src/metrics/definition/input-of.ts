import type { FormulaInput } from './formula.js';
import type { FactMetric } from './metric.js';

/**
 * A metric's figure as an input of a formula.
 *
 * @param shift - Periods before the one asked for: 1 is the previous one of the same kind.
 * @example
 * ```ts
 * import { inputOf, mqlVolume, parseMetric } from 'revpact/metrics';
 *
 * const growth = parseMetric({
 *   id: 'mqls_over_those_before',
 *   title: 'MQLs over those of the period before',
 *   question: 'How many MQLs were there for each one of the period before?',
 *   hides: 'What they are worth.',
 *   source: 'Ours.',
 *   unit: 'period',
 *   dimensions: [],
 *   measure: {
 *     kind: 'formula',
 *     steps: [{ name: 'growth', op: 'divide', left: { input: 'now' }, right: { input: 'before' } }],
 *     of: 'number',
 *     digits: 2,
 *     rounding: 'half-even',
 *   },
 *   basis: { kind: 'formula', inputs: { now: inputOf(mqlVolume), before: inputOf(mqlVolume, 1) } },
 * });
 * growth.unit // => 'period'
 * ```
 */
export const inputOf = ({ unit, measure, basis }: FactMetric, shift = 0): FormulaInput => ({ unit, measure, basis, shift });
