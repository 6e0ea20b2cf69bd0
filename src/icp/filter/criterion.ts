import * as z from 'zod';
import { IsoInstant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';
import { Condition } from './condition.js';

/** What an answer that is not known counts as. Whatever the policy, the gap is reported. */
export const MISSING_POLICIES = ['zero', 'neutral', 'refuse'] as const;

/** The most points that one answer may give or take. Two hundred criteria of them fit an integer column. */
export const MOST_POINTS = 10_000;

const criterionShape = /* @__PURE__ */ schema(() => {
  const criterion = {
    id: Id,
    /** The question, in words both sides understand. */
    title: Words,
    /**
     * `zero`: as a no. `neutral`: the question is left out, of the points as of what they are out of. `refuse`: whether
     * the account fits stays unknown.
     */
    missing: z.enum(MISSING_POLICIES),
    /** In force from this moment, and until just before that one. */
    from: IsoInstant.exactOptional(),
    until: IsoInstant.exactOptional(),
  };
  const points = z.int().min(-MOST_POINTS).max(MOST_POINTS);
  return z.discriminatedUnion('role', [
    z.strictObject({ ...criterion, role: z.literal('must_have'), when: Condition }),
    z.strictObject({ ...criterion, role: z.literal('disqualifier'), when: Condition }),
    z.strictObject({ ...criterion, role: z.literal('weighted'), when: Condition, points }),
    /** The points of the first band that is known to hold; none where none does. Not known where none holds and any is not known. */
    z.strictObject({
      ...criterion,
      role: z.literal('banded'),
      bands: z
        .array(z.strictObject({ when: Condition, points }))
        .min(1)
        .max(50)
        .readonly(),
    }),
  ]);
});
/** One question about an account, and what its answer does: let in, keep out, or give points. */
export type Criterion = z.infer<typeof criterionShape>;
export const Criterion: z.ZodType<Criterion> = criterionShape;
