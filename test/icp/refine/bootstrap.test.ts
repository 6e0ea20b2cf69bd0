import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auc, compare, pairedBootstrap, pointsStability, shuffledLabelAuc } from 'revpact/icp/refine';
import { seeded, xoshiro } from '../../../src/kernel/seeded.js';
import { seeded as checked } from '../../../src/icp/refine/validate/seeded.js';
import { LATTICE } from '../../support/scored-rows.js';

describe('chance from a seed', () => {
  test('gives the published numbers of xoshiro128**', () => {
    // From the state 1, 2, 3, 4: the vector of the rand_xoshiro crate, made with the authors' own C.
    const { bits } = xoshiro(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, bits)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('is the same for the same seed, and another for another seed or stream', () => {
    const drawn = (seed: number, stream: string): readonly number[] => Array.from({ length: 5 }, seeded(seed, stream).bits);
    expect(drawn(7, 'a')).toEqual(drawn(7, 'a'));
    expect(drawn(7, 'a')).not.toEqual(drawn(8, 'a'));
    expect(drawn(7, 'a')).not.toEqual(drawn(7, 'b'));
    expect(() => checked(-1, 'a')).toThrow('refine.option_out_of_bounds');
    expect(() => checked(0.5, 'a')).toThrow('refine.option_out_of_bounds');
  });

  test('is even: 60,000 throws of a die', () => {
    const { below } = seeded(1, 'die');
    const faces = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i += 1) {
      const face = below(6);
      faces[face] = (faces[face] ?? 0) + 1;
    }
    // Chi-square with 5 degrees of freedom stays below 20.5 in 999 of 1,000 runs.
    expect(faces.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
  });
});

const ROWS = LATTICE.label.map((_, row) => row);
/** The scores of the lattice with a coarse reading of them: a better and a worse order of the same rows. */
const CONTEST = { champion: LATTICE.scores.map((score) => (score % 7) + Math.floor(score / 40)), challenger: LATTICE.scores, label: LATTICE.label, account: ROWS };

/**
 * The standard error of a difference of areas after DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988): variances and
 * covariance of each row's share in the area. Nothing is drawn.
 */
const deLong = (a: readonly number[], b: readonly number[], label: readonly number[]): number => {
  const at = (outcome: number): readonly number[] => ROWS.filter((row) => label[row] === outcome);
  const wins = at(1);
  const losses = at(0);
  const beats = (scores: readonly number[], win: number, loss: number): number => {
    const d = (scores[win] ?? NaN) - (scores[loss] ?? NaN);
    return d > 0 ? 1 : d === 0 ? 0.5 : 0;
  };
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]): number => {
    const middle = mean(values);
    return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  };
  const difference = (win: number, loss: number): number => beats(b, win, loss) - beats(a, win, loss);
  const byWin = wins.map((win) => mean(losses.map((loss) => difference(win, loss))));
  const byLoss = losses.map((loss) => mean(wins.map((win) => difference(win, loss))));
  return Math.sqrt(variance(byWin) / wins.length + variance(byLoss) / losses.length);
};

describe('champion and challenger, drawn together', () => {
  test('the interval is as wide as DeLong’s formula says, to a tenth', () => {
    const found = pairedBootstrap(CONTEST, { seed: 3, draws: 4000 });
    const error = deLong(CONTEST.champion, CONTEST.challenger, CONTEST.label);
    expect(found?.difference).toBe((auc(CONTEST.challenger, CONTEST.label) ?? NaN) - (auc(CONTEST.champion, CONTEST.label) ?? NaN));
    const width = ((found?.high ?? NaN) - (found?.low ?? NaN)) / (2 * 1.96 * error);
    expect(width).toBeGreaterThan(0.9);
    expect(width).toBeLessThan(1.1);
    expect(((found?.high ?? NaN) + (found?.low ?? NaN)) / 2).toBeCloseTo(found?.difference ?? NaN, 2);
  });

  test('one against itself is no better, however it is drawn', () => {
    const same = { ...CONTEST, champion: CONTEST.challenger };
    expect(pairedBootstrap(same, { seed: 9, draws: 100 })).toEqual({ difference: 0, low: 0, high: 0, draws: 100, usable: 100 });
    expect(compare(same, { seed: 9, draws: 100 }).better).toBe(false);
  });

  test('sides changed, the interval turns over', () => {
    const there = pairedBootstrap(CONTEST, { seed: 5 });
    const back = pairedBootstrap({ ...CONTEST, champion: CONTEST.challenger, challenger: CONTEST.champion }, { seed: 5 });
    expect(back?.difference).toBe(-(there?.difference ?? NaN));
    expect(back?.low).toBe(-(there?.high ?? NaN));
    expect(back?.high).toBe(-(there?.low ?? NaN));
  });

  test('rows of one account are drawn together: many of one kind say no more than one', () => {
    const single = pairedBootstrap(CONTEST, { seed: 2, draws: 1000 });
    const times = 4;
    const four = <T>(values: readonly T[]): readonly T[] => values.flatMap((value) => new Array<T>(times).fill(value));
    const copied = { champion: four(CONTEST.champion), challenger: four(CONTEST.challenger), label: four(CONTEST.label), account: four(CONTEST.account) };
    expect(pairedBootstrap(copied, { seed: 2, draws: 1000 })).toEqual(single);
    const asIfApart = pairedBootstrap({ ...copied, account: copied.label.map((_, row) => row) }, { seed: 2, draws: 1000 });
    const width = (found: typeof single): number => (found?.high ?? NaN) - (found?.low ?? NaN);
    // Four times the rows look twice as sure.
    expect(width(single) / width(asIfApart)).toBeGreaterThan(1.7);
    expect(width(single) / width(asIfApart)).toBeLessThan(2.3);
  });

  test.each([
    { when: 'nine accounts were won', wins: 9, low: null },
    { when: 'ten were', wins: 10, low: expect.any(Number) as unknown },
  ])('where $when the interval is $low', ({ wins, low }) => {
    const label = ROWS.map((row) => (row < wins ? 1 : 0));
    const found = pairedBootstrap({ ...CONTEST, label }, { seed: 1, draws: 100 });
    expect(found?.low).toEqual(low);
    expect(found?.difference).toEqual(expect.any(Number));
  });

  test('only losses: nothing to compare; nor without rows', () => {
    const label = ROWS.map(() => 0);
    expect(pairedBootstrap({ ...CONTEST, label }, { seed: 1 })).toBeNull();
    expect(compare({ ...CONTEST, label }, { seed: 1, capacity: 5 })).toMatchObject({ difference: null, better: false });
    expect(compare({ champion: [], challenger: [], label: [], account: [] }, { seed: 1, capacity: 5 })).toMatchObject({ difference: null, moved: null, better: false });
  });

  test.each([
    { what: 'too few draws', act: () => pairedBootstrap(CONTEST, { seed: 1, draws: 99 }), code: 'refine.option_out_of_bounds' },
    { what: 'no seed', act: () => pairedBootstrap(CONTEST, { seed: NaN }), code: 'refine.option_out_of_bounds' },
    { what: 'an account too few', act: () => pairedBootstrap({ ...CONTEST, account: [1] }, { seed: 1 }), code: 'refine.unequal_lengths' },
    { what: 'a score that is none', act: () => compare({ ...CONTEST, challenger: ROWS.map(() => NaN) }, { seed: 1 }), code: 'refine.not_a_score' },
    { what: 'room for none', act: () => compare(CONTEST, { seed: 1, capacity: 0 }), code: 'refine.option_out_of_bounds' },
  ])('$what is refused', ({ act, code }) => {
    expect(act).toThrow(code);
  });
});

describe('who would be worked instead', () => {
  test('by hand: room for two of five', () => {
    const contest = { champion: [5, 4, 3, 2, 1], challenger: [5, 1, 4, 2, 3], label: [1, 0, 1, 0, 0], account: [0, 1, 2, 3, 4] };
    expect(compare(contest, { seed: 1, capacity: 2 }).moved).toEqual({ in: { rows: 1, wins: 1 }, out: { rows: 1, wins: 0 } });
    expect(compare(contest, { seed: 1 }).moved).toBeNull();
  });

  test('as many go in as go out, and the wins gained are the difference', () => {
    const rows = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 1 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 45 }), (given, capacity) => {
        const contest = { champion: given.map(([a]) => a), challenger: given.map(([, b]) => b), label: given.map(([, , y]) => y), account: given.map((_, row) => row) };
        const { moved, champion, challenger } = compare(contest, { seed: 1, draws: 100, capacity });
        expect(moved?.in.rows).toBeCloseTo(moved?.out.rows ?? NaN, 9);
        const gained = (challenger.capacity?.wins ?? NaN) - (champion.capacity?.wins ?? NaN);
        expect((moved?.in.wins ?? NaN) - (moved?.out.wins ?? NaN)).toBeCloseTo(gained, 9);
      }),
    );
  });
});

describe('how points hold', () => {
  test('points that do not follow the rows stand still', () => {
    const fixed = [[5, -5], [3]];
    const found = pointsStability(fixed, ROWS, () => fixed, { seed: 1, draws: 20 });
    expect(found).toEqual({
      features: [[{ points: 5, low: 5, high: 5, flips: 0 }, { points: -5, low: -5, high: -5, flips: 0 }], [{ points: 3, low: 3, high: 3, flips: 0 }]],
      draws: 20,
      fitted: 20,
    });
  });

  test('points that hang on chance turn round, and each draw has rows of as many accounts as there are', () => {
    let drawn = 0;
    const found = pointsStability(
      [[1]],
      ROWS,
      (rows) => {
        drawn += 1;
        expect(rows.length).toBe(ROWS.length);
        expect([...rows].every((row, i) => i === 0 || row >= (rows[i - 1] ?? 0))).toBe(true);
        return [[drawn % 2 === 0 ? 1 : -1]];
      },
      { seed: 1, draws: 40 },
    );
    expect(found.features).toEqual([[{ points: 1, low: -1, high: 1, flips: 20 }]]);
  });

  test('what cannot be fitted is counted; other shapes are refused', () => {
    expect(pointsStability([[1]], ROWS, () => null, { seed: 1, draws: 10 })).toEqual({ features: [], draws: 10, fitted: 0 });
    expect(() => pointsStability([[1, 2]], ROWS, () => [[1]], { seed: 1, draws: 10 })).toThrow('refine.unequal_lengths');
    expect(() => pointsStability([[1]], ROWS, () => [[1]], { seed: 1, draws: 9 })).toThrow('refine.option_out_of_bounds');
  });

  test('an account goes in and out with all its rows', () => {
    const account = [0, 0, 1, 1, 1, 2, 3];
    pointsStability(
      [],
      account,
      (rows) => {
        const count = (row: number): number => rows.filter((one) => one === row).length;
        expect(count(0)).toBe(count(1));
        expect(count(2)).toBe(count(3));
        expect(count(3)).toBe(count(4));
        expect(count(0) + count(2) + count(5) + count(6)).toBe(4);
        return [];
      },
      { seed: 4, draws: 30 },
    );
  });
});

describe('outcomes dealt anew', () => {
  const label = Uint8Array.from(LATTICE.label);

  test('a fair test finds nothing', () => {
    const found = shuffledLabelAuc(label, (dealt) => ({ scores: LATTICE.scores, label: dealt }), { seed: 1, draws: 20 });
    expect(found?.leaks).toBe(false);
    expect(found?.aucs.length).toBe(20);
    // 202 wins and 298 losses: √(501 ÷ (12 · 202 · 298)) for one draw, over √20.
    expect(found?.error).toBeCloseTo(Math.sqrt(501 / (12 * 202 * 298 * 20)), 12);
    expect(Math.abs((found?.mean ?? NaN) - 0.5)).toBeLessThan(3 * (found?.error ?? NaN));
  });

  test('a test that peeks is caught, though no outcome means anything', () => {
    const found = shuffledLabelAuc(label, (dealt) => ({ scores: Array.from(dealt, (won, row) => won * 50 + (row % 97)), label: dealt }), { seed: 1 });
    expect(found).toMatchObject({ leaks: true });
  });

  test('each deal has the same outcomes in another order, and the same ones for the same seed', () => {
    const deals: string[] = [];
    const run = (dealt: Uint8Array): null => {
      expect([...dealt].filter((won) => won === 1).length).toBe(202);
      deals.push(dealt.join(''));
      return null;
    };
    expect(shuffledLabelAuc(label, run, { seed: 1, draws: 3 })).toBeNull();
    expect(shuffledLabelAuc(label, run, { seed: 1, draws: 3 })).toBeNull();
    expect(new Set(deals).size).toBe(3);
    expect(deals.slice(3)).toEqual(deals.slice(0, 3));
  });
});
