import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import * as agreement from '../../src/vocabulary/events/agreement.js';
import { Actor } from '../../src/vocabulary/events/base.js';
import * as conversation from '../../src/vocabulary/events/conversation.js';
import * as demand from '../../src/vocabulary/events/demand.js';
import * as handOff from '../../src/vocabulary/events/hand-off.js';
import * as deal from '../../src/vocabulary/events/opportunity.js';
import { FREE_FIELDS, gradeOf, INTEGER_FIELDS } from '../../src/crm/reading/text-grade.js';

/** The schemas of a field, of every type of event that has it. */
const schemasOf = (field: string): readonly z.ZodType[] =>
  field === 'by.person'
    ? [(Actor as unknown as z.ZodObject).shape['person'] as z.ZodType]
    : [demand, handOff, conversation, deal, agreement].flatMap((file) =>
        Object.values(file).flatMap((one: unknown) => (one instanceof z.ZodObject && Object.hasOwn(one.shape, field) ? [one.shape[field] as z.ZodType] : [])),
      );

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.constantFrom('a'.repeat(200), 'a'.repeat(201), 'a'.repeat(4000), 'a'.repeat(4001), 'a'.repeat(10_001), '\u007f', '\n', '\ud800', '\udc00\ud800', '😀'),
);

test.each([...FREE_FIELDS])('two texts of one grade are both taken by the field %s, or neither is', (field) => {
  const schemas = schemasOf(field);
  expect(schemas.length).toBeGreaterThan(0);
  const answers = new Map<string, boolean>();
  fc.assert(
    fc.property(text, (given) => {
      const grade = gradeOf(given, 0, given.length);
      if (grade === 0) return;
      schemas.forEach((schema, i) => {
        const key = `${String(i)} ${String(grade)}`;
        const taken = schema.safeParse(given).success;
        expect(answers.get(key) ?? taken).toBe(taken);
        answers.set(key, taken);
      });
    }),
    { numRuns: 300 },
  );
});

test.each(Object.entries(INTEGER_FIELDS))('the field %s takes the whole numbers of its range', (field, [least, most]) => {
  for (const schema of schemasOf(field)) {
    for (const number of [least, most]) expect(schema.safeParse(number).success).toBe(true);
    if (Number.isSafeInteger(most + 1)) expect(schema.safeParse(most + 1).success).toBe(false);
    if (Number.isSafeInteger(least - 1)) expect(schema.safeParse(least - 1).success).toBe(false);
  }
});
