import type { FactMetric } from '../../definition/metric.js';
import { meetingsSet } from './meetings-set.js';

/** Of the meetings booked in the period, those that were held and accepted since: what a meeting setter is usually paid for. */
export const qualifiedMeetings = /* @__PURE__ */ (() =>
  ({
    ...meetingsSet,
    id: 'qualified_meetings',
    title: 'Qualified meetings, of those set',
    question: 'Of the meetings booked in the period, how many were held and accepted since?',
    hides: 'Those set last, which have had no time. Held without a verdict is not accepted.',
    source: 'marketbetter: a qualified meeting is one where the prospect shows up and the account executive accepts.',
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...meetingsSet.basis,
      target: {
        is: 'met',
        all: [
          { column: 'row.heldAt', is: 'not_null' },
          { column: 'row.acceptedAt', is: 'not_null' },
        ],
      },
      settled: ['row.cancelledAt', 'row.noShowAt', 'row.declinedAt'],
    },
  }) as const satisfies FactMetric)();
