import type { FactMetric } from '../../definition/metric.js';

/**
 * Of the leads that first became MQL in the period, at least 7 days ago, the share that was never delivered to another party
 * and has not left.
 */
export const leakUnrouted = {
  id: 'leak_unrouted',
  title: 'Leak: unrouted',
  question: 'Of the MQLs of the period that are at least a week old, how many were never handed over?',
  hides: 'Leads that were handed over in talk only, and where the framework asks for no hand-off.',
  source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: an MQL of at least 7 days that was never delivered, and that has not left by an exit.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'leads',
    date: ['row.mqlAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: {
      is: 'met',
      all: [
        { column: 'row.routedAt', is: 'null' },
        {
          is: 'related',
          table: 'exits',
          on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
          where: [],
          at: 'row.at',
          after: { column: 'row.mqlAt', withinMs: null },
          before: null,
          atLeast: null,
          atMost: 0,
        },
      ],
    },
    settled: ['row.mqlAt'],
    maturity: { olderThanMs: 604_800_000 },
  },
} as const satisfies FactMetric;
