import type { LeadEvent } from '../../vocabulary/event.js';
import type { LeadEventFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { StageId } from '../../vocabulary/framework.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row an event of a lead, in order. An event that only reveals where the lead was, because it names the stage that
 * was left, enters and leaves nothing; one that also steps on from there left the revealed stage.
 *
 * @param visits - In the order of their entering events, as `replay` gives them; an inferred one right before the stay
 * that the same event enters.
 */
export const leadEventFacts = (log: ByLead, visits: readonly StageVisitFact[]): readonly LeadEventFact[] => {
  const rows: LeadEventFact[] = [];
  const stageOf: (StageId | undefined)[] = [];
  let next = 0;
  log.each((event, lead, order) => {
    let entered: StageId | null = null;
    let left: StageId | null = null;
    for (let visit = visits[next]; visit?.enteredOrder === order; visit = visits[next]) {
      next += 1;
      if (!visit.inferred) {
        entered = visit.stage;
        left = stageOf[lead] ?? null;
      }
      stageOf[lead] = visit.stage;
    }
    const row: Draft<LeadEventFact> = {
      eventId: event.id,
      leadId: event.leadId,
      type: event.type,
      at: event.at,
      order,
      byDay: event.precision === 'day',
      party: event.by.party,
      person: event.by.person ?? null,
      human: event.by.kind === 'human',
      channel: null,
      entered,
      left,
      meetingId: null,
      startsAt: null,
      tier: null,
      source: null,
      holder: null,
      holderParty: null,
      answers: null,
    };
    tell(row, event);
    rows.push(row);
  });
  return rows;
};

/** What only some types of event say. By type, since asking each event for each field takes as long as replaying it. */
const tell = (row: Draft<LeadEventFact>, event: LeadEvent): void => {
  switch (event.type) {
    case 'inquiry':
    case 'qualified':
      row.source = event.source ?? null;
      break;
    case 'touch':
      row.source = event.source ?? null;
      row.channel = event.channel ?? null;
      break;
    case 'attempt':
    case 'contact_made':
    case 'opted_out':
      row.channel = event.channel ?? null;
      break;
    case 'score_changed':
      if (event.kind === 'fit') row.tier = event.tier ?? null;
      break;
    case 'assigned':
      row.holder = event.to;
      row.holderParty = event.toParty ?? null;
      break;
    case 'handed_off':
      row.holder = event.toPerson ?? null;
      row.holderParty = event.to;
      break;
    case 'meeting_booked':
    case 'meeting_rescheduled':
      row.meetingId = event.meetingId;
      row.startsAt = event.startsAt;
      break;
    case 'meeting_cancelled':
    case 'meeting_held':
    case 'meeting_no_show':
    case 'meeting_accepted':
    case 'meeting_declined':
      row.meetingId = event.meetingId;
      break;
    case 'feedback_answered':
      row.answers = event.answers;
      break;
    default:
  }
};
