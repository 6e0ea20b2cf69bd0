import { describe, expect, test } from 'vitest';
import { Scorecard, STANDARD_METRICS, entryIssues, lintScorecard, scorecard, type ScorecardEntry } from 'revpact/metrics';
import { readWith, unwrap } from 'revpact/kernel';
import { NO_FACTS, hubspot, type Facts } from 'revpact/vocabulary';
import { aClock, aHandOff, anOpportunity, at, facts, options } from '../support/metric-facts.js';

const acceptance: ScorecardEntry = {
  metric: 'acceptance_rate',
  direction: 'higher',
  target: '0.9',
  yellow: '0.8',
  red: '0.6',
  owner: 'sales_development',
  cadence: 'weekly',
};
const speed: ScorecardEntry = {
  metric: 'speed_to_lead',
  unit: 'minutes',
  direction: 'lower',
  target: '5',
  yellow: '10',
  red: '30',
  owner: 'sales_development',
  cadence: 'weekly',
};
const pipeline: ScorecardEntry = {
  metric: 'pipeline_created',
  currency: 'EUR',
  direction: 'higher',
  target: '1000',
  yellow: '900.50',
  red: '500',
  owner: 'marketing',
  cadence: 'monthly',
};

const deliveries = (accepted: number, of: number): Facts =>
  facts({
    handOffs: Array.from({ length: of }, (_, i) => aHandOff(`l${String(i)}`, '04-02', { acceptedAt: i < accepted ? at('04-03') : null })),
  });
const answers = (...minutes: readonly (number | null)[]): Facts =>
  facts({ clocks: minutes.map((one, i) => aClock(`l${String(i)}`, '04-02', one)) });
const opened = (minor: number, currency = 'EUR'): Facts =>
  facts({ opportunities: [anOpportunity('o', '05-01', { amountMinor: minor, currency })] });

interface Row {
  readonly when: string;
  readonly entry: ScorecardEntry;
}

describe('a flag compares exact values with exact thresholds', () => {
  test.each<Row & { readonly of: Facts; readonly flag: string; readonly onTarget: boolean | null; readonly reason: string | null }>([
    { when: '9 of 10 is on target', entry: acceptance, of: deliveries(9, 10), flag: 'green', onTarget: true, reason: null },
    {
      when: '8 of 10 is green still, but off target',
      entry: acceptance,
      of: deliveries(8, 10),
      flag: 'green',
      onTarget: false,
      reason: null,
    },
    { when: '7 of 10 is yellow', entry: acceptance, of: deliveries(7, 10), flag: 'yellow', onTarget: false, reason: null },
    {
      when: '6 of 10, the red threshold, is yellow still',
      entry: acceptance,
      of: deliveries(6, 10),
      flag: 'yellow',
      onTarget: false,
      reason: null,
    },
    {
      when: '59999 of 100000 rounds to 0.6000 and is red',
      entry: acceptance,
      of: deliveries(59_999, 100_000),
      flag: 'red',
      onTarget: false,
      reason: null,
    },
    { when: 'nothing delivered has no flag', entry: acceptance, of: NO_FACTS, flag: 'none', onTarget: null, reason: 'no_value' },
    {
      when: '9 of 10 is too small a sample of twenty',
      entry: { ...acceptance, minimumSample: 20 },
      of: deliveries(9, 10),
      flag: 'none',
      onTarget: null,
      reason: 'sample_too_small',
    },
    { when: 'ten minutes, exactly on yellow, is green', entry: speed, of: answers(10), flag: 'green', onTarget: false, reason: null },
    { when: 'eleven minutes is yellow', entry: speed, of: answers(11), flag: 'yellow', onTarget: false, reason: null },
    { when: 'thirty-one minutes is red', entry: speed, of: answers(31), flag: 'red', onTarget: false, reason: null },
    {
      when: 'a rank on the unanswered has no flag',
      entry: speed,
      of: answers(1, null),
      flag: 'none',
      onTarget: null,
      reason: 'rank_is_open',
    },
    {
      when: 'another clause has no clock',
      entry: { ...speed, where: [{ column: 'row.clause', is: 'equals', value: 'other' }] },
      of: answers(1),
      flag: 'none',
      onTarget: null,
      reason: 'no_value',
    },
    { when: '900.50 of it is green to the cent', entry: pipeline, of: opened(900_50), flag: 'green', onTarget: false, reason: null },
    { when: '900.49 is yellow', entry: pipeline, of: opened(900_49), flag: 'yellow', onTarget: false, reason: null },
    {
      when: 'another currency is no pipeline of this one',
      entry: pipeline,
      of: opened(5_000_00, 'USD'),
      flag: 'red',
      onTarget: false,
      reason: null,
    },
  ])('$when', ({ entry, of, flag, onTarget, reason }) => {
    expect(unwrap(scorecard([entry], STANDARD_METRICS, of, options))).toMatchObject([{ flag, onTarget, reason, owner: entry.owner }]);
  });

  test('a milestone that does not exist here has no flag', () => {
    const volume: ScorecardEntry = { ...acceptance, metric: 'mql_volume', target: '10', yellow: '8', red: '5' };
    const bare = { ...hubspot, milestones: { won: ['customer'] } } as const;
    expect(unwrap(scorecard([volume], STANDARD_METRICS, NO_FACTS, { ...options, framework: bare }))).toMatchObject([
      { flag: 'none', reason: 'not_applicable' },
    ]);
  });
});

describe('what is wrong with a scorecard', () => {
  test.each<Row & { readonly code: string; readonly path: readonly (string | number)[] }>([
    {
      when: 'an unknown metric, with the one that was meant',
      entry: { ...acceptance, metric: 'aceptance_rate' },
      code: 'metrics.unknown_metric',
      path: [0, 'metric'],
    },
    {
      when: 'a condition on a column that is not there',
      entry: { ...acceptance, where: [{ column: 'row.clause', is: 'null' }] },
      code: 'metrics.unknown_column',
      path: [0, 'where', 0, 'column'],
    },
    { when: 'minutes of a share', entry: { ...acceptance, unit: 'minutes' }, code: 'metrics.wrong_threshold_unit', path: [0] },
    {
      when: 'a sum without its currency',
      entry: { ...acceptance, metric: 'pipeline_created' },
      code: 'metrics.wrong_threshold_unit',
      path: [0],
    },
  ])('$when', ({ entry, code, path }) => {
    expect(entryIssues([entry], STANDARD_METRICS)).toMatchObject([{ code, path }]);
    expect(scorecard([entry], STANDARD_METRICS, NO_FACTS, options).ok).toBe(false);
  });

  test('thresholds that run the wrong way', () => {
    const upsideDown = { goal: 'Grow together', entries: [{ ...acceptance, yellow: '0.95' }, speed] };
    const read = readWith(Scorecard, upsideDown);
    expect(read.ok ? [] : read.issues).toMatchObject([{ code: 'metrics.thresholds_out_of_order', path: ['entries', 0, 'target'] }]);
  });

  test('one that both sides own is fine; one side alone and more than seven are warned of', () => {
    const goal = 'Grow together';
    const both = [acceptance, pipeline];
    expect(lintScorecard({ goal, entries: both })).toEqual([]);
    expect(lintScorecard({ goal, entries: [acceptance, speed] })).toMatchObject([
      { code: 'metrics.one_sided', params: { owner: 'sales_development' } },
    ]);
    expect(lintScorecard({ goal, entries: [...both, ...both, ...both, ...both] })).toMatchObject([
      { code: 'metrics.too_many_metrics', params: { count: 8, most: 7 } },
    ]);
  });
});
