import type { FactMetric } from '../../definition/metric.js';

/** Of the accounts whose first inquiry lies in the period, the share of which any lead was won before asOf. */
export const inquiryToWonRateAccounts = {
  id: 'inquiry_to_won_rate_accounts',
  title: 'Inquiry-to-won conversion rate, by account',
  question: 'Of the accounts that first inquired in the period, how many became customers since?',
  hides: 'How long it took. A recent cohort is immature: its open members may still convert. Leads of no known account are in none.',
  source: 'SiriusDecisions, 2017: five inquiries and one deal of one account are 20 % of people and 100 % of accounts.',
  unit: 'account',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'milestone',
    of: 'account',
    base: { milestone: 'inquiry', pick: 'first' },
    target: { milestone: 'won', reach: 'strict' },
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
