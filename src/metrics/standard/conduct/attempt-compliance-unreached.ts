import type { FactMetric } from '../../definition/metric.js';

/** The same of deliveries whose lead nobody spoke with within the 14 days. */
export const attemptComplianceUnreached = {
  id: 'attempt_compliance_unreached',
  title: 'Attempt compliance, of those not reached',
  question: 'Of the leads handed over at least 14 days ago that nobody reached within 14 days, on how many did the receiver try five times?',
  hides: 'Leads that were reached, however late in the 14 days.',
  source: 'HubSpot: five attempts in 14 days, of those who were not reached before.',
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
    where: [
      { column: 'row.rejectedAt', is: 'null' },
      {
        is: 'related',
        table: 'activities',
        on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
        where: [{ column: 'row.kind', is: 'equals', value: 'contact' }, { column: 'row.human', is: 'equals', value: true }],
        at: 'row.at',
        after: { column: 'row.deliveredAt', withinMs: 1_209_600_000 },
        before: null,
        atLeast: null,
        atMost: 0,
      },
    ],
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
