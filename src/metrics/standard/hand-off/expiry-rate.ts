import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';

/** Expired over delivered hand-offs. */
export const expiryRate = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'expiry_rate',
    title: 'Expiry rate',
    question: 'Of the leads handed over in the period, how many ran out of time unanswered?',
    hides: 'Deliveries that are overdue and that nobody has recorded as expired.',
    source: 'Expired over delivered: the doing of the clock.',
    basis: {
      ...acceptanceRate.basis,
      target: { is: 'met', all: [{ column: 'row.expiredAt', is: 'not_null' }] },
      settled: ['row.acceptedAt', 'row.rejectedAt', 'row.supersededAt'],
    },
  }) as const satisfies FactMetric)();
