import type { Issue } from '../../kernel/issue.js';
import type { MeetingFact } from '../../vocabulary/fact.js';
import { lifecycleIssue } from '../issues.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row a meeting, in the order in which they first appear. Each moment is the last of its kind, and `startsAt` the
 * last that was agreed. A meeting whose booking was not recorded takes its first event for it, and is reported.
 */
export const meetingFacts = (log: ByLead, report: (notice: Issue) => void): readonly MeetingFact[] => {
  const rows = new Map<string, Draft<MeetingFact>>();
  log.each((event, _, order) => {
    if (!('meetingId' in event)) return;
    const { meetingId } = event;
    let row = rows.get(meetingId);
    if (row === undefined) {
      const startsAt = 'startsAt' in event ? event.startsAt : event.at;
      row = { ...UNHELD, meetingId, leadId: event.leadId, bookedAt: event.at, bookedBy: event.by.person ?? null, startsAt };
      rows.set(meetingId, row);
      if (event.type !== 'meeting_booked') report(lifecycleIssue('meeting_never_booked', { meetingId, event: event.id }, [order]));
    }
    switch (event.type) {
      case 'meeting_booked':
        row.startsAt = event.startsAt;
        break;
      case 'meeting_rescheduled':
        row.startsAt = event.startsAt;
        row.reschedules += 1;
        break;
      case 'meeting_cancelled':
        row.cancelledAt = event.at;
        break;
      case 'meeting_held':
        row.heldAt = event.at;
        break;
      case 'meeting_no_show':
        row.noShowAt = event.at;
        break;
      case 'meeting_accepted':
        row.acceptedAt = event.at;
        break;
      case 'meeting_declined':
        row.declinedAt = event.at;
        break;
    }
  });
  return [...rows.values()];
};

const UNHELD = { reschedules: 0, cancelledAt: null, heldAt: null, noShowAt: null, acceptedAt: null, declinedAt: null };
