import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { Id, Words } from '../vocabulary/words.js';

const deliverableShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Name of the field that must not be empty when the lead is delivered. */
    field: z.string().min(1).max(200),
    what: Words,
    /** The person or role that provides it. */
    owner: Words,
  }),
);
/** One thing that comes along with a delivery, and who sees to it. */
export interface Deliverable extends z.infer<typeof deliverableShape> {}

const handOffShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    from: Id,
    to: Id,
    objective: Words,
    deliverables: z.array(deliverableShape).max(100).readonly(),
  }),
);
/** A measurable point of the supply chain: one deliverer, one receiver, what comes along, and why it is done. */
export interface HandOff extends z.infer<typeof handOffShape> {}
export const HandOff: z.ZodType<HandOff> = handOffShape;
