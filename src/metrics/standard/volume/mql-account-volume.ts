import type { FactMetric } from '../../definition/metric.js';

/** Accounts of which a lead became MQL for the first time. */
export const mqlAccountVolume = {
  id: 'mql_account_volume',
  title: 'Accounts with an MQL',
  question: 'How many accounts had their first MQL in the period?',
  hides: 'How many people of each; leads of no known account are in none.',
  source: 'SiriusDecisions, Demand Unit Waterfall (2017): the buying group is counted, not the person.',
  unit: 'account',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'milestone',
    of: 'account',
    base: { milestone: 'mql', pick: 'first' },
    target: null,
    order: 'at_or_after',
    tie: 'log_order',
    window: null,
    cohort: 'base.at',
    maturity: 'flag',
    where: [],
  },
} as const satisfies FactMetric;
