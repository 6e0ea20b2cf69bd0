/**
 * sla: promises and clocks. Working hours as integers, clauses as data, and what became of each promise, with the records
 * behind it.
 *
 * @module sla
 */

// Working hours: a calendar, compiled once, and what can be asked of it
export { openHours, safeOpenHours, OPEN_ORIGIN, type OpenHours } from './open-hours.js';
export { elapsed, add, isOpen, nextOpening, nextClosing, openSegments, openMsAt } from './open-time.js';
export { type OpenTable } from './open-table.js';
export { duration, intersect, subtract, union, type Segment } from './segment.js';

// Promises, as a pact writes them
export { Clause, CLAUSE_KINDS } from './clauses/index.js';
export { ResponseTime, responseTime } from './clauses/response-time.js';
export { Acceptance, acceptance } from './clauses/acceptance.js';
export { Delivery, delivery } from './clauses/delivery.js';
export { Volume, volume } from './clauses/volume.js';
export { lintClauses } from './lint.js';

// What became of them
export { clocksOf, assessClauses } from './clocks.js';
export { judgeClock, CLOCK_FLAGS, type ClockFlag, type ClockJudgement, type ClockState } from './clock.js';
export { FINDING_STATES, type ClauseCounts, type ClauseEvidence, type ClauseFinding, type FindingState } from './finding.js';
export { type Breach, type Waiver } from './excuse.js';

// What is due next, and why
export { schedule, type DueItem } from './schedule.js';
export { explainClock, type ClockExplanation, type WorkingInterval } from './explain.js';

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
} from './clause.js';
export { slaIssue } from './issues.js';
