import { describe, expect, test } from 'vitest';
import { entries } from '../../scripts/entries.mjs';
import { backDoors, importCycles, layerBreaches, orphans, strangePackages } from './layers.js';
import { librarySources, programSources } from './sources.js';

const sources = librarySources();

describe('the library', () => {
  test('imports point down', () => {
    expect(layerBreaches(sources)).toEqual([]);
  });

  test('imports run in no circle', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test('each file is part of an entry', () => {
    expect(orphans(sources, entries.map(({ name }) => `${name}.ts`))).toEqual([]);
  });

  test('each package has its place', () => {
    expect(strangePackages(sources)).toEqual([]);
  });
});

test('the program enters the library by its public names', () => {
  expect(backDoors(programSources())).toEqual([]);
  expect(importCycles(programSources())).toEqual([]);
});

describe('a planted file is caught', () => {
  const clock = { path: 'sla/clock.ts', text: '' };
  const result = { path: 'kernel/result.ts', text: '' };

  test.each([
    { how: 'imports upwards', path: 'kernel/up.ts', text: "import { a } from '../sla/clock.js';", breach: /^kernel\/up\.ts:1 .* not below/ },
    { how: 'imports a type upwards', path: 'kernel/up.ts', text: "import type { A } from '../sla/clock.js';", breach: /not below/ },
    { how: 'names a type upwards in place', path: 'kernel/up.ts', text: "\nexport type B = import('../sla/clock.js').A;", breach: /^kernel\/up\.ts:2 .* not below/ },
    { how: 're-exports from upwards', path: 'kernel/up.ts', text: "export { a } from '../sla/clock.js';", breach: /not below/ },
    { how: 'loads from upwards', path: 'kernel/up.ts', text: "await import('../sla/clock.js');", breach: /not below/ },
    { how: 'imports across the floor', path: 'metrics/rate.ts', text: "import { a } from '../sla/clock.js';", breach: /not below/ },
    { how: 'imports a type across the floor', path: 'metrics/rate.ts', text: "import { type A } from '../sla/clock.js';", breach: /not below/ },
    { how: 'imports its own index', path: 'sla/flag.ts', text: "import { a } from './index.js';", breach: /own index/ },
    { how: 'imports the index above its folder', path: 'sla/clauses/volume.ts', text: "import { a } from '../index.js';", breach: /own index/ },
    { how: 'imports the whole', path: 'sla/flag.ts', text: "import { a } from '../index.js';", breach: /not below/ },
    { how: 'imports what is not there', path: 'sla/flag.ts', text: "import { a } from './clok.js';", breach: /no file/ },
    { how: 'opens a room of its own', path: 'utils/flag.ts', text: '', breach: /does not have/ },
  ])('that $how', ({ path, text, breach }) => {
    const index = { path: 'sla/index.ts', text: "export { a } from './clock.js';" };
    const breaches = layerBreaches([clock, result, index, { path: 'index.ts', text: '' }, { path, text }]);
    expect(breaches).toEqual([expect.stringMatching(breach)]);
  });

  test('but not one that imports downwards, or a file or another folder’s index beside it', () => {
    const flag = {
      path: 'sla/flag.ts',
      text: "import { a } from './clock.js';\nimport { b } from '../kernel/result.js';\nimport { c } from './clauses/index.js';",
    };
    expect(layerBreaches([clock, result, flag, { path: 'sla/clauses/index.ts', text: '' }])).toEqual([]);
  });

  test('that closes a circle, unless types alone do', () => {
    const there = { path: 'sla/a.ts', text: "import { b } from './b.js';" };
    const back = (text: string) => ({ path: 'sla/b.ts', text });
    expect(importCycles([there, back("import { a, type A } from './a.js';")])).toEqual(['sla/a.ts → sla/b.ts → sla/a.ts']);
    expect(importCycles([there, back("import type { A } from './a.js';")])).toEqual([]);
  });

  test('that nobody imports', () => {
    const index = { path: 'sla/index.ts', text: "export { a } from './clock.js';" };
    expect(orphans([index, clock, result], ['sla/index.ts'])).toEqual(['kernel/result.ts']);
  });

  test('that goes into the library by the back door', () => {
    const command = { path: 'commands/review.ts', text: "import { a } from '../world.js';\nimport { b } from '../../../src/sla/clock.js';\nimport { c } from 'revpact/sla';" };
    expect(backDoors([command, { path: 'world.ts', text: '' }])).toEqual(['commands/review.ts:2 imports ../../../src/sla/clock.js']);
  });

  test.each([
    { how: 'reads files', path: 'sla/a.ts', text: "import { readFileSync } from 'node:fs';" },
    { how: 'takes a package nobody agreed on', path: 'sla/a.ts', text: "import { addDays } from 'date-fns';" },
    { how: 'does decimals of its own', path: 'sla/a.ts', text: "import Decimal from 'decimal.js';" },
    { how: 'draws charts outside the lifecycle', path: 'sla/a.ts', text: "import type { AnyActor } from 'xstate';" },
    { how: 'enters the library from outside', path: 'sla/a.ts', text: "import { ok } from 'revpact/kernel';" },
    { how: 'loads something computed', path: 'sla/a.ts', text: 'await import(name);' },
  ])('that $how', ({ path, text }) => {
    expect(strangePackages([{ path, text }])).toHaveLength(1);
  });
});
