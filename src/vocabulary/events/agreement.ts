import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../activity.js';
import { Money } from '../money.js';
import { ForeignId, Id, Words } from '../words.js';
import { eventBase } from './base.js';

/** The two sides did something together that the pact asks for. */
export const PracticeHeldEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...eventBase,
    type: z.literal('practice_held'),
    practice: z.enum(['joint_training', 'marketing_on_call', 'review']),
    parties: z.array(Id).min(1).readonly(),
  }),
);
/** One party provided to another what the pact asks for: a target list, dossiers, a budget. Who acts provides. */
export const ProvidedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...eventBase,
    type: z.literal('provided'),
    item: Id,
    to: Id,
    count: z.int().min(0).exactOptional(),
    amount: Money.exactOptional(),
    /** The accounts that it is about: those on the list, those with a dossier. */
    accountIds: z.array(ForeignId).max(100_000).readonly().exactOptional(),
  }),
);
/** A person let an account be contacted that is not on the target list, until a moment. Who acts grants. */
export const ExceptionGrantedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...eventBase,
    type: z.literal('exception_granted'),
    accountId: ForeignId,
    /** The party that may make contact. */
    to: Id,
    channel: Channel.exactOptional(),
    until: Instant,
    why: Words,
  }),
);
/** An exception ends before its time. */
export const ExceptionEndedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...eventBase, type: z.literal('exception_ended'), ends: ForeignId, why: Words.exactOptional() }),
);
/** A number or a lead is contested. */
export const DisputeRaisedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...eventBase, type: z.literal('dispute_raised'), disputeId: ForeignId, subject: Words, leadId: ForeignId.exactOptional() }),
);
export const DisputeSettledEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...eventBase, type: z.literal('dispute_settled'), disputeId: ForeignId, outcome: Words }),
);
/** A breach let go by a person, with who and why. */
export const WaivedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...eventBase, type: z.literal('waived'), leadId: ForeignId, clause: Id, why: Words }),
);
/** An event recorded earlier was wrong: it never was (`void`), happened at another time, or entered another stage. It stays in the log. */
export const CorrectionEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...eventBase,
    type: z.literal('correction'),
    corrects: ForeignId,
    change: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('void') }),
      z.strictObject({ kind: z.literal('at'), at: eventBase.at }),
      z.strictObject({ kind: z.literal('stage'), stage: Id }),
    ]),
    why: Words,
  }),
);
/** Two leads are one: the history of `from` belongs to `into`. */
export const MergeEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...eventBase, type: z.literal('merge'), from: ForeignId, into: ForeignId }));
/** Personal data was erased, of a lead or of one of our own people: what they did still counts, and names nobody. */
export const ErasureEvent = /* @__PURE__ */ schema(() =>
  z
    .strictObject({ ...eventBase, type: z.literal('erasure'), leadId: ForeignId.exactOptional(), person: ForeignId.exactOptional() })
    .refine(({ leadId, person }) => (leadId === undefined) !== (person === undefined), { path: ['leadId'], error: 'an erasure names a lead or a person, one of them' }),
);
