import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';

/** Of the opportunities opened in the period, those won since; the open ones count against it. */
export const createdWinRateMetric = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'created_win_rate',
    title: 'Win rate, of created',
    question: 'Of the opportunities opened in the period, how many were won since?',
    hides: 'That a young cohort has had no time: look at the open ones. Deals opened earlier and won in the period.',
    source: 'Varicent, created win rate: 3 won of 100 created, 7 lost and 90 open, are 3 %, where the close rate is 30 %.',
    dimensions: ['row.type'],
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...opportunitiesCreated.basis,
      target: { is: 'met', all: [{ column: 'row.wonAt', is: 'not_null' }] },
      settled: ['row.lostAt'],
    },
  }) as const satisfies FactMetric)();
