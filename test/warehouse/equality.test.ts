import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANDARD_METRICS, parseMetric, tallyOf, type MetricDefinition, type MetricOptions } from 'revpact/metrics';
import { compile, decode, duckdb } from 'revpact/warehouse';
import { NO_FACTS, hubspot, type Facts } from 'revpact/vocabulary';
import { at, DAY, options, someFacts } from '../support/metric-facts.js';
import { anyFacts } from '../support/any-facts.js';
import { duck, type Duck } from '../support/duck.js';

let db: Duck;
beforeAll(async () => {
  db = await duck();
});
afterAll(() => {
  db.close();
});

/** Settings that say what they are for; `language.test.ts` draws them at random. */
const OTHERS: readonly { readonly when: string; readonly definition: MetricDefinition }[] = [
  {
    when: 'every entry, within three weeks',
    definition: variant(
      'mql_to_sql_rate',
      { unit: 'visit' },
      { base: { milestone: 'mql', pick: 'every' }, window: { ms: 21 * DAY, edge: '[)' } },
    ),
  },
  {
    when: 'the last entry, within two weeks',
    definition: variant('mql_to_sql_rate', {}, { base: { milestone: 'mql', pick: 'last' }, window: { ms: 14 * DAY, edge: '[)' } }),
  },
  {
    when: 'base and target in the same stage',
    definition: variant('mql_to_sql_rate', {}, { base: { milestone: 'sql', pick: 'first' }, target: { milestone: 'opportunity', reach: 'strict' } }),
  },
  {
    when: 'narrowed by the lead and the visit',
    definition: variant(
      'mql_to_sql_rate',
      {},
      {
        where: [
          { column: 'lead.source', is: 'one_of', values: ['web', "O'Hara; --"] },
          { column: 'row.enteredParty', is: 'equals', value: 'sales' },
        ],
      },
    ),
  },
  {
    when: 'first entries, each by its own date',
    definition: variant('mql_to_sql_rate', { measure: { kind: 'ratio', digits: 2, rounding: 'half-up' } }, { cohort: 'own' }),
  },
  {
    when: 'every entry, each by its own date',
    definition: variant(
      'mql_to_sql_rate',
      { unit: 'visit', measure: { kind: 'ratio', digits: 2, rounding: 'half-up' } },
      { cohort: 'own', base: { milestone: 'mql', pick: 'every' } },
    ),
  },
  {
    when: 'counted by the date of the target',
    definition: variant('mql_to_sql_rate', { measure: { kind: 'count' } }, { cohort: 'target.at', window: { ms: 30 * DAY, edge: '[)' } }),
  },
  { when: 'median time from MQL to SQL', definition: variant('mql_to_sql_rate', { measure: timeToSql(1, 2) }, {}) },
  {
    when: 'the faster third, by the date of the target',
    definition: variant('mql_to_sql_rate', { measure: timeToSql(1, 3) }, { cohort: 'target.at' }),
  },
  {
    when: 'accepted no later than it expired, for no reason given',
    definition: variant(
      'acceptance_rate',
      {},
      {
        target: {
          is: 'met',
          all: [
            { column: 'row.acceptedAt', is: 'not_after', other: 'row.expiredAt' },
            { column: 'row.reason', is: 'null' },
          ],
        },
      },
    ),
  },
  {
    when: 'dated by the latest of three answers, one of them the target, none of them final',
    definition: variant(
      'acceptance_rate',
      {},
      { date: ['row.acceptedAt', 'row.rejectedAt', 'row.expiredAt'], target: { is: 'latest', column: 'row.rejectedAt' }, settled: [] },
    ),
  },
  {
    when: 'dated by a planned moment',
    definition: variant('speed_to_lead', {}, { date: ['row.dueAt'], where: [{ column: 'row.stoppedEvent', is: 'null' }] }),
  },
  {
    when: 'dated by its start or a planned moment, whichever has come last',
    definition: variant('speed_to_lead', {}, { date: ['row.startedAt', 'row.dueAt'], where: [] }),
  },
  {
    when: 'a planned moment is the target',
    definition: variant(
      'speed_to_lead',
      { measure: { kind: 'share', digits: 4, rounding: 'half-even' } },
      {
        date: ['row.dueAt', 'row.stoppedAt', 'row.startedAt'],
        target: { is: 'latest', column: 'row.dueAt' },
        settled: ['row.stoppedAt'],
        where: [],
      },
    ),
  },
  {
    when: 'the slowest of all clocks',
    definition: variant(
      'speed_to_lead',
      { measure: { kind: 'percentile', rank: { numerator: 1, denominator: 1 }, from: ['row.startOpenMs'], to: ['row.stopOpenMs'], plus: null, unended: 'last' } },
      { where: [] },
    ),
  },
  {
    when: 'the sum of what was won',
    definition: variant(
      'pipeline_created',
      {},
      {
        target: { is: 'met', all: [{ column: 'row.wonAt', is: 'not_null' }] },
        settled: ['row.lostAt'],
        where: [{ column: 'row.closedEvent', is: 'null' }],
      },
    ),
  },
];

function timeToSql(numerator: number, denominator: number): object {
  return { kind: 'percentile', rank: { numerator, denominator }, from: 'base.at', to: 'target.at', plus: null, unended: 'last' };
}

function variant(id: string, differs: object, basis: object): MetricDefinition {
  const standard = STANDARD_METRICS.find((one) => one.id === id);
  if (standard === undefined) throw new Error(id);
  return parseMetric({ ...standard, ...differs, basis: { ...standard.basis, ...basis } });
}

const askWarehouse = async (definition: MetricDefinition, asked: MetricOptions) => {
  const compiled = compile(definition, duckdb, asked);
  if (!compiled.applicable) throw new Error(compiled.reason.code);
  return decode(definition, await db.rows(compiled.sql), asked);
};

/** The columns to group by that a metric's rows have. */
const groupings = ({ basis }: MetricDefinition): readonly (readonly string[])[] => {
  const row = basis.kind === 'milestone' ? 'row.enteredParty' : basis.kind === 'rows' && basis.table === 'handOffs' ? 'row.reason' : 'row.person';
  return [[], ['lead.source'], [row, 'lead.owner']];
};

const expectEqual = async (definition: MetricDefinition, facts: Facts, asked: MetricOptions): Promise<void> => {
  for (const groupBy of groupings(definition)) {
    expect(await askWarehouse(definition, { ...asked, groupBy })).toEqual(tallyOf(definition, facts, { ...asked, groupBy }));
  }
};

describe('warehouse and library give the same integers', () => {
  test.each(OTHERS)(
    '$definition.id: $when',
    async ({ definition }) => {
      await fc.assert(
        fc.asyncProperty(someFacts, fc.constantFrom(at('05-10'), at('07-01'), at('09-01')), async (facts, asOf) => {
          await db.load(facts);
          await expectEqual(definition, facts, { ...options, asOf });
        }),
        { numRuns: 15 },
      );
    },
  );

  test('every standard metric of nothing', async () => {
    await db.load(NO_FACTS);
    for (const definition of STANDARD_METRICS) {
      for (const groupBy of [[], definition.dimensions]) {
        expect(await askWarehouse(definition, { ...options, groupBy }), definition.id).toEqual(tallyOf(definition, NO_FACTS, { ...options, groupBy }));
      }
    }
  });
});

test('rows in any order give the same integers, in process and on an engine', async () => {
  for (const facts of fc.sample(anyFacts, { numRuns: 2, seed: 3 })) {
    const other: Facts = {
      leads: turned(facts.leads),
      stageVisits: turned(facts.stageVisits),
      handOffs: turned(facts.handOffs),
      exits: turned(facts.exits),
      activities: turned(facts.activities),
      conversations: turned(facts.conversations),
      meetings: turned(facts.meetings),
      opportunities: turned(facts.opportunities),
      feedback: turned(facts.feedback),
      practices: turned(facts.practices),
      provisions: turned(facts.provisions),
      leadEvents: turned(facts.leadEvents),
      opportunityStates: turned(facts.opportunityStates),
      touches: turned(facts.touches),
      scores: turned(facts.scores),
      advocacy: turned(facts.advocacy),
      listEntries: turned(facts.listEntries),
      spend: turned(facts.spend),
      quotas: turned(facts.quotas),
      clocks: turned(facts.clocks),
    };
    await db.load(other);
    for (const definition of STANDARD_METRICS) {
      const so: MetricOptions = { ...options, asOf: at('09-01'), groupBy: definition.dimensions };
      const expected = tallyOf(definition, facts, so);
      expect(tallyOf(definition, other, so), definition.id).toEqual(expected);
      expect(await askWarehouse(definition, so), definition.id).toEqual(expected);
    }
  }
});

/** The same rows in another order. */
const turned = <T>(rows: readonly T[]): readonly T[] => [...rows.slice(3), ...rows.slice(0, 3)].reverse();

test('a milestone that the framework does not map compiles to no statement', () => {
  const accepted = variant('mql_volume', {}, { base: { milestone: 'accepted', pick: 'first' } });
  expect(compile(accepted, duckdb, { ...options, framework: hubspot })).toEqual({
    applicable: false,
    reason: { code: 'milestone_not_mapped', milestone: 'accepted', framework: 'hubspot' },
  });
});
