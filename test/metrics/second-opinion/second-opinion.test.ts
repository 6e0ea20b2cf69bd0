import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STANDARD_METRICS, evaluate, type Figure, type MetricDefinition } from 'revpact/metrics';
import type { Facts } from 'revpact/vocabulary';
import type { SqlRow } from 'revpact/warehouse';
import { anyFacts, manyFacts } from '../../support/any-facts.js';
import { duck, type Duck } from '../../support/duck.js';
import { options } from '../../support/metric-facts.js';
import type { Opinions } from './opinion.js';
import { begunFirst, happenedBefore } from './happened.js';
import { stageOpinions } from './stages.js';
import { handOffOpinions, responseOpinions } from './hand-offs.js';
import { opportunityOpinions } from './opportunities.js';
import { otherOpinions } from './others.js';
import { moneyOpinions } from './money.js';
import { conductOpinions } from './conduct.js';
import { costOpinions } from './cost.js';

const OPINIONS: Opinions = {
  ...stageOpinions,
  ...handOffOpinions,
  ...responseOpinions,
  ...opportunityOpinions,
  ...otherOpinions,
  ...moneyOpinions,
  ...costOpinions,
  ...conductOpinions,
};

/** Rows that contradict themselves are not for other hands to judge: a thing has one outcome, and begins before it goes on. */
const lifelike = (facts: Facts): Facts => ({
  ...facts,
  leads: facts.leads.map((one) => ({ ...one, firstAt: Math.min(one.firstAt, one.routedAt ?? one.firstAt) })),
  opportunities: facts.opportunities.map((one) => (one.wonAt !== null && one.lostAt !== null ? { ...one, lostAt: null } : one)),
});

/** Facts, each loaded once into an engine of its own; some in one currency, so that there is a number for all of it. */
let cases: readonly (Duck & { readonly facts: Facts; readonly asOf: number })[];
const AFTER = Date.UTC(2026, 11, 31);
const WITHIN = Date.UTC(2026, 5, 7);
beforeAll(async () => {
  cases = await Promise.all(
    [
      ...fc.sample(anyFacts, { numRuns: 6, seed: 20_260_701 }).map((some) => [some, AFTER] as const),
      ...fc.sample(anyFacts, { numRuns: 4, seed: 20_260_702 }).map((some) => [inEuro(some), AFTER] as const),
      ...fc.sample(manyFacts, { numRuns: 2, seed: 20_260_703 }).map((some) => [some, AFTER] as const),
      ...fc.sample(manyFacts, { numRuns: 3, seed: 20_260_704 }).map((some) => [inEuro(some), AFTER] as const),
      ...fc.sample(manyFacts, { numRuns: 2, seed: 20_260_705 }).map((some) => [some, WITHIN] as const),
      ...fc.sample(manyFacts, { numRuns: 2, seed: 20_260_706 }).map((some) => [inEuro(some), WITHIN] as const),
    ].map(async ([some, asOf]) => {
      const facts = begunFirst(lifelike(some), asOf);
      return { ...(await loaded(facts, asOf)), facts, asOf };
    }),
  );
});
afterAll(() => {
  for (const db of cases) db.close();
});

const loaded = async (facts: Facts, asOf: number): Promise<Duck> => {
  const db = await duck();
  await db.rows('ALTER TABLE lead ALTER first_at DROP NOT NULL');
  await db.rows(`SET VARIABLE now = ${String(asOf)}`);
  await db.load(happenedBefore(facts, asOf));
  return db;
};

const inEuro = (facts: Facts): Facts => {
  const euro = <T extends { readonly currency: string | null }>(rows: readonly T[]): readonly T[] => rows.map((row) => ({ ...row, currency: 'EUR' }));
  return { ...facts, opportunities: euro(facts.opportunities), opportunityStates: euro(facts.opportunityStates), spend: euro(facts.spend), quotas: euro(facts.quotas) };
};

const whole = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string') return String(value);
  throw new TypeError('no whole number');
};

const fraction = (row: SqlRow | Figure): readonly (string | null)[] => {
  const { numerator, denominator } = row as SqlRow;
  return [whole(numerator), whole(denominator)];
};

/** A formula's quotient in lowest terms; null where there is none. */
const reduced = ({ numerator, denominator }: SqlRow): readonly (string | null)[] => {
  if (numerator === null || denominator === null || whole(denominator) === '0') return [null, null];
  const [n, d] = [BigInt(whole(numerator) ?? 0), BigInt(whole(denominator) ?? 0)];
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const by = d < 0n ? -a : a;
  return [String(n / by), String(d / by)];
};

/** What another hand says, in the shape of the result's kind. */
const said = (figure: Figure, rows: readonly SqlRow[]): unknown => {
  const byCurrency = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  const [row = {}] = rows;
  switch (figure.kind) {
    case 'fraction':
      return fraction(row);
    case 'formula':
      return reduced(row);
    case 'percentile':
      return [whole(row['n']), whole(row['open']), whole(row['ms'])];
    case 'sum':
      return rows.map(({ currency, minor }) => [currency, whole(minor)]).sort(byCurrency);
    case 'value_share':
      return rows.map((one) => [one['currency'], ...fraction(one)]).sort(byCurrency);
  }
};

const ours = (figure: Figure): unknown => {
  switch (figure.kind) {
    case 'fraction':
      return fraction(figure);
    case 'formula':
      return figure.value === null ? [null, null] : [whole(figure.numerator), whole(figure.denominator)];
    case 'percentile':
      return [whole(figure.n), whole(figure.open), whole(figure.ms)];
    case 'sum':
      return figure.sums.map(({ currency, minor }) => [currency, whole(minor)]);
    case 'value_share':
      return figure.shares.map((one) => [one.currency, ...fraction(one)]);
  }
};

const PARAMETERS = { agreed_phone_share: '0.3', agreed_email_share: '0.3', agreed_social_share: '0.3', gross_margin: '0.8', incremental_share: '0.5' };

const agree = (definition: MetricDefinition, facts: Facts, asOf: number, rows: readonly SqlRow[], broken: boolean): void => {
  const result = evaluate(definition, facts, { ...options, asOf, groupBy: broken ? definition.dimensions : [], parameters: PARAMETERS });
  if (result.kind === 'inapplicable') throw new Error(definition.id);
  if (!broken) {
    expect(ours(result)).toEqual(said(result, rows));
    return;
  }
  const groups = rows.map((row): readonly [unknown, unknown] => [row['g'], said(result, [row])]);
  const byName = (a: readonly unknown[], b: readonly unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(result.groups.map((group): readonly [unknown, unknown] => [Object.values(group.key)[0], ours(group)]).sort(byName)).toEqual(groups.sort(byName));
};

test.each(Object.entries(OPINIONS))('%s', async (id, sql) => {
  const definition = STANDARD_METRICS.find((one) => one.id === id);
  if (definition === undefined) throw new Error(`no metric ${id}`);
  for (const { facts, asOf, rows } of cases) agree(definition, facts, asOf, await rows(sql), / AS g\b/.test(sql));
  // Nothing agreed with nothing would prove nothing.
  const told = await Promise.all(cases.map(({ rows }) => rows(sql)));
  expect(told.flat().some((row) => Object.values(row).some((value) => whole(value) !== null && /[1-9]/.test(whole(value) ?? '')))).toBe(true);
});

/** A part is the whole of what is alike in a column: the same statement, of those rows alone. */
const PARTS = { 'row.type': ['opportunities', 'opportunityStates'], 'row.kind': ['spend', 'feedback', 'advocacy'] } as const;

test.each(Object.entries(PARTS))('by %s', async (column, tables) => {
  const name = column.replace('row.', '');
  const worded = (row: object): unknown => Object.entries(row).find(([one]) => one === name)?.[1];
  // A pick is made before the parts are told apart: of rows that change type, that is not the same.
  const broken = STANDARD_METRICS.filter(({ dimensions, basis }) => dimensions.join() === column && !('pick' in basis && basis.pick !== null));
  const seen = new Set<string>();
  for (const { facts, asOf } of cases.filter((one) => one.asOf === AFTER).slice(-5)) {
    const alone = new Map<unknown, Duck>();
    for (const word of new Set(tables.flatMap((table) => facts[table].map(worded)))) {
      const only = Object.fromEntries(tables.map((table) => [table, facts[table].filter((row: object) => worded(row) === word)]));
      alone.set(word, await loaded({ ...facts, ...only }, asOf));
    }
    for (const definition of broken) {
      const result = evaluate(definition, facts, { ...options, asOf, parameters: PARAMETERS });
      if (result.kind === 'inapplicable') throw new Error(definition.id);
      for (const group of result.groups) {
        const rows = await alone.get(group.key[column])?.rows(OPINIONS[definition.id] ?? '');
        expect([definition.id, group.key, ours(group)]).toEqual([definition.id, group.key, said(group, rows ?? [])]);
      }
      if (result.groups.length > 0) seen.add(definition.id);
    }
    for (const db of alone.values()) db.close();
  }
  expect(broken.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every standard metric has a second opinion', () => {
  expect(STANDARD_METRICS.map(({ id }) => id).filter((id) => !Object.hasOwn(OPINIONS, id))).toEqual([]);
});
