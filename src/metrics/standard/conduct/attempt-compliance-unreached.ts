import type { FactMetric } from '../../definition/metric.js';
import { attemptCompliance } from './attempt-compliance.js';

/** The same of deliveries whose lead nobody spoke with within the 14 days. */
export const attemptComplianceUnreached = /* @__PURE__ */ (() =>
  ({
    ...attemptCompliance,
    id: 'attempt_compliance_unreached',
    title: 'Attempt compliance, of those not reached',
    question: 'Of the leads handed over at least 14 days ago that nobody reached within 14 days, on how many did the receiver try five times?',
    hides: 'Leads that were reached, however late in the 14 days.',
    source: 'HubSpot: five attempts in 14 days, of those who were not reached before.',
    basis: {
      ...attemptCompliance.basis,
      where: [
        ...attemptCompliance.basis.where,
        {
          ...attemptCompliance.basis.target.all[0],
          on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
          where: [{ column: 'row.kind', is: 'equals', value: 'contact' }, { column: 'row.human', is: 'equals', value: true }],
          atLeast: null,
          atMost: 0,
        },
      ],
    },
  }) as const satisfies FactMetric)();
