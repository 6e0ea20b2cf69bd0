import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../../vocabulary/activity.js';
import { Id } from '../../vocabulary/words.js';

const contactRulesShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Only contacts by these channels ask the list; an opt-out is asked for all. All channels where left out. */
    channels: z.array(Channel).min(1).max(8).readonly().exactOptional(),
    /** The parties whose people may grant an exception from the list. */
    exceptionsBy: z.array(Id).min(1).max(32).readonly(),
    /** An exception holds for at most so many days of 24 hours; one granted for longer ends then. */
    longestDays: z.int().min(1).max(366),
  }),
);
/** What both sides agreed about whom to contact: the list, and who may let a contact go ahead that is not on it. */
export interface ContactRules extends z.infer<typeof contactRulesShape> {}
export const ContactRules: z.ZodType<ContactRules> = contactRulesShape;
