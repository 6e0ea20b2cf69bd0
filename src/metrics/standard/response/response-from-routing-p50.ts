import type { FactMetric } from '../../definition/metric.js';
import { responseFromRoutingP90 } from './response-from-routing-p90.js';

/**
 * Calendar time from routing, else creation within which half of the leads that were routed, or created and never routed, in
 * the period got an answer from a person of ours; the unanswered rank last.
 */
export const responseFromRoutingP50 = /* @__PURE__ */ (() =>
  ({
    ...responseFromRoutingP90,
    id: 'response_from_routing_p50',
    title: 'Response time from routing, else creation, median',
    question: 'Within what time from routing, else creation was half of the leads answered?',
    hides: 'The slower half. Leads that were answered before they were routed: they are counted apart. Nights and weekends count. Whoever is on record counts, also a customer who asked nothing.',
    source: 'Starts where the lead was routed and at its creation where it never was; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromRoutingP90.measure, rank: { numerator: 1, denominator: 2 } },
  }) as const satisfies FactMetric)();
