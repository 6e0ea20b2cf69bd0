import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { EventType } from './event.js';
import { Id, Words } from './words.js';

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
    entry: Words,
    leave: Words,
  }),
);
/** A place in the life of a lead, with the words both sides agreed on. */
export interface Stage extends z.infer<typeof stageShape> {}
export const Stage: z.ZodType<Stage> = stageShape;

const requirementShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party'), oneOf: z.array(Id).min(1).readonly() }),
    z.strictObject({ kind: z.literal('human') }),
    z.strictObject({ kind: z.literal('delivered') }),
    z.strictObject({ kind: z.literal('not_attempted_since_delivery') }),
    z.strictObject({ kind: z.literal('attempted_since_acceptance'), atLeast: z.int().min(1).max(1000) }),
    z.strictObject({ kind: z.literal('rejection_class'), oneOf: z.array(z.enum(['procedural', 'clerical', 'definitional'])).min(1).readonly() }),
  ]),
);
/**
 * What must hold for a step: which party acts; a human acts; the lead stands delivered (handed off and not yet
 * answered); the receiver has made no attempt since this delivery; the accepter has made so many attempts since
 * accepting; the rejection's class is one of these.
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
  }),
);
/** Ordered stages, the legal steps between them, and the milestones that metrics speak of. */
export interface Framework extends z.infer<typeof frameworkShape> {}
export const Framework: z.ZodType<Framework> = frameworkShape;

/** The reserved name for "no stage yet". */
export const START = 'start';
