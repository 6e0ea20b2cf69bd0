import type { FactMetric } from '../../definition/metric.js';

/** Attempts of people, by channel. */
export const attemptsByChannel = {
  id: 'attempts_by_channel',
  title: 'Attempts, by channel',
  question: 'How often did people try to reach leads in the period, and how?',
  hides: 'Whom they reached, and what a sequencer sent.',
  source: 'Activity by channel, people only.',
  unit: 'activity',
  dimensions: ['row.channel'],
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
