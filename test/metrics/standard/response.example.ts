import {
  responseFromAssignmentP50,
  responseFromAssignmentP90,
  responseFromAssignmentP95,
  responseFromCreationP50,
  responseFromCreationP90,
  responseFromCreationP95,
  responseFromDeliveryOpenP90,
  responseFromDeliveryP50,
  responseFromDeliveryP90,
  responseFromDeliveryP95,
  responseFromMqlP50,
  responseFromMqlP90,
  responseFromMqlP95,
  responseFromRoutingP50,
  responseFromRoutingP90,
  responseFromRoutingP95,
  responseRate,
  speedToLead,
  speedToLeadP50,
  speedToLeadP95,
} from 'revpact/metrics';
import { DAY, MINUTE } from '../../support/metric-facts.js';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

const HOUR = DAY / 24;

/** Answered after 10, 25 and 40 working minutes, and not; one that was sent back before it was due. */
const clocks: ShownFacts = {
  clocks: [
    { leadId: 'a', startedAt: '04-02T09:00', startOpenMs: 0, stoppedAt: '04-02T09:10', stopOpenMs: 10 * MINUTE, cancelledAt: null },
    { leadId: 'b', startedAt: '04-02T16:50', startOpenMs: 8 * HOUR, stoppedAt: '04-03T09:15', stopOpenMs: 8 * HOUR + 25 * MINUTE, cancelledAt: null },
    { leadId: 'c', startedAt: '04-06T09:00', startOpenMs: 16 * HOUR, stoppedAt: '04-06T09:40', stopOpenMs: 16 * HOUR + 40 * MINUTE, cancelledAt: null },
    { leadId: 'd', startedAt: '04-07T09:00', startOpenMs: 24 * HOUR, stoppedAt: null, stopOpenMs: null, cancelledAt: null },
    { leadId: 'e', startedAt: '04-08T09:00', startOpenMs: 32 * HOUR, stoppedAt: null, stopOpenMs: null, cancelledAt: '04-08T09:05' },
  ],
};

/** The same three leads, as each definition sees them. Lin was answered before she was handed over; nobody ever answered Max. */
const leads: ShownFacts = {
  leads: [
    {
      leadId: 'kim',
      firstAt: '04-02T09:00',
      mqlAt: '04-02T10:00',
      routedAt: '04-02T10:15',
      assignedAt: '04-02T10:30',
      answeredAt: '04-02T11:00',
      answeredSinceAssignedAt: '04-02T11:00',
    },
    {
      leadId: 'lin',
      firstAt: '04-03T09:00',
      mqlAt: '04-03T12:00',
      routedAt: '04-03T12:30',
      assignedAt: '04-03T13:00',
      answeredAt: '04-03T12:15',
      answeredSinceAssignedAt: '04-03T15:00',
    },
    {
      leadId: 'max',
      firstAt: '04-04T09:00',
      mqlAt: '04-05T09:00',
      routedAt: null,
      assignedAt: '04-05T09:30',
      answeredAt: null,
      answeredSinceAssignedAt: null,
    },
  ],
};

const stays: ShownFacts = {
  stageVisits: [
    { leadId: 'kim', stage: 'mql', enteredAt: '04-02T10:00', answeredAt: '04-02T11:00' },
    { leadId: 'lin', stage: 'mql', enteredAt: '04-03T12:00', answeredAt: '04-03T12:15' },
    { leadId: 'max', stage: 'mql', enteredAt: '04-05T09:00', answeredAt: null },
  ],
};

const deliveries: ShownFacts = {
  handOffs: [
    { leadId: 'kim', deliveredAt: '04-02T10:15', rejectedAt: null, firstAttemptAt: '04-02T11:00', deliveredOpenMs: HOUR, firstAttemptOpenMs: HOUR + 45 * MINUTE },
    { leadId: 'lin', deliveredAt: '04-03T12:30', rejectedAt: null, firstAttemptAt: '04-03T15:00', deliveredOpenMs: 11 * HOUR, firstAttemptOpenMs: 13 * HOUR },
    { leadId: 'noa', deliveredAt: '04-06T09:00', rejectedAt: '04-06T10:00', firstAttemptAt: null, deliveredOpenMs: 16 * HOUR, firstAttemptOpenMs: null },
    { leadId: 'ola', deliveredAt: '04-08T09:00', rejectedAt: null, firstAttemptAt: null, deliveredOpenMs: 32 * HOUR, firstAttemptOpenMs: null },
  ],
};

const time = (n: number, open: number, ms: number | null, lowerBound: number | null): object => ({ kind: 'percentile', n, open, reversed: 0, ms, lowerBound });

const fromClock = (p: number): string =>
  `Nearest rank ${String(p)} % of \`stopOpenMs\` − \`startOpenMs\`, of first clocks (cycle 1) of response clauses that started in the period and are neither cancelled nor waived before asOf nor unproven; those not stopped before asOf rank last.`;
const fromCreation = (p: number): string =>
  `Nearest rank ${String(p)} % of \`answeredAt\` − \`firstAt\`, of leads whose \`firstAt\` lies in the period; those not answered before asOf rank last.`;
const fromMql = (p: number): string =>
  `Of each lead the first entry ever into \`mql\` (by moment, then number of the stay), where it is neither inferred nor known to the day only and lies in the period: nearest rank ${String(p)} % of \`answeredAt\` − \`enteredAt\` of that stay; those not answered before asOf rank last.`;
const fromAssignment = (p: number): string =>
  `Nearest rank ${String(p)} % of \`answeredSinceAssignedAt\` − \`assignedAt\`, of leads first assigned in the period; those not answered since, before asOf, rank last.`;
const fromDelivery = (p: number): string =>
  `Nearest rank ${String(p)} % of \`firstAttemptAt\` − \`deliveredAt\`, of hand-offs delivered in the period, not known to the day only, and not rejected (before asOf) without an attempt; those without an attempt before asOf rank last.`;
const fromRouting = (p: number): string =>
  `Nearest rank ${String(p)} % of \`answeredAt\` − (\`routedAt\`, or \`firstAt\` where it was never routed before asOf), of leads for which the later of these two moments lies in the period; those not answered before asOf rank last; those answered before they were routed are in no rank and counted apart.`;

export const responseTheme: Theme = {
  title: 'Response',
  intro:
    'The same answers, with six moments at which vendors start the clock. Percentiles by nearest rank over all who were to be answered: who was not ranks last, ' +
    'and a rank that falls there has no value but a lower bound.',
  examples: [
    { metric: speedToLeadP50, formula: fromClock(50), facts: clocks, is: time(4, 1, 25 * MINUTE, null), says: '10, 25, 40 minutes and d; e was cancelled in time.' },
    { metric: speedToLead, formula: fromClock(90), facts: clocks, is: time(4, 1, null, 40 * MINUTE) },
    { metric: speedToLeadP95, formula: fromClock(95), facts: clocks, is: time(4, 1, null, 40 * MINUTE) },
    {
      metric: responseFromCreationP50,
      formula: fromCreation(50),
      facts: leads,
      is: time(3, 1, 3 * HOUR + 15 * MINUTE, null),
      says: '2 hours, 3 hours 15 minutes, and Max.',
    },
    { metric: responseFromCreationP90, formula: fromCreation(90), facts: leads, is: time(3, 1, null, 3 * HOUR + 15 * MINUTE) },
    { metric: responseFromCreationP95, formula: fromCreation(95), facts: leads, is: time(3, 1, null, 3 * HOUR + 15 * MINUTE) },
    { metric: responseFromMqlP50, formula: fromMql(50), facts: stays, is: time(3, 1, HOUR, null), says: '15 minutes, one hour, and Max.' },
    { metric: responseFromMqlP90, formula: fromMql(90), facts: stays, is: time(3, 1, null, HOUR) },
    { metric: responseFromMqlP95, formula: fromMql(95), facts: stays, is: time(3, 1, null, HOUR) },
    {
      metric: responseFromAssignmentP50,
      formula: fromAssignment(50),
      facts: leads,
      is: time(3, 1, 2 * HOUR, null),
      says: '30 minutes, 2 hours, and Max.',
    },
    { metric: responseFromAssignmentP90, formula: fromAssignment(90), facts: leads, is: time(3, 1, null, 2 * HOUR) },
    { metric: responseFromAssignmentP95, formula: fromAssignment(95), facts: leads, is: time(3, 1, null, 2 * HOUR) },
    {
      metric: responseFromDeliveryP50,
      formula: fromDelivery(50),
      facts: deliveries,
      is: time(3, 1, 150 * MINUTE, null),
      says: '45 minutes, two and a half hours, and Ola; Noa was sent back.',
    },
    { metric: responseFromDeliveryP90, formula: fromDelivery(90), facts: deliveries, is: time(3, 1, null, 150 * MINUTE) },
    { metric: responseFromDeliveryP95, formula: fromDelivery(95), facts: deliveries, is: time(3, 1, null, 150 * MINUTE) },
    {
      metric: responseFromDeliveryOpenP90,
      formula:
        'Nearest rank 90 % of `firstAttemptOpenMs` − `deliveredOpenMs`, of hand-offs delivered in the period that have open milliseconds, are not known to the day only, and were not rejected (before asOf) without an attempt; those without an attempt before asOf rank last.',
      facts: deliveries,
      is: time(3, 1, null, 2 * HOUR),
      says: 'The receiver has a break of half an hour at noon.',
    },
    {
      metric: responseFromRoutingP50,
      formula: fromRouting(50),
      facts: leads,
      is: { kind: 'percentile', open: 1, reversed: 1, ms: 45 * MINUTE, lowerBound: null },
      says: 'Lin was answered 15 minutes before she was routed: she is counted apart. Max was never routed, and counts from his creation.',
    },
    { metric: responseFromRoutingP90, formula: fromRouting(90), facts: leads, is: { kind: 'percentile', open: 1, reversed: 1, ms: null, lowerBound: 45 * MINUTE } },
    { metric: responseFromRoutingP95, formula: fromRouting(95), facts: leads, is: { kind: 'percentile', open: 1, reversed: 1, ms: null, lowerBound: 45 * MINUTE } },
    {
      metric: responseRate,
      formula: 'Leads whose `firstAt` lies in the period and that were answered before asOf ÷ leads whose `firstAt` lies in the period.',
      facts: leads,
      is: { kind: 'fraction', numerator: 2, denominator: 3, open: 1, value: '0.6667' },
    },
  ],
};
