import type { Issue } from '../kernel/issue.js';
import { NO_FACTS, type Facts } from '../vocabulary/fact.js';
import type { Framework } from '../vocabulary/framework.js';
import { activityFacts } from './facts/activity.js';
import { byLead } from './facts/by-lead.js';
import { exitFacts } from './facts/exit.js';
import { feedbackFacts } from './facts/feedback.js';
import { handOffFacts } from './facts/hand-off.js';
import { leadFacts } from './facts/lead.js';
import { leadEventFacts } from './facts/lead-event.js';
import { meetingFacts } from './facts/meeting.js';
import { opportunityFacts } from './facts/opportunity.js';
import { practiceFacts } from './facts/practice.js';
import { provisionFacts } from './facts/provision.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import { listing } from './log/listed.js';
import { replay, type Replay } from './replay.js';
import type { ResolvedLog } from './log/resolve.js';

/** The base facts of a log, and what was found on the way. */
export interface BaseFacts {
  /** Rows in the order of the log; no clocks, which take a pact. */
  readonly facts: Facts;
  readonly replay: Replay;
  /** Those of `replay`, `lifecycle.meeting_never_booked` and `lifecycle.answer_without_feedback`, with the event's position in the path: the first 1,000 of each. */
  readonly notices: readonly Issue[];
  readonly noticeCount: number;
}

/**
 * The rows that clauses and metrics read, from a framework and a resolved log: no pact needed. One pass over the log for
 * each table, whatever the number of leads.
 *
 * @param by - A lifecycle, or a framework to make one of; a framework that contradicts itself throws.
 */
export const factsFrom = (by: Framework | Lifecycle, log: ResolvedLog): BaseFacts => {
  const lifecycle = 'framework' in by ? by : createLifecycle(by);
  const replayed = replay(lifecycle, log);
  const leads = byLead(log.events);
  const leadRows = leadFacts(leads);
  const unbooked = listing<Issue>();
  const meetings = meetingFacts(leads, unbooked.add);
  const unasked = listing<Issue>();
  const feedback = feedbackFacts(leads, unasked.add);
  const [neverBooked, answersNothing] = [unbooked.list(), unasked.list()];
  return {
    facts: {
      ...NO_FACTS,
      leads: leadRows,
      stageVisits: replayed.visits,
      handOffs: handOffFacts(leads),
      exits: exitFacts(lifecycle.framework, leads, replayed.visits),
      activities: activityFacts(leads),
      meetings,
      opportunities: opportunityFacts(leads, leadRows),
      feedback,
      practices: practiceFacts(log.events),
      provisions: provisionFacts(log.events),
      leadEvents: leadEventFacts(leads, replayed.visits),
    },
    replay: replayed,
    notices: [...replayed.notices, ...neverBooked.first, ...answersNothing.first],
    noticeCount: replayed.noticeCount + neverBooked.count + answersNothing.count,
  };
};
