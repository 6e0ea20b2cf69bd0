import * as z from 'zod';
import { schema } from '../../kernel/schema.js';

const rungShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Open time before it is due (`before`), a share of the target used up (`share`), or open time after it was due (`after`). */
    when: z.union([
      z.strictObject({ before: z.strictObject({ minutes: z.int().min(1).max(527_040) }) }),
      z.strictObject({ share: z.string().regex(/^(?:1(?:\.0{1,6})?|0\.(?=0{0,5}[1-9])\d{1,6})$/) }),
      z.strictObject({ after: z.strictObject({ minutes: z.int().min(0).max(527_040) }) }),
    ]),
    /** owner: who holds the lead. manager: theirs. sponsor: the pact's. reassign: the host is to give the lead to somebody else. */
    tell: z.enum(['owner', 'manager', 'sponsor', 'reassign']),
    /** Told at the next opening where the moment lies outside working hours. */
    inHours: z.boolean().exactOptional(),
  }),
);
/** One step of an escalation ladder. */
export interface Rung extends z.infer<typeof rungShape> {}
export const Rung: z.ZodType<Rung> = rungShape;
