import type { FactMetric } from '../../definition/metric.js';

/**
 * Of the deliveries accepted in the period, at least 7 days ago, the share whose receiver never tried to reach the lead, and
 * that has not left.
 */
export const leakUntouched = {
  id: 'leak_untouched',
  title: 'Leak: untouched',
  question: 'Of the leads accepted at least a week ago, how many has nobody tried to reach?',
  hides: 'Leads that were tried once and then dropped; see those that are stalled.',
  source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: an acceptance of at least 7 days without an attempt or a conversation, not delivered anew, and not left by an exit.',
  unit: 'delivery',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.acceptedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
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
        {
          is: 'related',
          table: 'exits',
          on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
          where: [],
          at: 'row.at',
          after: { column: 'row.acceptedAt', withinMs: null },
          before: null,
          atLeast: null,
          atMost: 0,
        },
      ],
    },
    settled: ['row.acceptedAt'],
    maturity: { olderThanMs: 604_800_000 },
  },
} as const satisfies FactMetric;
