import * as z from 'zod';
import { Instant } from '../kernel/instant.js';
import { schema } from '../kernel/schema.js';
import { ForeignId, Words } from './words.js';

/** A checklist that is never ticked off for good: each field is known with evidence, since a date, and may be lost again. */
export interface QualificationFramework {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly fields: readonly { readonly id: string; readonly term: string; readonly question: string }[];
}

const findingShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    field: z.string().min(1).max(64),
    /** `null` takes an earlier finding back. */
    value: Words.nullable(),
    evidence: Words,
    at: Instant,
    by: ForeignId.exactOptional(),
  }),
);
/** What was found out about one field, when, and how we know. */
export interface QualificationFinding extends z.output<typeof findingShape> {}
export const QualificationFinding: z.ZodType<QualificationFinding, z.input<typeof findingShape>> = findingShape;
