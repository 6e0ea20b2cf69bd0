import type { FactMetric } from '../../definition/metric.js';

/**
 * Calendar time from routing, else creation within which nine in ten of the leads that were routed, or created and never
 * routed, in the period got an answer from a person of ours; the unanswered rank last.
 */
export const responseFromRoutingP90 = {
  id: 'response_from_routing_p90',
  title: 'Response time from routing, else creation, 90th percentile',
  question: 'Within what time from routing, else creation were nine in ten of the leads answered?',
  hides: 'The slowest tenth. Leads that were answered before they were routed: they are counted apart. Nights and weekends count. Whoever is on record counts, also a customer who asked nothing.',
  source: 'Starts where the lead was routed and at its creation where it never was; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
  unit: 'lead',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 9, denominator: 10 },
    from: ['row.routedAt', 'row.firstAt'],
    to: ['row.answeredAt'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'leads',
    date: ['row.routedAt', 'row.firstAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
