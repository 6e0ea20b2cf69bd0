import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsBetween, drift, evidenceOf, featureAuc, missingness, scoreCuts } from 'revpact/icp/refine';

describe('drift', () => {
  test('is the Kullback–Leibler divergence there and back', () => {
    // entropy(a, b) + entropy(b, a) in scipy 1.17.1.
    expect(drift([120, 80, 300, 500], [100, 150, 250, 100])?.psi).toBeCloseTo(0.6135635886368247, 14);
  });

  test.each([
    { when: 'nothing moved', before: [10, 20, 30], now: [100, 200, 300], psi: 0, verdict: 'ok' },
    // 0.15 · ln(0.65/0.5) + 0.15 · ln(0.5/0.35).
    { when: 'some moved', before: [100, 100], now: [65, 35], psi: 0.15 * Math.log(0.65 / 0.35), verdict: 'ok' },
    { when: 'more moved', before: [100, 100], now: [70, 30], psi: 0.2 * Math.log(0.7 / 0.3), verdict: 'look' },
    { when: 'much moved', before: [100, 100], now: [80, 20], psi: 0.3 * Math.log(4), verdict: 'stop' },
    { when: 'a cell was emptied: it counts as half a row', before: [50, 50], now: [100, 0], psi: 0.5 * Math.log(2) + 0.495 * Math.log(100), verdict: 'stop' },
    { when: 'a cell was empty on both sides', before: [50, 0, 50], now: [5, 0, 5], psi: 0, verdict: 'ok' },
  ])('$when → $verdict', ({ before, now, psi, verdict }) => {
    const found = drift(before, now);
    expect(found?.psi).toBeCloseTo(psi, 12);
    expect(found?.verdict).toBe(verdict);
  });

  test('of nothing is unknown', () => {
    expect(drift([0, 0], [1, 2])).toBeNull();
    expect(drift([1, 2], [0, 0])).toBeNull();
    expect(drift([], [])).toBeNull();
  });

  test.each([
    // 95 % points of chi-square with 1, 4, 9 and 19 degrees of freedom (scipy 1.17.1): 3.841, 9.488, 16.919, 30.144.
    { cells: 2, point: 3.841 },
    { cells: 5, point: 9.488 },
    { cells: 10, point: 16.919 },
    { cells: 20, point: 30.144 },
  ])('chance with $cells cells stays below $point over the rows, to 3 %', ({ cells, point }) => {
    const counts = Array.from({ length: cells }, () => 50);
    const rows = 50 * cells;
    const found = (drift(counts, counts)?.chance ?? NaN) / (2 / rows);
    expect(Math.abs(found / point - 1)).toBeLessThan(0.03);
  });

  test('is the same both ways, and never below zero', () => {
    const counts = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const there = drift(pairs.map(([a]) => a), pairs.map(([, b]) => b));
        const back = drift(pairs.map(([, b]) => b), pairs.map(([a]) => a));
        expect(there?.psi ?? null).toEqual(back === null ? null : expect.closeTo(back.psi, 10));
        expect(there?.psi ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('counts that are none are refused', () => {
    expect(() => drift([1, -1], [1, 1])).toThrow('refine.not_a_count');
    expect(() => drift([1, 1], [1, 0.5])).toThrow('refine.not_a_count');
    expect(() => drift([1], [1, 1])).toThrow('refine.unequal_lengths');
  });
});

describe('equal parts', () => {
  test.each([
    { of: 'ten different scores', scores: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], parts: 5, cuts: [3, 5, 7, 9], counts: [2, 2, 2, 2, 2] },
    { of: 'ties that stay together', scores: [1, 1, 1, 1, 2, 3], parts: 3, cuts: [2], counts: [4, 2] },
    { of: 'one score', scores: [7, 7, 7], parts: 10, cuts: [], counts: [3] },
    { of: 'nothing', scores: [], parts: 10, cuts: [], counts: [0] },
  ])('of $of', ({ scores, parts, cuts, counts }) => {
    expect(scoreCuts(scores, parts)).toEqual(cuts);
    expect(countsBetween(scores, cuts)).toEqual(counts);
  });

  test('never more parts than asked for, none of them empty, no row lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 12 }), (scores, parts) => {
        const counts = countsBetween(scores, scoreCuts(scores, parts));
        expect(counts.length).toBeLessThanOrEqual(parts);
        expect(Math.min(...counts)).toBeGreaterThan(0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scores.length);
      }),
    );
  });

  test('a score that is no number is refused where cuts are made, and counted nowhere', () => {
    expect(() => scoreCuts([1, NaN])).toThrow('refine.not_a_score');
    expect(countsBetween([1, NaN, 3], [2])).toEqual([1, 1]);
    expect(() => countsBetween([1], [2, 2])).toThrow('refine.cuts_out_of_order');
    expect(() => countsBetween([1], [NaN])).toThrow('refine.not_a_score');
  });
});

describe('evidence', () => {
  test('by hand: 30 of 100 and 10 of 200', () => {
    // Wins 40, losses 260, each plus half a row a cell. 30.5/41 ÷ 70.5/261 and 10.5/41 ÷ 190.5/261.
    const { woe, iv } = evidenceOf([
      { rows: 100, wins: 30 },
      { rows: 200, wins: 10 },
    ]);
    expect(woe[0]).toBeCloseTo(Math.log((30.5 * 261) / (41 * 70.5)), 12);
    expect(woe[1]).toBeCloseTo(Math.log((10.5 * 261) / (41 * 190.5)), 12);
    // Shares of wins less shares of losses: 0.743902 − 0.270115 = 0.473787, and the same below zero; times 1.013062 + 1.047329.
    expect(iv).toBeCloseTo(0.97619, 5);
  });

  test('where the share is the same everywhere there is next to none; a bin without a win weighs much, not without end', () => {
    expect(evidenceOf([{ rows: 1000, wins: 100 }, { rows: 1000, wins: 100 }]).iv).toBe(0);
    const [none] = evidenceOf([{ rows: 100, wins: 0 }, { rows: 100, wins: 50 }]).woe;
    // 0.5/51 ÷ 100.5/151.
    expect(none).toBeCloseTo(Math.log((0.5 / 51) / (100.5 / 151)), 12);
    expect(evidenceOf([])).toEqual({ woe: [], iv: 0 });
  });

  test('more wins than rows are refused', () => {
    expect(() => evidenceOf([{ rows: 1, wins: 2 }])).toThrow('refine.not_a_count');
    expect(() => featureAuc([{ rows: NaN, wins: 0 }])).toThrow('refine.not_a_count');
  });

  test('what an attribute alone is worth', () => {
    // Best bin first: 8 of 10, 5 of 10, 2 of 10. Pairs: 2·(½·8) + 5·(8 + ½·5) + 8·(13 + ½·2), of 15 · 15.
    expect(featureAuc([{ rows: 10, wins: 2 }, { rows: 10, wins: 8 }, { rows: 10, wins: 5 }, { rows: 0, wins: 0 }])).toBe((8 + 52.5 + 112) / 225);
    expect(featureAuc([{ rows: 5, wins: 5 }])).toBeNull();
  });
});

describe('whether a value is there', () => {
  const label = Uint8Array.from([...new Array<number>(100).fill(1), ...new Array<number>(200).fill(0)]);
  /** So many of the wins and of the losses have no value. */
  const numbers = (wins: number, losses: number): Float64Array => Float64Array.from(label, (won, row) => ((won === 1 ? row < wins : row - 100 < losses) ? NaN : 1));

  test('by hand: 30 of 100 wins and 10 of 200 losses have none', () => {
    const found = missingness({ column: { kind: 'number', values: numbers(30, 10) } }, label);
    // 0.5 + (0.30 − 0.05) / 2.
    expect(found?.auc).toBeCloseTo(0.625, 12);
    // 300 · (30 · 190 − 70 · 10)² ÷ (100 · 200 · 40 · 260); scipy's chi2_contingency without correction says the same.
    expect(found?.chiSquare).toBeCloseTo(36.05769230769231, 10);
    expect(found?.missing).toMatchObject({ numerator: 30, denominator: 40, value: '0.7500' });
    expect(found?.present).toMatchObject({ numerator: 70, denominator: 260, value: '0.2692' });
  });

  test('words count alike, whichever way it points', () => {
    const codes = Int32Array.from(numbers(10, 100), (value) => (Number.isNaN(value) ? -1 : 0));
    // 0.5 + (0.50 − 0.10) / 2.
    expect(missingness({ column: { kind: 'text', codes, words: ['x'] } }, label)?.auc).toBeCloseTo(0.7, 12);
  });

  test.each([
    { when: 'every value is there', values: numbers(0, 0), of: label },
    { when: 'none is', values: numbers(100, 200), of: label },
    { when: 'all were won', values: Float64Array.from([1, NaN]), of: Uint8Array.from([1, 1]) },
    { when: 'there are no rows', values: new Float64Array(0), of: new Uint8Array(0) },
  ])('says nothing where $when', ({ values, of }) => {
    expect(missingness({ column: { kind: 'number', values } }, of)).toBeNull();
  });

  test('one value too few is refused', () => {
    expect(() => missingness({ column: { kind: 'number', values: new Float64Array(1) } }, label)).toThrow('refine.unequal_lengths');
  });
});
