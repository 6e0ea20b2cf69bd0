import type { FactMetric } from '../../definition/metric.js';

/** Nineteen in twenty of the leads were answered within this many open milliseconds; the unanswered rank behind all that were. */
export const speedToLeadP95 = {
  id: 'speed_to_lead_p95',
  title: 'Speed to lead, 95th percentile',
  question: 'Within how much working time were nineteen in twenty of the leads handed over answered?',
  hides: 'The slowest twentieth, and whether the answer was any good. A lead with several response clauses counts once for each, by its first clock on a delivery.',
  source: 'Varicent, lead response terminology; unanswered leads ranked last, which averages such as the 42 hours of HBR 2011 leave out.',
  unit: 'clock',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 19, denominator: 20 },
    from: ['row.startOpenMs'],
    to: ['row.stopOpenMs'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'clocks',
    date: ['row.startedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [
      { column: 'row.kind', is: 'equals', value: 'response_time' },
      { column: 'row.cycle', is: 'equals', value: 1 },
      { column: 'row.cancelledAt', is: 'null' },
      { column: 'row.waivedAt', is: 'null' },
      { column: 'row.unproven', is: 'equals', value: false },
    ],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
