import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';
import { opportunitiesWon } from '../revenue/opportunities-won.js';

/** Opportunities won in the period over opportunities opened in it: each side by its own date, so that it can exceed 1. */
export const periodWinRate = /* @__PURE__ */ (() =>
  ({
    id: 'period_win_rate',
    title: 'Win rate, won in the period over created in it',
    question: 'How many opportunities were won for each one opened in the period?',
    hides: 'That those won are not those opened: it rises when fewer are opened, and can exceed 1.',
    source: 'Rekener; the choice of 41 % of practitioners in a poll of salesvelocitylabs.com.',
    unit: 'period',
    dimensions: ['row.type'],
    measure: {
      kind: 'formula',
      steps: [{ name: 'rate', op: 'divide', left: { input: 'won' }, right: { input: 'created' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { won: inputOf(opportunitiesWon), created: inputOf(opportunitiesCreated) } },
  }) as const satisfies FormulaMetric)();
