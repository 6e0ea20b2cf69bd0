import type { FactMetric } from '../../definition/metric.js';

/** Leads that stand in a stage from MQL to opportunity at the end of the period, by the person who holds them. */
export const leadsInHand = {
  id: 'leads_in_hand',
  title: 'Leads in hand, by owner',
  question: 'How many leads did each person hold at the end of the period?',
  hides: 'How much work each still is, and who held it before: the owner is the last one known.',
  source: 'Open leads by owner, as of a moment.',
  unit: 'visit',
  dimensions: ['lead.owner'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: null,
    standing: { until: ['row.leftAt'] },
    where: [
      { column: 'row.inferred', is: 'equals', value: false },
      {
        is: 'any',
        of: [
          { column: 'row.stage', is: 'milestone', milestone: 'mql' },
          { column: 'row.stage', is: 'milestone', milestone: 'delivered' },
          { column: 'row.stage', is: 'milestone', milestone: 'accepted' },
          { column: 'row.stage', is: 'milestone', milestone: 'sql' },
          { column: 'row.stage', is: 'milestone', milestone: 'opportunity' },
        ],
      },
    ],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
