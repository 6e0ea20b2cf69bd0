import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { ZoneId } from '../../kernel/zone.js';
import { Attributes, ForeignId, Id } from '../words.js';

const actorShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    party: Id,
    person: ForeignId.exactOptional(),
    /** A sequencer that mails under a rep's name is automation. */
    kind: z.enum(['human', 'automation']),
  }),
);
/** Who did it. */
export interface Actor extends z.infer<typeof actorShape> {}
export const Actor: z.ZodType<Actor> = actorShape;

/** What every event has. */
export const eventBase = /* @__PURE__ */ schema(() => ({
  id: ForeignId,
  /** The order of the source, where it has one: logs sort by (at, seq), never by id. */
  seq: z.int().min(0).exactOptional(),
  /** When it happened. */
  at: Instant,
  /** `day` where the source knows the date only: `at` is then the start of that day in `zone`. */
  precision: z.literal('day').exactOptional(),
  zone: ZoneId.exactOptional(),
  /** When it was recorded, where that is known; late and corrected data are told apart by it. */
  knownAt: Instant.exactOptional(),
  by: actorShape,
  attributes: Attributes.exactOptional(),
}));

/** What every event about one lead has besides. */
export const leadEventBase = /* @__PURE__ */ schema(() => ({
  ...eventBase,
  leadId: ForeignId,
  accountId: ForeignId.exactOptional(),
  /** The stage that was entered, as recorded. It is judged, never rewritten. */
  stage: Id.exactOptional(),
  /** The stage that was left, as recorded: what the log says where the source kept only the last months of a history. */
  leftStage: Id.exactOptional(),
}));
