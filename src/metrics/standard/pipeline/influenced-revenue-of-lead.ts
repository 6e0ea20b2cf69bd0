import type { FactMetric } from '../../definition/metric.js';
import { influencedWinsOfLead } from './influenced-wins-of-lead.js';

/** Of the revenue won in the period, the value of opportunities whose lead marketing touched before they were won. */
export const influencedRevenueOfLead = /* @__PURE__ */ (() =>
  ({
    ...influencedWinsOfLead,
    id: 'influenced_revenue_of_lead',
    title: 'Marketing-influenced revenue, before close, touches of the lead',
    question: 'How much of the revenue won in the period is of opportunities whose lead marketing touched before they were won?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
