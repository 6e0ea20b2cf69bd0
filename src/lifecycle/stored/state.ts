import * as z from 'zod';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { RECENT_ATTEMPTS, START, type StageId } from '../../vocabulary/framework.js';
import { ForeignId, Id } from '../../vocabulary/words.js';
import { lifecycleIssue } from '../issues.js';
import type { Lifecycle } from '../lifecycle.js';
import { migrateStages, RECORD_VERSIONS, toVersion2 } from './migration.js';
import type { LeadState } from '../replay.js';
import { NOTHING_YET } from '../standing.js';

const count = /* @__PURE__ */ schema(() => z.int().min(0));
const digestText = /* @__PURE__ */ schema(() => z.string().regex(/^[0-9a-f]{64}$/, { error: 'a digest is 64 lower-case hexadecimal digits' }));
const names = /* @__PURE__ */ schema(() => z.record(z.string(), z.literal(true)));

/** What every version has held of a standing. */
const countsShape = /* @__PURE__ */ schema(() => ({
  delivered: z.boolean(),
  receiver: Id.nullable(),
  attemptsSinceDelivery: count,
  accepter: Id.nullable(),
  attemptsSinceAcceptance: count,
}));

/** Parts of a standing that a record stored by an earlier version of this library did not hold. */
export const LATER_PARTS = ['attemptsAt', 'contacted', 'recycles', 'fitTier', 'fields', 'qualification'] as const;
/** A part of a standing that may not be known. */
export type LaterPart = (typeof LATER_PARTS)[number];

const version1Shape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    version: z.literal(1),
    frameworkId: Id,
    frameworkDigest: digestText,
    stage: Id,
    standing: z.strictObject(countsShape),
    history: z.array(z.strictObject({ stage: Id, at: z.int(), event: ForeignId })).readonly(),
  }),
);
/** A record as version 0.1 of this library stored it. */
export interface StateRecordV1 extends z.infer<typeof version1Shape> {}
const StateRecordV1: z.ZodType<StateRecordV1> = version1Shape;

const recordShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    version: z.literal(2),
    frameworkId: Id,
    /** SHA-256 of the framework that judged it. */
    frameworkDigest: digestText,
    /** Whose record it is; null where that is not known: before an event said so, and where it was stored before records did. */
    leadId: ForeignId.nullable(),
    stage: Id,
    standing: z.strictObject({
      ...countsShape,
      attemptsAt: z.array(z.int()).max(RECENT_ATTEMPTS).readonly(),
      contacted: z.boolean(),
      recycles: count,
      fitTier: Id.nullable(),
      fields: names,
      qualification: names,
    }),
    /**
     * Parts of the standing of which only what happened since is known: an earlier version of this library did not
     * follow them. What is not known meets no requirement.
     */
    unknown: z.array(z.enum(LATER_PARTS)).readonly(),
    /** Stages entered, the current one last; moments in epoch milliseconds. An inferred one is only known from what came after. */
    history: z.array(z.strictObject({ stage: Id, at: z.int(), event: ForeignId, inferred: z.literal(true).exactOptional() })).readonly(),
  }),
);

/** What an application stores of one lead: plain JSON that says which agreement it was judged by. */
export interface StateRecord extends z.infer<typeof recordShape> {}
export const StateRecord: z.ZodType<StateRecord> = recordShape;

/** The record of a lead to which nothing has happened, or of where a replay left it. */
export const stateRecord = <S extends StageId>({ framework, digest }: Pick<Lifecycle<S>, 'framework' | 'digest'>, state?: LeadState<S>): StateRecord => ({
  version: 2,
  frameworkId: framework.id,
  frameworkDigest: digest,
  leadId: state?.visits[0]?.leadId ?? null,
  stage: state?.stage ?? START,
  standing: state?.standing ?? NOTHING_YET,
  unknown: [],
  history: (state?.visits ?? []).map(({ stage, enteredAt, enteredEvent, inferred }) => ({
    stage,
    at: enteredAt,
    event: enteredEvent,
    ...(inferred ? { inferred } : {}),
  })),
});

/**
 * Read a stored record back, made one of this version and of this framework.
 *
 * A record of version 1 is migrated: what it did not hold is listed in `unknown`. A record that was stored under an
 * earlier text of the framework, or under the one that it extends, is migrated by the framework's own `migrations`: its
 * rule for that digest says where each stage's leads are now, stages that it does not name keep their id, and the history
 * is renamed alike.
 *
 * Issues: `lifecycle.unknown_version`; `lifecycle.other_framework` (other id, and no rule for its digest);
 * `lifecycle.changed_framework` (same id, other
 * digest, and no rule for it: add one, or replay the lead's events); `lifecycle.stage_gone` (the rule leads to no stage
 * of this framework); `lifecycle.unknown_stage`; `lifecycle.history_ends_elsewhere` (than in the stage that the record
 * names); and those of reading (`input.…`).
 *
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, safeParseStateRecord, stateRecord } from 'revpact/lifecycle';
 *
 * const lifecycle = createLifecycle(sirius2006);
 * const stored = JSON.stringify(stateRecord(lifecycle));
 * const read = safeParseStateRecord(lifecycle, JSON.parse(stored));
 * read.ok ? read.value.stage : read.issues // => 'start'
 * ```
 */
export const safeParseStateRecord = (lifecycle: Pick<Lifecycle, 'framework' | 'digest' | 'stages'>, input: unknown): Result<StateRecord> => {
  const read = readVersion(input);
  if (!read.ok) return read;
  const { framework, digest } = lifecycle;
  const { frameworkId, frameworkDigest } = read.value;
  const rule = (framework.migrations ?? []).find(({ from }) => from === frameworkDigest);
  if (rule !== undefined) return migrateStages(lifecycle, read.value, rule);
  if (frameworkId !== framework.id) {
    return fail([lifecycleIssue('other_framework', { expected: framework.id, found: frameworkId }, ['frameworkId'])]);
  }
  return frameworkDigest === digest
    ? migrateStages(lifecycle, read.value, null)
    : fail([lifecycleIssue('changed_framework', { framework: framework.id, digest: frameworkDigest }, ['frameworkDigest'])]);
};

/** A record of whatever version, as one of this version. */
const readVersion = (input: unknown): Result<StateRecord> => {
  const version = typeof input === 'object' && input !== null && 'version' in input ? input.version : undefined;
  if (typeof version === 'number' && !RECORD_VERSIONS.includes(version)) {
    return fail([lifecycleIssue('unknown_version', { version, known: RECORD_VERSIONS }, ['version'])]);
  }
  if (version !== 1) return readWith(StateRecord, input);
  const read = readWith(StateRecordV1, input);
  return read.ok ? ok(toVersion2(read.value)) : read;
};
