import type { FactMetric } from '../../definition/metric.js';
import { closedWinRate } from './win-rate.js';

/** Won over won and lost, of the opportunities closed in the period with an amount above zero, by count. */
export const winRateWithAmount = /* @__PURE__ */ (() =>
  ({
    ...closedWinRate,
    id: 'win_rate_with_amount',
    title: 'Win rate, of closed with an amount',
    question: 'Of the opportunities worth something and closed in the period, how many were won?',
    hides: 'Deals lost before anybody named a price, which makes it look better than it is.',
    source: 'Zero amounts as a choice that win rates leave unsaid; by count.',
    dimensions: ['row.type'],
    basis: { ...closedWinRate.basis, where: [{ column: 'row.amountMinor', is: 'at_least', value: 1 }] },
  }) as const satisfies FactMetric)();
