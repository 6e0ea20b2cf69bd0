import { afterAll, describe, expect, test } from 'vitest';
import { docCommentFences, fencesOf, isEscape, type Fence } from './fences.js';
import { openWorkshop, typeErrors, writeExample } from './workshop.js';

const { folder, close } = openWorkshop();
afterAll(close);

let line = 10;
/** A block of code in a document, each at a line of its own. */
const block = (code: string): Fence => ({ file: 'GUIDE.md', info: 'ts', line: (line += 10), code });
const run = async (code: string): Promise<unknown> => import(/* @vite-ignore */ writeExample(folder, block(code)).path);

describe('a document', () => {
  test('gives up its blocks with the lines they stand on', () => {
    const markdown = ['# Title', '', '```ts', 'one();', '```', '', '- item', '  ```sh', '  npm ci', '  ```', '````md', '```ts', '```', '````'].join('\n');
    expect(fencesOf('GUIDE.md', markdown)).toEqual([
      { file: 'GUIDE.md', info: 'ts', line: 4, code: 'one();' },
      { file: 'GUIDE.md', info: 'sh', line: 9, code: 'npm ci' },
      { file: 'GUIDE.md', info: 'md', line: 12, code: '```ts\n```' },
    ]);
  });

  test('may be a doc comment', () => {
    const source = ['const a = 1;', '/**', ' * One.', ' *', ' * @example', ' * ```ts', ' * one(', ' *   2,', ' * );', ' * ```', ' */', 'export const one = 1;'];
    expect(docCommentFences('src/one.ts', source.join('\n'))).toEqual([{ file: 'src/one.ts', info: 'ts', line: 7, code: 'one(\n  2,\n);' }]);
  });

  test.each(['ts no-run', 'ts ignore', 'typescript', 'tsx', 'js', 'JavaScript', 'mjs'])('cannot hide code as "%s"', (info) => {
    expect(isEscape({ ...block(''), info })).toBe(true);
  });

  test.each(['ts', 'sh', 'json', 'mermaid', 'sql', ''])('may hold "%s"', (info) => {
    expect(isEscape({ ...block(''), info })).toBe(false);
  });
});

describe('a claim that is true passes', () => {
  test.each([
    '1 + 1 // => 2',
    '1 + 1; // => 2',
    'const sum = 1 + 1; // => 2',
    "const sum = 1 + 1\n// => 2\nsum + 1 // => 3",
    'export const sum = 1 + 1; // => 2',
    "({ a: 1, b: ['x'] }) // => { a: 1, b: ['x'] }",
    'await Promise.resolve(3) // => 3',
    "[1, 2].map((n) => ({\n  n,\n})) // => [{ n: 1 },\n//     { n: 2 }]",
    '1 + 1 // => 2\n// and this is why',
    "JSON.parse('{') // => throws 'JSON'",
    "await Promise.reject(new Error('too late')) // => throws 'late'",
  ])('%s', async (code) => {
    await expect(run(code)).resolves.toBeDefined();
  });
});

describe('a claim that is false fails at its line', () => {
  test.each([
    { code: '\n1 + 1 // => 3', at: 1 },
    { code: 'const sum = 1 + 1; // => 3', at: 0 },
    { code: '({ a: 1, b: undefined }) // => { a: 1 }', at: 0 },
    { code: '[\n  1,\n].length // => 2', at: 2 },
    { code: '1 // => throws "no"', at: 0 },
    { code: "JSON.parse('{') // => throws 'late'", at: 0 },
  ])('$code', async ({ code, at }) => {
    await expect(run(code)).rejects.toThrow(new RegExp(`^GUIDE\\.md:${String(line + at)}: `));
  });
});

describe('a claim that nobody could test is refused', () => {
  test.each([
    'const f = () => {\n  f(); // => 1\n};',
    'const { a } = { a: 1 }; // => 1',
    '1 + 1 // => two, of course',
    '1 + 1 // => 2, 3',
    '1 + 1 // =>',
  ])('%s', (code) => {
    expect(() => writeExample(folder, block(code))).toThrow(/GUIDE\.md:\d+/);
  });
});

test('a type error is told at its line', () => {
  const wrong = writeExample(folder, block("const one: number = 1;\nconst two: number = 'two';"));
  expect(typeErrors(folder, [wrong])).toEqual([`GUIDE.md:${String(line + 1)} Type 'string' is not assignable to type 'number'.`]);
});
