import type { MetricDefinition } from '../../definition/metric.js';
import { speedToLeadP50 } from './speed-to-lead-p50.js';
import { speedToLead } from './speed-to-lead.js';
import { speedToLeadP95 } from './speed-to-lead-p95.js';
import { responseFromCreationP50 } from './response-from-creation-p50.js';
import { responseFromCreationP90 } from './response-from-creation-p90.js';
import { responseFromCreationP95 } from './response-from-creation-p95.js';
import { responseFromMqlP50 } from './response-from-mql-p50.js';
import { responseFromMqlP90 } from './response-from-mql-p90.js';
import { responseFromMqlP95 } from './response-from-mql-p95.js';
import { responseFromAssignmentP50 } from './response-from-assignment-p50.js';
import { responseFromAssignmentP90 } from './response-from-assignment-p90.js';
import { responseFromAssignmentP95 } from './response-from-assignment-p95.js';
import { responseFromDeliveryP50 } from './response-from-delivery-p50.js';
import { responseFromDeliveryP90 } from './response-from-delivery-p90.js';
import { responseFromDeliveryP95 } from './response-from-delivery-p95.js';
import { responseFromRoutingP50 } from './response-from-routing-p50.js';
import { responseFromRoutingP90 } from './response-from-routing-p90.js';
import { responseFromRoutingP95 } from './response-from-routing-p95.js';
import { responseFromDeliveryOpenP90 } from './response-from-delivery-open-p90.js';
import { responseRate } from './response-rate.js';

export {
  speedToLeadP50,
  speedToLead,
  speedToLeadP95,
  responseFromCreationP50,
  responseFromCreationP90,
  responseFromCreationP95,
  responseFromMqlP50,
  responseFromMqlP90,
  responseFromMqlP95,
  responseFromAssignmentP50,
  responseFromAssignmentP90,
  responseFromAssignmentP95,
  responseFromDeliveryP50,
  responseFromDeliveryP90,
  responseFromDeliveryP95,
  responseFromRoutingP50,
  responseFromRoutingP90,
  responseFromRoutingP95,
  responseFromDeliveryOpenP90,
  responseRate,
};

/** How soon somebody answers a lead, from each moment at which vendors start the clock. */
export const RESPONSE_METRICS: readonly MetricDefinition[] = [
  speedToLeadP50,
  speedToLead,
  speedToLeadP95,
  responseFromCreationP50,
  responseFromCreationP90,
  responseFromCreationP95,
  responseFromMqlP50,
  responseFromMqlP90,
  responseFromMqlP95,
  responseFromAssignmentP50,
  responseFromAssignmentP90,
  responseFromAssignmentP95,
  responseFromDeliveryP50,
  responseFromDeliveryP90,
  responseFromDeliveryP95,
  responseFromRoutingP50,
  responseFromRoutingP90,
  responseFromRoutingP95,
  responseFromDeliveryOpenP90,
  responseRate,
];
