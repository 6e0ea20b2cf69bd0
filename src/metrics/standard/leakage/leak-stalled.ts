import type { FactMetric } from '../../definition/metric.js';
import { leadsInHand } from '../workload/leads-in-hand.js';

/**
 * Of the leads that stand in a stage from MQL to SQL at the end of the period, the share that has been there for at least 30
 * days without an attempt, a conversation or a booking in the last 30.
 */
export const leakStalled = /* @__PURE__ */ (() =>
  ({
    ...leadsInHand,
    id: 'leak_stalled',
    title: 'Leak: stalled',
    question: 'Of the leads in work at the end of the period, with how many has nothing happened for 30 days?',
    hides: 'Leads that are kept alive by an attempt a month; what a sequencer sends is no activity.',
    source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: in a stage between MQL and SQL for at least 30 days, and in the last 30 no activity of a person and no booking.',
    dimensions: [],
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...leadsInHand.basis,
      where: [
        leadsInHand.basis.where[0],
        {
          is: 'any',
          of: [
            { column: 'row.stage', is: 'milestone', milestone: 'mql' },
            { column: 'row.stage', is: 'milestone', milestone: 'delivered' },
            { column: 'row.stage', is: 'milestone', milestone: 'accepted' },
            { column: 'row.stage', is: 'milestone', milestone: 'sql' },
          ],
        },
      ],
      target: {
        is: 'met',
        all: [
          { column: 'row.enteredAt', is: 'older_than', ms: 2_592_000_000 },
          {
            is: 'related',
            table: 'activities',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.human', is: 'equals', value: true }, { column: 'row.at', is: 'newer_than', ms: 2_592_000_000 }],
            at: 'row.at',
            after: null,
            before: null,
            atLeast: null,
            atMost: 0,
          },
          {
            is: 'related',
            table: 'meetings',
            on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
            where: [{ column: 'row.bookedAt', is: 'newer_than', ms: 2_592_000_000 }],
            at: 'row.bookedAt',
            after: null,
            before: null,
            atLeast: null,
            atMost: 0,
          },
        ],
      },
      settled: ['row.enteredAt'],
    },
  }) as const satisfies FactMetric)();
