import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { CLAUSE_KINDS, Clause } from 'revpact/sla';

const page = readFileSync(new URL('../../docs/clauses.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as { id: string; kind: string });

test.each(examples)('the example "$id" in docs/clauses.md is a clause', (example) => {
  expect(readWith(Clause, example)).toMatchObject({ ok: true });
});

test('every kind has one', () => {
  expect(examples.map(({ kind }) => kind).sort()).toEqual(CLAUSE_KINDS.map(({ kind }) => kind).sort());
});
