import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { RejectionClass } from '../../vocabulary/events/hand-off.js';
import type { Exit } from '../../vocabulary/framework.js';
import { Id, Words } from '../../vocabulary/words.js';

/** The exits that a person decides, and gives a reason for. Expiry is the clock's. */
export const REASONED_EXITS = ['rejected', 'disqualified', 'lost'] as const satisfies readonly Exit[];
/** One of {@link REASONED_EXITS}. */
export type ReasonedExit = (typeof REASONED_EXITS)[number];

/** Whether a person decides this exit, and owes a reason. */
export const isReasoned = (exit: Exit): exit is ReasonedExit => exit !== 'expired';

/**
 * What a reason says about the target filter. `not_fit`: the account is not what was agreed on, which is evidence against its
 * criteria. `bad_data`, `not_now`, `unreached`, `capacity`: somebody else's to mend, and no evidence about the filter.
 */
export const LESSONS = ['not_fit', 'bad_data', 'not_now', 'unreached', 'capacity'] as const;
export const Lesson = /* @__PURE__ */ schema(() => z.enum(LESSONS));
/** One of {@link LESSONS}. */
export type Lesson = z.infer<typeof Lesson>;

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
    precondition: z
      .strictObject({
        attempts: count,
        contacts: count,
        /** By at least so many different channels, among the attempts. */
        channels: z.int().min(1).max(8).exactOptional(),
        /** The first attempt at least so many days of 24 hours before. */
        overDays: z.int().min(1).max(366).exactOptional(),
      })
      .exactOptional(),
    /** What marketing learns from it; a lead that left for a reason which does not say is no evidence. */
    lesson: Lesson.exactOptional(),
    /** The party that owes an answer to it. */
    answeredBy: Id.exactOptional(),
  });
});
/** An agreed reason why a lead leaves, with what it takes to give it. */
export interface ExitReason extends z.infer<typeof exitReasonShape> {}
export const ExitReason: z.ZodType<ExitReason> = exitReasonShape;
