import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Id, Words } from '../../vocabulary/words.js';
import { Condition, Header } from '../mapping/source.js';

const fieldUpdatePlanShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words.exactOptional(),
    objects: z
      .array(
        z.strictObject({
          /** The CRM's name for the kind of record: `Lead`, `contacts`. */
          object: z.string().min(1).max(200),
          idColumn: Header,
          /** Of which ids it is: those that begin so, without it. Others are left to other objects. */
          idPrefix: z.string().min(1).max(50).exactOptional(),
          /** Where what was learned is about a record of another object: the column there that has the id of ours. */
          through: z.strictObject({ object: z.string().min(1).max(200), column: Header }).exactOptional(),
          /** Records that the CRM lets nobody change, such as a converted lead: if all of this holds of their row. */
          lockedWhen: z.array(Condition).min(1).max(50).readonly().exactOptional(),
          /** The column with the record's last change, as ISO text with its offset or epoch milliseconds: what was known before it is not loaded over it. */
          changedColumn: Header.exactOptional(),
          /** What the loader reads as "make it empty"; nothing at all where absent. */
          blank: z.string().max(20).exactOptional(),
          fields: z
            .array(
              z.strictObject({
                /** What was learned: `stage`, `exit_reason`, or any name that the facts go by. */
                field: z.string().min(1).max(200),
                column: Header,
                /** Our word → theirs. A word that is not there belongs to another object, or to none. */
                values: z.record(z.string().min(1).max(10_000), z.string().max(10_000)).exactOptional(),
                /** Their words in the one direction in which the CRM lets them change; backwards, it wants the cell emptied in a request before. */
                forwardOnly: z.array(z.string().min(1).max(10_000)).min(2).max(200).readonly().exactOptional(),
              }),
            )
            .min(1)
            .max(200)
            .readonly(),
        }),
      )
      .min(1)
      .max(50)
      .readonly(),
  }),
);
/** Which of the things learned go into which columns of a CRM, in its own words: plain data. */
export interface FieldUpdatePlan extends z.infer<typeof fieldUpdatePlanShape> {}
export const FieldUpdatePlan: z.ZodType<FieldUpdatePlan> = fieldUpdatePlanShape;
