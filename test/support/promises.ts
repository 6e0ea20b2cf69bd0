import { openHours, type ClauseContext, type OpenHours } from 'revpact/sla';
import {
  NO_FACTS,
  periodOf,
  sirius2006,
  type ActivityFact,
  type ClockFact,
  type Facts,
  type HandOffFact,
  type LeadFact,
  type StageVisitFact,
} from 'revpact/vocabulary';
import { aCalendar, at } from './hours.js';
import { UNANSWERED } from './unanswered.js';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** `utc('2026-04-06 09:00')`. The sixth of April 2026 is a Monday. */
export const utc = (text: string): number => at('Etc/UTC', text);

/** Monday to Friday, 9 to 17, in UTC. */
export const office: OpenHours = openHours(aCalendar({ zone: 'Etc/UTC' }));

export const aContext = (over: Partial<ClauseContext> = {}): ClauseContext => ({
  pactVersion: '1',
  period: periodOf('2026-04', 'Etc/UTC')!,
  asOf: utc('2026-05-01 00:00'),
  milestones: sirius2006.milestones,
  partyNames: {},
  openHoursOf: () => ({ id: 'office', open: office }),
  hoursOfClock: () => office,
  wordingAt: (clause) => clause,
  waivers: [],
  ...over,
});

/** Delivered by marketing to sales development on Monday at nine, and nothing since. */
export const aDelivery = (over: Partial<HandOffFact> = {}): HandOffFact => ({
  leadId: 'L1',
  delivery: 1,
  handOff: null,
  fromParty: 'marketing',
  toParty: 'sales_development',
  toPerson: 'sam',
  deliveredAt: utc('2026-04-06 09:00'),
  deliveredOrder: 0,
  deliveredEvent: 'delivered',
  deliveredByDay: false,
  fields: [],
  fitTier: null,
  ...UNANSWERED,
  ...over,
});

/** Two working hours from Monday at nine, and nothing since. */
export const aClock = (over: Partial<ClockFact> = {}): ClockFact => ({
  clause: 'speed_to_lead',
  kind: 'response_time',
  leadId: 'L1',
  delivery: 1,
  cycle: 1,
  party: 'sales_development',
  person: 'sam',
  holders: [{ from: utc('2026-04-06 09:00'), person: 'sam' }],
  pactVersion: '1',
  calendar: 'office',
  calendarDigest: office.digest,
  startedAt: utc('2026-04-06 09:00'),
  startedEvent: 'delivered',
  startOpenMs: 0,
  targetOpenMs: 2 * HOUR,
  retargets: [],
  pauses: [],
  dueAt: utc('2026-04-06 11:00'),
  stoppedAt: null,
  stoppedEvent: null,
  stopOpenMs: null,
  endedAt: null,
  endedBy: null,
  cancelledAt: null,
  waivedAt: null,
  waivedEvent: null,
  waivedBy: null,
  waivedWhy: null,
  excusedBy: null,
  unproven: false,
  ...over,
});

export const anAttempt = (over: Partial<ActivityFact> = {}): ActivityFact => ({
  eventId: 'attempt',
  leadId: 'L1',
  accountId: null,
  at: utc('2026-04-06 10:00'),
  kind: 'attempt',
  channel: 'phone',
  party: 'sales_development',
  person: 'sam',
  human: true,
  byDay: false,
  outcome: null,
  onList: null,
  excepted: null,
  ...over,
});

export const aLead = (over: Partial<LeadFact> = {}): LeadFact => ({
  leadId: 'L1',
  accountId: null,
  source: null,
  campaign: null,
  owner: null,
  firstAt: 0,
  firstEvent: 'e',
  firstParty: 'marketing',
  mqlAt: null,
  assignedAt: null,
  routedAt: null,
  answeredAt: null,
  answeredSinceAssignedAt: null,
  lastAt: 0,
  optedOutAt: null,
  fitScore: null,
  fitTier: null,
  ...over,
});

export const aVisit = (over: Partial<StageVisitFact> = {}): StageVisitFact => ({
  leadId: 'L1',
  visit: 1,
  stage: 'mql',
  entry: 1,
  enteredAt: utc('2026-04-06 09:00'),
  enteredOrder: 0,
  enteredEvent: 'entered',
  enteredByDay: false,
  enteredParty: 'marketing',
  leftAt: null,
  leftEvent: null,
  legal: true,
  inferred: false,
  probability: null,
  answeredAt: null,
  earlierMs: 0,
  enteredOpenMs: null,
  leftOpenMs: null,
  ...over,
});

export const someFacts = (over: Partial<Facts> = {}): Facts => ({ ...NO_FACTS, ...over });
