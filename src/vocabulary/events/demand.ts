import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../activity.js';
import { ForeignId, Id, TierName, Words } from '../words.js';
import { leadEventBase } from './base.js';

const marketing = /* @__PURE__ */ schema(() => ({
  ...leadEventBase,
  source: Words.exactOptional(),
  campaign: Words.exactOptional(),
}));

/** Somebody showed interest, inbound or outbound. */
export const InquiryEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...marketing, type: z.literal('inquiry') }));
/** A marketing touch: seen, opened, attended. */
export const TouchEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...marketing, type: z.literal('touch'), channel: Channel.exactOptional(), message: ForeignId.exactOptional() }),
);
export const ScoreChangedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('score_changed'), score: z.int(), was: z.int().exactOptional(), kind: z.enum(['fit', 'engagement']), tier: TierName.exactOptional() }),
);
/** The lead was given to someone. */
export const AssignedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('assigned'), to: ForeignId, toParty: z.string().exactOptional() }),
);
/** One field of a qualification framework was found out (`value` with its evidence), or an earlier finding was taken back (`value: null`). */
export const QualificationRecordedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('qualification_recorded'), framework: Id, field: Id, value: Words.nullable(), evidence: Words }),
);
/** A side found that the lead meets its criteria; the stage says whose (MQL, SQL). */
export const QualifiedEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...marketing, type: z.literal('qualified') }));
export const OptedOutEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('opted_out'), channel: Channel.exactOptional() }),
);
