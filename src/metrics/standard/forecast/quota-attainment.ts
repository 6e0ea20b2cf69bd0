import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { revenueQuota } from './revenue-quota.js';

/** Revenue won in the period over the revenue quota of the whole period. */
export const quotaAttainmentMetric = /* @__PURE__ */ (() =>
  ({
    id: 'quota_attainment',
    title: 'Quota attainment',
    question: 'How much of the revenue quota of the period has been won?',
    hides: 'How much of the period is left. Whether the quota was reasonable, and ramps and leave that it did not allow for. Where persons and their team both have quotas on record, both are in it.',
    source: 'Rekener: 235 of 250 is 94 %.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'attainment', op: 'divide', left: { input: 'won' }, right: { input: 'quota' } }],
      of: 'number',
      digits: 4,
      rounding: 'half-even',
    },
    basis: { kind: 'formula', inputs: { won: inputOf(revenueWon), quota: inputOf(revenueQuota) } },
  }) as const satisfies FormulaMetric)();
