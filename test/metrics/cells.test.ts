import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import {
  cellsOf,
  evaluate,
  STANDARD_METRICS,
  type MetricCells,
  type MetricDefinition,
  type MetricOptions,
  type Together,
} from 'revpact/metrics';
import { NO_FACTS, sirius2006, type Facts } from 'revpact/vocabulary';
import { anyFacts } from '../support/any-facts.js';
import { anyFormula, anyMetric, groupsFor } from '../support/any-metric.js';
import { Q2, at } from '../support/metric-facts.js';
import { anyLog } from '../support/random-log.js';

const PARAMETERS = Object.fromEntries(
  STANDARD_METRICS.flatMap(({ measure }) => (measure.kind === 'formula' ? measure.steps.flatMap(({ left, right }) => [left, right]) : []))
    .flatMap((operand) => ('parameter' in operand ? [operand.parameter] : []))
    .map((name) => [name, '0.5']),
);
const RATES = [
  { from: 'USD', to: 'EUR', since: '2026-01-01', rate: '0.9' },
  { from: 'USD', to: 'EUR', since: '2026-05-10', rate: '0.95' },
  { from: 'JPY', to: 'EUR', since: '2026-01-01', rate: '0.006' },
  { from: 'XXX', to: 'EUR', since: '2026-01-01', rate: '1' },
];
const options: MetricOptions = { framework: sirius2006, period: Q2, asOf: at('06-15'), rates: RATES, parameters: PARAMETERS, digest: true };

const tables = Object.keys(NO_FACTS).filter((key): key is keyof Facts => Object.hasOwn(NO_FACTS, key));

/** Metrics that a lead's own log tells: a meeting or a deal may be spoken of under another lead's name. */
const OF_LEADS = STANDARD_METRICS.filter(
  ({ basis }) => basis.kind === 'milestone' || (basis.kind === 'rows' && ['handOffs', 'exits', 'stageVisits'].includes(basis.table)),
)
  .filter((metric) => ['row', 'lead'].includes(cellsOf(metric, options).together))
  .slice(0, 30);

/** Which lead or account a row is of, where it is of one. */
const owners = (row: object): readonly string[] =>
  Object.entries(row).flatMap(([name, value]) =>
    (name === 'leadId' || name === 'accountId') && typeof value === 'string' ? [`${name} ${value}`] : [],
  );

/** The part of each row, of so many, without dividing what must stay together. Any number stands in for chance. */
const partsOf = (facts: Facts, together: Together, count: number, seed: number): readonly Facts[] => {
  const scatter = (text: string): number =>
    [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) + seed) % 9973, 7) % count;
  // Leads and accounts that a row ties to each other, by the smallest name of all that are tied.
  const tied = new Map<string, string>();
  const root = (name: string): string => {
    const up = tied.get(name);
    return up === undefined || up === name ? name : root(up);
  };
  for (const table of tables) {
    for (const row of facts[table]) {
      const [first, ...more] = owners(row);
      for (const other of more) tied.set(root(other), root(first ?? other));
    }
  }
  const partOf = (table: keyof Facts, row: object, place: number): number => {
    const [lead, account] = ['leadId', 'accountId'].map((name) => owners(row).find((one) => one.startsWith(name)));
    switch (together) {
      case 'row':
        return scatter(`${table} ${String(place)}`);
      case 'lead':
        return scatter(lead ?? `${table} ${String(place)}`);
      case 'account':
        return scatter(lead === undefined && account === undefined ? `${table} ${String(place)}` : root(lead ?? account ?? ''));
      case 'all':
        return 0;
    }
  };
  return Array.from({ length: count }, (_, part) => ({
    ...NO_FACTS,
    ...Object.fromEntries(tables.map((table) => [table, facts[table].filter((row, place) => partOf(table, row, place) === part)])),
  }));
};

/** Some parts counted each for itself, as workers do, and the cells sent back and put together in an order told by a number. */
const inParts = ({ create, add, merge, extract }: MetricCells, parts: readonly Facts[], seed: number): object => {
  const cells = parts.map((part) => structuredClone(add(create(), part)));
  const mixed = cells.map((cell, i) => ({ cell, key: ((i + 1) * (seed + 3)) % 11 })).sort((a, b) => a.key - b.key);
  return extract(mixed.reduce((all, { cell }) => merge(all, cell), create()));
};

const agrees = (definition: MetricDefinition, facts: Facts, groupBy: readonly string[], count: number, seed: number): void => {
  const asked = { ...options, groupBy };
  let whole: object;
  try {
    whole = evaluate(definition, facts, asked);
  } catch (error) {
    // Columns that the metric cannot be grouped by are refused alike.
    expect(() => cellsOf(definition, asked)).toThrow(error instanceof Error ? error.message : '');
    return;
  }
  const cells = cellsOf(definition, asked);
  const parts = partsOf(facts, cells.together, count, seed);
  expect(inParts(cells, parts, seed)).toEqual(whole);
  // One cell that takes all parts in, one after the other.
  expect(cells.extract(parts.reduce(cells.add, cells.create()))).toEqual(whole);
};

describe('cells of any parts, merged in any order, are the whole', () => {
  test('of every standard metric', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 4 }), fc.nat(1000), (facts, count, seed) => {
        for (const metric of STANDARD_METRICS) agrees(metric, facts, metric.dimensions, count, seed);
      }),
      { numRuns: 4 },
    );
  });

  test.each([
    { of: 'metrics', any: anyMetric },
    { of: 'formulas', any: anyFormula },
  ])('of any $of that the language can say, in groups', ({ any }) => {
    fc.assert(
      fc.property(
        any.chain((metric) => fc.tuple(fc.constant(metric), groupsFor(metric))),
        anyFacts,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(1000),
        ([metric, groupBy], facts, count, seed) => {
          agrees(metric, facts, groupBy, count, seed);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('an event that is delivered twice counts once, in whichever part', () => {
    const lifecycle = createLifecycle(sirius2006);
    fc.assert(
      fc.property(anyLog(sirius2006, 40), fc.integer({ min: 1, max: 3 }), (events, count) => {
        const period = { label: 'window', start: 20, end: 75, zone: 'UTC' };
        const given = { framework: sirius2006, period, asOf: 1_000 };
        const whole = factsFrom(lifecycle, resolve(events)).facts;
        for (const metric of OF_LEADS) {
          const cells = cellsOf(metric, given);
          const leads = [...new Set(whole.leads.map(({ leadId }) => leadId))].sort();
          const parts = Array.from({ length: count }, (_, part) => {
            const own = events.filter((event) => !('leadId' in event) || leads.indexOf(event.leadId) % count === part);
            return factsFrom(lifecycle, resolve([...own, ...own])).facts;
          });
          const merged = cells.extract(parts.reduce(cells.add, cells.create()));
          expect(merged).toEqual(evaluate(metric, whole, given));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what parts must not divide', () => {
  const together = (metric: MetricDefinition): Together => cellsOf(metric, { ...options, groupBy: [] }).together;
  const find = (id: string): MetricDefinition => {
    const found = STANDARD_METRICS.find((metric) => metric.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  test.each([
    { id: 'pipeline_created', is: 'row' },
    { id: 'mql_volume', is: 'lead' },
    { id: 'mql_to_sql_rate', is: 'lead' },
    { id: 'mql_account_volume', is: 'account' },
  ] as const)('$id: $is', ({ id, is }) => {
    expect(together(find(id))).toBe(is);
  });
});
