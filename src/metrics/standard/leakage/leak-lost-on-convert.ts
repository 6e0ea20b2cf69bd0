import type { FactMetric } from '../../definition/metric.js';

/**
 * Of the leads that first entered an opportunity stage in the period, at least 7 days ago, the share of which no opportunity
 * was ever opened.
 */
export const leakLostOnConvert = {
  id: 'leak_lost_on_convert',
  title: 'Leak: lost on conversion',
  question: 'Of the leads converted at least a week ago, how many have no opportunity to show for it?',
  hides: 'Opportunities that were opened for another lead of the same account.',
  source: 'No formula is accepted; LeanData and ixia name kinds of leaks. Here: an entry of at least 7 days into a stage of the milestone `opportunity`, and no opportunity of the lead.',
  unit: 'visit',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: { which: 'first', per: ['row.leadId'], among: [{ column: 'row.stage', is: 'milestone', milestone: 'opportunity' }] },
    standing: null,
    where: [{ column: 'row.inferred', is: 'equals', value: false }],
    target: {
      is: 'met',
      all: [
        {
          is: 'related',
          table: 'opportunities',
          on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
          where: [],
          at: 'row.openedAt',
          after: null,
          before: null,
          atLeast: null,
          atMost: 0,
        },
      ],
    },
    settled: ['row.enteredAt'],
    maturity: { olderThanMs: 604_800_000 },
  },
} as const satisfies FactMetric;
