import type { FactMetric } from '../../definition/metric.js';

/** Of the conversations of the period, the share of which something that was learned was reported. */
export const conversationsReported = {
  id: 'conversations_reported',
  title: 'Conversations reported',
  question: 'Of the calls and meetings in which our people spoke with a lead, after how many did they report what it taught?',
  hides: 'Whether the report is of any use, and whether anybody read it. A next step alone teaches nobody anything.',
  source: 'Conversations with a learning, message, objection or correction over conversations.',
  unit: 'conversation',
  dimensions: ['row.person'],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'conversations',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.human', is: 'equals', value: true }],
    target: {
      is: 'met',
      all: [
        {
          is: 'any',
          of: [
            { column: 'row.learned', is: 'equals', value: true },
            { column: 'row.message', is: 'not_null' },
            { column: 'row.objection', is: 'not_null' },
            { column: 'row.corrected', is: 'at_least', value: 1 },
          ],
        },
      ],
    },
    settled: ['row.at'],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
