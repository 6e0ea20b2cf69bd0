import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from '../hand-off/acceptance-rate.js';

/** Of the deliveries of the period that are at least 7 days old, the share that nobody accepted, rejected, expired or delivered anew. */
export const leakUnaccepted = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'leak_unaccepted',
    title: 'Leak: unaccepted',
    question: 'Of the leads handed over at least a week ago, how many are without any answer?',
    hides: 'Answers that came late; see the acceptance promise for those.',
    source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: a delivery of at least 7 days without an answer.',
    basis: {
      ...acceptanceRate.basis,
      target: {
        is: 'met',
        all: [
          { column: 'row.acceptedAt', is: 'null' },
          { column: 'row.rejectedAt', is: 'null' },
          { column: 'row.expiredAt', is: 'null' },
          { column: 'row.supersededAt', is: 'null' },
        ],
      },
      settled: ['row.deliveredAt'],
      maturity: { olderThanMs: 604_800_000 },
    },
  }) as const satisfies FactMetric)();
