import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';

const sectionShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** What counts as useful here, and what does not, in words both sides agreed on. */
    useful: Words,
    /** How many findings it takes; one where left out. */
    atLeast: z.int().min(1).max(100).exactOptional(),
    /** A finding older than so many days of 24 hours no longer counts. */
    freshDays: z.int().min(1).max(3650).exactOptional(),
    /** Whether a finding counts only with its source. */
    sourced: z.boolean(),
    /** A dossier is complete without it; its completeness says it all the same. */
    optional: z.literal(true).exactOptional(),
  }),
);
/** One thing that is to be found out about an account before it is called. */
export interface DossierSection extends z.infer<typeof sectionShape> {}

const standardShape = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: Id, title: Words, sections: z.array(sectionShape).min(1).max(50).readonly() }),
);
/** What both sides agreed is useful research on an account. */
export interface DossierStandard extends z.infer<typeof standardShape> {}
export const DossierStandard: z.ZodType<DossierStandard> = standardShape;
