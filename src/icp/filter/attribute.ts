import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Words } from '../../vocabulary/words.js';

/** What a value of an attribute is. */
export const ATTRIBUTE_TYPES = ['text', 'number', 'yes_no', 'list'] as const;

const attributeShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    name: z.string().min(1).max(200),
    /** The account's where left out. */
    about: z.literal('contact').exactOptional(),
    type: z.enum(ATTRIBUTE_TYPES),
    title: Words.exactOptional(),
    /**
     * Whether its value is known before the hand-over or only after it, as a call's length is. Where nobody has said, no
     * points may rest on it until somebody does.
     */
    known: z.enum(['before', 'after']).exactOptional(),
    /** Why it may never count: no criterion may ask it, and no refinement may look at it. */
    forbidden: Words.exactOptional(),
  }),
);
/** One attribute that both sides agreed to speak of. */
export interface AgreedAttribute extends z.infer<typeof attributeShape> {}
export const AgreedAttribute: z.ZodType<AgreedAttribute> = attributeShape;
