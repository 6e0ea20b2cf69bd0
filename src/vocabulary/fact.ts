import { leadTable, type LeadFact } from './facts/lead.js';
import { stageVisitTable, type StageVisitFact } from './facts/stage-visit.js';
import { handOffTable, type HandOffFact } from './facts/hand-off.js';
import { exitTable, type ExitFact } from './facts/exit.js';
import { activityTable, type ActivityFact } from './facts/activity.js';
import { conversationTable, type ConversationFact } from './facts/conversation.js';
import { meetingTable, type MeetingFact } from './facts/meeting.js';
import { opportunityTable, type OpportunityFact } from './facts/opportunity.js';
import { feedbackTable, type FeedbackFact } from './facts/feedback.js';
import { practiceTable, type PracticeFact } from './facts/practice.js';
import { provisionTable, type ProvisionFact } from './facts/provision.js';
import { leadEventTable, type LeadEventFact } from './facts/lead-event.js';
import { opportunityStateTable, type OpportunityStateFact } from './facts/opportunity-state.js';
import { touchTable, type TouchFact } from './facts/touch.js';
import { scoreTable, type ScoreFact } from './facts/score.js';
import { advocacyTable, type AdvocacyFact } from './facts/advocacy.js';
import { listEntryTable, type ListEntryFact } from './facts/list-entry.js';
import { spendTable, type SpendFact } from './facts/spend.js';
import { quotaTable, type QuotaFact } from './facts/quota.js';
import { clockTable, type ClockFact } from './facts/clock.js';

/**
 * The rows that every clause and metric reads, in process and in a warehouse. They hold what happened and never a state
 * that depends on when one looks: instants and cumulative open milliseconds, `null` where nothing happened.
 */
export type { LeadFact } from './facts/lead.js';
export type { StageVisitFact } from './facts/stage-visit.js';
export type { HandOffFact } from './facts/hand-off.js';
export type { ExitFact } from './facts/exit.js';
export type { ActivityFact } from './facts/activity.js';
export type { ConversationFact } from './facts/conversation.js';
export type { MeetingFact } from './facts/meeting.js';
export type { OpportunityFact } from './facts/opportunity.js';
export type { FeedbackFact } from './facts/feedback.js';
export type { PracticeFact } from './facts/practice.js';
export type { ProvisionFact } from './facts/provision.js';
export type { LeadEventFact } from './facts/lead-event.js';
export type { OpportunityStateFact } from './facts/opportunity-state.js';
export type { TouchFact } from './facts/touch.js';
export type { ScoreFact } from './facts/score.js';
export type { AdvocacyFact } from './facts/advocacy.js';
export type { ListEntryFact } from './facts/list-entry.js';
export type { SpendFact } from './facts/spend.js';
export type { QuotaFact } from './facts/quota.js';
export type { ClockFact, ClockHolder, ClockPause, ClockRetarget } from './facts/clock.js';
export { columnType, type ColumnType, type FactTable } from './facts/table.js';

/** Everything that is computed from. */
export interface Facts {
  readonly leads: readonly LeadFact[];
  readonly stageVisits: readonly StageVisitFact[];
  readonly handOffs: readonly HandOffFact[];
  readonly exits: readonly ExitFact[];
  readonly activities: readonly ActivityFact[];
  readonly conversations: readonly ConversationFact[];
  readonly meetings: readonly MeetingFact[];
  readonly opportunities: readonly OpportunityFact[];
  readonly feedback: readonly FeedbackFact[];
  readonly practices: readonly PracticeFact[];
  readonly provisions: readonly ProvisionFact[];
  readonly leadEvents: readonly LeadEventFact[];
  readonly opportunityStates: readonly OpportunityStateFact[];
  readonly touches: readonly TouchFact[];
  readonly scores: readonly ScoreFact[];
  readonly advocacy: readonly AdvocacyFact[];
  readonly listEntries: readonly ListEntryFact[];
  readonly spend: readonly SpendFact[];
  readonly quotas: readonly QuotaFact[];
  /** Empty without a pact. */
  readonly clocks: readonly ClockFact[];
}

/** Every fact table by its key in {@link Facts}. Column names in a warehouse are the same in snake_case. */
export const FACT_TABLES = /* @__PURE__ */ (() => ({
  leads: leadTable,
  stageVisits: stageVisitTable,
  handOffs: handOffTable,
  exits: exitTable,
  activities: activityTable,
  conversations: conversationTable,
  meetings: meetingTable,
  opportunities: opportunityTable,
  feedback: feedbackTable,
  practices: practiceTable,
  provisions: provisionTable,
  leadEvents: leadEventTable,
  opportunityStates: opportunityStateTable,
  touches: touchTable,
  scores: scoreTable,
  advocacy: advocacyTable,
  listEntries: listEntryTable,
  spend: spendTable,
  quotas: quotaTable,
  clocks: clockTable,
}))();

/** No facts at all, to start from. */
export const NO_FACTS: Facts = {
  leads: [],
  stageVisits: [],
  handOffs: [],
  exits: [],
  activities: [],
  conversations: [],
  meetings: [],
  opportunities: [],
  feedback: [],
  practices: [],
  provisions: [],
  leadEvents: [],
  opportunityStates: [],
  touches: [],
  scores: [],
  advocacy: [],
  listEntries: [],
  spend: [],
  quotas: [],
  clocks: [],
};
