import { describe, expect, test } from 'vitest';
import {
  auc,
  binFeatures,
  DEFAULT_SCALE,
  fitPoints,
  interleaved,
  outOfTime,
  rollingValidation,
  scoreRows,
  shuffledTrial,
  stablePoints,
  takeRows,
  trial,
  type OutcomeTable,
} from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import { tableOf } from '../../support/outcome-tables.js';

/**
 * A thousand accounts, a row each. Of those in the south six of ten are won, in the north two of ten, always in the same turn;
 * the day of the week has nothing to do with it.
 */
const MARKET: OutcomeTable = (() => {
  const rows = Array.from({ length: 1000 }, (_, row) => row);
  const won = rows.map((row) => (Math.floor(row / 2) % 10 < (row % 2 === 0 ? 2 : 6) ? 1 : 0));
  const text = (name: string, words: readonly string[], of: (row: number) => number): OutcomeTable['features'][number] => ({
    name,
    about: 'account',
    known: 'before',
    knownAt: null,
    column: { kind: 'text', codes: Int32Array.from(rows, of), words },
  });
  return {
    ...tableOf(rows.map((row) => [Date.UTC(2026, 0, 1) + row * 3_600_000, row, won[row] ?? 0] as const)),
    features: [text('day', ['fri', 'mon', 'thu', 'tue', 'wed'], (row) => Math.floor(row / 20) % 5), text('region', ['north', 'south'], (row) => row % 2)],
  };
})();

const options = { scale: DEFAULT_SCALE, lambda: 1 };
const split = outOfTime(MARKET);
if (split === null) throw new Error('the market cannot be split');

describe('a trial', () => {
  const tested = unwrap(trial(MARKET, split, { ...options, capacity: 150 }));

  test('learns from one side and is measured on the other', () => {
    // Of the newest 300 rows 90 of 150 southern ones were won and 30 of 150 northern ones. Pairs in order, tied ones half:
    // 60 southern losses beside 90 wins, 120 northern losses below those 90 and beside 30.
    expect(tested.order.rows).toBe(300);
    expect(tested.order.wins).toBe(120);
    expect(tested.order.auc).toBeCloseTo((60 * 45 + 120 * (90 + 15)) / (120 * 180), 12);
    expect(tested.order.capacity).toMatchObject({ worked: 150, wins: 90, precision: 0.6, recall: 0.75, lift: 1.5 });
  });

  test('reads points as chances that came true', () => {
    const groups = tested.chances.calibration?.groups ?? [];
    expect(groups.map(({ rows, wins }) => [rows, wins.value])).toEqual([[150, '0.2000'], [150, '0.6000']]);
    // Points are whole numbers: a point is 3.5 % of the odds.
    expect(groups[0]?.expected).toBeCloseTo(0.2, 1);
    expect(groups[1]?.expected).toBeCloseTo(0.6, 1);
    expect(Math.abs(tested.chances.calibration?.spiegelhalter ?? NaN)).toBeLessThan(1.96);
    expect(tested.drift).toMatchObject({ psi: 0, verdict: 'ok' });
  });

  test('is what fitting and scoring by hand gives', () => {
    const older = takeRows(MARKET, split.older);
    const newer = takeRows(MARKET, split.newer);
    const points = unwrap(fitPoints(older, binFeatures(older), options));
    expect(tested.points).toEqual(points);
    expect(tested.order.auc).toBe(auc(scoreRows(points, newer), newer.label));
  });

  test('tells why where nothing can be fitted', () => {
    const lost = { ...MARKET, label: new Uint8Array(MARKET.rows) };
    expect(trial(lost, split, options)).toMatchObject({ ok: false, issues: [{ code: 'refine.one_outcome' }] });
  });

  test('pulls towards what is agreed about the rows learned from', () => {
    const agreed = [{ name: 'region', about: 'account' as const, points: Int32Array.from({ length: MARKET.rows }, (_, row) => (row % 2) * 40) }];
    const pulled = unwrap(trial(MARKET, split, { ...options, lambda: 1e9, agreed }));
    const [north, south] = pulled.points.features.find(({ name }) => name === 'region')?.bins ?? [];
    expect((south?.points ?? NaN) - (north?.points ?? NaN)).toBe(40);
  });
});

describe('rolling validation', () => {
  test('one trial a border, each the trial of that split', () => {
    const steps = rollingValidation(MARKET, options);
    expect(steps.map(({ older, newer, leftOut }) => [older, newer, leftOut])).toEqual([[200, 200, 0], [400, 200, 0], [600, 200, 0], [800, 200, 0]]);
    expect(steps.map(({ border }) => border)).toEqual([200, 400, 600, 800].map((row) => MARKET.at[row]));
    for (const { trial: found } of steps) expect(unwrap(found).order.auc).toBeGreaterThan(0.65);
  });

  test('a border before the first win has its reason', () => {
    const late = { ...MARKET, label: MARKET.label.map((won, row) => (row < 300 ? 0 : won)) };
    const steps = rollingValidation(late, { ...options, folds: 4 });
    expect(steps.map(({ trial: found }) => (found.ok ? 'fitted' : found.issues.map(({ code }) => code).join()))).toEqual(['refine.one_outcome', 'fitted', 'fitted', 'fitted']);
  });
});

describe('stable points', () => {
  const points = unwrap(fitPoints(MARKET, binFeatures(MARKET), options));
  const held = stablePoints(MARKET, points, { seed: 1, draws: 40 });

  test('what makes the difference never turns round', () => {
    expect(held.fitted).toBe(40);
    const region = held.features[points.features.findIndex(({ name }) => name === 'region')] ?? [];
    expect(region.map(({ flips }) => flips)).toEqual([0, 0]);
    for (const [i, bin] of region.entries()) {
      expect(bin.low).toBeLessThanOrEqual(bin.points);
      expect(bin.high).toBeGreaterThanOrEqual(bin.points);
      expect(Math.sign(bin.low)).toBe(i === 0 ? -1 : 1);
      expect(Math.sign(bin.high)).toBe(i === 0 ? -1 : 1);
    }
  });

  test('the same seed, the same answer', () => {
    expect(stablePoints(MARKET, points, { seed: 1, draws: 40 })).toEqual(held);
    expect(stablePoints(MARKET, points, { seed: 2, draws: 40 })).not.toEqual(held);
  });
});

test('with outcomes dealt anew the test finds nothing', () => {
  const even = interleaved(MARKET);
  const found = even === null ? null : shuffledTrial(MARKET, even, { ...options, seed: 11, draws: 20 });
  expect(found?.aucs.length).toBe(20);
  expect(found?.leaks).toBe(false);
});
