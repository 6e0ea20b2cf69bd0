import type { FactMetric } from '../../definition/metric.js';
import { responseFromAssignmentP90 } from './response-from-assignment-p90.js';

/**
 * Calendar time from assignment within which nineteen in twenty of the leads that were first assigned in the period got an
 * answer from a person of ours; the unanswered rank last.
 */
export const responseFromAssignmentP95 = /* @__PURE__ */ (() =>
  ({
    ...responseFromAssignmentP90,
    id: 'response_from_assignment_p95',
    title: 'Response time from assignment, 95th percentile',
    question: 'Within what time from assignment were nineteen in twenty of the leads answered?',
    hides: 'The slowest twentieth. The time that passed before anybody had the lead, and leads that nobody ever had.',
    source: 'Varicent and Distribution Engine start at the assignment; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromAssignmentP90.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
