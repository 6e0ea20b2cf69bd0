import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STANDARD_METRICS } from 'revpact/metrics';
import { CLAUSE_KINDS } from 'revpact/sla';
import { glossaryPage } from '../../scripts/glossary-page.js';
import { factsPage } from '../../scripts/facts-page.js';
import { ROOT } from './documents.js';

const page = (name: string): string => (existsSync(`${ROOT}docs/${name}`) ? readFileSync(`${ROOT}docs/${name}`, 'utf8') : '');

/** The ids that a page's headings name, in backticks: "## Speed to lead (`speed_to_lead`)". */
const idsInHeadings = (markdown: string): readonly string[] =>
  markdown
    .split('\n')
    .filter((line) => /^#{2,4} /.test(line))
    .flatMap((heading) => [...heading.matchAll(/`([a-z][a-z0-9_]*)`/g)].map(([, id = '']) => id));

describe('each has its heading in docs, and each heading stands for one', () => {
  test('metrics', () => {
    expect([...idsInHeadings(page('metrics.md'))].sort()).toEqual(STANDARD_METRICS.map(({ id }) => id).sort());
  });

  test('clause kinds', () => {
    expect([...idsInHeadings(page('clauses.md'))].sort()).toEqual(CLAUSE_KINDS.map(({ kind }) => kind).sort());
  });
});

test('docs/glossary.md is the glossary, printed (npm run docs:glossary)', () => {
  expect(page('glossary.md')).toBe(glossaryPage());
});

test('docs/facts.md is printed from the fact tables (npx tsx scripts/facts.ts)', () => {
  expect(page('facts.md')).toBe(factsPage());
});

test('headings name their ids in backticks', () => {
  const markdown = '# `not_this`\n\n## Speed to lead (`speed_to_lead`)\n\nof `mql`\n\n### `mql_volume`\n\n## Reading `1` and `Words`\n';
  expect(idsInHeadings(markdown)).toEqual(['speed_to_lead', 'mql_volume']);
});
