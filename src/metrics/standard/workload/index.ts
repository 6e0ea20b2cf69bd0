import type { MetricDefinition } from '../../definition/metric.js';
import { attemptsByPerson } from './attempts-by-person.js';
import { leadsWorked } from './leads-worked.js';
import { leadsInHand } from './leads-in-hand.js';
import { deliveriesByPerson } from './deliveries-by-person.js';
import { workload } from './workload.js';

export {
  attemptsByPerson,
  leadsWorked,
  leadsInHand,
  deliveriesByPerson,
  workload,
};

/** Who works on how much. */
export const WORKLOAD_METRICS: readonly MetricDefinition[] = [
  attemptsByPerson,
  leadsWorked,
  leadsInHand,
  deliveriesByPerson,
  workload,
];
