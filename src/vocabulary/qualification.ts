import * as z from 'zod';
import type { Issue } from '../kernel/issue.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
import { vocabularyIssue } from './issues.js';
import { Id, Words } from './words.js';

const qualificationShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    source: Words,
    fields: z
      .array(z.strictObject({ id: Id, term: Words, question: Words }))
      .min(1)
      .max(50)
      .readonly(),
  }),
);
/** A checklist that is never ticked off for good: each field is known with evidence, since a date, and may be lost again. */
export interface QualificationFramework extends z.infer<typeof qualificationShape> {}
export const QualificationFramework: z.ZodType<QualificationFramework> = qualificationShape;

/**
 * Read a qualification framework of one's own.
 *
 * Issues besides `input.*`: `vocabulary.duplicate_field`, where two fields have one id.
 */
export const safeParseQualification = (input: unknown): Result<QualificationFramework> => {
  const read = readWith(QualificationFramework, input);
  if (!read.ok) return read;
  const ids = read.value.fields.map(({ id }) => id);
  const issues = ids.flatMap((id, i): Issue[] =>
    ids.indexOf(id) < i ? [vocabularyIssue('duplicate_field', { framework: read.value.id, field: id }, ['fields', i, 'id'])] : [],
  );
  return issues.length === 0 ? ok(read.value) : fail(issues);
};
