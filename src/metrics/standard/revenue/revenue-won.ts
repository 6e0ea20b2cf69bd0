import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesWon } from './opportunities-won.js';

/** Amounts of the opportunities won in the period, by currency. */
export const revenueWon = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesWon,
    id: 'revenue_won',
    title: 'Revenue won',
    question: 'How much was won in the period?',
    hides: 'Over how many years it is paid, and deals without an amount, which are in no sum and are counted apart.',
    source: 'Bookings by closing date.',
    measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: null },
  }) as const satisfies FactMetric)();
