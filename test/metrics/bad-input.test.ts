import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  closedWinRate,
  converted,
  evaluate,
  explain,
  mqlGrowth,
  mqlToSqlRate,
  narrowed,
  parseMetric,
  periodWinRateByValue,
  pipelineCreated,
  safeParseMetric,
  scorecard,
  speedToLead,
  stageEntries,
  winRateFromStage,
  type MetricDefinition,
} from 'revpact/metrics';
import { hubspot } from 'revpact/vocabulary';
import { aClock, aHandOff, anOpportunity, at, DAY, facts, options, stays } from '../support/metric-facts.js';

const but = (
  metric: MetricDefinition,
  differs: { readonly measure?: object; readonly basis?: object; readonly dimensions?: readonly string[] },
): MetricDefinition =>
  parseMetric({
    ...metric,
    dimensions: differs.dimensions ?? metric.dimensions,
    measure: { ...metric.measure, ...differs.measure },
    basis: { ...metric.basis, ...differs.basis },
  });
/** Whether a result holds a number that no JSON can hold, anywhere. */
const isFinite = (result: object): boolean =>
  !JSON.stringify(result, (_, one: unknown) => (typeof one === 'number' && !Number.isFinite(one) ? 'not finite' : one)).includes(
    'not finite',
  );

describe('a number that is no whole number below 2^53 is not known, never a wrong sum', () => {
  test.each([1.5, NaN, Infinity, 1e60, 2 ** 53, -(2 ** 53)])('%s', (amountMinor) => {
    const opportunities = [
      anOpportunity('a', '04-02', { amountMinor, currency: 'EUR' }),
      anOpportunity('b', '04-02', { amountMinor: 7, currency: 'EUR' }),
    ];
    const result = evaluate(pipelineCreated, facts({ opportunities }), options);
    expect(result).toMatchObject({ sums: [{ currency: 'EUR', minor: 7, n: 1 }], unknown: 1 });
    expect(isFinite(result)).toBe(true);
    expect(isFinite(explain(pipelineCreated, facts({ opportunities }), options))).toBe(true);
  });

  test('sums of the largest amounts are exact far beyond it', () => {
    const opportunities = Array.from({ length: 3 }, (_, i) =>
      anOpportunity(`O${String(i)}`, '04-02', { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }),
    );
    // 3 × 9007199254740991
    expect(evaluate(pipelineCreated, facts({ opportunities }), options)).toMatchObject({ sums: [{ minor: '27021597764222973', n: 3 }] });
  });

  test('a rate of thirty digits converts exactly', () => {
    const convert = { to: 'EUR', at: 'unit', rounding: 'half-even' };
    const rates = [{ from: 'USD', to: 'EUR', since: '2026-01-01', rate: '123456789012345678901234567890.000000000000000001' }];
    const opportunities = [anOpportunity('a', '04-02', { amountMinor: 1000, currency: 'USD' })];
    expect(evaluate(but(pipelineCreated, { measure: { convert } }), facts({ opportunities }), { ...options, rates })).toMatchObject({
      converted: { minor: '123456789012345678901234567890000' },
    });
  });
});

test('an end before its start is in no rank, and is said', () => {
  const clocks = [aClock('a', '04-02', 5), aClock('b', '04-02', null, { stoppedAt: at('04-03'), stopOpenMs: 999 })];
  expect(evaluate(speedToLead, facts({ clocks }), options)).toMatchObject({ n: 1, open: 0, reversed: 1, ms: 300_000 });
});

test('over nothing there is no value', () => {
  expect(evaluate(closedWinRate, facts({}), options)).toMatchObject({ numerator: 0, denominator: 0, value: null });
  expect(evaluate(speedToLead, facts({}), options)).toMatchObject({ n: 0, ms: null, lowerBound: null });
});

test('two rates that contradict each other are refused; the same one twice is one', () => {
  const metric = but(pipelineCreated, { measure: { convert: { to: 'EUR', at: 'unit', rounding: 'half-even' } } });
  const rate = { from: 'USD', to: 'EUR', since: '2026-01-01', rate: '0.9' };
  const opportunities = [anOpportunity('a', '04-02', { amountMinor: 10, currency: 'USD' })];
  const given = (second: string) => evaluate(metric, facts({ opportunities }), { ...options, rates: [rate, { ...rate, rate: second }] });
  expect(given('0.90')).toMatchObject({ converted: { minor: 9 } });
  expect(() => given('0.91')).toThrow('two different rates of USD in EUR since 2026-01-01');
});

describe('definitions that mean nothing', () => {
  const issues = (
    metric: MetricDefinition,
    differs: { readonly measure?: object; readonly basis?: object; readonly dimensions?: readonly string[] },
  ): readonly string[] => {
    const read = safeParseMetric({
      ...metric,
      dimensions: differs.dimensions ?? [],
      measure: { ...metric.measure, ...differs.measure },
      basis: { ...metric.basis, ...differs.basis },
    });
    return read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
  };
  const related = {
    is: 'related',
    table: 'exits',
    on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
    where: [],
    at: 'row.at',
    after: null,
    before: null,
    atLeast: 1,
    atMost: null,
  };
  test.each([
    {
      when: 'a milestone nobody knows',
      metric: mqlToSqlRate,
      differs: { basis: { target: { milestone: 'mqll', reach: 'strict' } } },
      found: ['input.not_one_of at basis.target.milestone'],
    },
    {
      when: 'a window without a target',
      metric: mqlToSqlRate,
      differs: { measure: {}, basis: { target: null, window: { ms: 1, edge: '[)' } } },
      found: ['metrics.wrong_basis at basis', 'metrics.wrong_measure at measure'],
    },
    {
      when: 'related rows that are not counted',
      metric: acceptanceRate,
      differs: { basis: { where: [{ ...related, atLeast: null }] } },
      found: ['metrics.wrong_filter at basis.where.0'],
    },
    {
      when: 'at least two and at most one',
      metric: acceptanceRate,
      differs: { basis: { where: [{ ...related, atLeast: 2, atMost: 1 }] } },
      found: ['metrics.wrong_filter at basis.where.0'],
    },
    {
      when: 'text that should equal a number',
      metric: acceptanceRate,
      differs: { basis: { where: [{ ...related, on: [{ theirs: 'row.leadId', ours: 'row.delivery' }] }] } },
      found: ['metrics.wrong_filter at basis.where.0'],
    },
    {
      when: 'a lead of related rows',
      metric: acceptanceRate,
      differs: { basis: { where: [{ ...related, where: [{ column: 'lead.source', is: 'null' }] }] } },
      found: ['metrics.unusable_column at basis.where.0.where.0'],
    },
    {
      when: 'a lead of rows that have none',
      metric: acceptanceRate,
      differs: {
        basis: { table: 'spend', date: ['row.at'], where: [{ column: 'lead.source', is: 'null' }], target: null, settled: [] },
        measure: { kind: 'count' },
      },
      found: [
        'input.unknown_key at measure.digits',
        'input.unknown_key at measure.rounding',
        'metrics.wrong_unit at unit',
        'metrics.unusable_column at basis.where.0.column',
      ],
    },
    {
      when: 'what is planned, standing',
      metric: pipelineCreated,
      differs: { basis: { date: ['row.expectedCloseAt'], ahead: true, standing: { until: ['row.wonAt'] } } },
      found: ['metrics.wrong_basis at basis'],
    },
    {
      when: 'ahead of what is not planned',
      metric: pipelineCreated,
      differs: { basis: { ahead: true } },
      found: ['metrics.wrong_basis at basis'],
    },
    {
      when: 'something settled without a target',
      metric: pipelineCreated,
      differs: { basis: { settled: ['row.wonAt'] } },
      found: ['metrics.wrong_basis at basis'],
    },
    {
      when: 'open milliseconds from a moment',
      metric: speedToLead,
      differs: { measure: { from: ['row.startedAt'] } },
      found: ['metrics.wrong_measure at measure'],
    },
    {
      when: 'a percentile by what was reached',
      metric: speedToLead,
      differs: { dimensions: ['target.person'] },
      found: ['metrics.unusable_column at dimensions.0'],
    },
    {
      when: 'a dimension that is no text',
      metric: acceptanceRate,
      differs: { dimensions: ['row.attempts'] },
      found: ['metrics.unusable_column at dimensions.0'],
    },
  ])('$when', ({ metric, differs, found }) => {
    expect(issues(metric, differs)).toEqual(found);
  });

  test('a milestone that the framework does not map makes a metric inapplicable, wherever it is named', () => {
    const metric = but(acceptanceRate, {
      basis: {
        where: [
          {
            is: 'any',
            of: [
              { column: 'row.toParty', is: 'milestone', milestone: 'accepted' },
              { column: 'row.toParty', is: 'null' },
            ],
          },
        ],
      },
    });
    expect(evaluate(metric, facts({}), { ...options, framework: hubspot })).toMatchObject({
      kind: 'inapplicable',
      reason: { milestone: 'accepted', framework: 'hubspot' },
    });
  });

  test.each<{ readonly where: string; readonly metric: MetricDefinition; readonly stage: string | null }>([
    { where: 'of a visit', metric: narrowed(stageEntries, [{ column: 'row.stage', is: 'equals', value: 'demo_done' }]), stage: 'demo_done' },
    { where: 'that there is', metric: narrowed(stageEntries, [{ column: 'row.stage', is: 'equals', value: 'mql' }]), stage: null },
    { where: 'one of which there is', metric: narrowed(stageEntries, [{ column: 'row.stage', is: 'one_of', values: ['demo_done', 'mql'] }]), stage: null },
    {
      where: 'in an alternative',
      metric: narrowed(stageEntries, [{ is: 'any', of: [{ column: 'row.stage', is: 'one_of', values: ['demo_done'] }, { column: 'row.person', is: 'null' }] }]),
      stage: 'demo_done',
    },
    { where: 'of an input', metric: narrowed(mqlGrowth, [{ column: 'row.stage', is: 'equals', value: 'demo_done' }]), stage: 'demo_done' },
    { where: 'of a deal, which its source names', metric: narrowed(winRateFromStage, [{ column: 'row.stage', is: 'equals', value: 'demo_done' }]), stage: null },
  ])('a stage $where is $stage where it is not known: no 0', ({ metric, stage }) => {
    const result = evaluate(metric, facts({}), options);
    expect(result.kind === 'inapplicable' ? result.reason : null).toEqual(stage === null ? null : { code: 'stage_not_known', stage, framework: 'sirius_2006' });
    expect(scorecard([{ metric: metric.id, direction: 'higher', target: '1', yellow: '1', red: '0', owner: 'sales', cadence: 'weekly' }], [metric], facts({}), options)).toMatchObject({
      ok: true,
      value: [stage === null ? {} : { flag: 'none', reason: 'not_applicable' }],
    });
  });
});

describe('time and memory are bounded', () => {
  const within = (ms: number, work: () => void): void => {
    const start = performance.now();
    work();
    expect(performance.now() - start).toBeLessThan(ms);
  };
  test('thirty-two conditions on related rows, of a lead with fifty thousand', () => {
    const related = {
      is: 'related',
      table: 'handOffs',
      on: [{ theirs: 'row.leadId', ours: 'row.leadId' }],
      where: [],
      at: 'row.deliveredAt',
      after: { column: 'row.deliveredAt', withinMs: 1000 },
      before: null,
      atLeast: 1,
      atMost: null,
    };
    const metric = but(acceptanceRate, { basis: { where: Array.from({ length: 32 }, () => related) } });
    const handOffs = Array.from({ length: 50_000 }, (_, i) => aHandOff('a', '04-02', { delivery: i + 1, deliveredAt: at('04-02') + i }));
    within(10_000, () => {
      expect(evaluate(metric, facts({ handOffs }), options)).toMatchObject({ denominator: 50_000 });
    });
  });

  test('a lead that entered two stages fifty thousand times each', () => {
    const metric = parseMetric({
      ...mqlToSqlRate,
      unit: 'visit',
      basis: { ...mqlToSqlRate.basis, base: { milestone: 'mql', pick: 'every' } },
    });
    const [mql, sql] = stays('a', ['mql', '04-02'], ['sql', '04-02']);
    if (mql === undefined || sql === undefined) throw new Error('two stays');
    const stageVisits = Array.from({ length: 100_000 }, (_, i) => ({
      ...(i % 2 === 0 ? mql : sql),
      visit: i + 1,
      enteredOrder: i,
      enteredAt: at('04-02') + i,
    }));
    within(5_000, () => {
      expect(evaluate(metric, facts({ stageVisits }), options)).toMatchObject({ numerator: 50_000, denominator: 50_000 });
    });
  });

  test('ten years of daily rates of ten currencies, over a thousand people', () => {
    const currencies = ['USD', 'GBP', 'CHF', 'JPY', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF'] as const;
    const days = Array.from({ length: 3_650 }, (_, i) => new Date(at('06-30') - i * DAY).toISOString().slice(0, 10));
    const rates = currencies.flatMap((from) => days.map((since) => ({ from, to: 'EUR', since, rate: from === 'JPY' ? '0.01' : '0.5' })));
    // Half of the people have won nothing.
    const opportunities = Array.from({ length: 2_000 }, (_, i) =>
      anOpportunity(`o${String(i)}`, '05-02', {
        amountMinor: 200,
        currency: currencies[i % 10] ?? null,
        person: `p${String(i % 1000)}`,
        wonAt: i % 2 === 0 ? at('05-20') : null,
      }),
    );
    const inEuro = converted(periodWinRateByValue, { to: 'EUR', at: 'unit', rounding: 'half-even' });
    const asked = { ...options, period: { ...options.period, zone: 'America/St_Johns' }, rates, groupBy: ['row.person'] };
    within(5_000, () => {
      const result = evaluate(inEuro, facts({ opportunities }), asked);
      // Created: 200 deals of 2.00 EUR for yen, 1,800 of 1.00 EUR for the others; won: 1,000 of 1.00 EUR, none in yen.
      expect(result).toMatchObject({ value: '0.4545', why: null });
      expect('groups' in result && result.groups.length).toBe(1000);
    });
  });
});
