import * as z from 'zod';
import { nearest } from '../kernel/nearest.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
import type { LeadEvent } from '../vocabulary/event.js';
import { START, type StageId } from '../vocabulary/framework.js';
import { ForeignId, Id } from '../vocabulary/words.js';
import { lifecycleIssue } from './issues.js';
import type { Lifecycle } from './lifecycle.js';
import { EVENT_NUMBER } from './number.js';
import type { LeadState } from './replay.js';
import { foldStanding, NOTHING_YET, stepFacts } from './standing.js';
import { cellBase, STEP } from './table.js';
import { judge, type Verdict } from './transition.js';

const count = /* @__PURE__ */ schema(() => z.int().min(0));

const recordShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    version: z.literal(1),
    frameworkId: Id,
    /** SHA-256 of the framework that judged it. */
    frameworkDigest: z.string().regex(/^[0-9a-f]{64}$/),
    stage: Id,
    standing: z.strictObject({
      delivered: z.boolean(),
      receiver: Id.nullable(),
      attemptsSinceDelivery: count,
      accepter: Id.nullable(),
      attemptsSinceAcceptance: count,
    }),
    /** Stages entered, the current one last; moments in epoch milliseconds. */
    history: z.array(z.strictObject({ stage: Id, at: z.int(), event: ForeignId })).readonly(),
  }),
);

/** What an application stores of one lead: plain JSON that says which agreement it was judged by. */
export interface StateRecord extends z.infer<typeof recordShape> {}
export const StateRecord: z.ZodType<StateRecord> = recordShape;

/** The record of a lead to which nothing has happened, or of where a replay left it. */
export const stateRecord = <S extends StageId>({ framework, digest }: Lifecycle<S>, state?: LeadState<S>): StateRecord => ({
  version: 1,
  frameworkId: framework.id,
  frameworkDigest: digest,
  stage: state?.stage ?? START,
  standing: state?.standing ?? NOTHING_YET,
  history: (state?.visits ?? []).map(({ stage, enteredAt, enteredEvent }) => ({ stage, at: enteredAt, event: enteredEvent })),
});

/**
 * Read a stored record back.
 *
 * Issues: `lifecycle.other_framework`, `lifecycle.changed_framework` (same id, other digest: replay the lead's events),
 * `lifecycle.unknown_stage`, and those of reading (`input.…`).
 */
export const safeParseStateRecord = (lifecycle: Lifecycle, input: unknown): Result<StateRecord> => {
  const read = readWith(StateRecord, input);
  if (!read.ok) return read;
  const { framework, digest, stages } = lifecycle;
  const { frameworkId, frameworkDigest, stage } = read.value;
  if (frameworkId !== framework.id) {
    return fail([lifecycleIssue('other_framework', { expected: framework.id, found: frameworkId }, ['frameworkId'])]);
  }
  if (frameworkDigest !== digest) return fail([lifecycleIssue('changed_framework', { framework: framework.id }, ['frameworkDigest'])]);
  if (stage !== START && !stages.includes(stage)) {
    return fail([lifecycleIssue('unknown_stage', { stage, suggestion: nearest(stage, stages) }, ['stage'])]);
  }
  return ok(read.value);
};

/** A verdict with the record to store: the record that came in, where the step was refused. */
export interface Advance<S extends StageId = StageId> {
  readonly verdict: Verdict<S | typeof START>;
  readonly record: StateRecord;
}

/**
 * Take a lead one event further, bookkeeping included: for a service that decides whether an event may be recorded at
 * all. A refused event leaves the record as it was; an event that is no step (an attempt, a touch) leaves the stage.
 * Events come in order; what happened out of order is for `resolve` and `replay`.
 */
export const advance = <S extends StageId>(lifecycle: Lifecycle<S>, record: StateRecord, event: LeadEvent): Advance<S> => {
  const standing = foldStanding(record.standing, event);
  const here = record.stage === START ? START : lifecycle.stages.find((id) => id === record.stage);
  if (here !== undefined && !isStep(lifecycle, here, event)) return { verdict: { ok: true, stage: here }, record: { ...record, standing } };
  const verdict = judge(lifecycle, record.stage, event, stepFacts(record.standing, event));
  if (!verdict.ok) return { verdict, record };
  const { stage } = verdict;
  return { verdict, record: { ...record, stage, standing, history: [...record.history, { stage, at: event.at, event: event.id }] } };
};

/** Whether an event is a step at all from a stage; the same for every answer to what the step requires. */
const isStep = (lifecycle: Lifecycle, from: StageId, { type, stage }: LeadEvent): boolean => {
  const table = lifecycle.table();
  const enters = stage === undefined ? 0 : table.unknown;
  return ((table.cells[cellBase(table, EVENT_NUMBER[type], enters, 0) + table.stages.indexOf(from)] ?? 0) & STEP) !== 0;
};
