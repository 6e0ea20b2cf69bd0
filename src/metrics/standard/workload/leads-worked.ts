import type { FactMetric } from '../../definition/metric.js';

/** Different leads that a person tried to reach or spoke with in the period, by person. */
export const leadsWorked = {
  id: 'leads_worked',
  title: 'Leads worked, by person',
  question: 'On how many leads did each person work in the period?',
  hides: 'How much work each was. A lead that two people worked on counts for both, and once in the whole.',
  source: 'Distinct leads with activity of a person.',
  unit: 'activity',
  dimensions: ['row.person'],
  measure: { kind: 'distinct', column: 'row.leadId' },
  basis: {
    kind: 'rows',
    table: 'activities',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.human', is: 'equals', value: true }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
