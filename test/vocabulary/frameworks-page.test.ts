import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STANDARD_FRAMEWORKS } from 'revpact/vocabulary';
import { frameworksPage } from '../../scripts/frameworks-page.js';

const page = readFileSync(new URL('../../docs/frameworks.md', import.meta.url), 'utf8');

test('the tables of docs/frameworks.md are printed from the source (npx tsx scripts/frameworks.ts)', () => {
  expect(page).toBe(frameworksPage(page));
});

test('each framework has its heading there', () => {
  const headings = page.split('\n').flatMap((line) => /^### .*\(`(\w+)`\)$/.exec(line)?.[1] ?? []);
  expect(headings).toEqual(STANDARD_FRAMEWORKS.map(({ id }) => id));
});

test('a page whose marks are gone is not printed over', () => {
  expect(() => frameworksPage(page.replace('<!-- end: coverage -->', ''))).toThrow('coverage');
});
