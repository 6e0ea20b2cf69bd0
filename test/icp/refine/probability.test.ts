import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brier, calibration, logLoss, probabilityMeasures, recalibrate } from 'revpact/icp/refine';
import { anyOutcomes, LATTICE, shuffledBoth } from '../../support/scored-rows.js';

describe('log-loss', () => {
  test.each([
    { of: 'scikit-learn, log_loss, its example', p: [0.9, 0.1, 0.2, 0.65], label: [1, 0, 0, 1], value: 0.21616187468057912 },
    { of: 'a coin', p: [0.5, 0.5], label: [1, 0], value: Math.LN2 },
    { of: 'certain and right', p: [1, 0], label: [1, 0], value: 0 },
    { of: 'certain and wrong costs 15 ln 10, not without end', p: [0], label: [1], value: 34.538776394910684 },
  ])('$of → $value', ({ p, label, value }) => {
    expect(logLoss(p, label)).toBeCloseTo(value, 12);
  });

  test('of nothing is unknown', () => {
    expect(logLoss([], [])).toBeNull();
  });
});

describe('the Brier score', () => {
  test.each([
    { of: 'scikit-learn, brier_score_loss, its example', p: [0.1, 0.9, 0.8, 0.3], label: [0, 1, 1, 0], score: 0.0375, base: 0.25, skill: 0.85 },
    { of: 'the share of wins, always', p: [0.25, 0.25, 0.25, 0.25], label: [1, 0, 0, 0], score: 0.1875, base: 0.1875, skill: 0 },
    { of: 'all won: nothing to be better than', p: [0.5], label: [1], score: 0.25, base: 0, skill: null },
    { of: 'upside down', p: [0, 1], label: [1, 0], score: 1, base: 0.25, skill: -3 },
  ])('$of', ({ p, label, score, base, skill }) => {
    expect(brier(p, label)).toEqual({ score: expect.closeTo(score, 14) as unknown, base, skill: skill === null ? null : (expect.closeTo(skill, 14) as unknown) });
  });

  test('is lowest where one value says the share of wins', () => {
    fc.assert(
      fc.property(anyOutcomes(), fc.double({ min: 0, max: 1, noNaN: true }), ({ label }, p) => {
        const found = brier(label.map(() => p), label);
        if (found !== null) expect(found.score).toBeGreaterThanOrEqual(found.base - 1e-12);
      }),
    );
  });
});

describe('recalibration', () => {
  test('finds the O-rings: 15.0429 and −0.2322 by degree Fahrenheit', () => {
    // Dalal, Fowlkes, Hoadley, JASA 84 (1989); the fit to the 23 flights is in Casella and Berger, Statistical Inference, 2nd ed., 12.3.
    const warmth = [66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58];
    const damage = [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1];
    const fit = recalibrate(warmth, damage);
    expect(fit?.intercept).toBeCloseTo(15.0429, 4);
    expect(fit?.slope).toBeCloseTo(-0.23216, 5);
  });

  test.each([
    { when: 'wins and losses lie apart', x: [1, 2, 3, 4], label: [0, 0, 1, 1] },
    { when: 'they touch in one value', x: [1, 2, 2, 3], label: [0, 0, 1, 1] },
    { when: 'they lie apart the other way round', x: [1, 2, 3, 4], label: [1, 1, 0, 0] },
    { when: 'there is one value', x: [2, 2], label: [0, 1] },
    { when: 'there are only wins', x: [1, 2], label: [1, 1] },
    { when: 'there is nothing', x: [], label: [] },
    { when: 'a value is infinite', x: [1, Infinity, 0, 2], label: [1, 0, 0, 1] },
  ])('there is no finite fit where $when', ({ x, label }) => {
    expect(recalibrate(x, label)).toBeNull();
  });

  test('leaves no slope and no intercept in what it has corrected', () => {
    const logOdds = LATTICE.probability.map((p) => Math.log(p / (1 - p)));
    const found = recalibrate(logOdds, LATTICE.label);
    // LogisticRegression without penalty, scikit-learn 1.9.1.
    expect(found?.intercept).toBeCloseTo(-0.42990453, 7);
    expect(found?.slope).toBeCloseTo(0.53262623, 7);
    const again = recalibrate(logOdds.map((x) => (found?.intercept ?? NaN) + (found?.slope ?? NaN) * x), LATTICE.label);
    expect(again?.intercept).toBeCloseTo(0, 9);
    expect(again?.slope).toBeCloseTo(1, 9);
  });

  test('of two values is each one’s own log odds', () => {
    // 1 of 4 at 0 and 3 of 4 at 2: −ln 3 and ln 3, so a slope of ln 3.
    const found = recalibrate([0, 0, 0, 0, 2, 2, 2, 2], [1, 0, 0, 0, 1, 1, 1, 0]);
    expect(found?.intercept).toBeCloseTo(-Math.log(3), 12);
    expect(found?.slope).toBeCloseTo(Math.log(3), 12);
  });
});

describe('calibration', () => {
  test('by groups: what was said, what came, and how far apart', () => {
    const p = [0.1, 0.1, 0.1, 0.1, 0.5, 0.5, 0.5, 0.5];
    const found = calibration(p, [0, 0, 0, 1, 1, 1, 1, 0], 2);
    expect(found?.groups).toMatchObject([
      { from: 0.1, to: 0.1, rows: 4, expected: 0.1, wins: { numerator: 1, denominator: 4 } },
      { from: 0.5, to: 0.5, rows: 4, expected: 0.5, wins: { numerator: 3, denominator: 4 } },
    ]);
    // 4/8 · 0.15 + 4/8 · 0.25.
    expect(found?.error).toBeCloseTo(0.2, 12);
    // Rows at ½ say nothing. At 0.1: (0.9 − 3 · 0.1) · 0.8 over the root of 4 · 0.64 · 0.09, which is 0.48 over 0.48.
    expect(found?.spiegelhalter).toBeCloseTo(1, 12);
  });

  test('of 500 rows', () => {
    const found = calibration(LATTICE.probability, LATTICE.label);
    // The formula in numpy 2.4.6.
    expect(found?.spiegelhalter).toBeCloseTo(6.579395336210642, 11);
    expect(found?.groups.length).toBe(10);
    expect(brier(LATTICE.probability, LATTICE.label)?.score).toBeCloseTo(0.22403657272127436, 14);
    expect(logLoss(LATTICE.probability, LATTICE.label)).toBeCloseTo(0.6623750711741786, 14);
  });

  test.each([
    { when: 'all that is said is ½', p: [0.5, 0.5], label: [0, 1], z: null },
    { when: 'all that is said is certain', p: [0, 1], label: [0, 1], z: null },
  ])('where $when there is no test', ({ p, label, z }) => {
    expect(calibration(p, label)?.spiegelhalter).toBe(z);
  });

  test('nothing has none', () => {
    expect(calibration([], [])).toBeNull();
  });

  test('every row is in one group, and groups stand apart', () => {
    fc.assert(
      fc.property(anyOutcomes(), fc.integer({ min: 1, max: 15 }), ({ scores, label }, parts) => {
        const found = calibration(scores.map((score) => (score + 7) / 14), label, parts);
        if (found === null) return;
        expect(found.groups.length).toBeLessThanOrEqual(parts);
        expect(found.groups.reduce((sum, { rows }) => sum + rows, 0)).toBe(label.length);
        for (const [i, { from, to, expected }] of found.groups.entries()) {
          expect(from).toBeLessThanOrEqual(expected + 1e-12);
          expect(expected).toBeLessThanOrEqual(to + 1e-12);
          expect(from).toBeGreaterThan(found.groups[i - 1]?.to ?? -1);
        }
      }),
    );
  });
});

test('no measure depends on the order of the rows, to the last bit', () => {
  fc.assert(
    fc.property(anyOutcomes(), fc.integer(), (outcomes, seed) => {
      const turned = shuffledBoth(outcomes, seed);
      const p = (scores: readonly number[]): number[] => scores.map((score) => (score + 7) / 14);
      expect(probabilityMeasures(p(turned.scores), turned.label)).toEqual(probabilityMeasures(p(outcomes.scores), outcomes.label));
    }),
  );
});

test.each([
  { what: 'above one', p: [0.5, 1.5] },
  { what: 'below zero', p: [0.5, -0.1] },
  { what: 'no number', p: [0.5, NaN] },
])('a probability $what is refused', ({ p }) => {
  for (const measure of [logLoss, brier, calibration, probabilityMeasures]) {
    expect(() => measure(p, [0, 1])).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'refine.not_a_probability', path: ['probability', 1] })] }));
  }
});
