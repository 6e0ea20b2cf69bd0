import type { FactMetric } from '../../definition/metric.js';
import { inquiryToWonRate } from './inquiry-to-won-rate.js';

/** Of the accounts whose first inquiry lies in the period, the share of which any lead was won before asOf. */
export const inquiryToWonRateAccounts = /* @__PURE__ */ (() =>
  ({
    ...inquiryToWonRate,
    id: 'inquiry_to_won_rate_accounts',
    title: 'Inquiry-to-won conversion rate, by account',
    question: 'Of the accounts that first inquired in the period, how many became customers since?',
    hides: 'How long it took. A recent cohort is immature: its open members may still convert. Leads of no known account are in none.',
    source: 'SiriusDecisions, 2017: five inquiries and one deal of one account are 20 % of people and 100 % of accounts.',
    unit: 'account',
    basis: { ...inquiryToWonRate.basis, of: 'account' },
  }) as const satisfies FactMetric)();
