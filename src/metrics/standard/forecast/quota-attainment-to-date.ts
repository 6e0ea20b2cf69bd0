import { inputOf } from '../../definition/input-of.js';
import type { FormulaMetric } from '../../definition/metric.js';
import { quotaAttainmentMetric } from './quota-attainment.js';
import { revenueQuota } from './revenue-quota.js';

/** Revenue won in the period over the revenue quota of its days that have begun. */
export const quotaAttainmentToDate = /* @__PURE__ */ (() =>
  ({
    ...quotaAttainmentMetric,
    id: 'quota_attainment_to_date',
    title: 'Quota attainment, to date',
    question: 'How much of the revenue quota of the days so far has been won?',
    hides: 'That deals close at the end of quarters: halfway through, it looks worse than it is. Where persons and their team both have quotas on record, both are in it.',
    source: 'Bookings over quota, prorated by civil day.',
    basis: {
      kind: 'formula',
      inputs: {
        ...quotaAttainmentMetric.basis.inputs,
        quota: inputOf({ ...revenueQuota, basis: { ...revenueQuota.basis, ahead: false } }),
      },
    },
  }) as const satisfies FormulaMetric)();
