import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { CallOutcome, Channel } from '../activity.js';
import { ForeignId, Id, Words } from '../words.js';
import { leadEventBase } from './base.js';

/** Somebody tried to reach the lead. */
export const AttemptEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('attempt'), channel: Channel, outcome: CallOutcome.exactOptional() }),
);
/** A two-way conversation took place; what was learned goes with it. */
export const ContactMadeEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...leadEventBase,
    type: z.literal('contact_made'),
    channel: Channel,
    learned: Words.exactOptional(),
    message: Id.exactOptional(),
    objection: Id.exactOptional(),
    nextStep: Words.exactOptional(),
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
export const MeetingHeldEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_held') }));
export const MeetingNoShowEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_no_show') }));
/** The receiving seller found the held meeting worth it. */
export const MeetingAcceptedEvent = /* @__PURE__ */ schema(() => z.strictObject({ ...meeting, type: z.literal('meeting_accepted') }));
export const MeetingDeclinedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...meeting, type: z.literal('meeting_declined'), reason: Id.exactOptional() }),
);
