import * as z from 'zod';
import { schema } from '../kernel/schema.js';

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
