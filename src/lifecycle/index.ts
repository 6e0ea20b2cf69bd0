/**
 * lifecycle: which step is legal, what a log says when it is held against the agreed life, and the base facts that
 * every clause and metric reads.
 *
 * @module lifecycle
 */

// The agreed life
export { createLifecycle, safeCreateLifecycle, type Candidate, type Lifecycle } from './lifecycle.js';
export { lintLifecycle } from './lint.js';

// One step
export { transition, legalSteps, type LegalStep, type Refusal, type Step, type Verdict } from './transition.js';
export { foldStanding, stepFacts, NOTHING_YET, type Standing } from './standing.js';
export { type StepFacts } from './requirement.js';
export { advance, stateRecord, safeParseStateRecord, StateRecord, type Advance } from './state.js';

// A log put in order, followed, and turned into facts
export { resolve, type Horizon, type LogCounts, type ResolvedLog } from './resolve.js';
export { replay, type LeadState, type Replay, type Violation } from './replay.js';
export { factsFrom, type BaseFacts } from './facts.js';
export { conformance, type Conformance, type Deviation, type PartyShare } from './conformance.js';

// Millions of events
export { tableOf } from './lifecycle.js';
export { REFUSED, STAGE_BITS, type LifecycleTable } from './table.js';
export { encode, type EncodedLog, type EventColumns } from './columns.js';
export { replayMany, type BulkReplay } from './replay-many.js';

// What can be wrong
export { lifecycleIssue } from './issues.js';
