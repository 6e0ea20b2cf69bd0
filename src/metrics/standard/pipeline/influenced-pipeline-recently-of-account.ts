import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesRecentlyOfAccount } from './influenced-opportunities-recently-of-account.js';

/** Of the pipeline opened in the period, the value of opportunities whose account marketing touched in the 90 days before they were opened. */
export const influencedPipelineRecentlyOfAccount = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesRecentlyOfAccount,
    id: 'influenced_pipeline_recently_of_account',
    title: 'Marketing-influenced pipeline, within 90 days before creation, touches of the account',
    question: 'How much of the pipeline opened in the period is of opportunities whose account marketing touched in the 90 days before they were opened?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
