import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, STANDARD_METRICS, type MetricDefinition, type MetricOptions } from 'revpact/metrics';
import { columnType, FACT_TABLES, sirius2006, type Facts, type Period } from 'revpact/vocabulary';
import { columnKind, FACT_READINGS, type FactKey } from '../../../src/metrics/definition/column.js';
import { anyFacts } from '../../support/any-facts.js';
import { at, DAY, Q2 } from '../../support/metric-facts.js';

// What must not matter to any standard metric: the order of rows, leads to whom nothing has happened yet, and the year.

const YEAR = 365 * DAY;
const NEXT_YEAR: Period = { label: '2027-Q2', start: Q2.start + YEAR, end: Q2.end + YEAR, zone: 'UTC' };

const parameters = Object.fromEntries(
  STANDARD_METRICS.flatMap(({ measure }) => (measure.kind === 'formula' ? measure.steps.flatMap(({ left, right }) => [left, right]) : []))
    .flatMap((operand) => ('parameter' in operand ? [operand.parameter] : []))
    .map((name) => [name, '0.5']),
);
const options: MetricOptions = { framework: sirius2006, period: Q2, asOf: at('06-15'), parameters };

/** The figures and their groups, without the dates that they are of. */
const figures = (definition: MetricDefinition, facts: Facts, given: MetricOptions): object =>
  Object.fromEntries(Object.entries(evaluate(definition, facts, given)).filter(([name]) => !['period', 'asOf', 'knownBy'].includes(name)));

const tables = Object.keys(FACT_READINGS).filter((key): key is FactKey => Object.hasOwn(FACT_READINGS, key));

/** The facts with every row made anew. */
const mapped = (facts: Facts, change: (table: FactKey, name: string, value: unknown) => unknown): Facts => ({
  ...facts,
  ...Object.fromEntries(
    tables.map((table) => [
      table,
      facts[table].map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(table, name, value)]))),
    ]),
  ),
});

const later = (ms: number) => (table: FactKey, name: string, value: unknown): unknown =>
  columnKind(table, name) === 'moment' && typeof value === 'number' ? value + ms : value;

/** The same life ten years on, of other leads and accounts. */
const strangers = (facts: Facts): Facts =>
  mapped(mapped(facts, later(10 * YEAR)), (table, name, value) => {
    const written = Object.entries(FACT_TABLES[table].columns).find(([column]) => column === name)?.[1];
    const naming = FACT_READINGS[table].keys.includes(name) || ['leadId', 'accountId', 'usedFor', 'opportunityId'].includes(name);
    return naming && written !== undefined && columnType(written).type === 'text' && typeof value === 'string' ? `another ${value}` : value;
  });

const joined = (a: Facts, b: Facts): Facts => ({ ...a, ...Object.fromEntries(tables.map((table) => [table, [...a[table], ...b[table]]])) });

/** Rows in another order, told by a number. */
const shuffled = (facts: Facts, seed: number): Facts => ({
  ...facts,
  ...Object.fromEntries(
    tables.map((table) => [
      table,
      facts[table]
        .map((row, i) => ({ row, key: ((i + 1) * (seed * 2 + 1) * 7919) % 104_729 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row),
    ]),
  ),
});

describe.each([
  { law: 'the order of the rows', facts: (facts: Facts, seed: number) => shuffled(facts, seed), given: options },
  { law: 'leads to whom nothing has happened yet', facts: (facts: Facts) => joined(facts, strangers(facts)), given: options },
  {
    law: 'the year',
    facts: (facts: Facts) => mapped(facts, later(YEAR)),
    given: { ...options, period: NEXT_YEAR, asOf: options.asOf + YEAR },
  },
])('$law does not matter', ({ facts, given }) => {
  test('to any standard metric', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(1000), (some, seed) => {
        const [one, other] = [some, facts(some, seed)];
        for (const metric of STANDARD_METRICS) {
          expect({ id: metric.id, ...figures(metric, other, given) }).toEqual({ id: metric.id, ...figures(metric, one, options) });
        }
      }),
      { numRuns: 40 },
    );
  });
});
