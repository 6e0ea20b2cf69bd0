import type { LeadEventFact } from 'revpact/vocabulary';
import { utc } from './promises.js';

/** An event in the life of lead L1 by sales development, on Monday the sixth of April 2026 where no date is said. */
export const anEvent = (type: LeadEventFact['type'], time: string, over: Partial<LeadEventFact> = {}): LeadEventFact => ({
  eventId: `${type} ${time}`,
  leadId: 'L1',
  type,
  at: utc(time.length === 5 ? `2026-04-06 ${time}` : time),
  order: 0,
  byDay: false,
  party: 'sales_development',
  person: 'sam',
  human: true,
  channel: null,
  entered: null,
  left: null,
  meetingId: null,
  startsAt: null,
  tier: null,
  holder: null,
  holderParty: null,
  source: null,
  answers: null,
  ...over,
});

/** Events in the order of the log: as listed. */
export const inOrder = (...events: readonly LeadEventFact[]): readonly LeadEventFact[] => events.map((event, order) => ({ ...event, order }));
