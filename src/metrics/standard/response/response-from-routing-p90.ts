import type { FactMetric } from '../../definition/metric.js';
import { responseFromCreationP90 } from './response-from-creation-p90.js';

/**
 * Calendar time from routing, else creation within which nine in ten of the leads that were routed, or created and never
 * routed, in the period got an answer from a person of ours; the unanswered rank last.
 */
export const responseFromRoutingP90 = /* @__PURE__ */ (() =>
  ({
    ...responseFromCreationP90,
    id: 'response_from_routing_p90',
    title: 'Response time from routing, else creation, 90th percentile',
    question: 'Within what time from routing, else creation were nine in ten of the leads answered?',
    hides: 'The slowest tenth. Leads that were answered before they were routed: they are counted apart. Nights and weekends count. Whoever is on record counts, also a customer who asked nothing.',
    source: 'Starts where the lead was routed and at its creation where it never was; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromCreationP90.measure, from: ['row.routedAt', 'row.firstAt'] },
    basis: { ...responseFromCreationP90.basis, date: ['row.routedAt', 'row.firstAt'] },
  }) as const satisfies FactMetric)();
