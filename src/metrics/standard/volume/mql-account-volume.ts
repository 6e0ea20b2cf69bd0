import type { FactMetric } from '../../definition/metric.js';
import { mqlVolume } from './mql-volume.js';

/** Accounts of which a lead became MQL for the first time. */
export const mqlAccountVolume = /* @__PURE__ */ (() =>
  ({
    ...mqlVolume,
    id: 'mql_account_volume',
    title: 'Accounts with an MQL',
    question: 'How many accounts had their first MQL in the period?',
    hides: 'How many people of each; leads of no known account are in none.',
    source: 'SiriusDecisions, Demand Unit Waterfall (2017): the buying group is counted, not the person.',
    unit: 'account',
    basis: { ...mqlVolume.basis, of: 'account' },
  }) as const satisfies FactMetric)();
