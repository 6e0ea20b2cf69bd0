import type { FactMetric } from '../../definition/metric.js';

/** Open time of the receiver from the hand-off within which nine in ten deliveries got a first attempt; those without one rank last. */
export const responseFromDeliveryOpenP90 = {
  id: 'response_from_delivery_open_p90',
  title: 'Response time from delivery in working hours, 90th percentile',
  question: 'Within how much working time of the receiver were nine in ten of the leads handed over tried for the first time?',
  hides: 'The slowest tenth, deliveries known to the day only, and receivers whose working hours nobody agreed on.',
  source: 'The same start as the delivery, on the hours of the receiver; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
  unit: 'delivery',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 9, denominator: 10 },
    from: ['row.deliveredOpenMs'],
    to: ['row.firstAttemptOpenMs'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'handOffs',
    date: ['row.deliveredAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [
      { column: 'row.deliveredByDay', is: 'equals', value: false },
      { column: 'row.deliveredOpenMs', is: 'not_null' },
      { is: 'any', of: [{ column: 'row.firstAttemptAt', is: 'not_null' }, { column: 'row.rejectedAt', is: 'null' }] },
    ],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
