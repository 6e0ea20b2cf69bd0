import type { FactMetric } from '../../definition/metric.js';

/** Meetings that were booked in the period, each once, however often it was moved. */
export const meetingsSet = {
  id: 'meetings_set',
  title: 'Meetings set',
  question: 'How many meetings were booked in the period?',
  hides: 'Whether anybody came. A meeting that was cancelled or missed was set all the same.',
  source: 'The first of three states that growthhacksuite.com (?p=3889) keeps apart: set, held, accepted.',
  unit: 'meeting',
  dimensions: [],
  measure: { kind: 'count' },
  basis: {
    kind: 'rows',
    table: 'meetings',
    date: ['row.bookedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
