import type { Issue } from '../kernel/issue.js';
import { NO_FACTS, type Facts } from '../vocabulary/fact.js';
import type { Framework } from '../vocabulary/framework.js';
import { activityFacts } from './facts/activity.js';
import { advocacyFacts } from './facts/advocacy.js';
import { byLead } from './facts/by-lead.js';
import { conversationFacts } from './facts/conversation.js';
import { exitFacts } from './facts/exit.js';
import { feedbackFacts } from './facts/feedback.js';
import { handOffFacts } from './facts/hand-off.js';
import { leadFacts } from './facts/lead.js';
import { leadEventFacts } from './facts/lead-event.js';
import { listEntryFacts } from './facts/list-entry.js';
import { meetingFacts } from './facts/meeting.js';
import { dealFacts } from './facts/opportunity.js';
import { practiceFacts } from './facts/practice.js';
import { provisionFacts } from './facts/provision.js';
import { recordFacts, type Records } from './facts/record.js';
import { scoreFacts } from './facts/score.js';
import { touchFacts } from './facts/touch.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import { listing } from './log/listed.js';
import { replay, type Replay } from './replay.js';
import type { ResolvedLog } from './log/resolve.js';

/** The base facts of a log, and what was found on the way. */
export interface BaseFacts {
  /** Rows in the order of the log; no clocks, which take a pact. */
  readonly facts: Facts;
  readonly replay: Replay;
  /**
   * Those of `replay`, `lifecycle.meeting_never_booked` and `lifecycle.answer_without_feedback` with the event's position in
   * the path, and `lifecycle.annual_of_other_currency`: the first 1,000 of each.
   */
  readonly notices: readonly Issue[];
  readonly noticeCount: number;
}

/**
 * The rows that clauses and metrics read, from a framework, a resolved log and what else is on record: no pact needed. One
 * pass over the log for each table, whatever the number of leads. Columns that take a pact (clocks, open time, fit, exceptions
 * from the target list, whether feedback and reports are complete) are null.
 *
 * @param by - A lifecycle, or a framework to make one of; a framework that contradicts itself throws.
 * @param records - Spend and quotas, of which every civil day becomes a row. Those that make no rows (two of one id, a zone
 *   that this host does not know, more than a million days) throw a `RevpactError`.
 *
 * @example
 * ```ts
 * import { factsFrom, resolve } from 'revpact/lifecycle';
 * import { sirius2006 } from 'revpact/vocabulary';
 *
 * const media = { id: 'may', from: '2026-05-01', to: '2026-05-03', amount: { minor: 1000, currency: 'EUR' } };
 * const { facts } = factsFrom(sirius2006, resolve([]), { spend: [media], zone: 'Europe/Berlin' });
 * facts.spend.map(({ amountMinor }) => amountMinor) // => [333, 333, 334]
 * ```
 */
export const factsFrom = (by: Framework | Lifecycle, log: ResolvedLog, records?: Records): BaseFacts => {
  const lifecycle = 'framework' in by ? by : createLifecycle(by);
  const replayed = replay(lifecycle, log);
  const leads = byLead(log.events);
  const leadRows = leadFacts(lifecycle.framework, leads, replayed.visits);
  const provisions = provisionFacts(log.events);
  const touches = touchFacts(leads, leadRows);
  const unbooked = listing<Issue>();
  const meetings = meetingFacts(leads, unbooked.add);
  const unasked = listing<Issue>();
  const feedback = feedbackFacts(leads, unasked.add);
  const unlike = listing<Issue>();
  const deals = dealFacts(leads, leadRows, touches, unlike.add);
  const [neverBooked, answersNothing, otherCurrency] = [unbooked.list(), unasked.list(), unlike.list()];
  return {
    facts: {
      ...NO_FACTS,
      leads: leadRows,
      stageVisits: replayed.visits,
      handOffs: handOffFacts(leads),
      exits: exitFacts(lifecycle.framework, leads, replayed.visits),
      activities: activityFacts(leads, leadRows, provisions),
      conversations: conversationFacts(leads, leadRows),
      meetings,
      opportunities: deals.opportunities,
      feedback,
      practices: practiceFacts(log.events),
      provisions,
      leadEvents: leadEventFacts(leads, replayed.visits),
      opportunityStates: deals.states,
      touches,
      scores: scoreFacts(leads),
      advocacy: advocacyFacts(leads, leadRows),
      listEntries: listEntryFacts(provisions),
      ...(records === undefined ? {} : recordFacts(records)),
    },
    replay: replayed,
    notices: [...replayed.notices, ...neverBooked.first, ...answersNothing.first, ...otherCurrency.first],
    noticeCount: replayed.noticeCount + neverBooked.count + answersNothing.count + otherCurrency.count,
  };
};
