import type { FactMetric } from '../../definition/metric.js';

/** Attempts of people, by who made them. */
export const attemptsByPerson = {
  id: 'attempts_by_person',
  title: 'Attempts, by person',
  question: 'How often did each person try to reach leads in the period?',
  hides: 'Whom they reached. It is no ranking: who works hard cases tries less often.',
  source: 'Activity by person, people only.',
  unit: 'activity',
  dimensions: ['row.person'],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'activities',
    date: ['row.at'],
    ahead: false,
    pick: null,
    standing: null,
    where: [{ column: 'row.kind', is: 'equals', value: 'attempt' }, { column: 'row.human', is: 'equals', value: true }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
