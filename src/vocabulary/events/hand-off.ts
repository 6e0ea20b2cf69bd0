import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { ForeignId, Id, Words } from '../words.js';
import { leadEventBase } from './base.js';

/** The three legal grounds of a rejection. */
export const REJECTION_CLASSES = ['procedural', 'clerical', 'definitional'] as const;
export const RejectionClass = /* @__PURE__ */ schema(() => z.enum(REJECTION_CLASSES));
/** procedural: wrongly routed. clerical: incomplete or wrong record. definitional: not what was agreed. */
export type RejectionClass = z.infer<typeof RejectionClass>;

/** What the receiver of an exit needs to know besides the reason, by name. */
const specifics = /* @__PURE__ */ schema(() => z.record(z.string().min(1).max(100), z.string().min(1).max(4000)).readonly().exactOptional());

/** A lead was delivered to another party. Who acts delivers; `to` receives. */
export const HandedOffEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...leadEventBase,
    type: z.literal('handed_off'),
    handOff: Id.exactOptional(),
    to: Id,
    toPerson: ForeignId.exactOptional(),
    /** Names of the agreed deliverables that came with it and were not empty. */
    fields: z.array(z.string().min(1).max(200)).max(200).readonly().exactOptional(),
  }),
);
export const AcceptedEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...leadEventBase, type: z.literal('accepted') }));
/** Sent back at the hand-off, before the receiver's first attempt. */
export const RejectedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('rejected'), class: RejectionClass, reason: Id, specifics, note: Words.exactOptional() }),
);
/** Let go after acceptance and at least one attempt. */
export const DisqualifiedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('disqualified'), reason: Id, specifics, note: Words.exactOptional() }),
);
/** The clock's doing, recorded by the host. */
export const ExpiredEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('expired'), clause: Id.exactOptional() }),
);
/** What was fed back about a lead was answered: what was done about it, or why nothing is. */
export const FeedbackAnsweredEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('feedback_answered'), answers: ForeignId, note: Words.exactOptional() }),
);
/** Brought back into the cycle after an exit. */
export const RecycledEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...leadEventBase, type: z.literal('recycled') }));
