import type { FactMetric } from '../../definition/metric.js';
import { deliveryVolume } from '../volume/delivery-volume.js';

/** Deliveries of the period, by the person to whom they were handed. */
export const deliveriesByPerson = /* @__PURE__ */ (() =>
  ({
    ...deliveryVolume,
    id: 'deliveries_by_person',
    title: 'Deliveries, by person',
    question: 'How many leads was each person handed in the period?',
    hides: 'Leads that were handed to a party and assigned within it.',
    source: 'Count of hand-offs by receiver.',
    dimensions: ['row.toPerson'],
  }) as const satisfies FactMetric)();
