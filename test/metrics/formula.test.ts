import { describe, expect, test } from 'vitest';
import {
  definitionHash,
  evaluate,
  mqlToSqlRate,
  mqlVolume,
  narrowed,
  pipelineCreated,
  safeParseMetric,
  speedToLead,
  type FormulaMetric,
  type MetricOptions,
} from 'revpact/metrics';
import type { Facts } from 'revpact/vocabulary';
import { aClock, aLead, anOpportunity, at, facts, MINUTE, options, stays } from '../support/metric-facts.js';

const input = (
  { unit, measure, basis }: typeof mqlVolume | typeof pipelineCreated | typeof speedToLead | typeof mqlToSqlRate,
  shift = 0,
): object => ({ unit, measure, basis, shift });
const INPUTS = {
  mqls: input(mqlVolume),
  before: input(mqlVolume, 1),
  pipeline: input(pipelineCreated),
  speed: input(speedToLead),
  rate: input(mqlToSqlRate),
};
const draft = (steps: readonly object[], of = 'number', differs: object = {}): object => ({
  id: 'a_formula',
  title: 'A formula',
  question: 'How much?',
  hides: 'Everything.',
  source: 'None.',
  unit: 'period',
  dimensions: [],
  measure: { kind: 'formula', steps, of, digits: 2, rounding: 'half-even' },
  basis: { kind: 'formula', inputs: INPUTS },
  ...differs,
});
const formula = (steps: readonly object[], of = 'number'): FormulaMetric => {
  const read = safeParseMetric(draft(steps, of));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  if (read.value.basis.kind !== 'formula' || read.value.measure.kind !== 'formula') throw new Error('a formula');
  return { ...read.value, basis: read.value.basis, measure: read.value.measure };
};
const issues = (input: object): readonly string[] => {
  const read = safeParseMetric(input);
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
};
const one = (op: string, left: object, right: object, name = 'result'): object => ({ name, op, left, right });
const of = (name: string): object => ({ input: name });
const worth = (minor: number, currency = 'EUR') => anOpportunity(`${currency}${String(minor)}`, '04-02', { amountMinor: minor, currency });

const some = facts({
  stageVisits: [
    ...stays('a', ['mql', '04-01']),
    ...stays('b', ['mql', '05-01']),
    ...stays('c', ['mql', '05-02']),
    ...stays('d', ['mql', '02-01']),
  ],
  opportunities: [worth(100_00), worth(50_01)],
});
const value = (metric: FormulaMetric, rows: Facts = some, differs: Partial<MetricOptions> = {}): object =>
  evaluate(metric, rows, { ...options, ...differs });

describe('arithmetic', () => {
  test('of figures, step by step and exactly; money in major units', () => {
    // 150.01 ÷ 3 = 50.00333…
    expect(value(formula([one('divide', of('pipeline'), of('mqls'))], 'money'))).toMatchObject({
      kind: 'formula',
      numerator: 15_001,
      denominator: 3,
      value: '50.00',
      currency: 'EUR',
      why: null,
    });
    // (3 − 1) ÷ 1 of the quarter before
    const growth = formula([one('subtract', of('mqls'), of('before'), 'more'), one('divide', { step: 'more' }, of('before'))]);
    expect(value(growth)).toMatchObject({
      numerator: 2,
      denominator: 1,
      value: '2.00',
      inputs: { mqls: { numerator: 3 }, before: { numerator: 1 } },
    });
  });
  test('with numbers and with what the caller gives', () => {
    expect(
      value(formula([one('multiply', of('pipeline'), { parameter: 'margin' })], 'money'), some, { parameters: { margin: '0.333' } }),
    ).toMatchObject({ value: '49.95' });
    expect(value(formula([one('divide', of('mqls'), { number: '0.25' })]))).toMatchObject({ value: '12.00' });
    expect(value(formula([one('divide', of('pipeline'), of('pipeline'))]))).toMatchObject({ value: '1.00', currency: null });
  });
  test('with money of nothing, which is of any currency', () => {
    expect(value(formula([one('add', of('pipeline'), of('pipeline'))], 'money'), facts({}))).toMatchObject({
      value: '0.00',
      currency: null,
      why: null,
    });
  });
  test('of yen, which have no minor digits', () => {
    expect(
      value(formula([one('multiply', of('pipeline'), { number: '2' })], 'money'), facts({ opportunities: [worth(7, 'JPY')] })),
    ).toMatchObject({ value: '14.00', currency: 'JPY' });
  });
});

describe('no value, and why', () => {
  const per = (name: string) => formula([one('divide', { number: '1' }, of(name))]);
  test.each([
    { when: 'a division by zero', metric: per('mqls'), rows: facts({}), why: 'zero_denominator' },
    { when: 'a share of nothing', metric: per('rate'), rows: facts({}), why: 'zero_denominator' },
    {
      when: 'a rank on a lead that nobody answered',
      metric: formula([one('divide', of('speed'), { number: '60000' })]),
      rows: facts({ clocks: [aClock('a', '04-02', null)] }),
      why: 'no_value',
    },
    {
      when: 'money of two currencies',
      metric: formula([one('divide', of('pipeline'), of('mqls'))], 'money'),
      rows: facts({ ...some, opportunities: [worth(1), worth(1, 'USD')] }),
      why: 'mixed_currencies',
    },
    {
      when: 'a parameter that nobody gave',
      metric: formula([one('multiply', of('mqls'), { parameter: 'margin' })]),
      rows: some,
      why: 'no_parameter',
    },
    {
      when: 'a parameter that only every object has',
      metric: formula([one('multiply', of('mqls'), { parameter: 'constructor' })]),
      rows: some,
      why: 'no_parameter',
    },
    {
      when: 'squares of squares',
      metric: formula(
        Array.from({ length: 32 }, (_, i) =>
          one(
            'multiply',
            i === 0 ? { number: '9999999999' } : { step: `s${String(i - 1)}` },
            i === 0 ? { number: '9' } : { step: `s${String(i - 1)}` },
            `s${String(i)}`,
          ),
        ),
      ),
      rows: some,
      why: 'too_large',
    },
  ])('$when', ({ metric, rows, why }) => {
    expect(value(metric, rows)).toMatchObject({ value: null, numerator: 0, denominator: 0, why });
  });
  test('a currency without a rate', () => {
    const converted = {
      ...input(pipelineCreated),
      measure: { ...pipelineCreated.measure, convert: { to: 'EUR', at: 'unit', rounding: 'half-even' } },
    };
    const read = safeParseMetric(
      draft([one('multiply', of('pipeline'), { number: '2' })], 'money', { basis: { kind: 'formula', inputs: { pipeline: converted } } }),
    );
    if (!read.ok) throw new Error('reads');
    const rows = facts({ opportunities: [worth(1, 'USD')] });
    expect(evaluate(read.value, rows, options)).toMatchObject({ value: null, why: 'no_rate' });
    expect(evaluate(read.value, rows, { ...options, rates: [{ from: 'USD', to: 'EUR', since: '2026-01-01', rate: '3' }] })).toMatchObject({
      value: '0.06',
      currency: 'EUR',
    });
  });
  test('is thrown for a parameter that is no number, and for a period with none before it', () => {
    expect(() => value(formula([one('multiply', of('mqls'), { parameter: 'margin' })]), some, { parameters: { margin: '1e9' } })).toThrow(
      'decimal text',
    );
    const growth = formula([one('subtract', of('mqls'), of('before'))]);
    expect(() => value(growth, some, { period: { ...options.period, label: 'the spring' } })).toThrow('the spring');
  });
});

describe('groups of a formula', () => {
  const bySource = facts({
    leads: [aLead('a', { source: 'web' }), aLead('b', { source: 'fair' }), aLead('c', { source: 'web' }), aLead('d', { source: 'web' })],
    stageVisits: some.stageVisits,
    opportunities: some.opportunities,
  });
  test('are grouped in every input that has the column, and counted 0 where one has no such group', () => {
    const growth = formula([one('subtract', of('mqls'), of('before'))]);
    expect(value(growth, bySource, { groupBy: ['lead.source'] })).toMatchObject({
      groups: [
        { key: { 'lead.source': 'fair' }, value: '1.00', inputs: { mqls: { numerator: 1 }, before: { numerator: 0 } } },
        { key: { 'lead.source': 'web' }, value: '1.00', inputs: { mqls: { numerator: 2 }, before: { numerator: 1 } } },
        { key: { 'lead.source': null } },
      ],
    });
  });
  test('take an input that lacks the column whole', () => {
    const perStage = formula([one('divide', of('pipeline'), of('mqls'))], 'money');
    expect(value(perStage, bySource, { groupBy: ['row.stage'] })).toMatchObject({
      groups: [{ key: { 'row.stage': 'mql' }, value: '50.00' }],
    });
  });
  test('must be a column of some input', () => {
    expect(() => value(formula([one('subtract', of('mqls'), of('before'))]), bySource, { groupBy: ['row.nothing'] })).toThrow(
      'no fact column',
    );
  });
});

test('narrowed, every input that has the column is, and the others are taken whole', () => {
  const perMql = formula([one('divide', of('pipeline'), of('mqls'))], 'money');
  const web = narrowed(perMql, [{ column: 'row.stage', is: 'equals', value: 'mql' }]);
  expect(web.basis).toMatchObject({
    inputs: { mqls: { basis: { where: [{ column: 'row.stage' }] } }, pipeline: { basis: { where: [] } } },
  });
  expect(definitionHash(web)).not.toBe(definitionHash(perMql));
  expect(evaluate(web, some, options)).toMatchObject({ value: '50.00' });
});

describe('a formula that means nothing is refused', () => {
  test.each([
    {
      when: 'an input that is not there',
      input: draft([one('add', of('mqsl'), of('mqls'))]),
      issues: ['metrics.unknown_operand at measure.steps.0.left'],
    },
    {
      when: 'a step that comes later',
      input: draft([one('add', { step: 'b' }, of('mqls'), 'a'), one('add', of('mqls'), of('mqls'), 'b')]),
      issues: ['metrics.unknown_operand at measure.steps.0.left'],
    },
    {
      when: 'two steps of one name',
      input: draft([one('add', of('mqls'), of('mqls'), 'a'), one('add', of('mqls'), of('mqls'), 'a')]),
      issues: ['metrics.wrong_measure at measure.steps.1.name'],
    },
    {
      when: 'money and a number',
      input: draft([one('add', of('pipeline'), of('mqls'))], 'money'),
      issues: ['metrics.wrong_measure at measure.steps.0'],
    },
    {
      when: 'money that is called a number',
      input: draft([one('divide', of('pipeline'), of('mqls'))]),
      issues: ['metrics.wrong_measure at measure.of'],
    },
    {
      when: 'money times money',
      input: draft([one('multiply', of('pipeline'), of('pipeline'))], 'money'),
      issues: ['metrics.wrong_measure at measure.of'],
    },
    {
      when: 'another unit',
      input: draft([one('add', of('mqls'), of('mqls'))], 'number', { unit: 'lead' }),
      issues: ['metrics.wrong_unit at unit'],
    },
    {
      when: 'inputs without a formula',
      input: draft([], 'number', { measure: { kind: 'count' } }),
      issues: ['metrics.wrong_measure at measure'],
    },
    {
      when: 'a formula of rows',
      input: { ...draft([one('add', of('mqls'), of('mqls'))]), basis: pipelineCreated.basis },
      issues: ['metrics.wrong_measure at measure'],
    },
    {
      when: 'an input that means nothing itself',
      input: draft([one('add', of('mqls'), of('mqls'))], 'number', {
        basis: { kind: 'formula', inputs: { mqls: { ...input(mqlVolume), unit: 'visit' } } },
      }),
      issues: ['metrics.wrong_unit at basis.inputs.mqls.unit'],
    },
  ])('$when', ({ input: read, issues: found }) => {
    expect(issues(read)).toEqual(found);
  });
});

test('a formula of durations is in milliseconds', () => {
  const twice = formula([one('multiply', of('speed'), { number: '2' })], 'duration');
  expect(value(twice, facts({ clocks: [aClock('a', '04-02', 5)] }))).toMatchObject({ value: `${String(10 * MINUTE)}.00`, currency: null });
  expect(at('04-02')).toBeLessThan(options.asOf);
});
