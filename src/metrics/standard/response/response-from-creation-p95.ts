import type { FactMetric } from '../../definition/metric.js';
import { responseFromCreationP90 } from './response-from-creation-p90.js';

/**
 * Calendar time from creation within which nineteen in twenty of the leads that were created in the period got an answer from a
 * person of ours; the unanswered rank last.
 */
export const responseFromCreationP95 = /* @__PURE__ */ (() =>
  ({
    ...responseFromCreationP90,
    id: 'response_from_creation_p95',
    title: 'Response time from creation, 95th percentile',
    question: 'Within what time from creation were nineteen in twenty of the leads answered?',
    hides: 'The slowest twentieth. Nights and weekends count, and so does the time in which marketing has the lead. Whoever is on record counts, also a customer who asked nothing.',
    source: 'Frappe CRM starts at the creation of the record; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromCreationP90.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
