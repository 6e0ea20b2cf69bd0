import type { FactMetric } from '../../definition/metric.js';
import { influencedOpportunitiesBeforeCreationOfAccount } from './influenced-opportunities-before-creation-of-account.js';

/** Of the pipeline opened in the period, the value of opportunities whose account marketing touched before they were opened. */
export const influencedPipelineBeforeCreationOfAccount = /* @__PURE__ */ (() =>
  ({
    ...influencedOpportunitiesBeforeCreationOfAccount,
    id: 'influenced_pipeline_before_creation_of_account',
    title: 'Marketing-influenced pipeline, before creation, touches of the account',
    question: 'How much of the pipeline opened in the period is of opportunities whose account marketing touched before they were opened?',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
