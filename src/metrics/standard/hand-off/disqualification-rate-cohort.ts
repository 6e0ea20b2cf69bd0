import type { FactMetric } from '../../definition/metric.js';
import { acceptanceRate } from './acceptance-rate.js';

/** Of the deliveries accepted in the period, the share whose lead was disqualified since. */
export const disqualificationRateCohort = /* @__PURE__ */ (() =>
  ({
    ...acceptanceRate,
    id: 'disqualification_rate_cohort',
    title: 'Disqualification rate, by cohort',
    question: 'Of the leads accepted in the period, how many were disqualified since?',
    hides: 'Why. Recent acceptances have had less time. A lead that was accepted twice counts twice.',
    source: 'Disqualified over accepted, followed from the acceptance.',
    basis: {
      ...acceptanceRate.basis,
      date: ['row.acceptedAt'],
      target: {
        is: 'met',
        all: [
          {
            is: 'related',
            table: 'exits',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.exit', is: 'equals', value: 'disqualified' }],
            at: 'row.at',
            after: { column: 'row.acceptedAt', withinMs: null },
            before: null,
            atLeast: 1,
            atMost: null,
          },
        ],
      },
      settled: [],
    },
  }) as const satisfies FactMetric)();
