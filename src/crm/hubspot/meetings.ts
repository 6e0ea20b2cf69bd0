import type { EngagementReader, Happening } from './engagements.js';
import { meant } from './contact-history.js';
import { hubspotIssue } from './issues.js';
import { firstText } from './ledger.js';

const OUTCOMES = ['hs_meeting_outcome', 'meeting_outcome'] as const;
const START = ['hs_meeting_start_time', 'start_time', 'hs_timestamp', 'timestamp'] as const;
const CREATED = ['hs_createdate', 'created_at', 'createdate'] as const;
const CHANGED = ['hs_lastmodifieddate', 'updated_at', 'last_updated'] as const;

/**
 * A meeting is booked when its record was made, and what became of it happens at its start; a cancellation or a new date at
 * the record's last change, if that lies before the start. Without an outcome it is booked, and no more is known.
 */
export const readMeeting: EngagementReader = {
  columns: [...OUTCOMES, ...START, ...CREATED, ...CHANGED, 'hs_meeting_end_time', 'end_time'],
  read: (entry, id, { agreement: { meetings }, clock }) => {
    const start = clock.need(entry, START);
    const created = clock.find(entry, CREATED);
    const changed = clock.find(entry, CHANGED);
    const said = firstText(entry, OUTCOMES);
    const outcome = said === null ? 'booked' : meant('hs_meeting_outcome', meetings.outcomes, said.toUpperCase(), entry);
    if (start === null || outcome === undefined) return [];
    const logged = created === null || created.at > start.at;
    if (logged) entry.notices.push(hubspotIssue('hubspot_booked_at_start', { meeting: id }));
    const bookedAt = logged ? start.at : created.at;
    const before = changed !== null && changed.at >= bookedAt && changed.at < start.at ? changed.at : start.at;
    const booked: Happening = { name: 'booked', seq: 50, fields: { at: bookedAt, type: 'meeting_booked', meetingId: id, startsAt: start.at } };
    const then = (name: string, at: number, extra: Readonly<Record<string, unknown>> = {}): Happening => ({
      name,
      seq: 51,
      fields: { at, type: `meeting_${name}`, meetingId: id, ...extra },
    });
    switch (outcome) {
      case 'booked':
        return [booked];
      case 'held':
        return [booked, then('held', start.at)];
      case 'no_show':
        return [booked, then('no_show', start.at)];
      case 'cancelled':
        return [booked, then('cancelled', before)];
      case 'rescheduled':
        return [booked, { ...then('rescheduled', before, { startsAt: start.at }), once: true }];
    }
  },
};
