import type { FactMetric } from '../../definition/metric.js';
import { responseFromDeliveryP90 } from './response-from-delivery-p90.js';

/**
 * Calendar time from delivery within which nineteen in twenty of the leads that were handed over in the period got an answer
 * from a person of ours; the unanswered rank last.
 */
export const responseFromDeliveryP95 = /* @__PURE__ */ (() =>
  ({
    ...responseFromDeliveryP90,
    id: 'response_from_delivery_p95',
    title: 'Response time from delivery, 95th percentile',
    question: 'Within what time from delivery were nineteen in twenty of the leads answered?',
    hides: 'The slowest twentieth. Nights and weekends count. What was sent back before any attempt is left out: nobody had to answer it.',
    source: 'From the hand-off to the first attempt of a person of the receiver; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromDeliveryP90.measure, rank: { numerator: 19, denominator: 20 } },
  }) as const satisfies FactMetric)();
