import * as z from 'zod';
import { Instant } from '../kernel/instant.js';
import { schema } from '../kernel/schema.js';
import { Actor } from './events/base.js';
import { ForeignId, Words } from './words.js';

/** How someone was reached for. */
export const CHANNELS = ['phone', 'email', 'social', 'video', 'in_person', 'chat', 'mail', 'other'] as const;
export const Channel = /* @__PURE__ */ schema(() => z.enum(CHANNELS));
/** How someone was reached for. */
export type Channel = z.infer<typeof Channel>;

/** What became of one call or message. Apart from exit reasons: an outcome says what happened, not why a lead left. */
export const CALL_OUTCOMES = ['connected', 'voicemail', 'no_answer', 'gatekeeper', 'wrong_number', 'bounced', 'replied', 'none'] as const;
export const CallOutcome = /* @__PURE__ */ schema(() => z.enum(CALL_OUTCOMES));
/** What became of one call or message. */
export type CallOutcome = z.infer<typeof CallOutcome>;

const activityShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    leadId: ForeignId.exactOptional(),
    accountId: ForeignId.exactOptional(),
    at: Instant,
    by: Actor,
    channel: Channel,
    outcome: CallOutcome.exactOptional(),
    note: Words.exactOptional(),
  }),
);
/** One call, message or visit, as a CRM's task or engagement holds it. In a log it is an `attempt` or a `contact_made`. */
export interface Activity extends z.output<typeof activityShape> {}
export const Activity: z.ZodType<Activity, z.input<typeof activityShape>> = activityShape;
