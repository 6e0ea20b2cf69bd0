import type { FactMetric } from '../../definition/metric.js';

/**
 * Of the deliveries of the period that had 14 days and were not sent back, the share on which people of the receiver tried at
 * least five times within them.
 */
export const attemptCompliance = {
  id: 'attempt_compliance',
  title: 'Attempt compliance, 5 in 14 days',
  question: 'Of the leads handed over at least 14 days ago, on how many did the receiver try five times within 14 days?',
  hides: 'Whom they reached: nobody needs five attempts for who answers the first. Attempts at odd hours count alike.',
  source: 'HubSpot: five attempts in 14 days. Pedowitz Group: five to eight in seven to ten.',
  unit: 'delivery',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.deliveredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.rejectedAt', is: 'null' }],
    target: {
      is: 'met',
      all: [
        {
          is: 'related',
          table: 'activities',
          on: [{ theirs: 'row.leadId', ours: 'row.leadId' }, { theirs: 'row.party', ours: 'row.toParty' }],
          where: [{ column: 'row.kind', is: 'equals', value: 'attempt' }, { column: 'row.human', is: 'equals', value: true }],
          at: 'row.at',
          after: { column: 'row.deliveredAt', withinMs: 1_209_600_000 },
          before: null,
          atLeast: 5,
          atMost: null,
        },
      ],
    },
    settled: ['row.deliveredAt'],
    maturity: { olderThanMs: 1_209_600_000 },
  },
} as const satisfies FactMetric;
