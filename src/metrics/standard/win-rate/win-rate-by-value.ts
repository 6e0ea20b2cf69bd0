import type { FactMetric } from '../../definition/metric.js';
import { closedWinRate } from './win-rate.js';

/** Value won over value won and lost, of the opportunities closed in the period, each currency by itself. */
export const winRateByValue = /* @__PURE__ */ (() =>
  ({
    ...closedWinRate,
    id: 'win_rate_by_value',
    title: 'Win rate, of closed, by value',
    question: 'Of the value closed in the period, how much was won?',
    hides: 'How many deals it were: one large deal decides it. Deals without an amount are in no sum and are counted apart.',
    source: 'The win percentage of dbt_salesforce, which is by amount.',
    dimensions: ['row.type'],
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
