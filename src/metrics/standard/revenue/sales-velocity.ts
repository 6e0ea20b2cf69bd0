import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';
import { pipelineCreated } from '../pipeline/pipeline-created.js';
import { createdWinRateMetric } from '../win-rate/created-win-rate.js';
import { salesCycleWonMean } from './sales-cycle-won-mean.js';

/**
 * Opportunities × win rate × average deal ÷ cycle, a day, all four of one cohort: the opportunities opened in the period
 * of which an amount is on record, with the win rate of created.
 */
export const salesVelocityMetric = /* @__PURE__ */ (() => {
  const where = [
    { column: 'row.amountMinor', is: 'not_null' },
    { column: 'row.currency', is: 'not_null' },
  ] as const;
  const won = { is: 'met', all: [{ column: 'row.wonAt', is: 'not_null' }] } as const;
  const basis = { ...opportunitiesCreated.basis, where };
  return {
    id: 'sales_velocity',
    title: 'Sales velocity, of one cohort',
    question: 'How much a day do the opportunities opened in the period bring in?',
    hides: 'Which of its four parts moved. A young cohort has few wins, and its wins are the quick ones. Days are days of the calendar.',
    source: 'nrev.ai: 50 opportunities × 10,000 × 20 % ÷ 30 days = 3,333.33 a day. metrickit: parts of different cohorts are the usual mistake.',
    unit: 'period',
    dimensions: ['row.type'],
    measure: {
      kind: 'formula',
      steps: [
        { name: 'deal', op: 'divide', left: { input: 'value' }, right: { input: 'won' } },
        { name: 'wins', op: 'multiply', left: { input: 'opportunities' }, right: { input: 'win_rate' } },
        { name: 'expected', op: 'multiply', left: { step: 'wins' }, right: { step: 'deal' } },
        { name: 'per_millisecond', op: 'divide', left: { step: 'expected' }, right: { input: 'cycle' } },
        { name: 'per_day', op: 'multiply', left: { step: 'per_millisecond' }, right: { number: '86400000' } },
      ],
      of: 'money',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        opportunities: inputOf({ ...opportunitiesCreated, basis }),
        win_rate: inputOf({ ...createdWinRateMetric, basis: { ...createdWinRateMetric.basis, where } }),
        won: inputOf({ ...opportunitiesCreated, basis: { ...basis, target: won } }),
        value: inputOf({ ...pipelineCreated, basis: { ...pipelineCreated.basis, where, target: won } }),
        cycle: inputOf({ ...salesCycleWonMean, basis }),
      },
    },
  } as const satisfies FormulaMetric;
})();
