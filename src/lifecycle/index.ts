/**
 * lifecycle: which step is legal, what a log says when it is held against the agreed life, and the base facts that
 * every clause and metric reads.
 *
 * @module lifecycle
 */

// The agreed life
export { createLifecycle, safeCreateLifecycle, type Lifecycle } from './lifecycle.js';
export { type Candidate, type Chart, type MachineEvent } from './chart.js';
export { type Offer } from './offer.js';
export { lintLifecycle } from './lint/lint.js';

// One step
export { transition, legalSteps, type LegalStep, type Refusal, type Step, type Verdict } from './transition.js';
export { foldStanding, stepFacts, NOTHING_YET, type Standing } from './standing.js';
export { type Says, type StepFacts } from './requirement.js';
export { advance, type Advance } from './stored/advance.js';
export { stateRecord, safeParseStateRecord, StateRecord, LATER_PARTS, type LaterPart } from './stored/state.js';

// A log put in order, followed, and turned into facts
export { resolve, type Horizon, type LogCounts, type ResolvedLog } from './log/resolve.js';
export { type AppliedErasure, type AppliedMerge, type LogReport } from './log/report.js';
export { type AppliedCorrection } from './log/correction.js';
export { type Duplicate } from './log/learned.js';
export { type Listed } from './log/listed.js';
export { replay, type LeadState, type Replay, type Violation } from './replay.js';
export { factsFrom, type BaseFacts } from './facts.js';
export { type Records } from './facts/record.js';
export { conformance, type Conformance, type Deviation, type PartyShare, type Undecided } from './conformance.js';

// Personal data taken out of a log
export { erase, type Erased, type ErasedEvent } from './log/erase.js';
export { type ErasureTarget } from './log/erasure.js';

// Millions of events
export { replayMany, followMany, INFERRED, LEGAL, OPEN, type BulkReplay, type ViolationColumns, type VisitColumns } from './bulk/replay-many.js';
export { judgeMany, type BulkVerdicts } from './bulk/judge.js';
export { foldMany, type FoldedLog } from './bulk/fold.js';
export { orderRows, type RowOrder } from './bulk/order.js';
export { encode, type EncodedLog } from './bulk/encode.js';
export { factColumnsFrom, type BulkFacts } from './bulk/fact-columns.js';
export { detailsOf } from './bulk/details.js';
export { tableOf } from './lifecycle.js';
export { cellBase, ENTERED, REFUSED, STAGE_BITS, STEP, type LifecycleTable } from './table.js';

// What can be wrong
export { lifecycleIssue } from './issues.js';
