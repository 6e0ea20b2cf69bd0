import type { FactMetric } from '../../definition/metric.js';
import { responseFromRoutingP90 } from './response-from-routing-p90.js';

/**
 * Calendar time from routing, else creation within which nineteen in twenty of the leads that were routed, or created and never
 * routed, in the period got an answer from a person of ours; the unanswered rank last.
 */
export const responseFromRoutingP95 = /* @__PURE__ */ (() =>
  ({
    ...responseFromRoutingP90,
    id: 'response_from_routing_p95',
    title: 'Response time from routing, else creation, 95th percentile',
    question: 'Within what time from routing, else creation were nineteen in twenty of the leads answered?',
    hides: 'The slowest twentieth. Leads that were answered before they were routed: they are counted apart. Nights and weekends count. Whoever is on record counts, also a customer who asked nothing.',
    source: 'Starts where the lead was routed and at its creation where it never was; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromRoutingP90.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
