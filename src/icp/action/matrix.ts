import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Id, TierName, Words } from '../../vocabulary/words.js';

const actionMatrixShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** What is done, and by whom. */
    actions: z
      .array(z.strictObject({ id: Id, title: Words, by: Id.exactOptional() }))
      .min(1)
      .max(50)
      .readonly(),
    /** One for each tier of fit with each level of engagement. */
    cells: z
      .array(z.strictObject({ fit: TierName, engagement: TierName, action: Id }))
      .min(1)
      .max(676)
      .readonly(),
    /** Where the account has no tier, or the lead no level. */
    otherwise: Id,
  }),
);
/** What is done about a lead, by how well its account fits and how much interest it shows. */
export interface ActionMatrix extends z.infer<typeof actionMatrixShape> {}
export const ActionMatrix: z.ZodType<ActionMatrix> = actionMatrixShape;
