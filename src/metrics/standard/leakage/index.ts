import type { MetricDefinition } from '../../definition/metric.js';
import { leakUnowned } from './leak-unowned.js';
import { leakUnrouted } from './leak-unrouted.js';
import { leakUnaccepted } from './leak-unaccepted.js';
import { leakUntouched } from './leak-untouched.js';
import { leakStalled } from './leak-stalled.js';
import { leakLostOnConvert } from './leak-lost-on-convert.js';

export {
  leakUnowned,
  leakUnrouted,
  leakUnaccepted,
  leakUntouched,
  leakStalled,
  leakLostOnConvert,
};

/** Leads that fall through: in whose hands, and where. */
export const LEAKAGE_METRICS: readonly MetricDefinition[] = [
  leakUnowned,
  leakUnrouted,
  leakUnaccepted,
  leakUntouched,
  leakStalled,
  leakLostOnConvert,
];
