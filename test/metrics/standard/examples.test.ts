import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from 'revpact/kernel';
import { evaluate, safeParseMetric, STANDARD_METRICS } from 'revpact/metrics';
import { columnsOf } from 'revpact/vocabulary';
import { metricsPage } from '../../../scripts/metrics-page.js';
import { factsOf, optionsOf } from '../../support/worked-example.js';
import { SAME_DATA } from './same-data.js';
import { THEMES } from './themes.js';

const examples = THEMES.flatMap((theme) => theme.examples);
const standard = new URL('../../../src/metrics/standard/', import.meta.url);

test('every file in metrics/standard is a standard metric, named alike', () => {
  const named = readdirSync(standard, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
    .map((file) => file.replace(/^.*[/\\]/, '').replace(/\.ts$/, '').replaceAll('-', '_'));
  expect(STANDARD_METRICS.map(({ id }) => id).sort()).toEqual(named.sort());
});

test('every standard metric has one worked example', () => {
  expect(examples.map(({ metric }) => metric.id).sort()).toEqual(STANDARD_METRICS.map(({ id }) => id).sort());
});

test('no two standard metrics mean the same', () => {
  const meanings = STANDARD_METRICS.map(({ unit, measure, basis, dimensions }) => canonicalJson({ unit, measure, basis, dimensions }));
  expect(STANDARD_METRICS.filter((_, i) => meanings.indexOf(meanings[i] ?? '') !== i).map(({ id }) => id)).toEqual([]);
});

test.each(STANDARD_METRICS)('$id is plain JSON that reads back as itself', (definition) => {
  expect(safeParseMetric(JSON.parse(canonicalJson(definition)))).toEqual({ ok: true, value: definition });
});

describe('the worked example of', () => {
  test.each(examples.map((example) => ({ id: example.metric.id, example })))('$id comes out as worked by hand', ({ example }) => {
    expect(evaluate(example.metric, factsOf(example.facts), optionsOf(example))).toMatchObject(example.is);
  });
});

test.each(examples.map((example) => ({ id: example.metric.id, example })))('$id of typed columns is that of rows', ({ example }) => {
  const facts = factsOf(example.facts);
  expect(evaluate(example.metric, columnsOf(facts), optionsOf(example))).toEqual(evaluate(example.metric, facts, optionsOf(example)));
});

describe('same data, N definitions', () => {
  test.each(SAME_DATA.flatMap((set) => set.rows.map((row) => ({ title: set.title, id: row.metric.id, set, row }))))('$title: $id', ({ set, row }) => {
    const { asOf, options } = set;
    const found = evaluate(row.metric, factsOf(set.facts), optionsOf({ ...(asOf === undefined ? {} : { asOf }), ...(options === undefined ? {} : { options }) }));
    expect(found).toMatchObject(row.is);
  });
});

test('docs/metrics.md is the metrics and their examples, printed (npm run docs:metrics)', () => {
  const page = new URL('../../../docs/metrics.md', import.meta.url);
  const introduction = readFileSync(new URL('../../../scripts/metrics-introduction.md', import.meta.url), 'utf8');
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(metricsPage(introduction));
});
