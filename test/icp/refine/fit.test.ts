import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binFeatures, chanceOf, DEFAULT_SCALE, fitPoints, outcomeTable, placeRows, scoreRows, type FitOptions, type OutcomeTable, type PointsTable } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import { lowestNonNegative } from '../../../src/icp/refine/fit/non-negative.js';
import { columnsOf, labels, numbers, tableOf, texts, times } from '../../support/outcomes.js';

const FACTOR = 20 / Math.log(2);

const fitted = (table: OutcomeTable, options: Partial<FitOptions> = {}): PointsTable =>
  unwrap(fitPoints(table, binFeatures(table), { scale: DEFAULT_SCALE, ...options }));

/** The same optimum by another way: uphill in small steps, back to zero where a weight would turn negative. */
const climbed = (design: readonly (readonly number[])[], label: readonly number[], lambda: number, towards: readonly number[]): readonly number[] => {
  let weights = [0, ...towards];
  const rowsOf = label.map((_, row) => [1, ...design.map((column) => column[row]!)]);
  // A step of one over the largest curvature never overshoots.
  const step = 1 / (rowsOf.reduce((sum, row) => sum + row.reduce((all, x) => all + x * x, 0), 0) / 4 + lambda);
  for (let i = 0; i < 60_000; i += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -lambda * (weight - towards[at - 1]!)));
    rowsOf.forEach((row, r) => {
      const miss = label[r]! - 1 / (1 + Math.exp(-row.reduce((sum, x, at) => sum + x * weights[at]!, 0)));
      row.forEach((x, at) => (slope[at]! += miss * x));
    });
    const next = weights.map((weight, at) => (at === 0 ? weight + step * slope[0]! : Math.max(0, weight + step * slope[at]!)));
    const moved = Math.max(...next.map((weight, at) => Math.abs(weight - weights[at]!)));
    weights = next;
    if (moved < 1e-10) break;
  }
  return weights;
};

/** Rows of two words and a number, with chances that differ; reproducible. */
const market = (rows: number, seed: number): OutcomeTable => {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const drawn = Array.from({ length: rows }, () => ({ region: ['north', 'south', 'west'][next(3)]!, industry: ['saas', 'steel'][next(2)]!, size: next(100) }));
  const won = drawn.map(({ region, industry, size }) => (next(100) < 10 + (region === 'west' ? 25 : 0) + (industry === 'saas' ? 20 : 0) + (size > 60 ? 20 : 0) ? 1 : 0));
  return tableOf(won, [
    numbers('size', drawn.map(({ size }) => size)),
    texts('industry', drawn.map(({ industry }) => industry)),
    texts('region', drawn.map(({ region }) => region)),
  ]);
};

describe('weights', () => {
  test.each([
    { lambda: 1, seed: 1 },
    { lambda: 30, seed: 2 },
    { lambda: 3, seed: 3 },
  ])('are where slow ascent arrives (λ $lambda)', ({ lambda, seed }) => {
    const table = market(400, seed);
    const points = fitted(table, { lambda, start: 'agreed' });
    const design = points.features.map(({ bins }, i) => [...placeRows(bins, table.features[i]!)].map((bin) => bins[bin]!.woe));
    const [intercept, ...weights] = climbed(design, [...table.label], lambda, [0, 0, 0]);
    expect(points.converged).toBe(true);
    expect(points.intercept).toBeCloseTo(intercept!, 5);
    points.features.forEach(({ weight }, i) => {
      expect(weight).toBeCloseTo(weights[i]!, 5);
    });
  });

  // With one attribute of two bins every rate can be met exactly: ln(60 ÷ 40) − ln(20 ÷ 80) over the difference of evidence.
  test('one attribute of two bins: the rates themselves', () => {
    const table = tableOf([...labels(100, 20), ...labels(100, 60)], [numbers('size', [...times(100, 10), ...times(100, 70)])]);
    const points = fitted(table, { lambda: 1e-9, scale: { pointsToDouble: 900, score: 100, odds: 1 } });
    expect(points.features[0]?.weight).toBeCloseTo((Math.log(1.5) - Math.log(0.25)) / 1.769172, 4);
    const [low, high] = points.features[0]!.bins.map((bin) => chanceOf(points, bin.points));
    expect(low).toBeCloseTo(0.2, 2);
    expect(high).toBeCloseTo(0.6, 2);
  });

  test('a strong pull leaves what is agreed', () => {
    const table = market(400, 5);
    const [size] = binFeatures(table).filter(({ name }) => name === 'size');
    const agreed = { name: 'size', about: 'account', points: Int32Array.from(size!.codes, (bin) => Math.round(0.8 * FACTOR * size!.bins[bin]!.woe) + 50) } as const;
    const points = fitted(table, { lambda: 1e9, agreed: [agreed] });
    const found = points.features.find(({ name }) => name === 'size')!;
    expect(found.agreedWeight).toBeCloseTo(0.8, 1);
    expect(found.weight).toBeCloseTo(found.agreedWeight, 4);
    expect(points.features.filter(({ name }) => name !== 'size').every(({ weight }) => weight < 1e-4)).toBe(true);
  });

  test('points agreed against the evidence pull towards none', () => {
    const table = tableOf([...labels(100, 20), ...labels(100, 60)], [numbers('size', [...times(100, 10), ...times(100, 70)])]);
    const agreed = { name: 'size', about: 'account', points: Int32Array.from(table.label, (_, row) => (row < 100 ? 30 : 0)) } as const;
    expect(fitted(table, { lambda: 10, agreed: [agreed] }).features[0]?.agreedWeight).toBe(0);
  });

  test('no weight is negative, and what others say better is left to them', () => {
    // Among those of one kind the second sign makes a win less likely; only its company makes it look good alone.
    const cells = [['y', 'y', 200, 150], ['y', 'n', 100, 85], ['n', 'y', 20, 1], ['n', 'n', 300, 30]] as const;
    const rows = cells.flatMap(([kind, sign, all, wins]) => labels(all, wins).map((won) => ({ kind, sign, won })));
    const points = fitted(
      tableOf(rows.map(({ won }) => won), [texts('kind', rows.map(({ kind }) => kind)), texts('sign', rows.map(({ sign }) => sign))]),
      { lambda: 0.01 },
    );
    const sign = points.features.find(({ name }) => name === 'sign')!;
    expect(sign).toMatchObject({ weight: 0, idle: 'said_by_others' });
    expect(sign.iv).toBeGreaterThan(0.1);
    expect(sign.bins.map((bin) => bin.points)).toEqual([0, 0]);
  });

  test('begin from their evidence at face value where nothing is agreed, and arrive where slow ascent does from there', () => {
    const table = market(400, 5);
    const points = fitted(table, { lambda: 20 });
    const design = points.features.map(({ bins }, i) => [...placeRows(bins, table.features[i]!)].map((bin) => bins[bin]!.woe));
    const [intercept, ...weights] = climbed(design, [...table.label], 20, points.features.map(({ agreedWeight }) => agreedWeight));
    expect(points.start).toBe('evidence');
    expect(points.features.map(({ agreedWeight }) => agreedWeight)).toEqual(points.features.map(({ idle }) => (idle === 'says_nothing' ? 0 : 1)));
    expect(points.intercept).toBeCloseTo(intercept!, 5);
    points.features.forEach(({ weight }, i) => {
      expect(weight).toBeCloseTo(weights[i]!, 5);
    });
  });

  test('begin from none as soon as points are agreed on anything', () => {
    const table = market(400, 5);
    const name = table.features[0]!.name;
    const some = Int32Array.from({ length: table.rows }, (_, row) => (row % 2 === 0 ? 10 : 0));
    const begun = (points: Int32Array): readonly (string | number)[] => {
      const { start, features } = fitted(table, { lambda: 20, agreed: [{ name, about: 'account', points }] });
      return [start, ...features.slice(1).map(({ agreedWeight }) => agreedWeight)];
    };
    expect(begun(some)).toEqual(['agreed', 0, 0]);
    // The same points for everybody tell nobody apart: nothing is agreed.
    expect(begun(some.fill(7))[0]).toBe('evidence');
  });

  test('two columns that say the same share the weight of one', () => {
    const label = [...labels(100, 20), ...labels(100, 60)];
    const size = [...times(100, 10), ...times(100, 70)];
    const points = fitted(tableOf(label, [numbers('a', size), numbers('b', size)]), { lambda: 2, start: 'agreed' });
    const alone = fitted(tableOf(label, [numbers('a', size)]), { lambda: 1, start: 'agreed' });
    const [a, b] = points.features.map(({ weight }) => weight);
    expect(a).toBeCloseTo(b!, 8);
    // Two halves pulled twice as hard cost what the whole does: 2·(2/2)·(w/2)² = (1/2)·w².
    expect(a! + b!).toBeCloseTo(alone.features[0]!.weight, 8);
  });

  test('told apart without an error: bounded, and said', () => {
    const points = fitted(tableOf([...labels(100, 0), ...labels(100, 100)], [numbers('size', [...times(100, 10), ...times(100, 70)])]), { lambda: 1 });
    expect(points).toMatchObject({ separated: true, converged: true });
    expect(Math.abs(points.features[0]!.bins[0]!.points)).toBeLessThan(1000);
  });

  test('what says nothing weighs nothing', () => {
    const points = fitted(tableOf(labels(100, 40), [numbers('same', times(100, 1))]));
    expect(points.features[0]).toMatchObject({ weight: 0, idle: 'says_nothing' });
    expect(points.intercept).toBeCloseTo(Math.log(40 / 60), 8);
  });
});

describe('the lowest point without negative numbers', () => {
  // Among all sets of numbers held at zero one gives the lowest point: here they are all looked at.
  const value = (matrix: readonly (readonly number[])[], right: readonly number[], x: readonly number[]): number =>
    x.reduce((sum, one, i) => sum + one * (0.5 * x.reduce((all, other, k) => all + matrix[i]![k]! * other, 0) - right[i]!), 0);
  const eliminated = (matrix: readonly (readonly number[])[], right: readonly number[], free: readonly number[]): readonly number[] => {
    const rows = free.map((i) => [...free.map((k) => matrix[i]![k]!), right[i]!]);
    rows.forEach((pivot, i) => {
      rows.forEach((row, k) => {
        if (k === i) return;
        const part = row[i]! / pivot[i]!;
        row.forEach((_, at) => (row[at]! -= part * pivot[at]!));
      });
    });
    const x = right.map(() => 0);
    free.forEach((at, i) => (x[at] = rows[i]!.at(-1)! / rows[i]![i]!));
    return x;
  };
  const cell = fc.double({ min: -3, max: 3, noNaN: true });
  test('is the best of all ways to hold some at zero', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }), fc.array(cell, { minLength: 4, maxLength: 4 }), (rows, right) => {
        // Rows times their mirror image, and a half on the diagonal: symmetric and definite.
        const matrix = rows.map((row, i) => rows.map((other, k) => row.reduce((sum, x, at) => sum + x * other[at]!, i === k ? 0.5 : 0)));
        const found = [...lowestNonNegative(Float64Array.from(matrix.flat()), Float64Array.from(right), Float64Array.of(0, 0, 0, 0))];
        expect(found.slice(1).every((x) => x >= 0)).toBe(true);
        const ways = Array.from({ length: 8 }, (_, held) => [0, ...[1, 2, 3].filter((at) => ((held >> (at - 1)) & 1) === 0)]);
        const best = Math.min(...ways.map((free) => eliminated(matrix, right, free)).filter((x) => x.slice(1).every((one) => one >= 0)).map((x) => value(matrix, right, x)));
        expect(value(matrix, right, found)).toBeLessThanOrEqual(best + 1e-9 * (1 + Math.abs(best)));
      }),
    );
  });
});

describe('points', () => {
  test('a score is the sum of its bins’ points, and what no bin holds gives none', () => {
    const table = market(600, 7);
    const points = fitted(table, { lambda: 3 });
    const sums = [...scoreRows(points, table)];
    points.features.forEach(({ bins }, i) => {
      placeRows(bins, table.features[i]!).forEach((bin, row) => (sums[row]! -= bins[bin]!.points));
    });
    expect(sums.every((sum) => sum === 0)).toBe(true);
    const strange = tableOf([1], [numbers('size', [null]), texts('industry', ['mining']), texts('region', [null])]);
    expect([...scoreRows(points, strange)]).toEqual([0]);
    expect(() => scoreRows(points, tableOf([1], [numbers('size', [1])]))).toThrow(RangeError);
  });

  test('so many points double the odds', () => {
    const odds = (score: number): number => chanceOf({ base: 12, scale: { pointsToDouble: 20, score: 100, odds: 3 } }, score) / (1 - chanceOf({ base: 12, scale: { pointsToDouble: 20, score: 100, odds: 3 } }, score));
    expect(odds(88)).toBeCloseTo(3, 10);
    expect(odds(108)).toBeCloseTo(6, 10);
  });

  test('the same rows in any order give the same points', () => {
    const table = market(300, 11);
    const columns = columnsOf([...table.label], table.features);
    const expected = fitted(unwrap(outcomeTable(columns)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...table.label.keys()], { minLength: table.rows }), (order) => {
        const mixed = {
          ...columns,
          features: columns.features.map((feature) => ({
            ...feature,
            column:
              feature.column.kind === 'number'
                ? { kind: 'number' as const, values: Float64Array.from(order, (row) => (feature.column as { values: Float64Array }).values[row]!) }
                : { ...feature.column, codes: Int32Array.from(order, (row) => (feature.column as { codes: Int32Array }).codes[row]!) },
          })),
          label: Uint8Array.from(order, (row) => columns.label[row]!),
          at: Float64Array.from(order, (row) => columns.at[row]!),
          account: { ...columns.account, codes: Int32Array.from(order, (row) => columns.account.codes[row]!) },
        };
        expect(fitted(unwrap(outcomeTable(mixed)))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('the pull is found on later rows; of equals the one whose chances are nearest, then the stronger', () => {
    const points = fitted(market(1000, 13));
    expect(points.tried.map(({ lambda }) => lambda)).toEqual([10_000, 3000, 1000, 300, 100, 30, 10, 3, 1]);
    const best = Math.max(...points.tried.map(({ auc }) => auc));
    expect(best).toBeGreaterThan(0.6);
    const equals = points.tried.filter(({ auc }) => auc === best);
    const nearest = Math.min(...equals.map(({ logLoss }) => logLoss));
    expect(points).toMatchObject({ chosenBy: 'folds', lambda: equals.find(({ logLoss }) => logLoss === nearest)?.lambda });
    // Every win after every loss: no fold has both.
    expect(fitted(tableOf([...times(100, 0), ...times(20, 1)], [numbers('size', times(120, 1))]))).toMatchObject({ lambda: 30, chosenBy: 'default', tried: [] });
    // Nothing to rank by: an area of a half is chance.
    expect(fitted(tableOf(Array.from({ length: 500 }, (_, row) => (row % 3 === 0 ? 1 : 0)), [numbers('size', times(500, 1))]))).toMatchObject({ lambda: 30, chosenBy: 'default' });
    expect(fitted(market(200, 13), { lambda: 5 })).toMatchObject({ lambda: 5, chosenBy: 'caller', tried: [] });
  });
});

describe('an order does not say how much an attribute is worth', () => {
  // Ranked alike by any weight above none, so that areas cannot tell pulls apart.
  const won = times(2000, 0).map((_, row) => ((row * 104_729) % 101 < (row % 2 === 0 ? 60 : 20) ? 1 : 0));
  const even = won.map((_, row) => (row % 2 === 0 ? 1 : 0));

  test('a strong attribute that nobody asked keeps its points beside an agreed one that tells nothing', () => {
    const noise = won.map((_, row) => (row * 31 + 5) % 89);
    const table = tableOf(won, [numbers('even', even), numbers('noise', noise)]);
    const agreed = [{ name: 'noise', about: 'account' as const, points: Int32Array.from(noise, (one) => (one < 45 ? 20 : 0)) }];
    const { start, features } = fitted(table, { agreed });
    expect(start).toBe('agreed');
    expect(features.find(({ name }) => name === 'even')?.weight).toBeGreaterThan(0.9);
  });

  test('a pull that leaves no whole point ranks nothing', () => {
    const [strongest] = fitted(tableOf(won, [numbers('even', even)]), { start: 'agreed', scale: { ...DEFAULT_SCALE, pointsToDouble: 1 } }).tried;
    expect(strongest).toMatchObject({ lambda: 10_000, auc: 0.5 });
  });

  test('one column five times is worth what it is worth once', () => {
    const table = tableOf(won, ['a', 'b', 'c', 'd', 'e'].map((name) => numbers(name, even)));
    const { start, features } = fitted(table);
    expect(start).toBe('evidence');
    const together = features.reduce((sum, { weight }) => sum + weight, 0);
    expect(together).toBeGreaterThan(0.8);
    expect(together).toBeLessThan(1.3);
  });
});

describe('what cannot be fitted', () => {
  const table = market(200, 17);
  const codes = (options: Partial<FitOptions>, of = table): readonly string[] => {
    const read = fitPoints(of, binFeatures(of), { scale: DEFAULT_SCALE, ...options });
    return read.ok ? [] : read.issues.map(({ code }) => code);
  };
  test.each([
    { when: 'only wins', options: {}, of: tableOf(times(50, 1), [numbers('size', times(50, 1))]), issues: ['refine.one_outcome'] },
    { when: 'only losses', options: {}, of: tableOf(times(50, 0), [numbers('size', times(50, 1))]), issues: ['refine.one_outcome'] },
    { when: 'no pull', options: { lambda: 0 }, of: table, issues: ['refine.bad_lambda'] },
    { when: 'a pull that is no number', options: { lambda: NaN }, of: table, issues: ['refine.bad_lambda'] },
    { when: 'a scale without odds', options: { scale: { pointsToDouble: 20, score: 100, odds: 0 } }, of: table, issues: ['refine.bad_scale'] },
    { when: 'agreed points of other rows', options: { agreed: [{ name: 'size', about: 'account', points: new Int32Array(3) }] }, of: table, issues: ['refine.unequal_lengths'] },
    {
      when: 'more attributes than a filter can ask',
      options: { lambda: 1 },
      of: tableOf([1, 0], Array.from({ length: 201 }, (_, i) => numbers(`n${String(i)}`, [1, 2]))),
      issues: ['refine.too_many_features'],
    },
    {
      when: 'more points than a filter can give',
      options: { lambda: 1, scale: { pointsToDouble: 1000, score: 0, odds: 1 } },
      of: tableOf([...labels(5000, 0), ...labels(5000, 5000)], [numbers('size', [...times(5000, 1), ...times(5000, 2)])]),
      issues: ['refine.points_too_large'],
    },
  ] as const)('$when', ({ options, of, issues }) => {
    expect(codes(options, of)).toEqual(issues);
  });
});
