import * as z from 'zod';
import { IsoInstant } from '../kernel/instant.js';
import { DECIMAL_TEXT } from '../kernel/ratio.js';
import { readWith, schema } from '../kernel/schema.js';
import type { Result } from '../kernel/result.js';
import { Id, Words } from '../vocabulary/words.js';

const attributeTestShape = /* @__PURE__ */ schema(() => {
  const value = z.union([z.string().min(1).max(1000), z.int(), z.boolean()]);
  const decimal = z.string().regex(DECIMAL_TEXT, { error: 'decimal text such as "50" or "0.25"' }).exactOptional();
  return z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('equal'), value }),
    z.strictObject({ is: z.literal('one_of'), values: z.array(value).min(1).max(1000).readonly() }),
    /** At least `from`, and less than `below`. */
    z.strictObject({ is: z.literal('range'), from: decimal, below: decimal }),
    z.strictObject({ is: z.literal('present') }),
    z.strictObject({ is: z.literal('contains'), any: z.array(z.string().min(1).max(200)).min(1).max(200).readonly() }),
  ]);
});
/**
 * What is asked of one attribute. Text is compared without regard to case; numbers and decimal text by value, exactly,
 * so that `250`, `"250"` and `"250.0"` are one.
 */
export type AttributeTest = z.infer<typeof attributeTestShape>;
export const AttributeTest: z.ZodType<AttributeTest> = attributeTestShape;

/** What an answer that is not known counts as. Whatever the policy, the gap is reported. */
export const MISSING_POLICIES = ['zero', 'neutral', 'refuse'] as const;

const criterionShape = /* @__PURE__ */ schema(() => {
  const criterion = {
    id: Id,
    /** The question, in words both sides understand. */
    title: Words,
    attribute: z.string().min(1).max(200),
    /**
     * `zero`: as a no. `neutral`: the question is left out, of the points as of what they are out of. `refuse`: whether
     * the account fits stays unknown.
     */
    missing: z.enum(MISSING_POLICIES),
    /** In force from this moment, and until just before that one. */
    from: IsoInstant.exactOptional(),
    until: IsoInstant.exactOptional(),
  };
  const points = z.int().min(-10_000).max(10_000);
  return z.discriminatedUnion('role', [
    z.strictObject({ ...criterion, role: z.literal('must_have'), test: attributeTestShape }),
    z.strictObject({ ...criterion, role: z.literal('disqualifier'), test: attributeTestShape }),
    z.strictObject({ ...criterion, role: z.literal('weighted'), test: attributeTestShape, points }),
    /** The points of the first band whose test holds; none where none does. */
    z.strictObject({
      ...criterion,
      role: z.literal('banded'),
      bands: z
        .array(z.strictObject({ test: attributeTestShape, points }))
        .min(1)
        .max(50)
        .readonly(),
    }),
  ]);
});
/** One question about an account, and what its answer does: let in, keep out, or give points. */
export type Criterion = z.infer<typeof criterionShape>;
export const Criterion: z.ZodType<Criterion> = criterionShape;

const tierShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_]{0,15}$/, { error: 'a tier is a short name such as "A"' }),
    atLeast: z.int(),
  }),
);
/** A class of accounts, by points. */
export interface Tier extends z.infer<typeof tierShape> {}

const targetFilterShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    criteria: z.array(criterionShape).max(200).readonly(),
    /** Best first. */
    tiers: z.array(tierShape).min(1).max(26).readonly(),
  }),
);
/** Which accounts both sides want, as questions with agreed points. */
export interface TargetFilter extends z.infer<typeof targetFilterShape> {}
export const TargetFilter: z.ZodType<TargetFilter> = targetFilterShape;

/** Read a filter. Issues: those of input. What is odd though well formed, `lintFilter` says. */
export const safeParseFilter = (input: unknown): Result<TargetFilter> => readWith(TargetFilter, input);
