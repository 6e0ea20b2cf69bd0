import type { FactMetric } from '../../definition/metric.js';

/**
 * Calendar time from assignment within which nine in ten of the leads that were first assigned in the period got an answer from
 * a person of ours; the unanswered rank last.
 */
export const responseFromAssignmentP90 = {
  id: 'response_from_assignment_p90',
  title: 'Response time from assignment, 90th percentile',
  question: 'Within what time from assignment were nine in ten of the leads answered?',
  hides: 'The slowest tenth. The time that passed before anybody had the lead, and leads that nobody ever had.',
  source: 'Varicent and Distribution Engine start at the assignment; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
  unit: 'lead',
  dimensions: [],
  measure: {
    kind: 'percentile',
    rank: { numerator: 9, denominator: 10 },
    from: ['row.assignedAt'],
    to: ['row.answeredSinceAssignedAt'],
    plus: null,
    unended: 'last',
  },
  basis: {
    kind: 'rows',
    table: 'leads',
    date: ['row.assignedAt'],
    ahead: false,
    pick: null,
    standing: null,
    where: [],
    target: null,
    settled: [],
    maturity: 'flag',
  },
} as const satisfies FactMetric;
