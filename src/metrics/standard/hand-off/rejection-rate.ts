import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';

/** Rejected over delivered hand-offs, by class: the parts add up to the whole. */
export const rejectionRate = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'rejection_rate',
    title: 'Rejection rate, by class',
    question: 'Of the leads handed over in the period, how many did the receiver send back, and on which grounds?',
    hides: 'Leads that were accepted first and let go later: those are disqualified. Recent deliveries have had less time.',
    source: 'Forrester, "Sales accepted leads": rejected for procedural, clerical or definitional reasons, over delivered.',
    dimensions: ['target.rejectionClass'],
    basis: {
      ...acceptanceRate.basis,
      target: { is: 'met', all: [{ column: 'row.rejectedAt', is: 'not_null' }] },
      settled: ['row.acceptedAt', 'row.expiredAt', 'row.supersededAt'],
    },
  }) as const satisfies FactMetric)();
