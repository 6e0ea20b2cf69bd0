import { describe, expect, test } from 'vitest';
import { OPEN_SETS, poorIndexes, unlistedMembers } from './indexes.js';
import { librarySources } from './sources.js';

const sources = librarySources();

test('each room has a table of contents', () => {
  expect(poorIndexes(sources)).toEqual([]);
});

test.each(OPEN_SETS)('every file in %s is in its list', (folder) => {
  expect(unlistedMembers(sources, folder)).toEqual([]);
});

describe('a planted room is caught', () => {
  test.each([
    { how: 'without a table of contents', path: 'sla/clock.ts', text: '', amiss: 'sla has no index.ts' },
    { how: 'that does not say what it is for', path: 'sla/index.ts', text: "export { a } from './clock.js';", amiss: 'sla/index.ts does not begin with its @module comment' },
    { how: 'that says it is another', path: 'sla/index.ts', text: '/** @module icp */', amiss: 'sla/index.ts does not begin with its @module comment' },
    { how: 'that exports everything', path: 'sla/index.ts', text: "/**\n * @module sla\n */\nexport * from './clock.js';", amiss: 'sla/index.ts exports a star' },
    { how: 'that exports everything under a name', path: 'sla/index.ts', text: "/** @module sla */\nexport * as a from './clock.js';", amiss: 'sla/index.ts exports a star' },
  ])('$how', ({ path, text, amiss }) => {
    expect(poorIndexes([{ path, text }])).toEqual([amiss]);
  });
});

describe('a planted member is caught', () => {
  const folder = 'sla/clauses';
  const index = { path: 'sla/clauses/index.ts', text: "import { volume } from './volume.js';\nexport { volume };\nexport const CLAUSES = [volume];" };
  const volume = { path: 'sla/clauses/volume.ts', text: '' };

  test('that nobody imports', () => {
    expect(unlistedMembers([index, volume, { path: 'sla/clauses/quality.ts', text: '' }], folder)).toEqual(['sla/clauses/quality.ts']);
  });

  test('that is exported and not listed', () => {
    const half = { ...index, text: `${index.text}\nexport { quality } from './quality.js';` };
    expect(unlistedMembers([half, volume, { path: 'sla/clauses/quality.ts', text: '' }], folder)).toEqual(['sla/clauses/quality.ts']);
  });

  test('but not one that stands in the list', () => {
    expect(unlistedMembers([index, volume], folder)).toEqual([]);
  });
});
