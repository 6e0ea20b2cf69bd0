import * as z from 'zod';
import { DECIMAL_TEXT } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';

/** How many conditions a group may hold, and how deep groups may nest: what a person can still read. */
const MOST_IN_GROUP = 50;

const value = /* @__PURE__ */ schema(() => z.union([z.string().min(1).max(1000), z.int(), z.boolean()]));
const decimal = /* @__PURE__ */ schema(() =>
  z.string().regex(DECIMAL_TEXT, { error: 'decimal text such as "50" or "0.25"' }).exactOptional(),
);
const count = /* @__PURE__ */ schema(() => z.int().min(0).max(1_000_000).exactOptional());

/** Which attribute is asked, and whose: the account's, or the contact's that is to be called. */
const asked = /* @__PURE__ */ schema(() => ({
  attribute: z.string().min(1).max(200),
  /** The account's where left out. */
  about: z.literal('contact').exactOptional(),
}));

const plainOptions = /* @__PURE__ */ schema(
  () =>
    [
      z.strictObject({ is: z.literal('equal'), ...asked, value }),
      z.strictObject({ is: z.literal('one_of'), ...asked, values: z.array(value).min(1).max(1000).readonly() }),
      /** At least `from`, and less than `below`. */
      z.strictObject({ is: z.literal('range'), ...asked, from: decimal, below: decimal }),
      z.strictObject({ is: z.literal('present'), ...asked }),
      /** Text that has one of these words anywhere in it. */
      z.strictObject({ is: z.literal('contains'), ...asked, any: z.array(z.string().min(1).max(200)).min(1).max(200).readonly() }),
      /** A list that shares at least so many of these values (one where left out), each counted once. */
      z.strictObject({
        is: z.literal('overlap'),
        ...asked,
        values: z.array(z.string().min(1).max(1000)).min(1).max(1000).readonly(),
        atLeast: z.int().min(1).max(1000).exactOptional(),
      }),
      /** How many different values a list has: at least `from`, and fewer than `below`. */
      z.strictObject({ is: z.literal('count'), ...asked, from: count, below: count }),
    ] as const,
);
/** What is asked of one attribute. */
export type PlainCondition = z.infer<(typeof plainOptions)[number]>;

/** Several conditions as one. */
export interface ConditionGroup {
  readonly is: 'all' | 'any' | 'none';
  readonly of: readonly Condition[];
}
/** How many of the account's known contacts a condition holds for: at least `from`, and fewer than `below`. */
export interface ContactCount {
  readonly is: 'contacts';
  /** Asked with each contact in turn as the one that is called. */
  readonly where: Condition;
  readonly from?: number;
  readonly below?: number;
}

/**
 * A question with three answers: yes, no, not known.
 *
 * Text is compared without regard to case (`foldCase`); numbers and decimal text by value, exactly, so that `250`, `"250"`
 * and `"250.0"` are one (in lists words stay words). Absent, null, empty text, an empty list and a number that is none
 * (`NaN`, without end) are not known; nor is a value of a kind that cannot answer: text or a truth where a range asks for a
 * number, a list where one value is asked for, one value where a list is, a number where `contains` asks for text. What is
 * asked of a contact is not known where none is given, and a count of contacts where they are not. Groups follow Kleene: `all` is no as soon as one is no, `any` yes as soon as one is yes, `none` is the opposite of `any`; what then
 * still hangs on an unknown answer is not known.
 */
export type Condition = PlainCondition | ConditionGroup | ContactCount;
export const Condition: z.ZodType<Condition> = /* @__PURE__ */ schema(() => {
  const shape: z.ZodType<Condition> = z.lazy(() =>
    z.discriminatedUnion('is', [
      ...plainOptions,
      z.strictObject({ is: z.enum(['all', 'any', 'none']), of: z.array(shape).min(1).max(MOST_IN_GROUP).readonly() }),
      z.strictObject({ is: z.literal('contacts'), where: shape, from: count, below: count }),
    ]),
  );
  return shape;
});
