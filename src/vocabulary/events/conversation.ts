import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { CallOutcome, Channel } from '../activity.js';
import { ForeignId, Id, ProfileValue, Words } from '../words.js';
import { leadEventBase } from './base.js';

/** Somebody tried to reach the lead. */
export const AttemptEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('attempt'), channel: Channel, outcome: CallOutcome.exactOptional() }),
);
/** A fact about the account or contact that a conversation put right. */
const correction = /* @__PURE__ */ schema(() =>
  z.strictObject({
    about: z.enum(['account', 'contact']),
    attribute: z.string().min(1).max(200),
    /** What the record said; left out where it said nothing. */
    was: ProfileValue.exactOptional(),
    /** What it is; null where it turned out to be unknown. */
    is: ProfileValue,
  }),
);

/** What a conversation taught. */
const report = /* @__PURE__ */ schema(() => ({
  learned: Words.exactOptional(),
  /** The agreed message that came up. */
  message: Id.exactOptional(),
  objection: Id.exactOptional(),
  /** Facts of the target filter that were wrong or missing. */
  corrected: z.array(correction).max(50).readonly().exactOptional(),
  nextStep: Words.exactOptional(),
}));

/** A two-way conversation took place; what was learned goes with it. */
export const ContactMadeEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...leadEventBase,
    type: z.literal('contact_made'),
    channel: Channel,
    ...report,
  }),
);

const meeting = /* @__PURE__ */ schema(() => ({ ...leadEventBase, meetingId: ForeignId }));

export const MeetingBookedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...meeting, type: z.literal('meeting_booked'), startsAt: Instant, host: ForeignId.exactOptional() }),
);
export const MeetingRescheduledEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...meeting, type: z.literal('meeting_rescheduled'), startsAt: Instant }),
);
export const MeetingCancelledEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_cancelled') }));
export const MeetingHeldEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_held'), ...report }));
export const MeetingNoShowEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_no_show') }));
/** The receiving seller found the held meeting worth it. */
export const MeetingAcceptedEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_accepted') }));
export const MeetingDeclinedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...meeting, type: z.literal('meeting_declined'), reason: Id.exactOptional() }),
);
