/**
 * sla: promises and clocks. Working hours as integers, clauses as data, and what became of each promise, with the records
 * behind it.
 *
 * @module sla
 */

// Working hours: a calendar, compiled once, and what can be asked of it
export { openHours, safeOpenHours, type OpenHours, type OpenHoursSettings } from './calendar/open-hours.js';
export { openAny, openAll, safeOpenAll, safeOpenAny } from './calendar/joint.js';
export { elapsed, add, subtract, isOpen, nextOpening, nextClosing, openSegments, openMsAt } from './calendar/open-time.js';
export { daysOff, type DayOff } from './calendar/days-off.js';
export { OPEN_ORIGIN } from './calendar/growing.js';
export { type OpenTable } from './calendar/open-table.js';
export { duration, intersect, union, without, type Segment } from './calendar/segment.js';
export { calendarIssue } from './calendar/issues.js';

// Holidays from elsewhere; from iCalendar text by the entry sla/icalendar
export { holidaysFromList } from './feeds/list.js';
export { holidaysFromDateHolidays, HOLIDAY_TYPES, type HolidayType } from './feeds/date-holidays.js';
export { addHolidays } from './feeds/add-holidays.js';
export {
  HOLIDAY_LIMIT,
  type DuplicateDay,
  type HolidayFeed,
  type IgnoredBecause,
  type IgnoredEntry,
  type RejectedEntry,
} from './feeds/holiday-feed.js';
export { feedIssue } from './feeds/issues.js';

// Promises, as a pact writes them
export { Clause, CLAUSE_KINDS } from './clauses/index.js';
export { ResponseTime, responseTime } from './clauses/response-time.js';
export { Attempts, attempts } from './clauses/attempts.js';
export { Resolution, resolution } from './clauses/resolution.js';
export { Ownership, ownership } from './clauses/ownership.js';
export { TimeToAction, timeToAction } from './clauses/time-to-action.js';
export { FeedbackAnswered, feedbackAnswered } from './clauses/feedback-answered.js';
export { Acceptance, acceptance } from './clauses/acceptance.js';
export { Delivery, delivery } from './clauses/delivery.js';
export { Quality, quality } from './clauses/quality.js';
export { Volume, volume } from './clauses/volume.js';
export { Provision, provision } from './clauses/provision.js';
export { Budget, budget } from './clauses/budget.js';
export { ListCompliance, listCompliance } from './clauses/list-compliance.js';
export { FeedbackCompleteness, feedbackCompleteness } from './clauses/feedback-completeness.js';
export { Practice, practice } from './clauses/practice.js';
export { lintClauses } from './lint.js';

// What became of them
export { clocksOf, clocksUnder, assessClauses, type ClausesInForce } from './clock/clocks.js';
export { judgeClock, CLOCK_FLAGS, type ClockFlag, type ClockJudgement, type ClockState } from './clock/clock.js';
export {
  FINDING_STATES,
  type Alarm,
  type ClauseCounts,
  type ClauseEvidence,
  type ClauseFinding,
  type FindingState,
} from './finding/finding.js';
export { Pace, Prorate, type ClausePlot, type PlotDay } from './finding/pace.js';
export { ledgerOf, type LedgerRow } from './clock/ledger.js';
export { type Breach, type Waiver } from './clock/excuse.js';

// What is due next, and why
export { schedule, type DueItem } from './due/schedule.js';
export { escalations, type Directory, type Escalation } from './due/escalation.js';
export { Rung } from './due/rung.js';
export { commitments, type Commitment } from './due/commitment.js';
export { agenda, type Agenda, type AgendaDay, type AgendaEntry, type AgendaRows } from './due/agenda.js';
export { type ReviewDay } from './due/review-day.js';
export { proposeExpiries, deadlineFrom, expiryId, type ExpiryContext, type ExpiryDue } from './due/expiry.js';
export { explainClock, type ClockExplanation, type WorkingInterval } from './clock/explain.js';

// What another text would have made of the same promises
export { rejudge, REJUDGED, type Rejudged, type RejudgedField, type RejudgedRow, type RejudgeOptions, type Standing } from './clock/rejudge.js';

// Clocks by the million, as columns
export { judgeMany } from './bulk/judge-many.js';
export {
  clockColumns,
  CLOCK_STATES,
  type ClockColumns,
  type JudgedClocks,
  type PauseColumns,
  type RetargetColumns,
} from './bulk/columns.js';
export { clockColumnIssue } from './bulk/issues.js';

// A kind of your own
export {
  clauseKind,
  clauseBase,
  deliveryBase,
  timedBase,
  Share,
  OpenMinutes,
  type ClauseBase,
  type ClauseContext,
  type ClauseKind,
  type ClockContext,
  type HoursOfClock,
  type OpenHoursOf,
  type Warn,
  type Window,
} from './clause.js';
export { timedKind, type TimedKind } from './timed-kind.js';
export { Condition, meets } from './condition.js';
export { clocksFor, deliveriesOf, ending, type Course, type Ending, type Moment, type TimedClause } from './clock/course.js';
export { clockBreaches } from './clock/excuse.js';
export { assessTimed, lintTimed, againstAgreed, type JudgedClock } from './finding/timed.js';
export { assessShare, type Case, type Cases, type Outcome } from './finding/share.js';
export { findingOfShare, type Sayings, type ShareClause } from './finding/of-share.js';
export { alarmOf, assessTarget, evidenceAt, type Target } from './finding/target.js';
export { type Step } from './finding/progress.js';
export { knownBy, type KnownClock } from './clock/known.js';
export { runOf, reachedAt, type Run, type Standstill } from './clock/run.js';
export { slaIssue } from './issues.js';
