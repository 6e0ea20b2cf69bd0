import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { entries } from '../../scripts/entries.mjs';
import { importsOf } from './sources.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const manifest = JSON.parse(read('package.json')) as { readonly exports: Readonly<Record<string, unknown>> };

test('each room is an entry', () => {
  const rooms = readdirSync(`${ROOT}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(rooms.map(({ name }) => `${name}/index`)));
});

test.each(entries)('$id has a source, and both formats with their types', ({ id, name }) => {
  expect(existsSync(`${ROOT}src/${name}.ts`)).toBe(true);
  const esm = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
  const cjs = { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` };
  // `module-sync` first: `require` and `import` then meet the same module on every Node that can do so.
  expect(Object.entries(manifest.exports[id.replace('revpact', '.')] ?? {})).toEqual([['module-sync', esm], ['import', esm], ['require', cjs]]);
});

test('the documentation covers every entry', () => {
  const { config } = ts.parseConfigFileTextToJson('typedoc.json', read('typedoc.json')) as { readonly config: { readonly entryPoints: readonly string[] } };
  expect(config.entryPoints).toEqual(entries.map(({ name }) => `src/${name}.ts`));
});

test('the consumer enters by every entry', () => {
  const ids = entries.map(({ id }) => id).sort();
  const named = (...paths: readonly string[]): readonly string[] => {
    const specifiers = paths.flatMap((path) => importsOf({ path, text: read(`scripts/consumer/${path}`) })).map(({ specifier }) => specifier);
    return [...new Set(specifiers)].filter((specifier) => specifier.startsWith('revpact')).sort();
  };
  expect(named('smoke.mjs')).toEqual(ids);
  expect(named('types.mts', 'machine.mts')).toEqual(ids);
});
