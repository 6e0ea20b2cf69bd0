import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  closedWinRate,
  evaluate,
  mqlToSqlRate,
  mqlVolume,
  pipelineCreated,
  speedToLead,
  type MetricDefinition,
  type MetricOptions,
} from 'revpact/metrics';
import { hubspot, type ClockFact, type Facts, type HandOffFact, type OpportunityFact } from 'revpact/vocabulary';
import { aClock, aHandOff, aLead, anOpportunity, at, facts, MINUTE, options, stays } from '../support/metric-facts.js';

/** The figures of a result, without what identifies it. */
const figures = (definition: MetricDefinition, rows: Facts, differs: Partial<MetricOptions> = {}): object => {
  const result = evaluate(definition, rows, { ...options, ...differs });
  const head = ['metric', 'title', 'definitionHash', 'unit', 'measure', 'period', 'asOf', 'knownBy', 'applicable', 'records'];
  return Object.fromEntries(
    Object.entries(result).filter(
      ([name, value]) => !head.includes(name) && !(name === 'groups' && Array.isArray(value) && value.length === 0),
    ),
  );
};

describe('mql_volume', () => {
  const volume = (...leads: readonly ReturnType<typeof stays>[]) => figures(mqlVolume, facts({ stageVisits: leads.flat() }));
  const one = { kind: 'fraction', numerator: 1, denominator: 1, open: 0, value: '1' };
  const none = { kind: 'fraction', numerator: 0, denominator: 1, open: 0, value: '0' };

  test.each([
    { when: 'nobody qualified', leads: [], is: none },
    { when: 'one qualified in the period', leads: [stays('a', ['inquiry', '03-01'], ['mql', '05-01'])], is: one },
    { when: 'one qualified in its first moment', leads: [stays('a', ['mql', '04-01'])], is: one },
    { when: 'one qualified in the first moment after it', leads: [stays('a', ['mql', '07-01'])], is: none },
    {
      when: 'one was recycled and qualified again',
      leads: [stays('a', ['mql', '04-02'], ['rejected', '04-03'], ['recycled', '04-04'], ['mql', '04-05'])],
      is: one,
    },
    {
      when: 'one first qualified before the period',
      leads: [stays('a', ['mql', '03-31'], ['recycled', '04-04'], ['mql', '04-05'])],
      is: none,
    },
    {
      when: 'two of three qualified',
      leads: [stays('a', ['mql', '04-02']), stays('b', ['inquiry', '04-02']), stays('c', ['mql', '06-30T23:59'])],
      is: { ...one, numerator: 2, value: '2' },
    },
  ])('$when', ({ leads, is }) => {
    expect(volume(...leads)).toMatchObject(is);
  });
});

describe('mql_to_sql_rate', () => {
  const leads = facts({
    leads: [aLead('quick', { source: 'web' }), aLead('slow', { source: 'event' }), aLead('waiting', { source: 'web' }), aLead('later')],
    stageVisits: [
      ...stays('quick', ['mql', '04-02'], ['sal', '04-03'], ['sql', '04-10']),
      ...stays(
        'slow',
        ['mql', '04-02'],
        ['rejected', '04-03'],
        ['recycled', '05-01'],
        ['mql', '05-02'],
        ['sal', '06-01'],
        ['sql', '08-15'],
      ),
      ...stays('waiting', ['mql', '06-30'], ['sal', '07-01']),
      ...stays('later', ['mql', '07-01'], ['sal', '07-02'], ['sql', '07-03']),
      ...stays('backwards', ['sql', '04-01'], ['recycled', '04-02'], ['mql', '04-03']),
    ],
  });

  test.each([
    { when: 'before the slow one converted', asOf: '08-15', numerator: 1, denominator: 4, open: 3, value: '0.2500' },
    { when: 'just after the slow one converted', asOf: '08-15T00:01', numerator: 2, denominator: 4, open: 2, value: '0.5000' },
    { when: 'early in the period', asOf: '04-04', numerator: 0, denominator: 3, open: 3, value: '0.0000' },
    { when: 'before anything happened', asOf: '03-01', numerator: 0, denominator: 0, open: 0, value: null },
  ])('$when: $numerator of $denominator', ({ when: _, asOf, ...is }) => {
    expect(figures(mqlToSqlRate, leads, { asOf: at(asOf) })).toMatchObject({ kind: 'fraction', ...is });
  });

  test('by source, a lead without one and a lead without a row are in the group that is not known', () => {
    expect(figures(mqlToSqlRate, leads, { asOf: at('09-01'), groupBy: ['lead.source'] })).toMatchObject({
      groups: [
        { key: { 'lead.source': 'event' }, numerator: 1, denominator: 1, open: 0, value: '1.0000' },
        { key: { 'lead.source': 'web' }, numerator: 1, denominator: 2, open: 1, value: '0.5000' },
        { key: { 'lead.source': null }, numerator: 0, denominator: 1, open: 1, value: '0.0000' },
      ],
    });
  });

  test('a step in the same moment converts when it comes later in the log', () => {
    const sameMoment = stays('a', ['mql', '04-02'], ['sql', '04-02']);
    const before = stays('b', ['sql', '04-02'], ['mql', '04-02']);
    expect(figures(mqlToSqlRate, facts({ stageVisits: [...sameMoment, ...before] }))).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('acceptance_rate', () => {
  const rate = (...handOffs: readonly HandOffFact[]) => figures(acceptanceRate, facts({ handOffs }));
  const of = (numerator: number, denominator: number, open: number, value: string | null) => ({
    kind: 'fraction',
    numerator,
    denominator,
    open,
    value,
  });

  test.each([
    { when: 'nothing was delivered', handOffs: [], is: of(0, 0, 0, null) },
    { when: 'one was accepted', handOffs: [aHandOff('a', '04-02', { acceptedAt: at('04-03') })], is: of(1, 1, 0, '1.0000') },
    { when: 'one waits', handOffs: [aHandOff('a', '04-02')], is: of(0, 1, 1, '0.0000') },
    { when: 'the acceptance lies after asOf', handOffs: [aHandOff('a', '04-02', { acceptedAt: at('07-01') })], is: of(0, 1, 1, '0.0000') },
    {
      when: 'of four, one each was accepted, rejected, expired, and one waits',
      handOffs: [
        aHandOff('a', '04-02', { acceptedAt: at('04-03') }),
        aHandOff('b', '04-02', { rejectedAt: at('04-03'), rejectionClass: 'clerical' }),
        aHandOff('c', '04-02', { expiredAt: at('04-03') }),
        aHandOff('d', '04-02'),
      ],
      is: of(1, 4, 1, '0.2500'),
    },
    {
      when: 'one was rejected, corrected and accepted: two deliveries',
      handOffs: [
        aHandOff('a', '04-02', { rejectedAt: at('04-03'), rejectionClass: 'clerical' }),
        aHandOff('a', '04-05', { delivery: 2, acceptedAt: at('04-06') }),
      ],
      is: of(1, 2, 0, '0.5000'),
    },
    {
      when: 'the delivery was before the period, the acceptance in it',
      handOffs: [aHandOff('a', '03-31', { acceptedAt: at('04-02') })],
      is: of(0, 0, 0, null),
    },
    {
      when: 'two of three were accepted, rounded to the even digit',
      handOffs: ['a', 'b', 'c'].map((lead) => aHandOff(lead, '04-02', { acceptedAt: lead === 'c' ? null : at('04-03') })),
      is: of(2, 3, 1, '0.6667'),
    },
  ])('$when', ({ handOffs, is }) => {
    expect(rate(...handOffs)).toMatchObject(is);
  });
});

describe('speed_to_lead', () => {
  const p90 = (...clocks: readonly ClockFact[]) => figures(speedToLead, facts({ clocks }));
  const answered = (count: number, differs: Partial<ClockFact> = {}) =>
    Array.from({ length: count }, (_, i) => aClock(`a${String(i)}`, '04-02', i + 1, differs));
  const waiting = (count: number) => Array.from({ length: count }, (_, i) => aClock(`w${String(i)}`, '04-02', null));
  const of = (n: number, open: number, minutes: number | null, bound: number | null = null) => ({
    kind: 'percentile',
    n,
    open,
    ms: minutes === null ? null : minutes * MINUTE,
    lowerBound: bound === null ? null : bound * MINUTE,
  });

  test.each([
    { when: 'no clock ran', clocks: [], is: of(0, 0, null) },
    { when: 'one was answered in a minute', clocks: answered(1), is: of(1, 0, 1) },
    { when: 'ten were answered in 1 to 10 minutes: the ninth', clocks: answered(10), is: of(10, 0, 9) },
    { when: 'of eleven the tenth, for nine in ten are 9.9', clocks: answered(11), is: of(11, 0, 10) },
    { when: 'one in ten waits: still the ninth', clocks: [...answered(9), ...waiting(1)], is: of(10, 1, 9) },
    { when: 'two in ten wait: longer than all eight answered', clocks: [...answered(8), ...waiting(2)], is: of(10, 2, null, 8) },
    { when: 'nobody was answered', clocks: waiting(3), is: of(3, 3, null, null) },
    { when: 'the answer lies after asOf', clocks: [aClock('a', '06-30', 24 * 60)], is: of(1, 1, null, null) },
    {
      when: 'a cancelled, a waived and an unproven clock are left out',
      clocks: [
        ...answered(1),
        ...answered(1, { cancelledAt: at('04-03') }),
        ...answered(1, { waivedAt: at('04-03') }),
        ...answered(1, { unproven: true }),
      ],
      is: of(1, 0, 1),
    },
    { when: 'a clock cancelled only after asOf still counts', clocks: answered(1, { cancelledAt: at('07-01') }), is: of(1, 0, 1) },
    { when: 'clocks of another kind are left out', clocks: answered(2, { kind: 'acceptance_window' }), is: of(0, 0, null) },
    { when: 'a clock started after the period is left out', clocks: [aClock('a', '07-01', 5)], is: of(0, 0, null) },
  ])('$when', ({ clocks, is }) => {
    expect(p90(...clocks)).toMatchObject(is);
  });
});

describe('pipeline_created', () => {
  const pipeline = (...opportunities: readonly OpportunityFact[]) => figures(pipelineCreated, facts({ opportunities }));
  const worth = (id: string, amountMinor: number | null, currency: string | null, opened = '05-01') =>
    anOpportunity(id, opened, { amountMinor, currency });
  const of = (unknown: number, ...sums: readonly (readonly [currency: string, minor: number | string, n: number])[]) => ({
    kind: 'sum',
    sums: sums.map(([currency, minor, n]) => ({ currency, minor, n })),
    unknown,
    open: 0,
  });

  test.each([
    { when: 'nothing was opened', opportunities: [], is: of(0) },
    { when: 'two of one currency', opportunities: [worth('a', 100_50, 'EUR'), worth('b', 49_50, 'EUR')], is: of(0, ['EUR', 150_00, 2]) },
    {
      when: 'currencies are never mixed',
      opportunities: [worth('a', 100, 'USD'), worth('b', 7, 'EUR')],
      is: of(0, ['EUR', 7, 1], ['USD', 100, 1]),
    },
    {
      when: 'one without an amount is counted apart',
      opportunities: [worth('a', 100, 'EUR'), worth('b', null, null)],
      is: of(1, ['EUR', 100, 1]),
    },
    { when: 'one worth nothing is in the sum', opportunities: [worth('a', 0, 'EUR')], is: of(0, ['EUR', 0, 1]) },
    { when: 'one opened before the period is not', opportunities: [worth('a', 100, 'EUR', '03-31')], is: of(0) },
    {
      when: 'a sum beyond 2^53 keeps every digit',
      opportunities: [worth('a', Number.MAX_SAFE_INTEGER, 'EUR'), worth('b', 2, 'EUR')],
      is: of(0, ['EUR', '9007199254740993', 2]),
    },
  ])('$when', ({ opportunities, is }) => {
    expect(pipeline(...opportunities)).toMatchObject(is);
  });
});

describe('win_rate', () => {
  const rate = (...opportunities: readonly OpportunityFact[]) => figures(closedWinRate, facts({ opportunities }));
  const closed = (id: string, wonAt: string | null, lostAt: string | null) =>
    anOpportunity(id, '01-10', { wonAt: wonAt === null ? null : at(wonAt), lostAt: lostAt === null ? null : at(lostAt) });
  const of = (numerator: number, denominator: number, value: string | null) => ({
    kind: 'fraction',
    numerator,
    denominator,
    open: 0,
    value,
  });

  test.each([
    { when: 'nothing closed', opportunities: [closed('a', null, null)], is: of(0, 0, null) },
    {
      // Varicent's example: of 100 created, 3 won, 7 lost and 90 open, the close rate is 30 %.
      when: 'three won, seven lost, ninety open',
      opportunities: Array.from({ length: 100 }, (_, i) => closed(String(i), i < 3 ? '05-01' : null, i >= 3 && i < 10 ? '05-02' : null)),
      is: of(3, 10, '0.3000'),
    },
    { when: 'lost, reopened and won: the last outcome wins', opportunities: [closed('a', '06-01', '05-01')], is: of(1, 1, '1.0000') },
    { when: 'won, and lost after all', opportunities: [closed('a', '05-01', '06-01')], is: of(0, 1, '0.0000') },
    { when: 'won, and lost only after asOf', opportunities: [closed('a', '05-01', '07-01')], is: of(1, 1, '1.0000') },
    { when: 'lost, and won back only after asOf', opportunities: [closed('a', '07-02', '06-01')], is: of(0, 1, '0.0000') },
  ])('$when', ({ opportunities, is }) => {
    expect(rate(...opportunities)).toMatchObject(is);
  });
});

describe('a row dated by planned moments', () => {
  // Started 20 June; due before, at and after asOf, which is 1 July.
  const due = (id: string, dueAt: string) => aClock(id, '06-20', null, { dueAt: at(dueAt) });
  const clocks = [due('come', '06-25'), due('coming', '07-01'), due('far', '08-01')];
  const dated = (...date: readonly string[]): MetricDefinition => ({
    ...speedToLead,
    measure: { kind: 'count' },
    basis: { ...speedToLead.basis, date, where: [] },
  });

  test.each([
    { when: 'the latest that has come dates it', date: ['row.startedAt', 'row.dueAt'], from: '06-01', counts: 3 },
    { when: 'one that is still to come does not', date: ['row.dueAt', 'row.startedAt'], from: '06-25', counts: 1 },
    { when: 'by nothing else, a row has no date until it has come', date: ['row.dueAt'], from: '06-01', counts: 1 },
  ])('$when', ({ date, from, counts }) => {
    const period = { ...options.period, start: at(from), end: at('09-01') };
    expect(evaluate(dated(...date), facts({ clocks }), { ...options, period })).toMatchObject({ numerator: counts });
  });
});

test('a number says what it is of: definition, unit, period, asOf and by when it was known', () => {
  expect(evaluate(mqlVolume, facts({}), { ...options, knownBy: at('07-15') })).toMatchObject({
    applicable: true,
    metric: 'mql_volume',
    title: 'MQL volume',
    unit: 'lead',
    measure: 'count',
    period: { label: '2026-Q2' },
    asOf: at('07-01'),
    knownBy: at('07-15'),
    definitionHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
});

test('a milestone that the framework does not know makes a metric inapplicable, not 0', () => {
  const accepted = { ...mqlToSqlRate, basis: { ...mqlToSqlRate.basis, target: { milestone: 'accepted' as const, reach: 'strict' as const } } };
  expect(evaluate(accepted, facts({}), { ...options, framework: hubspot })).toMatchObject({
    applicable: false,
    kind: 'inapplicable',
    reason: { code: 'milestone_not_mapped', milestone: 'accepted', framework: 'hubspot' },
  });
});
