import type { FactMetric } from '../../definition/metric.js';
import { responseFromDeliveryP90 } from './response-from-delivery-p90.js';

/**
 * Calendar time from delivery within which half of the leads that were handed over in the period got an answer from a person of
 * ours; the unanswered rank last.
 */
export const responseFromDeliveryP50 = /* @__PURE__ */ (() =>
  ({
    ...responseFromDeliveryP90,
    id: 'response_from_delivery_p50',
    title: 'Response time from delivery, median',
    question: 'Within what time from delivery was half of the leads answered?',
    hides: 'The slower half. Nights and weekends count. What was sent back before any attempt is left out: nobody had to answer it.',
    source: 'From the hand-off to the first attempt of a person of the receiver; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromDeliveryP90.measure, rank: { numerator: 1, denominator: 2 } },
  }) as const satisfies FactMetric)();
