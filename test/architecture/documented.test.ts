import { expect, test } from 'vitest';
import { undocumented } from './documented.js';
import { librarySources } from './sources.js';

test('each public name has a doc comment', () => {
  expect(undocumented(librarySources())).toEqual([]);
});

test('a planted name without one is caught, wherever it was brought from', () => {
  const index = { path: 'sla/index.ts', text: "export { judge, Clause, flag } from './clock.js';\nexport { volume } from './clauses/index.js';" };
  const clock = {
    path: 'sla/clock.ts',
    text: 'export const judge = () => 1;\n/** A promise. */\nexport interface Clause {}\nexport const Clause = {};\n/***/\nexport const flag = 1;',
  };
  const clauses = { path: 'sla/clauses/index.ts', text: "import { volume as v } from './volume.js';\nexport { v as volume };" };
  const list = { path: 'sla/clauses/index.ts', text: "import { volume } from './volume.js';\nexport { volume };" };
  const volume = { path: 'sla/clauses/volume.ts', text: '// not a doc comment\nexport const volume = 1;' };
  expect(undocumented([index, clock, list, volume])).toEqual(['sla/clock.ts:1 judge', 'sla/clock.ts:6 flag', 'sla/clauses/volume.ts:2 volume']);
  expect(undocumented([index, clock, clauses, volume])).toContain('sla/clauses/index.ts declares no volume');
});
