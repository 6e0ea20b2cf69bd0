import { afterAll, describe, expect, test } from 'vitest';
import { allFences } from './documents.js';
import { isEscape } from './fences.js';
import { openWorkshop, typeErrors, writeExample } from './workshop.js';

const fences = allFences();
const { folder, close } = openWorkshop();
afterAll(close);

const examples = fences.filter(({ info }) => info === 'ts').map((fence) => writeExample(folder, fence));

test('every example runs: no block is marked as one that does not', () => {
  expect(fences.filter(isEscape).map(({ file, line, info }) => `${file}:${String(line)} ${info}`)).toEqual([]);
});

test('the types of every example hold', () => {
  expect(typeErrors(folder, examples)).toEqual([]);
});

describe('the example yields what it says', () => {
  test.each(examples)('$place', async ({ path }) => {
    await import(/* @vite-ignore */ path);
  });
});
