import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { EventType } from './event.js';
import { Id, TierName, Words } from './words.js';

/** A stage of a framework, by id. */
export type StageId = string;

/** The names that metrics and clauses use for stages, so that one definition works on every framework. */
export const MILESTONES = ['inquiry', 'mql', 'delivered', 'accepted', 'sql', 'opportunity', 'won'] as const;
export const Milestone = /* @__PURE__ */ schema(() => z.enum(MILESTONES));
/** A name that metrics and clauses use for stages. */
export type Milestone = z.infer<typeof Milestone>;

/** How long a lead may stay: as long as it takes, no time, or within a promise. */
export const STAGE_KINDS = ['inventory', 'gate', 'sla'] as const;
/** Which part of the life a stage belongs to. */
export const STAGE_CLASSES = ['demand', 'qualification', 'opportunity', 'customer', 'exit'] as const;
/** The four ways in which a lead leaves the active cycle. */
export const EXITS = ['rejected', 'disqualified', 'expired', 'lost'] as const;
/** A way in which a lead leaves the active cycle. */
export type Exit = (typeof EXITS)[number];

const stageShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    term: Words,
    definition: Words,
    owner: Id,
    /** inventory: stays as long as it takes. gate: a check, no time. sla: has a longest stay. */
    kind: z.enum(STAGE_KINDS),
    class: z.enum(STAGE_CLASSES),
    /** Which of the four exits an exit stage is. */
    exit: z.enum(EXITS).exactOptional(),
    /** Percent that its vendor ships for the stage. For show: a deal's probability is what its own history rows recorded. */
    probability: z.int().min(0).max(100).exactOptional(),
    entry: Words,
    leave: Words,
  }),
);
/** A place in the life of a lead, with the words both sides agreed on. */
export interface Stage extends z.infer<typeof stageShape> {}
export const Stage: z.ZodType<Stage> = stageShape;

/** How many of the accepter's latest attempts are remembered with their moments. */
export const RECENT_ATTEMPTS = 100;
/** Fields of an event that a requirement may ask for a word of. `stage`: where a step is one only if the event names the stage entered. */
export const SAYABLE = ['class', 'reason', 'kind', 'act', 'outcome', 'channel', 'stage'] as const;

const requirementShape = /* @__PURE__ */ schema(() => {
  const names = z.array(z.string().min(1).max(200)).min(1).max(100).readonly();
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), oneOf: z.array(Id).min(1).readonly() }),
    z.strictObject({ kind: z.literal('human') }),
    z.strictObject({ kind: z.literal('delivered') }),
    z.strictObject({ kind: z.literal('by_receiver') }),
    z.strictObject({ kind: z.literal('not_attempted_since_delivery') }),
    z.strictObject({ kind: z.literal('attempted_since_acceptance'), atLeast: z.int().min(1).max(1000) }),
    z.strictObject({ kind: z.literal('attempted_within'), atLeast: z.int().min(1).max(RECENT_ATTEMPTS), days: z.int().min(1).max(3660) }),
    z.strictObject({ kind: z.literal('contacted') }),
    z.strictObject({ kind: z.literal('not_contacted') }),
    z.strictObject({ kind: z.literal('rejection_class'), oneOf: z.array(z.enum(['procedural', 'clerical', 'definitional'])).min(1).readonly() }),
    z.strictObject({ kind: z.literal('says'), field: z.enum(SAYABLE), oneOf: z.array(Id).min(1).max(100).readonly() }),
    z.strictObject({ kind: z.literal('fields'), allOf: names }),
    z.strictObject({ kind: z.literal('fit_tier'), oneOf: z.array(TierName).min(1).max(100).readonly() }),
    z.strictObject({ kind: z.literal('qualification'), framework: Id, allOf: z.array(Id).min(1).max(100).readonly() }),
  ]);
});
/**
 * What must hold for a step.
 *
 * - `party`: one of these parties acts. `human`: a person acts, no automation.
 * - `delivered`: the lead was handed off and not answered yet. `by_receiver`: who acts belongs to the party that it was
 *   last handed to; nobody else can answer for them.
 * - `not_attempted_since_delivery`: the receiver has made no attempt since this delivery.
 * - `attempted_since_acceptance`: the accepter has made so many attempts since accepting.
 * - `attempted_within`: so many of them in the `days` × 24 hours before the step.
 * - `contacted`, `not_contacted`: a conversation with one of our people took place since the last delivery (since the
 *   beginning, where it was never delivered), or none did.
 * - `rejection_class`: the rejection's class is one of these. `says`: the event's own field is one of these.
 * - `fields`: custom fields of these names were recorded of the lead and are not empty, or came with the last hand-off.
 * - `fit_tier`: the last fit score recorded named one of these tiers.
 * - `qualification`: these fields of a qualification framework are known, with evidence, and were not taken back.
 *
 * Attempts are those of people; a sequencer makes none.
 */
export type Requirement = z.infer<typeof requirementShape>;
export const Requirement: z.ZodType<Requirement> = requirementShape;

const transitionShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    on: EventType,
    /** Stages it may start from; `start` is before a lead's first stage. */
    from: z.array(Id).min(1).readonly(),
    to: Id,
    requires: z.array(requirementShape).max(8).readonly().exactOptional(),
  }),
);
/** A legal step between stages. Two steps on one event from one stage lead to different stages, which the event names. */
export interface Transition extends z.infer<typeof transitionShape> {}
export const Transition: z.ZodType<Transition> = transitionShape;

const migrationShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** SHA-256 of the earlier framework's canonical JSON: the `digest` of its lifecycle. */
    from: z.string().regex(/^[0-9a-f]{64}$/, { error: 'a digest is 64 lower-case hexadecimal digits' }),
    /** Where a lead stands now that stood in a stage of the earlier one. Stages that are not named keep their id. */
    stages: z.record(Id, Id),
  }),
);
/** How states that were stored under an earlier version of a framework are read under this one. */
export interface Migration extends z.infer<typeof migrationShape> {}
export const Migration: z.ZodType<Migration> = migrationShape;

const milestonesShape = /* @__PURE__ */ schema(() => {
  const stages = z.array(Id).min(1).readonly().exactOptional();
  return z.strictObject({ inquiry: stages, mql: stages, delivered: stages, accepted: stages, sql: stages, opportunity: stages, won: stages });
});
/** Which stages count as having reached a milestone. One that is left out does not exist here: not applicable, never 0. */
export interface Milestones extends z.infer<typeof milestonesShape> {}

const frameworkShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** Where the stages come from, and how sure that is. */
    source: Words,
    confidence: z.enum(['primary', 'secondary', 'custom']),
    /** What moves through it: what one lead stands for. */
    demandUnit: z.enum(['person', 'account', 'buying_group', 'opportunity']),
    stages: z.array(stageShape).min(1).max(64).readonly(),
    transitions: z.array(transitionShape).max(1000).readonly(),
    milestones: milestonesShape,
    migrations: z.array(migrationShape).max(100).readonly().exactOptional(),
  }),
);
/** Ordered stages, the legal steps between them, and the milestones that metrics speak of. */
export interface Framework extends z.infer<typeof frameworkShape> {}
export const Framework: z.ZodType<Framework> = frameworkShape;

/** The reserved name for "no stage yet". */
export const START = 'start';
