import type { FactMetric } from '../../definition/metric.js';

/**
 * Calendar time from MQL within which nineteen in twenty of the leads that first became MQL in the period got an answer from a
 * person of ours; the unanswered rank last.
 */
export const responseFromMqlP95 = {
  id: 'response_from_mql_p95',
  title: 'Response time from MQL, 95th percentile',
  question: 'Within what time from MQL were nineteen in twenty of the leads answered?',
  hides: 'The slowest twentieth. Nights and weekends count, and so does the time until the lead is handed over. Answers from before it became MQL are none.',
  source: 'Pedowitz Group starts when the lead becomes MQL; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
  unit: 'visit',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 19, denominator: 20 },
    from: ['row.enteredAt'],
    to: ['row.answeredAt'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'stageVisits',
    date: ['row.enteredAt'],
    ahead: false,
    pick: { which: 'first', per: ['row.leadId'], among: [{ column: 'row.stage', is: 'milestone', milestone: 'mql' }] },
    standing: null,
    where: [{ column: 'row.inferred', is: 'equals', value: false }, { column: 'row.enteredByDay', is: 'equals', value: false }],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
