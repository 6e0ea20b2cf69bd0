import type { MetricDefinition } from '../../definition/metric.js';
import { meetingAcceptanceRate } from './meeting-acceptance-rate.js';
import { meetingsAccepted } from './meetings-accepted.js';
import { meetingsHeld } from './meetings-held.js';
import { meetingsSet } from './meetings-set.js';
import { qualifiedMeetings } from './qualified-meetings.js';
import { showRateMetric } from './show-rate.js';
import { showRateWithCancelled } from './show-rate-with-cancelled.js';

export { meetingAcceptanceRate, meetingsAccepted, meetingsHeld, meetingsSet, qualifiedMeetings, showRateMetric, showRateWithCancelled };

/** Meetings: set, held, accepted. */
export const MEETING_METRICS: readonly MetricDefinition[] = [
  meetingsSet,
  meetingsHeld,
  meetingsAccepted,
  qualifiedMeetings,
  showRateMetric,
  showRateWithCancelled,
  meetingAcceptanceRate,
];
