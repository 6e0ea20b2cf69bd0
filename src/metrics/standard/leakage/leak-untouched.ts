import type { FactMetric } from '../../definition/metric.js';
import { leakUnaccepted } from './leak-unaccepted.js';
import { leakUnrouted } from './leak-unrouted.js';

/**
 * Of the deliveries accepted in the period, at least 7 days ago, the share whose receiver never tried to reach the lead, and
 * that has not left.
 */
export const leakUntouched = /* @__PURE__ */ (() =>
  ({
    ...leakUnaccepted,
    id: 'leak_untouched',
    title: 'Leak: untouched',
    question: 'Of the leads accepted at least a week ago, how many has nobody tried to reach?',
    hides: 'Leads that were tried once and then dropped; see those that are stalled.',
    source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: an acceptance of at least 7 days without an attempt or a conversation, not delivered anew, and not left by an exit.',
    basis: {
      ...leakUnaccepted.basis,
      date: ['row.acceptedAt'],
      target: {
        is: 'met',
        all: [
          { column: 'row.firstAttemptAt', is: 'null' },
          { column: 'row.supersededAt', is: 'null' },
          {
            is: 'related',
            table: 'activities',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.human', is: 'equals', value: true }],
            at: 'row.at',
            after: { column: 'row.deliveredAt', withinMs: null },
            before: null,
            atLeast: null,
            atMost: 0,
          },
          { ...leakUnrouted.basis.target.all[1], after: { column: 'row.acceptedAt', withinMs: null } },
        ],
      },
      settled: ['row.acceptedAt'],
    },
  }) as const satisfies FactMetric)();
