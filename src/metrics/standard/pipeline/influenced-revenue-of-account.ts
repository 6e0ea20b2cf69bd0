import type { FactMetric } from '../../definition/metric.js';
import { influencedWinsOfAccount } from './influenced-wins-of-account.js';

/** Of the revenue won in the period, the value of opportunities whose account marketing touched before they were won. */
export const influencedRevenueOfAccount = /* @__PURE__ */ (() =>
  ({
    ...influencedWinsOfAccount,
    id: 'influenced_revenue_of_account',
    title: 'Marketing-influenced revenue, before close, touches of the account',
    question: 'How much of the revenue won in the period is of opportunities whose account marketing touched before they were won?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
