import type { Issue } from '../../kernel/issue.js';
import type { LeadEvent } from '../../vocabulary/event.js';
import type { FeedbackFact } from '../../vocabulary/fact.js';
import { lifecycleIssue } from '../issues.js';
import type { ByLead, Draft } from './by-lead.js';
import { given } from './specifics.js';

/**
 * One row an item of feedback, in order: a rejection, a disqualification, a lost deal, a declined meeting. The first
 * answer to it by a person of another party counts; nobody answers themselves, and no automation does. An answer that
 * names no earlier feedback on its lead is reported, and changes nothing.
 */
export const feedbackFacts = (log: ByLead, report: (notice: Issue) => void): readonly FeedbackFact[] => {
  const rows = new Map<string, Draft<FeedbackFact>>();
  const deliveries: number[] = [];
  log.each((event, lead, order) => {
    if (event.type === 'handed_off') deliveries[lead] = (deliveries[lead] ?? 0) + 1;
    else if (event.type === 'feedback_answered') {
      const row = rows.get(event.answers);
      if (row?.leadId !== event.leadId) {
        report(lifecycleIssue('answer_without_feedback', { event: event.id, answers: event.answers, leadId: event.leadId }, [order, 'answers']));
      } else if (row.answeredAt === null && event.by.kind === 'human' && event.by.party !== row.party) {
        row.answeredAt = event.at;
        row.answeredEvent = event.id;
        row.answeredParty = event.by.party;
      }
    } else {
      const what = saidIn(event);
      if (what === null) return;
      rows.set(event.id, {
        event: event.id,
        leadId: event.leadId,
        delivery: deliveries[lead] ?? 0,
        kind: what.kind,
        at: event.at,
        byDay: event.precision === 'day',
        party: event.by.party,
        person: event.by.person ?? null,
        rejectionClass: what.rejectionClass,
        reason: what.reason,
        specifics: what.specifics,
        complete: null,
        answeredAt: null,
        answeredEvent: null,
        answeredParty: null,
      });
    }
  });
  return [...rows.values()];
};

/** What an event feeds back; null where it does not. */
const saidIn = (event: LeadEvent): Pick<FeedbackFact, 'kind' | 'rejectionClass' | 'reason' | 'specifics'> | null => {
  switch (event.type) {
    case 'rejected':
      return { kind: 'rejected', rejectionClass: event.class, reason: event.reason, specifics: given(event.specifics) };
    case 'disqualified':
      return { kind: 'disqualified', rejectionClass: null, reason: event.reason, specifics: given(event.specifics) };
    case 'opportunity_lost':
      return { kind: 'lost', rejectionClass: null, reason: event.reason ?? null, specifics: [] };
    case 'meeting_declined':
      return { kind: 'meeting_declined', rejectionClass: null, reason: event.reason ?? null, specifics: [] };
    default:
      return null;
  }
};
