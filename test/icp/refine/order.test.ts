import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atCapacity, auc, averagePrecision, gains, kolmogorovSmirnov, orderMeasures } from 'revpact/icp/refine';
import { anyOutcomes, LATTICE, shuffledBoth } from '../../support/scored-rows.js';

/** `count` times each value. */
const times = (counts: readonly (readonly [number, number])[]): number[] => counts.flatMap(([value, count]) => new Array<number>(count).fill(value));

describe('the area under the curve', () => {
  test.each([
    { of: 'scikit-learn, roc_auc_score, its example', scores: [0.1, 0.4, 0.35, 0.8], label: [0, 0, 1, 1], area: 0.75 },
    { of: 'all in order', scores: [1, 2, 3], label: [0, 1, 1], area: 1 },
    { of: 'all upside down', scores: [3, 2, 1], label: [0, 1, 1], area: 0 },
    { of: 'one score for all', scores: [4, 4, 4], label: [0, 1, 1], area: 0.5 },
    { of: 'a win beside a loss and above another: 1½ of 2 pairs', scores: [1, 2, 2], label: [0, 0, 1], area: 0.75 },
    { of: 'zero has one sign', scores: [-0, 0], label: [0, 1], area: 0.5 },
    { of: 'infinite scores', scores: [-Infinity, Infinity], label: [0, 1], area: 1 },
    { of: 'wins only', scores: [1, 2], label: [1, 1], area: null },
    { of: 'no rows', scores: [], label: [], area: null },
  ])('$of → $area', ({ scores, label, area }) => {
    expect(auc(scores, label)).toBe(area);
  });

  test('of the 109 images that Hanley and McNeil rated is 0.893', () => {
    // Radiology 143 (1982), table I: ratings 1 to 5 of 58 normal and 51 abnormal CT images. By ranks 2642 of 2958 pairs.
    const normal = times([[1, 33], [2, 6], [3, 6], [4, 11], [5, 2]]);
    const abnormal = times([[1, 3], [2, 2], [3, 2], [4, 11], [5, 33]]);
    const area = auc([...normal, ...abnormal], [...normal.map(() => 0), ...abnormal.map(() => 1)]);
    expect(area).toBe(2642 / 2958);
    expect(area?.toFixed(3)).toBe('0.893');
  });

  test('is what comparing every win with every loss gives', () => {
    fc.assert(
      fc.property(anyOutcomes(), ({ scores, label }) => {
        const of = (outcome: number): number[] => scores.filter((_, row) => label[row] === outcome);
        const pairs = of(1).flatMap((win) => of(0).map((loss): number => (win > loss ? 1 : win === loss ? 0.5 : 0)));
        expect(auc(scores, label)).toBe(pairs.length === 0 ? null : pairs.reduce((sum, won) => sum + won, 0) / pairs.length);
      }),
    );
  });

  test('stays the same under any rising change of scale, and turns over with the scores', () => {
    fc.assert(
      fc.property(anyOutcomes(), ({ scores, label }) => {
        const area = auc(scores, label);
        expect(auc(scores.map((score) => 3 * score ** 3 + 1), label)).toBe(area);
        const turned = auc(scores.map((score) => -score), label);
        expect(turned).toEqual(area === null ? null : expect.closeTo(1 - area, 12));
      }),
    );
  });
});

describe('the distance of Kolmogorov and Smirnov', () => {
  test('of a published example is 0.45', () => {
    // T. W. Kirkman, Statistics to Use: Kolmogorov-Smirnov test, College of Saint Benedict and Saint John's University, data set B.
    const control = [1.26, 0.34, 0.7, 1.75, 50.57, 1.55, 0.08, 0.42, 0.5, 3.2, 0.15, 0.49, 0.95, 0.24, 1.37, 0.17, 6.98, 0.1, 0.94, 0.38];
    const treated = [2.37, 2.16, 14.82, 1.73, 41.04, 0.23, 1.32, 2.91, 39.41, 0.11, 27.44, 4.51, 0.51, 4.5, 0.18, 14.68, 4.66, 1.3, 2.06, 1.19];
    const found = kolmogorovSmirnov([...control, ...treated], [...control.map(() => 0), ...treated.map(() => 1)]);
    expect(found?.distance).toBe(0.45);
  });

  test.each([
    { when: 'the two lie apart', scores: [1, 2, 3, 4], label: [0, 0, 1, 1], found: { distance: 1, at: 3 } },
    { when: 'they lie apart the other way round: a distance has no direction', scores: [1, 2, 3, 4], label: [1, 1, 0, 0], found: { distance: 1, at: 3 } },
    { when: 'both have the one score', scores: [2, 2], label: [0, 1], found: { distance: 0, at: 2 } },
    { when: 'only losses', scores: [2, 2], label: [0, 0], found: null },
  ])('$when → $found', ({ scores, label, found }) => {
    expect(kolmogorovSmirnov(scores, label)).toEqual(found);
  });

  test('is never below what the area has above one half', () => {
    // The area is one half plus the mean gap over losses: no mean is above the widest.
    fc.assert(
      fc.property(anyOutcomes(), ({ scores, label }) => {
        const found = kolmogorovSmirnov(scores, label);
        if (found === null) return;
        expect(found.distance).toBeGreaterThanOrEqual(Math.abs((auc(scores, label) ?? 0.5) - 0.5) - 1e-12);
        expect(found.distance).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('average precision', () => {
  test.each([
    { of: 'scikit-learn, average_precision_score, its example', scores: [0.1, 0.4, 0.35, 0.8], label: [0, 0, 1, 1], value: (1 + 2 / 3) / 2 },
    { of: 'wins first', scores: [4, 3, 2], label: [1, 1, 0], value: 1 },
    { of: 'one win last of four', scores: [4, 3, 2, 1], label: [0, 0, 0, 1], value: 0.25 },
    { of: 'tied rows enter together: two of four, whatever their order', scores: [7, 7, 7, 7], label: [1, 0, 0, 1], value: 0.5 },
    { of: 'no win', scores: [1, 2], label: [0, 0], value: null },
  ])('$of → $value', ({ scores, label, value }) => {
    expect(averagePrecision(scores, label)).toBe(value);
  });
});

test('500 rows with ties: as scikit-learn 1.9.1 and scipy 1.17.1 have it', () => {
  // roc_auc_score, average_precision_score, scipy.stats.ks_2samp over the rows that LATTICE spells out.
  const { scores, label } = LATTICE;
  expect(label.reduce((sum: number, won) => sum + won, 0)).toBe(202);
  expect(auc(scores, label)).toBeCloseTo(0.7223901920393382, 14);
  expect(averagePrecision(scores, label)).toBeCloseTo(0.6080239503130415, 14);
  expect(kolmogorovSmirnov(scores, label)?.distance).toBeCloseTo(0.3438102199481693, 14);
});

describe('at the capacity agreed', () => {
  // Six rows: 9 won; 8 won, lost, lost; 5 won; 1 lost.
  const scores = [9, 8, 8, 8, 5, 1];
  const label = [1, 1, 0, 0, 1, 0];

  test.each([
    { room: 'one', capacity: 1, wins: 1, precision: 1, recall: 1 / 3, lift: 2, cut: 9, atCut: { rows: 1, room: 1 } },
    { room: 'one more than the best: a lot for three', capacity: 2, wins: 4 / 3, precision: 2 / 3, recall: 4 / 9, lift: 4 / 3, cut: 8, atCut: { rows: 3, room: 1 } },
    { room: 'four', capacity: 4, wins: 2, precision: 0.5, recall: 2 / 3, lift: 1, cut: 8, atCut: { rows: 3, room: 3 } },
    { room: 'more than there are', capacity: 99, wins: 3, precision: 0.5, recall: 1, lift: 1, cut: 1, atCut: { rows: 1, room: 1 } },
  ])('room for $room', ({ capacity, wins, precision, recall, lift, cut, atCut }) => {
    const top = atCapacity(scores, label, capacity);
    expect(top).toEqual({
      worked: Math.min(6, capacity),
      wins: expect.closeTo(wins, 12) as unknown,
      precision: expect.closeTo(precision, 12) as unknown,
      recall: expect.closeTo(recall, 12) as unknown,
      lift: expect.closeTo(lift, 12) as unknown,
      cut,
      atCut,
    });
  });

  test('nothing to work has no precision, and without a win there is no recall', () => {
    expect(atCapacity([], [], 3)).toBeNull();
    expect(atCapacity([1, 2], [0, 0], 1)).toMatchObject({ precision: 0, recall: null, lift: null });
  });

  test('gains grow to all, and the last part is the whole', () => {
    fc.assert(
      fc.property(anyOutcomes(), fc.integer({ min: 1, max: 20 }), ({ scores: any, label: won }, parts) => {
        const table = gains(any, won, parts);
        expect(table.length).toBe(any.length === 0 ? 0 : parts);
        for (const [i, row] of table.entries()) expect(row.wins).toBeGreaterThanOrEqual((table[i - 1]?.wins ?? 0) - 1e-9);
        const wins = won.reduce((sum, one) => sum + one, 0);
        expect(table.at(-1)?.wins ?? wins).toBe(wins);
        if (table.length > 0 && wins > 0) expect(table.at(-1)).toMatchObject({ lift: 1, recall: 1 });
      }),
    );
  });
});

test('no measure depends on the order of the rows, to the last bit', () => {
  fc.assert(
    fc.property(anyOutcomes(), fc.integer(), (outcomes, seed) => {
      const turned = shuffledBoth(outcomes, seed);
      expect(orderMeasures(turned.scores, turned.label, 7)).toEqual(orderMeasures(outcomes.scores, outcomes.label, 7));
    }),
  );
});

describe('what is no outcome is refused, all of it at once', () => {
  const codes = (act: () => unknown): readonly string[] => {
    try {
      act();
      return [];
    } catch (error) {
      return (error as { issues: readonly { code: string; path: readonly (string | number)[] }[] }).issues.map(({ code, path }) => `${code} ${path.join('.')}`);
    }
  };
  test.each([
    { what: 'NaN among scores', act: () => auc([1, NaN, NaN], [0, 1, 1]), found: ['refine.not_a_score scores.1'] },
    { what: 'a label of 2, and too many', act: () => auc([1], [0, 2]), found: ['refine.unequal_lengths scores', 'refine.not_a_label label.1'] },
    { what: 'room for none', act: () => atCapacity([1], [1], 0), found: ['refine.option_out_of_bounds capacity'] },
    { what: 'half a room', act: () => orderMeasures([1], [1], 0.5), found: ['refine.option_out_of_bounds capacity'] },
    { what: 'no parts', act: () => gains([1], [1], 0), found: ['refine.option_out_of_bounds parts'] },
  ])('$what → $found', ({ act, found }) => {
    expect(codes(act)).toEqual(found);
  });
});
