import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { RejectionClass } from '../vocabulary/events/hand-off.js';
import type { Exit } from '../vocabulary/framework.js';
import { Id, Words } from '../vocabulary/words.js';

/** The exits that a person decides, and gives a reason for. Expiry is the clock's. */
export const REASONED_EXITS = ['rejected', 'disqualified', 'lost'] as const satisfies readonly Exit[];
/** One of {@link REASONED_EXITS}. */
export type ReasonedExit = (typeof REASONED_EXITS)[number];

/** Whether a person decides this exit, and owes a reason. */
export const isReasoned = (exit: Exit): exit is ReasonedExit => exit !== 'expired';

const exitReasonShape = /* @__PURE__ */ schema(() => {
  const count = z.int().min(1).max(1000).exactOptional();
  return z.strictObject({
    id: Id,
    term: Words,
    /** Which exits may give it. */
    exits: z.array(z.enum(REASONED_EXITS)).min(1).max(3).readonly(),
    /** The class that a rejection for it has; any where absent. */
    class: RejectionClass.exactOptional(),
    /** Whether the lead is gone for good. Otherwise it may be recycled. */
    terminal: z.boolean(),
    /** What a rejection or disqualification has to say besides, by name. */
    specifics: z.array(z.string().min(1).max(100)).max(20).readonly(),
    /** What must have been done since the last delivery before anyone may say so. */
    precondition: z.strictObject({ attempts: count, contacts: count }).exactOptional(),
  });
});
/** An agreed reason why a lead leaves, with what it takes to give it. */
export interface ExitReason extends z.infer<typeof exitReasonShape> {}
export const ExitReason: z.ZodType<ExitReason> = exitReasonShape;
