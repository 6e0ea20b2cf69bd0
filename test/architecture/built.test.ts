import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installBuilt, type Consumer } from './built.js';

let consumer: Consumer;
beforeAll(async () => {
  consumer = await installBuilt();
});
afterAll(() => {
  consumer.close();
});

describe('where text may not become code', () => {
  test('every entry works', () => {
    const smoke = readFileSync(new URL('../../scripts/consumer/smoke.mjs', import.meta.url), 'utf8');
    expect(consumer.run('smoke.mjs', smoke)).toBeNull();
  });

  test('a planted eval does not', () => {
    expect(consumer.run('planted.mjs', "import 'revpact/kernel';\neval('1 + 1');")).toMatch(/Code generation from strings disallowed/);
  });
});

describe('a bundle holds what it uses', () => {
  test.each([
    { uses: 'elapsed', from: 'revpact', packages: ['revpact'] },
    { uses: 'elapsed', from: 'revpact/sla', packages: ['revpact'] },
    { uses: 'localDate', from: 'revpact/kernel', packages: ['revpact'] },
    { uses: 'toDecimal', from: 'revpact', packages: ['decimal.js', 'revpact'] },
    { uses: 'GLOSSARY', from: 'revpact', packages: ['revpact'] },
  ])('$uses from $from needs $packages', async ({ uses, from, packages }) => {
    expect((await consumer.bundle(`export { ${uses} } from '${from}';`)).packages).toEqual(packages);
  });

  test('a planted use of a schema brings zod along', async () => {
    const { packages } = await consumer.bundle("import { elapsed, Calendar } from 'revpact'; export const read = [elapsed, Calendar.parse({})];");
    expect(packages).toContain('zod');
  });
});
