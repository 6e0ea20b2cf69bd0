import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { isWellFormed } from '../kernel/text.js';

const NOT_TEXT = { error: 'half of a surrogate pair is no text' };

/** Ids that leave the program: lower case, digits and underscores, at most 64 letters. */
export const Id = /* @__PURE__ */ schema(() =>
  z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, { error: 'an id is lower case letters, digits and underscores, such as "speed_to_lead"' }),
);

/** Names of tiers, as scores and target filters give them: letters, digits and underscores, at most 64. `A` is not `a`. */
export const TierName = /* @__PURE__ */ schema(() =>
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_]{0,63}$/, { error: 'a tier is a short name such as "A"' }),
);

/** Ids that other systems gave: any well-formed text of 1 to 200 characters without control characters. */
export const ForeignId = /* @__PURE__ */ schema(() =>
  z
    .string()
    .regex(/^[^\u0000-\u001f\u007f]{1,200}$/, { error: 'an id is 1 to 200 characters, none of them a control character' })
    .refine(isWellFormed, NOT_TEXT),
);

/** Words for people: 1 to 4,000 characters, none of them half of a surrogate pair. */
export const Words = /* @__PURE__ */ schema(() => z.string().min(1).max(4000).refine(isWellFormed, NOT_TEXT));

/** A custom field's value, as CRMs hold them. */
export type AttributeValue = string | number | boolean | null;

/** Custom fields of a lead, person, account or event, by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

export const Attributes = /* @__PURE__ */ schema(
  (): z.ZodType<Attributes> =>
    z
      .record(
        z.string().min(1).max(200).refine(isWellFormed, NOT_TEXT),
        z.union([z.string().max(10_000).refine(isWellFormed, NOT_TEXT), z.number(), z.boolean(), z.null()]),
      )
      .readonly(),
);

/** An attribute of an account or contact: a custom field's value, or a list of different words. */
export type ProfileValue = AttributeValue | readonly string[];

/** How long a list of one attribute may be. */
const LONGEST_LIST = 1000;

export const ProfileValue = /* @__PURE__ */ schema((): z.ZodType<ProfileValue> => {
  const text = z.string().max(10_000).refine(isWellFormed, NOT_TEXT);
  return z.union([text, z.number(), z.boolean(), z.null(), z.array(text).max(LONGEST_LIST).readonly()]);
});

/** What is known of an account or contact, by name. */
export type Profile = Readonly<Record<string, ProfileValue>>;

export const Profile = /* @__PURE__ */ schema(
  (): z.ZodType<Profile> => z.record(z.string().min(1).max(200).refine(isWellFormed, NOT_TEXT), ProfileValue).readonly(),
);
