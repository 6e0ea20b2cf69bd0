import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANDARD_METRICS, evaluate, resultOf, safeParseGroupBy, tallyOf, type MetricDefinition, type MetricOptions, type TallyGroup } from 'revpact/metrics';
import { compile, decode, duckdb } from 'revpact/warehouse';
import type { Facts, Rate } from 'revpact/vocabulary';
import { anyFacts, manyFacts } from '../support/any-facts.js';
import { anyFormula, anyMetric, groupsFor } from '../support/any-metric.js';
import { duck, type Duck } from '../support/duck.js';
import { at, options } from '../support/metric-facts.js';

let db: Duck;
/** Facts that stay loaded, each in an engine of its own: loading takes longer than asking. */
let loaded: readonly (Duck & { readonly facts: Facts })[];
beforeAll(async () => {
  db = await duck();
  loaded = await Promise.all(
    [...fc.sample(anyFacts, { numRuns: 2, seed: 11 }), ...fc.sample(manyFacts, { numRuns: 2, seed: 12 })].map(async (facts) => {
      const one = await duck();
      await one.load(facts);
      return { ...one, facts };
    }),
  );
});
afterAll(() => {
  for (const one of [db, ...loaded]) one.close();
});

/** Rates that begin within the quarter, so that units before them have none. */
const RATES: readonly Rate[] = [
  { from: 'USD', to: 'EUR', since: '2026-01-01', rate: '0.9' },
  { from: 'USD', to: 'EUR', since: '2026-05-03', rate: '0.937' },
  { from: 'USD', to: 'EUR', since: '2026-05-17', rate: '1.000000000000000001' },
  { from: 'JPY', to: 'EUR', since: '2026-01-01', rate: '0.0061' },
  { from: 'EUR', to: 'JPY', since: '2026-05-10', rate: '163.25' },
  { from: 'USD', to: 'JPY', since: '2020-01-01', rate: '150' },
  { from: 'XXX', to: 'EUR', since: '2026-05-10', rate: '3' },
];

const askWarehouse = async (definition: MetricDefinition, asked: MetricOptions, rows: Duck['rows'] = db.rows) => {
  const compiled = compile(definition, duckdb, asked);
  return compiled.applicable ? decode(definition, await rows(compiled.sql), asked) : compiled.reason;
};

const tallies = async (definition: MetricDefinition, asked: MetricOptions): Promise<readonly TallyGroup[]> => {
  const compiled = compile(definition, duckdb, asked);
  return compiled.applicable ? decode(definition, await db.rows(compiled.sql), asked) : [];
};

const askEngine = (definition: MetricDefinition, facts: Facts, asked: MetricOptions): unknown => {
  const result = evaluate(definition, facts, { ...asked, groupBy: [] });
  return result.kind === 'inapplicable' ? result.reason : tallyOf(definition, facts, asked);
};

const moments = fc.constantFrom(at('05-10'), at('07-01'), at('09-01'));

/** A definition with columns that it can be grouped by. */
const grouped = (metrics: fc.Arbitrary<MetricDefinition>): fc.Arbitrary<readonly [MetricDefinition, readonly string[]]> =>
  metrics.chain((definition) =>
    groupsFor(definition)
      .filter((groupBy) => safeParseGroupBy(definition, groupBy).ok)
      .map((groupBy) => [definition, groupBy] as const),
  );

describe('warehouse and library give the same integers, whatever the definition', () => {
  test.each([
    { what: 'figures of facts', metrics: anyMetric, numRuns: 600 },
    { what: 'formulas', metrics: anyFormula, numRuns: 60 },
  ])('$what', async ({ metrics, numRuns }) => {
    const drawn = [...fc.sample(anyFacts, { numRuns: 12, seed: 5 }), ...fc.sample(manyFacts, { numRuns: 4, seed: 6 })];
    let current: Facts | undefined;
    let [told, asks] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(grouped(metrics), { minLength: 10, maxLength: 10 }), fc.constantFrom(...drawn), moments, async (asked, facts, asOf) => {
        if (facts !== current) await db.load(facts);
        current = facts;
        for (const [definition, groupBy] of asked) {
          for (const by of groupBy.length === 0 ? [[]] : [[], groupBy]) {
            const so: MetricOptions = { ...options, asOf, groupBy: by, rates: RATES };
            const expected = askEngine(definition, facts, so);
            expect(await askWarehouse(definition, so), JSON.stringify({ definition, by })).toEqual(expected);
            if (/"(?:numerator|n|minor|open)":[1-9]/.test(JSON.stringify(expected))) told += 1;
            asks += 1;
          }
        }
      }),
      { numRuns: numRuns / 10 },
    );
    // Nothing equal to nothing would prove nothing.
    expect(told / asks).toBeGreaterThan(0.2);
  });

  test.each(STANDARD_METRICS.map((definition) => ({ id: definition.id, definition })))('$id, as it ships', async ({ definition }) => {
    for (const { facts, rows } of loaded) {
      for (const asOf of [at('05-10'), at('09-01')]) {
        for (const groupBy of definition.dimensions.length === 0 ? [[]] : [[], definition.dimensions]) {
          const so: MetricOptions = { ...options, asOf, groupBy, rates: RATES };
          expect(await askWarehouse(definition, so, rows)).toEqual(askEngine(definition, facts, so));
        }
      }
    }
  });
});

test('a result made of decoded rows is the result', async () => {
  const [facts] = fc.sample(anyFacts, { numRuns: 1, seed: 7 });
  if (facts === undefined) throw new Error('one sample');
  await db.load(facts);
  for (const definition of STANDARD_METRICS) {
    const so: MetricOptions = { ...options, asOf: at('09-01'), rates: RATES, groupBy: definition.dimensions, parameters: { gross_margin: '0.7', incremental_share: '0.25' } };
    const expected = evaluate(definition, facts, so);
    if (expected.kind === 'inapplicable') continue;
    const [all] = await tallies(definition, { ...so, groupBy: [] });
    const groups = definition.dimensions.length === 0 ? [] : await tallies(definition, so);
    if (all === undefined) throw new Error('exactly one');
    expect(resultOf(definition, all.tally, groups, so)).toEqual(expected);
  }
});
