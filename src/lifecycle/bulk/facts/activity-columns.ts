import type { ActivityFact } from '../../../vocabulary/fact.js';
import type { TableColumns } from '../../../vocabulary/fact-columns.js';
import { EVENT_NUMBER } from '../../number.js';
import { daysAt, idsAt, lazily, leadsAt, momentsAt, namesAt, numbered, partiesAt, rowsAt, words } from './columns.js';
import { NONE, type Course } from './course.js';
import { accountsOf, type LeadPlaces } from './lead-columns.js';

const KINDS = ['attempt', 'contact'];

/** `activityFacts`, from columns: one row an attempt or conversation, lead by lead, in order. Outcomes, lists and exceptions are left out. */
export const activityColumns = (course: Course, leads: LeadPlaces): TableColumns<ActivityFact> => {
  const { log, details } = course;
  const { account } = details;
  const own = placesOf(log.type);
  const ofLead = (places: Int32Array): Int32Array => Int32Array.from(own, (place) => places[log.lead[place] ?? 0] ?? NONE);
  return {
    rows: own.length,
    columns: lazily<keyof ActivityFact>({
      eventId: idsAt(course, own),
      leadId: () => leadsAt(log, own),
      accountId: account === undefined ? undefined : () => accountsOf(account, rowsAt(course, own), rowsAt(course, ofLead(leads.account()))),
      at: () => momentsAt(log, own),
      byDay: () => daysAt(log, own),
      kind: () => words(Int32Array.from(own, (place) => (log.type[place] === EVENT_NUMBER.attempt ? 0 : 1)), KINDS),
      channel: namesAt(course, details.channel, own),
      party: () => partiesAt(log, own),
      person: namesAt(course, details.person, own),
      human: () => numbered(own.length, (i) => log.human[own[i] ?? 0] ?? 0),
    }),
  };
};

const placesOf = (type: Uint8Array): Uint32Array => {
  const { attempt, contact_made: contact } = EVENT_NUMBER;
  const made = new Uint32Array(type.length + 1);
  let count = 0;
  for (let place = 0; place < type.length; place += 1) {
    made[count] = place;
    if (type[place] === attempt || type[place] === contact) count += 1;
  }
  return made.slice(0, count);
};
