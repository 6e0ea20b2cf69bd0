import type { FactMetric } from '../../definition/metric.js';
import { responseFromDeliveryP90 } from './response-from-delivery-p90.js';

/** Open time of the receiver from the hand-off within which nine in ten deliveries got a first attempt; those without one rank last. */
export const responseFromDeliveryOpenP90 = /* @__PURE__ */ (() =>
  ({
    ...responseFromDeliveryP90,
    id: 'response_from_delivery_open_p90',
    title: 'Response time from delivery in working hours, 90th percentile',
    question: 'Within how much working time of the receiver were nine in ten of the leads handed over tried for the first time?',
    hides: 'The slowest tenth, deliveries known to the day only, and receivers whose working hours nobody agreed on.',
    source: 'The same start as the delivery, on the hours of the receiver; unanswered leads rank last: the 42 hours of HBR 2011 leave out the 23 % that were never answered.',
    measure: { ...responseFromDeliveryP90.measure, from: ['row.deliveredOpenMs'], to: ['row.firstAttemptOpenMs'] },
    basis: {
      ...responseFromDeliveryP90.basis,
      where: [
        responseFromDeliveryP90.basis.where[0],
        { column: 'row.deliveredOpenMs', is: 'not_null' },
        responseFromDeliveryP90.basis.where[1],
      ],
    },
  }) as const satisfies FactMetric)();
