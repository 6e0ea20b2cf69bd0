import type { FactMetric } from '../../definition/metric.js';
import { responseFromCreationP90 } from './response-from-creation-p90.js';

/**
 * Calendar time from assignment within which nine in ten of the leads that were first assigned in the period got an answer from
 * a person of ours; the unanswered rank last.
 */
export const responseFromAssignmentP90 = /* @__PURE__ */ (() =>
  ({
    ...responseFromCreationP90,
    id: 'response_from_assignment_p90',
    title: 'Response time from assignment, 90th percentile',
    question: 'Within what time from assignment were nine in ten of the leads answered?',
    hides: 'The slowest tenth. The time that passed before anybody had the lead, and leads that nobody ever had.',
    source: 'Varicent and Distribution Engine start at the assignment; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromCreationP90.measure, from: ['row.assignedAt'], to: ['row.answeredSinceAssignedAt'] },
    basis: { ...responseFromCreationP90.basis, date: ['row.assignedAt'] },
  }) as const satisfies FactMetric)();
