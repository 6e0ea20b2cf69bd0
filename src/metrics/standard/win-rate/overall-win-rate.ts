import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';
import { opportunitiesClosed } from '../revenue/opportunities-closed.js';
import { opportunitiesWon } from '../revenue/opportunities-won.js';

/** Won in the period over all that were there to win: closed in the period, or open at its end. */
export const overallWinRate = /* @__PURE__ */ (() =>
  ({
    id: 'overall_win_rate',
    title: 'Win rate, of all of any status',
    question: 'Of all opportunities that were closed in the period or stood open at its end, how many were won?',
    hides: 'That an open one is not lost: a growing pipeline lowers it, and clearing out dead deals changes nothing.',
    source: 'Copper, opportunity win rate: won over opportunities of any status.',
    unit: 'period',
    dimensions: ['row.type'],
    measure: {
      kind: 'formula',
      steps: [
        { name: 'all', op: 'add', left: { input: 'closed' }, right: { input: 'open' } },
        { name: 'rate', op: 'divide', left: { input: 'won' }, right: { step: 'all' } },
      ],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        won: inputOf(opportunitiesWon),
        closed: inputOf(opportunitiesClosed),
        // By the same rows as the closed ones, so that a deal is one or the other and never both.
        open: inputOf({ ...opportunitiesCreated, basis: { ...opportunitiesCreated.basis, standing: { until: ['row.wonAt', 'row.lostAt'] } } }),
      },
    },
  }) as const satisfies FormulaMetric)();
