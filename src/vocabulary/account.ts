import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { ForeignId, Profile, Words } from './words.js';

const accountShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    name: Words.exactOptional(),
    /** Who owns the account, by person id. */
    owner: ForeignId.exactOptional(),
    /** What the target filter asks about: industry, employees, country, and a host's own fields. */
    attributes: Profile,
  }),
);
/** A company that may buy. */
export interface Account extends z.infer<typeof accountShape> {}
export const Account: z.ZodType<Account> = accountShape;
