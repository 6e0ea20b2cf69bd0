import * as z from 'zod';
import type { Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { EventType } from '../event.js';
import { Migration, Requirement, Stage, STAGE_KINDS, Transition } from '../framework.js';
import { Id, Words } from '../words.js';

const addedStageShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    stage: Stage,
    /** Where it stands among the others; at the end, where neither is given. */
    after: Id.exactOptional(),
    before: Id.exactOptional(),
  }),
);
/** A stage that an extension adds, and its place. */
export interface AddedStage extends z.infer<typeof addedStageShape> {}

const renamedShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    stage: Id,
    term: Words.exactOptional(),
    definition: Words.exactOptional(),
    owner: Id.exactOptional(),
    kind: z.enum(STAGE_KINDS).exactOptional(),
    entry: Words.exactOptional(),
    leave: Words.exactOptional(),
  }),
);
/** What an extension says of a stage otherwise than its base. The stage keeps its id, its class and which exit it is. */
export interface RenamedStage extends z.infer<typeof renamedShape> {}

const stepNameShape = /* @__PURE__ */ schema(() => z.strictObject({ on: EventType, from: z.array(Id).min(1).max(64).readonly(), to: Id }));
/** Steps of a base by their names: an event type, the stages they start from, the stage they lead to. */
export interface StepName extends z.infer<typeof stepNameShape> {}

const tightenedShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    on: EventType,
    from: z.array(Id).min(1).max(64).readonly(),
    to: Id,
    requires: z.array(Requirement).min(1).max(8).readonly(),
  }),
);
/** Steps of a base that require more than they did. */
export interface TightenedStep extends z.infer<typeof tightenedShape> {}

const milestonesShape = /* @__PURE__ */ schema(() => {
  const stages = z.array(Id).min(1).max(64).readonly().nullable().exactOptional();
  return z.strictObject({ inquiry: stages, mql: stages, delivered: stages, accepted: stages, sql: stages, opportunity: stages, won: stages });
});

const extensionShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** The framework, or the other extension, that this one says something about. */
    extends: Id,
    source: Words,
    dropStages: z.array(Id).max(64).readonly().exactOptional(),
    rename: z.array(renamedShape).max(500).readonly().exactOptional(),
    addStages: z.array(addedStageShape).max(64).readonly().exactOptional(),
    forbid: z.array(stepNameShape).max(1000).readonly().exactOptional(),
    tighten: z.array(tightenedShape).max(1000).readonly().exactOptional(),
    addTransitions: z.array(Transition).max(1000).readonly().exactOptional(),
    /** The stages of a milestone, where they are not the base's; null where the milestone does not exist here. */
    milestones: milestonesShape.exactOptional(),
    /** Of states stored under earlier texts of this extension; those of its base are states of another framework. */
    migrations: z.array(Migration).max(100).readonly().exactOptional(),
  }),
);
/**
 * A framework of one's own, said as what is different from another: plain JSON, fit for a pact. Applied in the order of
 * its keys: stages go, stages are renamed, stages come; steps are forbidden, tightened, added; then milestones.
 */
export interface Extension extends z.infer<typeof extensionShape> {}
export const Extension: z.ZodType<Extension> = extensionShape;

/** Read an extension. Issues: `input.…`, all at once, each with its path. Whether it fits its base, `extendFramework` says. */
export const safeParseExtension = (input: unknown): Result<Extension> => readWith(Extension, input);
