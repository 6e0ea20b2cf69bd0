import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mqlToSqlRate,
  mqlVolume,
  narrowed,
  pipelineCreated,
  reconcile,
  searchFor,
  STANDARD_METRICS,
  type FactMetric,
  type MetricDefinition,
  type Reconciliation,
  type Report,
} from 'revpact/metrics';
import { unwrap } from 'revpact/kernel';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { periodOf, sirius2006, type Period } from 'revpact/vocabulary';
import { anyLog } from '../support/random-log.js';
import { aLead, anOpportunity, at, facts, options, someFacts, stays } from '../support/metric-facts.js';

const standard = (id: string): MetricDefinition => STANDARD_METRICS.find((one) => one.id === id) ?? expect.fail(id);

const report = (label: string, definition: MetricDefinition, data: Report['data'], differs: Partial<Report> = {}): Report => ({
  label,
  definition,
  data,
  options: { ...options, asOf: at('08-01') },
  ...differs,
});
const of = (a: Report, b: Report): Reconciliation => unwrap(reconcile(a, b));
const codes = (a: Report, b: Report): readonly string[] => {
  const found = reconcile(a, b);
  return found.ok ? [] : found.issues.map(({ code }) => code);
};

const web = [{ column: 'lead.source', is: 'equals', value: 'web' }] as const;
const sumIn = (to: string | null): FactMetric => ({
  ...pipelineCreated,
  measure: { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight: null, convert: to === null ? null : { to, at: 'unit', rounding: 'half-even' } },
});
const deals = facts({
  opportunities: [
    anOpportunity('x', '04-05', { amountMinor: 100_00, currency: 'EUR' }),
    anOpportunity('y', '05-05', { amountMinor: 900_00, currency: 'USD' }),
  ],
});
const onlyDeal = (id: string): FactMetric => ({ ...sumIn(null), basis: { ...sumIn(null).basis, where: [{ column: 'row.opportunityId', is: 'equals', value: id }] } });

describe('money', () => {
  test('euros and dollars have no difference', () => {
    expect(codes(report('a', onlyDeal('x'), deals), report('b', onlyDeal('y'), deals))).toEqual(['metrics.not_comparable']);
    const named = (currency: string): Partial<Report> => ({ currency });
    expect(codes(report('a', sumIn(null), deals, named('EUR')), report('b', sumIn(null), deals, named('USD')))).toEqual(['metrics.not_comparable']);
  });

  test('one side naming the currency is enough', () => {
    const found = of(report('a', onlyDeal('x'), deals), report('b', sumIn(null), deals, { currency: 'EUR' }));
    expect(found.difference).toEqual({ numerator: 0, denominator: 1 });
  });

  test('a conversion without its rate is no number, even where there is one currency', () => {
    const dollars = { ...sumIn('EUR'), basis: onlyDeal('y').basis };
    expect(codes(report('a', sumIn('EUR'), facts({})), report('b', dollars, deals))).toEqual(['metrics.no_number']);
  });

  test('other rates carry what they change, and are written out', () => {
    const rates = (rate: string) => ({ options: { ...options, asOf: at('08-01'), rates: [{ from: 'USD', to: 'EUR', since: '2026-01-01', rate }] } });
    const found = of(report('a', sumIn('EUR'), deals, rates('0.5')), report('b', sumIn('EUR'), deals, rates('0.9')));
    // 900 × 0.4.
    expect(found.words).toBe(
      'a says 550.00 EUR, b says 910.00 EUR: 360.00 EUR more. +360.00 EUR by definition, ' +
        'rates: USD in EUR 0.5 since 2026-01-01 → USD in EUR 0.9 since 2026-01-01 (no record moves by it alone).',
    );
  });

  test('an amount in another currency is a record that counts otherwise', () => {
    const euros = facts({ opportunities: [anOpportunity('x', '04-05', { amountMinor: 100_00, currency: 'EUR' })] });
    const dollars = facts({ opportunities: [anOpportunity('x', '04-05', { amountMinor: 100_00, currency: 'USD' })] });
    const found = of(report('a', sumIn(null), euros, { currency: 'EUR' }), report('b', sumIn(null), dollars, { currency: 'EUR' }));
    expect(found.moved.records).toMatchObject([{ key: { opportunityId: 'x' }, was: { currency: 'EUR' }, is: { currency: 'USD' } }]);
  });
});

describe('two kinds of one rate', () => {
  const data = facts({ stageVisits: [...stays('a', ['mql', '04-02'], ['sql', '04-20']), ...stays('b', ['mql', '03-20'], ['sql', '05-02']), ...stays('c', ['mql', '06-01'])] });

  test('a cohort and a period: what means nothing apart is turned together', () => {
    // Cohort: of a and c one. Period: two entries into SQL over two into MQL.
    const found = of(report('cohort', mqlToSqlRate, data), report('period', standard('mql_to_sql_rate_period'), data));
    expect([found.a.value, found.b.value]).toEqual([{ numerator: 1, denominator: 2 }, { numerator: 1, denominator: 1 }]);
    expect(found.shares).toMatchObject([{ setting: 'measure and cohort', cause: 'several', says: 'measure: share → ratio; cohort: base.at → own' }]);
    expect(found.grain).toBe('whole');
  });

  test('and only that: another setting beside it keeps its own share', () => {
    const later = { options: { ...options, asOf: at('05-01') } };
    const found = of(report('cohort', mqlToSqlRate, data), report('period', standard('mql_to_sql_rate_period'), data, later));
    // As of May, the cohort is a alone: 1. In the period a entered both: 1 over 1.
    expect(found.shares.map(({ setting, cause }) => ({ setting, cause }))).toEqual([
      { setting: 'measure and cohort', cause: 'several' },
      { setting: 'asOf', cause: 'timing' },
    ]);
    // Cohort 1/2, cohort in May 1, period 1, period in May 1: both turn half of the half.
    expect(found.shares.map(({ share }) => share)).toEqual([{ numerator: 1, denominator: 4 }, { numerator: 1, denominator: 4 }]);
    expect(found.grain).toBe('settings');
  });

  test('columns to break down by of another table hinder nothing', () => {
    const a = { ...mqlVolume, dimensions: ['row.stage'] };
    const b: MetricDefinition = { ...standard('delivery_volume'), dimensions: ['row.toParty'] };
    expect(of(report('a', a, data), report('b', b, data)).shares).toHaveLength(1);
  });
});

describe('formulas', () => {
  const data = facts({
    leads: [aLead('a', { source: 'web' }), aLead('b'), aLead('d')],
    opportunities: [
      anOpportunity('o1', '04-03', { leadId: 'a', wonAt: at('05-20'), amountMinor: 100_00, currency: 'EUR' }),
      anOpportunity('o2', '05-20', { leadId: 'b', wonAt: at('06-15'), amountMinor: 300_00, currency: 'EUR' }),
    ],
  });

  test('one condition on all inputs is one setting, of the population', () => {
    const average = standard('average_deal');
    const found = of(report('all', average, data), report('web', narrowed(average, web), data));
    expect(found.shares).toMatchObject([{ cause: 'population', says: '"lead.source is web" asked for in all inputs', share: { numerator: -100_00, denominator: 1 } }]);
    expect(found.words).toContain('all says 200.00 EUR, web says 100.00 EUR: 100.00 EUR less.');
  });

  test('a setting of one input names it', () => {
    const velocity = standard('sales_velocity');
    if (velocity.basis.kind !== 'formula') throw new Error('a formula');
    const [name, input] = Object.entries(velocity.basis.inputs)[0] ?? expect.fail('an input');
    const other = { ...velocity, basis: { ...velocity.basis, inputs: { ...velocity.basis.inputs, [name]: { ...input, basis: { ...input.basis, where: [...input.basis.where, web[0]] } } } } } as MetricDefinition;
    expect(of(report('a', velocity, data), report('b', other, data)).shares).toMatchObject([{ cause: 'population', says: `"lead.source is web" asked for in ${name}` }]);
  });
});

describe('what cannot be computed is an issue, never thrown', () => {
  test('rates that contradict each other', () => {
    const rates = ['1', '2'].map((rate) => ({ from: 'USD', to: 'EUR', since: '2026-01-01', rate }));
    const wrong = report('a', sumIn('EUR'), deals, { options: { ...options, rates } });
    expect(codes(wrong, report('b', sumIn('EUR'), deals))).toContain('metrics.conflicting_rates');
    expect(searchFor(wrong, '1')).toMatchObject({ ok: false, issues: [{ code: 'metrics.conflicting_rates' }] });
  });

  test('a definition that means nothing', () => {
    const wrong: FactMetric = { ...mqlVolume, basis: { ...mqlVolume.basis, where: [{ column: 'lead.nothing', is: 'null' }] } };
    expect(codes(report('a', wrong, deals), report('b', mqlVolume, deals))).toEqual(['metrics.unknown_column']);
  });
});

describe('data', () => {
  test('leads that a condition asks about are compared, too', () => {
    const stageVisits = stays('a', ['mql', '04-02']);
    const [was, is] = ['web', 'event'].map((source) => facts({ leads: [aLead('a', { source })], stageVisits }));
    if (was === undefined || is === undefined) throw new Error('two');
    const found = of(report('crm', narrowed(mqlVolume, web), was), report('warehouse', narrowed(mqlVolume, web), is));
    expect(found.data.map(({ table, changed }) => [table, changed.rows])).toEqual([
      ['leads', [{ key: { leadId: 'a' }, columns: ['source'] }]],
      ['stageVisits', []],
    ]);
  });

  test('what only happened later is no difference of the data', () => {
    const made = (day: string) => () => facts({ stageVisits: day === '' ? [] : stays('a', ['mql', day]) });
    const cut = (data: () => ReturnType<typeof facts>) => ({ asOf }: { asOf: number }) => {
      const all = data();
      return { ...all, stageVisits: all.stageVisits.filter(({ enteredAt }) => enteredAt < asOf) };
    };
    const early = { options: { ...options, asOf: at('04-15') } };
    const found = of(report('then', mqlVolume, cut(made('05-01')), early), report('now', mqlVolume, cut(made('05-01'))));
    expect(found.data).toMatchObject([{ onlyInA: { count: 0 }, onlyInB: { count: 0 } }]);
    expect(found.causes).toMatchObject({ timing: { numerator: 1 }, data: { numerator: 0 } });
  });
});

describe('laws over every standard metric', () => {
  const period = (start: number): Period => ({ label: `from ${String(start)}`, start, end: start + 50, zone: 'UTC' });
  const made = anyLog(sirius2006, 60).map((events) => factsFrom(sirius2006, resolve(events)).facts);
  const side = fc.record({ data: fc.boolean(), narrow: fc.boolean(), start: fc.constantFrom(0, 5, 40), asOf: fc.constantFrom(60, 101) });

  test('shares sum to the difference exactly, and say nothing that is no number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STANDARD_METRICS), fc.constantFrom(...STANDARD_METRICS), fc.boolean(), side, side, made, made, (one, two, alike, left, right, x, y) => {
        const sideOf = (label: string, definition: MetricDefinition, { data, narrow, start, asOf }: typeof left): Report => ({
          label,
          definition: narrow ? narrowed(definition, [{ column: 'lead.source', is: 'null' }]) : definition,
          data: data ? x : y,
          options: { framework: sirius2006, period: period(start), asOf },
        });
        const found = reconcile(sideOf('a', one, left), sideOf('b', alike ? one : two, right));
        if (!found.ok) {
          expect(found.issues.length).toBeGreaterThan(0);
          return;
        }
        let [numerator, denominator] = [0n, 1n];
        for (const { share } of found.value.shares) {
          numerator = numerator * BigInt(share.denominator) + BigInt(share.numerator) * denominator;
          denominator *= BigInt(share.denominator);
        }
        const { difference } = found.value;
        expect(numerator * BigInt(difference.denominator)).toBe(BigInt(difference.numerator) * denominator);
        expect(found.value.words).not.toMatch(/NaN|Infinity|undefined|\[object|\{"/);
      }),
      { numRuns: 150 },
    );
  });

  test('the records of a setting, added up, give what it does alone', () => {
    fc.assert(
      fc.property(someFacts, someFacts, fc.boolean(), (x, y, every) => {
        const base: FactMetric = { ...mqlToSqlRate, measure: { kind: 'count' } };
        const other: FactMetric = every && base.basis.kind === 'milestone' ? { ...base, unit: 'visit', basis: { ...base.basis, base: { ...base.basis.base, pick: 'every' } } } : base;
        const found = of(report('a', base, x), report('b', other, y, { options: { ...options, asOf: at('05-20') } }));
        for (const { alone, moved } of found.shares) {
          const change = moved.records.reduce((sum, { was, is }) => sum + Number(is.inNumerator) - Number(was.inNumerator), 0);
          expect(moved.records).toHaveLength(moved.count);
          expect({ numerator: change, denominator: 1 }).toEqual(alone);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a number said elsewhere may come from', () => {
  const search = (one: Report, said: string): readonly string[] => unwrap(searchFor(one, said, { changes: 1 })).hits.flatMap(({ changes }) => changes.map(({ says }) => says));

  test('another milestone', () => {
    const data = facts({ stageVisits: [...stays('a', ['mql', '04-02'], ['sql', '04-20']), ...stays('b', ['mql', '04-05'])] });
    expect(search(report('ours', mqlVolume, data), '1')).toContain('base: mql → sql');
  });

  test('the clock of UTC', () => {
    // Half past midnight on 1 July in Berlin is the second quarter still in UTC.
    const data = facts({ stageVisits: stays('a', ['mql', '06-30T22:30']) });
    const berlin = periodOf('2026-Q2', 'Europe/Berlin') ?? expect.fail('a quarter');
    expect(search(report('ours', mqlVolume, data, { options: { ...options, period: berlin, asOf: at('08-01') } }), '1')).toContain('period: 2026-Q2 in Europe/Berlin → in UTC');
  });

  test('what was known when the period ended', () => {
    const data = ({ knownBy }: { knownBy: number | null }) => facts({ stageVisits: knownBy === null ? stays('a', ['mql', '04-02']) : [] });
    expect(search(report('ours', mqlVolume, data), '0')).toContain('knownBy: the end of the period');
  });
});
