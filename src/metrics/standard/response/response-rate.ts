import type { FactMetric } from '../../definition/metric.js';

/** Of the leads that were created in the period, the share that a person of ours ever answered. */
export const responseRate = {
  id: 'response_rate',
  title: 'Response rate',
  question: 'Of the leads that were created in the period, how many has anybody answered?',
  hides: 'How long it took, and whether an answer was due: whoever is on record counts, also a customer who asked nothing.',
  source: 'HBR 2011, "The short life of online sales leads": 23 % were never answered.',
  unit: 'lead',
  dimensions: [],
  measure: { kind: 'share', digits: 4, rounding: 'half-even' },
  basis: {
    kind: 'rows',
    table: 'leads',
    date: ['row.firstAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: { is: 'met', all: [{ column: 'row.answeredAt', is: 'not_null' }] },
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
