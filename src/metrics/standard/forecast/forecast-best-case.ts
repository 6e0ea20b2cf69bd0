import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { revenueWon } from '../revenue/revenue-won.js';
import { pipelineClosing } from './pipeline-closing.js';

/** Revenue won in the period and open pipeline closing in it that is forecast as best case, most likely or commit. */
export const forecastBestCase = /* @__PURE__ */ (() =>
  ({
    id: 'forecast_best_case',
    title: 'Forecast, best case',
    question: 'How much does the period come to, if what is forecast as best case, most likely or commit is won as well?',
    hides: 'How often such forecasts came true. Deals whose expected date lies outside the period, or that have none, and deals that nobody has put into a category.',
    source: 'Salesforce, cumulative roll-up BestCaseForecast: best case, most likely and commit, and closed.',
    unit: 'period',
    dimensions: [],
    measure: {
      kind: 'formula',
      steps: [{ name: 'forecast', op: 'add', left: { input: 'won' }, right: { input: 'open' } }],
      of: 'money',
      digits: 2,
      rounding: 'half-even',
    },
    basis: {
      kind: 'formula',
      inputs: {
        won: inputOf(revenueWon),
        open: inputOf({
          ...pipelineClosing,
          basis: {
            ...pipelineClosing.basis,
            where: [...pipelineClosing.basis.where, { column: 'row.forecast', is: 'one_of', values: ['best_case', 'most_likely', 'commit'] }],
          },
        }),
      },
    },
  }) as const satisfies FormulaMetric)();
