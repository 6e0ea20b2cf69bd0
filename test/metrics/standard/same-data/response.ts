import {
  responseFromAssignmentP90,
  responseFromCreationP90,
  responseFromDeliveryP90,
  responseFromMqlP90,
  responseFromRoutingP90,
  speedToLead,
} from 'revpact/metrics';
import type { SameData } from '../same-data.js';

const HOUR = 3_600_000;
const within = (hours: number): object => ({ kind: 'percentile', ms: hours * HOUR, open: 0 });

export const firstResponses: SameData = {
  title: 'Two leads, six speeds to lead',
  told:
    'h1 came in on Wednesday 1 April at 9:00, became MQL on Thursday at 15:00, was handed over at 16:00, assigned to a person on Friday at 10:00, and tried on Monday at 11:00; the receiver works 9 to 17 from Monday to Friday. h2 called in on 4 May, was never qualified nor handed over, and was called back four days later. The 90th percentile of two is the slower one.',
  facts: {
    leads: [
      { leadId: 'h1', firstAt: '04-01T09:00', routedAt: '04-02T16:00', assignedAt: '04-03T10:00', answeredAt: '04-06T11:00', answeredSinceAssignedAt: '04-06T11:00' },
      { leadId: 'h2', firstAt: '05-04T09:00', routedAt: null, assignedAt: null, answeredAt: '05-08T09:00', answeredSinceAssignedAt: null },
    ],
    stageVisits: [{ leadId: 'h1', stage: 'mql', enteredAt: '04-02T15:00', answeredAt: '04-06T11:00' }],
    handOffs: [{ leadId: 'h1', deliveredAt: '04-02T16:00', firstAttemptAt: '04-06T11:00' }],
    clocks: [{ leadId: 'h1', startedAt: '04-02T16:00', stoppedAt: '04-06T11:00', startOpenMs: 0, stopOpenMs: 11 * HOUR }],
  },
  shown: true,
  rows: [
    { metric: speedToLead, is: within(11), because: 'working hours from the hand-off: one on Thursday, eight on Friday, two on Monday' },
    { metric: responseFromAssignmentP90, is: within(73), because: 'from the assignment to a person' },
    { metric: responseFromDeliveryP90, is: within(91), because: 'from the hand-off, nights and the weekend counted' },
    { metric: responseFromMqlP90, is: within(92), because: 'from becoming MQL' },
    { metric: responseFromRoutingP90, is: within(96), because: 'from the hand-off, or from creation where there was none: h2' },
    { metric: responseFromCreationP90, is: within(122), because: 'from the first event' },
  ],
};
