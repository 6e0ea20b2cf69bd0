import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Id, TierName, Words } from '../../vocabulary/words.js';
import { AgreedAttribute } from './attribute.js';
import { Criterion } from './criterion.js';

const tierShape = /* @__PURE__ */ schema(() => z.strictObject({ id: TierName, atLeast: z.int() }));
/** A class of accounts, by points. */
export interface Tier extends z.infer<typeof tierShape> {}

const targetFilterShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** The attributes both sides agreed to speak of. Where they are listed, criteria may ask no others. */
    attributes: z.array(AgreedAttribute).max(1000).readonly().exactOptional(),
    criteria: z.array(Criterion).max(200).readonly(),
    /** Best first. */
    tiers: z.array(tierShape).min(1).max(26).readonly(),
  }),
);
/** Which accounts both sides want, as questions with agreed points. */
export interface TargetFilter extends z.infer<typeof targetFilterShape> {}
export const TargetFilter: z.ZodType<TargetFilter> = targetFilterShape;
