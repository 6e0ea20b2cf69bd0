import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  closedWinRate,
  evaluate,
  explain,
  factSource,
  mqlToSqlRate,
  mqlVolume,
  parseMetric,
  pipelineCreated,
  STANDARD_METRICS,
  type FactMetric,
  type MetricDefinition,
  type MetricOptions,
} from 'revpact/metrics';
import { columnsOf, type Facts, type Rate, type StageVisitFact } from 'revpact/vocabulary';
import { anyFacts } from '../support/any-facts.js';
import { anyMetric, groupsFor } from '../support/any-metric.js';
import { aHandOff, aLead, anExit, anOpportunity, at, DAY, facts, options, stays } from '../support/metric-facts.js';

const MINUTE = 60_000;
const is = (value: unknown): object => {
  if (typeof value !== 'object' || value === null) throw new Error('an object');
  return value;
};
/** A metric that differs from another in parts of its basis or its measure. */
const but = (metric: MetricDefinition, basis: object, measure: object = {}, rest: object = {}): FactMetric => {
  const found = parseMetric({ ...metric, ...rest, basis: { ...metric.basis, ...basis }, measure: { ...metric.measure, ...measure } });
  if (found.basis.kind === 'formula' || found.measure.kind === 'formula') throw new Error('no formula');
  return { ...found, basis: found.basis, measure: found.measure };
};
const measured = (metric: MetricDefinition, measure: object, basis: object = {}, rest: object = {}): FactMetric =>
  but({ ...metric, measure: {} } as MetricDefinition, basis, measure, rest);
const value = (metric: MetricDefinition, some: Partial<Facts>, differs: Partial<MetricOptions> = {}): object =>
  is(evaluate(metric, facts(some), { ...options, ...differs }));
const visits = (...leads: readonly (readonly StageVisitFact[])[]): Partial<Facts> => ({ stageVisits: leads.flat() });

describe('a window', () => {
  const some = visits(stays('a', ['mql', '04-01'], ['sql', '05-01']), stays('b', ['mql', '04-01'], ['sql', '05-01T00:01']));
  const within = (edge: string) => value(but(mqlToSqlRate, { window: { ms: 30 * DAY, edge } }), some);
  test('without its end leaves out what comes at it', () => {
    expect(within('[)')).toMatchObject({ numerator: 0, denominator: 2, open: 0 });
  });
  test('with its end takes it in', () => {
    expect(within('[]')).toMatchObject({ numerator: 1, denominator: 2, open: 0 });
  });
  test('that ends at asOf is over without its end, and still open with it', () => {
    const waiting = visits(stays('a', ['mql', '06-01']));
    const asOf = at('07-01');
    expect(value(but(mqlToSqlRate, { window: { ms: 30 * DAY, edge: '[)' } }), waiting, { asOf })).toMatchObject({ open: 0 });
    expect(value(but(mqlToSqlRate, { window: { ms: 30 * DAY, edge: '[]' } }), waiting, { asOf })).toMatchObject({ open: 1 });
  });
});

describe('units that have had little time', () => {
  const some = visits(stays('won', ['mql', '04-01'], ['sql', '05-01']), stays('old', ['mql', '04-02']), stays('young', ['mql', '06-20']));
  test.each([
    { maturity: 'flag', numerator: 1, denominator: 3, open: 2 },
    { maturity: 'decided', numerator: 1, denominator: 1, open: 2 },
    { maturity: { olderThanMs: 30 * DAY }, numerator: 1, denominator: 2, open: 1 },
    { maturity: { olderThanMs: 90 * DAY }, numerator: 1, denominator: 2, open: 1 },
    { maturity: { olderThanMs: 90 * DAY + 1 }, numerator: 1, denominator: 1, open: 0 },
  ])('$maturity', ({ maturity, ...figures }) => {
    // 04-02 is exactly 90 days before 07-01.
    expect(value(but(mqlToSqlRate, { maturity }), some)).toMatchObject(figures);
  });
});

describe('which entries and targets', () => {
  const target = (milestone: string, reach = 'strict') => ({ target: { milestone, reach } });
  test('the last entry before asOf is followed, not the first', () => {
    const some = visits(stays('a', ['mql', '04-01'], ['sql', '04-10'], ['recycled', '04-20'], ['mql', '05-01']));
    expect(value(mqlToSqlRate, some)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(value(but(mqlToSqlRate, { base: { milestone: 'mql', pick: 'last' } }), some)).toMatchObject({
      numerator: 0,
      denominator: 1,
      open: 1,
    });
    expect(value(but(mqlToSqlRate, { base: { milestone: 'mql', pick: 'every' } }, {}, { unit: 'visit' }), some)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });
  test('a life that skips a stage has reached it, and not entered it', () => {
    const some = visits(stays('a', ['mql', '04-01'], ['won', '04-10']));
    expect(value(mqlToSqlRate, some)).toMatchObject({ numerator: 0 });
    expect(value(but(mqlToSqlRate, target('sql', 'reached')), some)).toMatchObject({ numerator: 1 });
  });
  test('where base and target are one stage, the entry itself is a target unless a later one is asked for', () => {
    const again = visits(stays('a', ['mql', '04-01'], ['recycled', '04-05'], ['mql', '05-01']), stays('b', ['mql', '04-02']));
    expect(value(but(mqlToSqlRate, target('mql')), again)).toMatchObject({ numerator: 2, denominator: 2 });
    expect(value(but(mqlToSqlRate, { ...target('mql'), order: 'after' }), again)).toMatchObject({ numerator: 1, denominator: 2 });
  });
  test('of entries at one moment the log says which came first, unless a moment is enough', () => {
    const [sql, mql] = stays('a', ['sql', '04-01'], ['mql', '04-01']);
    const some = { stageVisits: [sql, mql].flatMap((one) => (one === undefined ? [] : [one])) };
    expect(value(mqlToSqlRate, some)).toMatchObject({ numerator: 0 });
    expect(value(but(mqlToSqlRate, { tie: 'same_moment' }), some)).toMatchObject({ numerator: 1 });
  });
  test('an account is followed over all its leads, from the first of them', () => {
    const account = but(mqlToSqlRate, { of: 'account' }, {}, { unit: 'account' });
    const leads = [aLead('a', { accountId: 'acme' }), aLead('b', { accountId: 'acme' }), aLead('c', { accountId: 'other' }), aLead('d')];
    const some = {
      leads,
      ...visits(
        stays('a', ['mql', '04-01']),
        stays('b', ['mql', '04-05'], ['sql', '04-09']),
        stays('c', ['mql', '04-02']),
        stays('d', ['mql', '04-03']),
      ),
    };
    expect(value(mqlToSqlRate, some)).toMatchObject({ numerator: 1, denominator: 4 });
    expect(value(account, some)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(explain(account, facts(some), options).map(({ leadId, reason }) => [leadId, reason])).toEqual([
      ['a', 'converted'],
      ['c', 'still_open'],
    ]);
  });
});

describe('conditions', () => {
  const accepted = { acceptedAt: at('04-10'), acceptedEvent: 'x' };
  const count = (where: readonly object[], some: Partial<Facts>, differs: Partial<MetricOptions> = {}): unknown =>
    Object.entries(value(measured(acceptanceRate, { kind: 'count' }, { target: null, settled: [], where }), some, differs)).find(
      ([name]) => name === 'numerator',
    )?.[1];
  const handOffs = [
    aHandOff('a', '04-02', { attempts: 0, ...accepted }),
    aHandOff('b', '05-02', { attempts: 2, toParty: 'sales' }),
    aHandOff('c', '06-02', { attempts: 5, acceptedAt: at('07-05') }),
  ];
  test.each([
    { when: 'at least two attempts', filter: { column: 'row.attempts', is: 'at_least', value: 2 }, n: 2 },
    { when: 'at most two', filter: { column: 'row.attempts', is: 'at_most', value: 2 }, n: 2 },
    { when: 'a moment that is known by asOf', filter: { column: 'row.acceptedAt', is: 'not_null' }, n: 1 },
    { when: 'one that is past', filter: { column: 'row.acceptedAt', is: 'past' }, n: 1 },
    { when: 'one in the period', filter: { column: 'row.acceptedAt', is: 'in_period' }, n: 1 },
    {
      when: 'older than thirty days at the end of the period',
      filter: { column: 'row.deliveredAt', is: 'older_than', ms: 30 * DAY },
      n: 2,
    },
    { when: 'newer than thirty days by then', filter: { column: 'row.deliveredAt', is: 'newer_than', ms: 30 * DAY }, n: 1 },
    {
      when: 'either of two',
      filter: {
        is: 'any',
        of: [
          { column: 'row.toParty', is: 'equals', value: 'sales' },
          { column: 'row.acceptedAt', is: 'not_null' },
        ],
      },
      n: 2,
    },
    { when: 'an unknown value, which never passes', filter: { column: 'row.reason', is: 'one_of', values: ['x', 'y'] }, n: 0 },
  ])('$when: $n', ({ filter, n }) => {
    expect(count([filter], { handOffs })).toBe(n);
  });

  test('a stage that the framework maps to a milestone', () => {
    const stage = (milestone: string) =>
      but(
        mqlVolume,
        { base: { milestone: 'mql', pick: 'every' }, where: [{ column: 'row.stage', is: 'milestone', milestone }] },
        {},
        { unit: 'visit' },
      );
    const some = visits(stays('a', ['mql', '04-01'], ['sql', '04-02']));
    expect(value(stage('mql'), some)).toMatchObject({ numerator: 1 });
    expect(value(stage('sql'), some)).toMatchObject({ numerator: 0 });
    expect(value(stage('delivered'), some)).toMatchObject({
      kind: 'inapplicable',
      reason: { code: 'milestone_not_mapped', milestone: 'delivered' },
    });
  });

  describe('rows that belong to it', () => {
    const related = (differs: object): object => ({
      is: 'related',
      table: 'exits',
      on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
      where: [],
      at: 'row.at',
      after: null,
      before: null,
      atLeast: 1,
      atMost: null,
      ...differs,
    });
    const delivered = 'row.deliveredAt';
    const exits = [
      anExit('a', 'lost', '04-01T23:59'),
      anExit('a', 'rejected', '04-02', { nth: 2 }),
      anExit('b', 'lost', '05-12'),
      anExit('c', 'lost', '07-01'),
    ];
    test.each([
      { when: 'any at all that has happened', filter: {}, of: ['a', 'b'] },
      { when: 'two of them', filter: { atLeast: 2 }, of: ['a'] },
      { when: 'none', filter: { atLeast: null, atMost: 0 }, of: ['c'] },
      { when: 'at our moment or after it', filter: { after: { column: delivered, withinMs: null } }, of: ['a', 'b'] },
      { when: 'less than ten days after it', filter: { after: { column: delivered, withinMs: 10 * DAY } }, of: ['a'] },
      { when: 'ten days and a minute after it', filter: { after: { column: delivered, withinMs: 10 * DAY + MINUTE } }, of: ['a', 'b'] },
      { when: 'before it', filter: { before: { column: delivered, withinMs: null } }, of: ['a'] },
      { when: 'at most a minute before it', filter: { before: { column: delivered, withinMs: MINUTE } }, of: ['a'] },
      { when: 'at most half a minute before it', filter: { before: { column: delivered, withinMs: MINUTE / 2 } }, of: [] },
      { when: 'after a moment that is null', filter: { after: { column: 'row.expiredAt', withinMs: null } }, of: [] },
      {
        when: 'none after a moment that is null',
        filter: { after: { column: 'row.expiredAt', withinMs: null }, atLeast: null, atMost: 0 },
        of: ['a', 'b', 'c'],
      },
      { when: 'of a kind', filter: { where: [{ column: 'row.exit', is: 'equals', value: 'rejected' }] }, of: ['a'] },
      {
        when: 'by two columns',
        filter: {
          on: [
            { theirs: 'row.leadId', ours: 'row.leadId' },
            { theirs: 'row.nth', ours: 'row.attempts' },
          ],
        },
        of: ['a', 'b'],
      },
    ])('$when', ({ filter, of }) => {
      const metric = measured(acceptanceRate, { kind: 'count' }, { target: null, settled: [], where: [related(filter)] });
      const own = handOffs.map((one) => ({ ...one, attempts: 1 }));
      const found = explain(metric, facts({ handOffs: own, exits }), options).filter(({ inNumerator }) => inNumerator);
      expect(found.map(({ leadId }) => leadId)).toEqual(of);
    });
  });
});

describe('rows', () => {
  const open = measured(pipelineCreated, { kind: 'count' }, { standing: { until: ['row.wonAt', 'row.lostAt'] } });
  test('stand at the end of the period, or at asOf where that is earlier', () => {
    const opportunities = [
      anOpportunity('before', '02-01'),
      anOpportunity('won in it', '02-01', { wonAt: at('05-01') }),
      anOpportunity('lost after it', '02-01', { lostAt: at('07-02') }),
      anOpportunity('opened after it', '07-02'),
    ];
    expect(value(open, { opportunities }, { asOf: at('08-01') })).toMatchObject({ numerator: 2 });
    expect(value(open, { opportunities }, { asOf: at('04-15') })).toMatchObject({ numerator: 3 });
    expect(
      explain(open, facts({ opportunities }), { ...options, asOf: at('08-01') }).map(({ key, reason }) => [key['opportunityId'], reason]),
    ).toEqual([
      ['before', 'counted'],
      ['lost after it', 'counted'],
      ['won in it', 'not_standing'],
    ]);
  });

  test('of those that agree the first or the last is picked, over all time, and narrowed afterwards', () => {
    const picked = (which: string, where: readonly object[] = []) =>
      measured(acceptanceRate, { kind: 'count' }, { target: null, settled: [], where, pick: { which, per: ['row.leadId'], among: [] } });
    const handOffs = [
      aHandOff('a', '03-02'),
      aHandOff('a', '04-02', { delivery: 2 }),
      aHandOff('a', '05-02', { delivery: 3, toParty: 'sales' }),
      aHandOff('b', '04-09'),
      aHandOff('b', '04-09', { delivery: 2, toParty: 'sales' }),
    ];
    expect(value(picked('first'), { handOffs })).toMatchObject({ numerator: 1 });
    expect(value(picked('last'), { handOffs })).toMatchObject({ numerator: 2 });
    expect(value(picked('last', [{ column: 'row.toParty', is: 'equals', value: 'sales_development' }]), { handOffs })).toMatchObject({
      numerator: 0,
    });
  });

  test('that are only planned belong to their period once they have come, or ahead', () => {
    const planned = (ahead: boolean) => measured(pipelineCreated, { kind: 'count' }, { date: ['row.expectedCloseAt'], ahead });
    const opportunities = [
      anOpportunity('a', '02-01', { expectedCloseAt: at('04-05') }),
      anOpportunity('b', '02-01', { expectedCloseAt: at('06-05') }),
    ];
    expect(value(planned(false), { opportunities }, { asOf: at('05-01') })).toMatchObject({ numerator: 1 });
    expect(value(planned(true), { opportunities }, { asOf: at('05-01') })).toMatchObject({ numerator: 2 });
  });
});

describe('what is made of the units', () => {
  const won = { wonAt: at('05-01'), closedEvent: 'x' };
  const lost = { lostAt: at('05-01'), closedEvent: 'x' };
  const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

  test('different values, each once', () => {
    const people = measured(pipelineCreated, { kind: 'distinct', column: 'row.person' });
    const opportunities = ['dev', 'sam', 'dev', null].map((person, i) => anOpportunity(`O${String(i)}`, '04-02', { person }));
    expect(value(people, { opportunities })).toMatchObject({ numerator: 2, denominator: 1, unknown: 1, value: '2' });
  });

  test('numbers added up', () => {
    const total = measured(pipelineCreated, { kind: 'total', column: 'row.probability' });
    const opportunities = [10, 25, null].map((probability, i) => anOpportunity(`O${String(i)}`, '04-02', { probability }));
    expect(value(total, { opportunities })).toMatchObject({ numerator: 35, unknown: 1, value: '35' });
  });

  test('a share by amount, each currency for itself', () => {
    const byValue = measured(closedWinRate, {
      kind: 'value_share',
      amount: 'row.amountMinor',
      currency: 'row.currency',
      convert: null,
      digits: 4,
      rounding: 'half-even',
    });
    const one = [
      anOpportunity('a', '04-02', { ...won, ...eur(300) }),
      anOpportunity('b', '04-02', { ...lost, ...eur(700) }),
      anOpportunity('c', '04-02', { ...won, ...eur(0) }),
    ];
    expect(value(byValue, { opportunities: one })).toMatchObject({
      shares: [{ currency: 'EUR', numerator: 300, denominator: 1000, n: 3 }],
      value: '0.3000',
    });
    const more = [
      ...one,
      anOpportunity('d', '04-02', { ...won, amountMinor: 5, currency: 'USD' }),
      anOpportunity('e', '04-02', { ...won, ...eur(-1) }),
      anOpportunity('f', '04-02', won),
    ];
    expect(value(byValue, { opportunities: more })).toMatchObject({
      shares: [
        { currency: 'EUR', numerator: 300, denominator: 1000, n: 3 },
        { currency: 'USD', numerator: 5, denominator: 5, n: 1 },
      ],
      value: null,
      belowZero: 1,
      unknown: 1,
    });
  });

  test('a mean of those that have an end, exactly', () => {
    const cycle = measured(pipelineCreated, {
      kind: 'mean',
      from: ['row.openedAt'],
      to: ['row.wonAt', 'row.lostAt'],
      plus: null,
      digits: 2,
      rounding: 'half-even',
    });
    const opportunities = [
      anOpportunity('a', '04-02', { wonAt: at('04-02') + 1 }),
      anOpportunity('b', '04-02', { lostAt: at('04-02') + 3 }),
      anOpportunity('c', '04-02', { lostAt: at('04-02') + 3 }),
      anOpportunity('d', '04-02'),
      anOpportunity('backwards', '04-02', { lostAt: at('04-01') }),
    ];
    expect(value(cycle, { opportunities })).toMatchObject({ numerator: 7, denominator: 3, open: 1, unknown: 1, value: '2.33' });
  });

  test('a rank of those that have an end, with the others behind them or left out', () => {
    const days = (unended: string, numerator: number) =>
      measured(pipelineCreated, {
        kind: 'percentile',
        rank: { numerator, denominator: 10 },
        from: ['row.openedAt'],
        to: ['row.wonAt', 'row.lostAt'],
        plus: null,
        unended,
      });
    const opportunities = [
      ...[1, 2, 3].map((day) => anOpportunity(`O${String(day)}`, '04-02', { wonAt: at('04-02') + day * DAY })),
      anOpportunity('open', '04-02'),
      anOpportunity('backwards', '04-02', { lostAt: at('04-01') }),
    ];
    expect(value(days('last', 5), { opportunities })).toMatchObject({ n: 4, open: 1, reversed: 1, ms: 2 * DAY });
    expect(value(days('last', 9), { opportunities })).toMatchObject({ n: 4, ms: null, lowerBound: 3 * DAY });
    expect(value(days('left_out', 9), { opportunities })).toMatchObject({ n: 4, open: 1, ms: 3 * DAY, lowerBound: null });
  });

  describe('money', () => {
    const RATES: readonly Rate[] = [
      { from: 'USD', to: 'EUR', since: '2026-04-01', rate: '0.9' },
      { from: 'USD', to: 'EUR', since: '2026-05-01', rate: '0.8' },
      { from: 'JPY', to: 'EUR', since: '2026-04-01', rate: '0.0065' },
    ];
    const sum = (convert: object | null, weight: string | null = null) =>
      measured(pipelineCreated, { kind: 'sum', amount: 'row.amountMinor', currency: 'row.currency', weight, convert });
    const unit = { to: 'EUR', at: 'unit', rounding: 'half-even' };
    const usd = (id: string, opened: string, amountMinor: number) => anOpportunity(id, opened, { amountMinor, currency: 'USD' });
    const opportunities = [
      anOpportunity('a', '04-02', eur(100)),
      usd('b', '04-30T23:59', 1001),
      usd('c', '05-01', 1001),
      anOpportunity('d', '05-02', { amountMinor: 1000, currency: 'JPY' }),
    ];
    test('is converted last, at the rate of each unit’s day', () => {
      // 100 + 1001 × 0.9 + 1001 × 0.8 + 1000 yen × 0.65 cents = 100 + 900.9 + 800.8 + 650 = 2451.7 cents
      expect(value(sum(unit), { opportunities }, { rates: RATES })).toMatchObject({
        sums: [
          { currency: 'EUR', minor: 100, n: 1 },
          { currency: 'JPY', minor: 1000, n: 1 },
          { currency: 'USD', minor: 2002, n: 2 },
        ],
        converted: { currency: 'EUR', minor: 2452, numerator: 24_517, denominator: 10 },
        withoutRate: [],
      });
    });
    test('or all at the rate of the period’s last day', () => {
      // 100 + 2002 × 0.8 + 650 = 2351.6
      expect(value(sum({ ...unit, at: 'period_end' }), { opportunities }, { rates: RATES })).toMatchObject({
        converted: { minor: 2352, numerator: 11_758, denominator: 5 },
      });
    });
    test('days of rates are those of the period’s zone', () => {
      const period = { label: '2026-Q2', start: at('03-31T22:00'), end: at('06-30T22:00'), zone: 'Europe/Berlin' };
      expect(value(sum(unit), { opportunities: [usd('b', '04-30T22:30', 1000)] }, { rates: RATES, period })).toMatchObject({
        converted: { minor: 800 },
      });
    });
    test('without a rate is no partial sum', () => {
      expect(value(sum(unit), { opportunities }, { rates: RATES.slice(0, 2) })).toMatchObject({ converted: null, withoutRate: ['JPY'] });
      expect(value(sum(unit), { opportunities: [usd('early', '04-02', 5)] }, { rates: RATES.slice(1) })).toMatchObject({
        converted: null,
        withoutRate: ['USD'],
      });
      expect(value(sum(unit), {})).toMatchObject({ sums: [], converted: { minor: 0 }, withoutRate: [] });
    });
    test('is weighted by percent and cut once, half to even', () => {
      const weighted = [50, 50, 33].map((probability, i) =>
        anOpportunity(`O${String(i)}`, '04-02', { ...eur(i === 2 ? 100 : 1), probability }),
      );
      // 0.5 + 0.5 + 33 = 34; with 10 % of 5 more 34.5, cut to the even 34
      expect(value(sum(null, 'row.probability'), { opportunities: weighted })).toMatchObject({
        sums: [{ currency: 'EUR', minor: 34, n: 3 }],
      });
      const half = [...weighted, anOpportunity('half', '04-02', { ...eur(5), probability: 10 }), anOpportunity('unsure', '04-02', eur(5))];
      expect(value(sum(null, 'row.probability'), { opportunities: half })).toMatchObject({ sums: [{ minor: 34, n: 4 }], unknown: 1 });
    });
  });
});

describe('groups by what was reached', () => {
  test('share the denominator, so that their parts add up to the whole', () => {
    const rejected = but(acceptanceRate, { target: { is: 'met', all: [{ column: 'row.rejectedAt', is: 'not_null' }] }, settled: [] });
    const because = (leadId: string, reason: string | null) => aHandOff(leadId, '04-02', { rejectedAt: at('04-03'), reason });
    const handOffs = [
      because('a', 'no_phone'),
      because('b', 'no_phone'),
      because('c', 'no_need'),
      because('d', null),
      aHandOff('e', '04-04'),
    ];
    const result = evaluate(rejected, facts({ handOffs }), { ...options, groupBy: ['target.reason'] });
    expect(result).toMatchObject({
      numerator: 4,
      denominator: 5,
      groups: [
        { key: { 'target.reason': 'no_need' }, numerator: 1, denominator: 5, value: '0.2000' },
        { key: { 'target.reason': 'no_phone' }, numerator: 2, denominator: 5, value: '0.4000' },
        { key: { 'target.reason': null }, numerator: 1, denominator: 5, value: '0.2000' },
      ],
    });
  });

  test('within groups of the whole, share those', () => {
    const handOffs = [
      aHandOff('a', '04-02', { acceptedAt: at('04-03'), toPerson: 'dev' }),
      aHandOff('b', '04-02', { toPerson: 'dev' }),
      aHandOff('c', '04-02', { acceptedAt: at('04-03'), toPerson: 'sam', handOff: 'first' }),
    ];
    const result = evaluate(acceptanceRate, facts({ handOffs }), { ...options, groupBy: ['row.toPerson', 'target.handOff'] });
    expect('groups' in result ? result.groups : []).toMatchObject([
      { key: { 'row.toPerson': 'dev', 'target.handOff': null }, numerator: 1, denominator: 2 },
      { key: { 'row.toPerson': 'sam', 'target.handOff': 'first' }, numerator: 1, denominator: 1 },
    ]);
  });
});

test('facts as typed columns, and prepared once for many, give the very same numbers and records', () => {
  const every = (definition: MetricDefinition, given: MetricOptions, some: Facts, other: Parameters<typeof evaluate>[1]): void => {
    expect(evaluate(definition, other, given)).toEqual(evaluate(definition, some, given));
    expect(explain(definition, other, given)).toEqual(explain(definition, some, given));
  };
  const digested = { ...options, digest: true, parameters: {} };
  fc.assert(
    fc.property(
      anyMetric.chain((metric) => fc.tuple(fc.constant(metric), groupsFor(metric))),
      anyFacts,
      ([metric, groupBy], some) => {
        let given = { ...digested, groupBy };
        try {
          evaluate(metric, facts({}), given);
        } catch {
          given = { ...digested, groupBy: [] };
        }
        every(metric, given, some, columnsOf(some));
      },
    ),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(anyFacts, (some) => {
      const source = factSource(columnsOf(some));
      for (const metric of STANDARD_METRICS.filter(({ basis }) => basis.kind !== 'formula')) every(metric, digested, some, source);
    }),
    { numRuns: 3 },
  );
});
