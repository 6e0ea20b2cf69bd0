import * as z from 'zod';
import { Instant } from '../kernel/instant.js';
import { schema } from '../kernel/schema.js';
import { Attributes, ForeignId, Profile, Words } from './words.js';

const leadShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    accountId: ForeignId.exactOptional(),
    contactId: ForeignId.exactOptional(),
    createdAt: Instant.exactOptional(),
    attributes: Attributes.exactOptional(),
  }),
);
/** A person's interest in buying, followed from first contact to an exit. Its life is its events, not this record. */
export interface Lead extends z.infer<typeof leadShape> {}
export const Lead: z.ZodType<Lead, z.input<typeof leadShape>> = leadShape;

const contactShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    accountId: ForeignId.exactOptional(),
    name: Words.exactOptional(),
    title: Words.exactOptional(),
    /** Asked not to be contacted. */
    optedOut: z.boolean().exactOptional(),
    attributes: Profile.exactOptional(),
  }),
);
/** A human at an account: who is talked to. */
export interface Contact extends z.infer<typeof contactShape> {}
export const Contact: z.ZodType<Contact> = contactShape;
