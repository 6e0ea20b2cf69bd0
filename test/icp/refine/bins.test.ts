import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scorer, type TargetFilter } from 'revpact/icp';
import { binFeatures, NO_BIN, placeRows, rebinFeatures, type BinnedFeature } from 'revpact/icp/refine';
import { roundestCut } from '../../../src/icp/refine/bins/cut.js';
import { chiSquare, mergeNeighbours } from '../../../src/icp/refine/bins/merge.js';
import { labels, numbers, tableOf, texts, times } from '../../support/outcomes.js';

const shown = ({ bins }: BinnedFeature): readonly string[] =>
  bins.map(({ of, rows, wins }) => {
    const what = of.kind === 'range' ? `${of.from ?? ''}..${of.below ?? ''}` : of.kind === 'levels' ? of.levels.join('|') : of.kind;
    return `${what} ${String(wins)}/${String(rows)}`;
  });

describe('cuts', () => {
  test.each([
    { a: 49, b: 50, cut: '50' },
    { a: 37, b: 52, cut: '50' },
    { a: 199, b: 1001, cut: '1000' },
    { a: 0.634, b: 0.697, cut: '0.69' },
    { a: -37, b: -12, cut: '-20' },
    { a: -3, b: 8, cut: '0' },
    { a: 0, b: 1e-7, cut: '0.0000001' },
    { a: 1, b: 1 + 2 ** -52, cut: '1.0000000000000002' },
    { a: 1e20, b: 3e20, cut: '300000000000000000000' },
    { a: 0, b: 1e-19, cut: null },
    { a: 1e31, b: 1e32, cut: null },
    { a: 5, b: 1e300, cut: '900000000000000000000000000000' },
  ])('between $a and $b: $cut', ({ a, b, cut }) => {
    expect(roundestCut(a, b)).toBe(cut);
  });

  const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.integer({ min: -1000, max: 1000 }), fc.double({ noNaN: true, min: -1, max: 1 }));
  test('a filter that asks for the range reads what the bin holds', () => {
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const [a, b] = [Math.min(x, y), Math.max(x, y)];
        const cut = a === b ? null : roundestCut(a, b);
        if (cut === null) return;
        expect(Number(cut)).toBeGreaterThan(a);
        expect(Number(cut)).toBeLessThanOrEqual(b);
        const filter: TargetFilter = {
          id: 'f',
          title: 'f',
          criteria: [{ id: 'c', title: 'c', role: 'weighted', missing: 'zero', when: { is: 'range', attribute: 'size', from: cut }, points: 1 }],
          tiers: [{ id: 'A', atLeast: 1 }],
        };
        const read = scorer(filter, 0);
        for (const size of [a, b, z, Number(cut)]) expect(read({ id: 'a', attributes: { size } }).points).toBe(size >= Number(cut) ? 1 : 0);
      }),
    );
  });
});

describe('merging', () => {
  // 100·(10·30 − 20·40)² ÷ (50·50·30·70)
  test('χ² of ten of fifty against twenty of fifty is 100/21', () => {
    expect(chiSquare({ rows: 50, wins: 10 }, { rows: 50, wins: 20 })).toBeCloseTo(100 / 21, 12);
  });
  test('nothing tells groups apart that all won', () => {
    expect(chiSquare({ rows: 5, wins: 5 }, { rows: 9, wins: 9 })).toBe(0);
  });
  test.each([
    { when: 'those that hardly differ become one', groups: [[100, 10], [100, 12], [100, 50]], into: [[0, 2], [2, 3]] },
    { when: 'a small one joins the neighbour it differs less from', groups: [[100, 0], [20, 12], [100, 100]], into: [[0, 1], [1, 3]] },
    { when: 'all alike become one', groups: [[40, 4], [40, 4], [40, 4]], into: [[0, 3]] },
  ])('$when', ({ groups, into }) => {
    const merged = mergeNeighbours(groups.map(([rows = 0, wins = 0]) => ({ rows, wins })), { leastRows: 30, most: 6 });
    expect(merged.map(({ from, until }) => [from, until])).toEqual(into);
  });
  test('no more than six, though all differ', () => {
    const groups = Array.from({ length: 20 }, (_, i) => ({ rows: 1000, wins: i % 2 === 0 ? 100 : 900 }));
    expect(mergeNeighbours(groups, { leastRows: 30, most: 6 }).length).toBe(6);
  });
});

describe('bins', () => {
  // Twenty of a hundred below, sixty of a hundred above: ln((20.5 ÷ 81) ÷ (80.5 ÷ 121)), ln((60.5 ÷ 81) ÷ (40.5 ÷ 121)).
  test('two ranges, with their evidence worked by hand', () => {
    const [size] = binFeatures(tableOf([...labels(100, 20), ...labels(100, 60)], [numbers('size', [...times(100, 10), ...times(100, 70)])]));
    expect(shown(size!)).toEqual(['..70 20/100', '70.. 60/100']);
    expect(size?.bins[0]?.woe).toBeCloseTo(-0.966489, 5);
    expect(size?.bins[1]?.woe).toBeCloseTo(0.802683, 5);
    expect(size?.iv).toBeCloseTo(0.729258, 5);
  });

  test('missing is a bin of its own; of few rows it says nothing', () => {
    const values = (lacking: number) => [...times(100, 10), ...times(100, 70), ...times(lacking, null)];
    const [many] = binFeatures(tableOf([...labels(100, 20), ...labels(100, 60), ...labels(40, 40)], [numbers('size', values(40))]));
    expect(shown(many!)).toEqual(['..70 20/100', '70.. 60/100', 'missing 40/40']);
    expect(many?.bins[2]?.woe).toBeGreaterThan(1);
    const [few] = binFeatures(tableOf([...labels(100, 20), ...labels(100, 60), ...labels(3, 3)], [numbers('size', values(3))]));
    expect(few?.bins[2]).toEqual({ of: { kind: 'missing' }, rows: 3, wins: 3, woe: 0 });
    expect(few?.iv).toBeCloseTo(0.729258, 5);
  });

  test('rare levels are pooled, like ones grouped, and the worst stand first', () => {
    const rows = [['good', 100, 80], ['fine', 100, 78], ['poor', 100, 10], ['rare', 20, 20], ['rarer', 15, 0]] as const;
    const table = tableOf(
      rows.flatMap(([, all, wins]) => labels(all, wins)),
      [texts('kind', rows.flatMap(([word, all]) => times(all, word)))],
    );
    const [kind] = binFeatures(table);
    expect(shown(kind!)).toEqual(['poor 10/100', 'fine|good 158/200', 'rest 20/35']);
    const other = tableOf([1, 1, 1], [texts('kind', ['GOOD', 'unheard of', null])]);
    expect([...placeRows(kind!.bins, other.features[0]!)]).toEqual([1, 2, NO_BIN]);
  });

  test('a value that is all there is, or none, is one bin', () => {
    const [same, none] = binFeatures(tableOf(labels(50, 20), [numbers('a', times(50, 1)), numbers('b', times(50, null))]));
    expect(shown(same!)).toEqual(['.. 20/50']);
    expect(shown(none!)).toEqual(['missing 20/50']);
    expect([same?.iv, none?.iv]).toEqual([0, 0]);
  });

  test('only wins: nothing is told apart', () => {
    const [size] = binFeatures(tableOf(times(100, 1), [numbers('size', Array.from({ length: 100 }, (_, i) => i))]));
    expect(shown(size!)).toEqual(['.. 100/100']);
  });

  test('half of all rows at nought are kept apart from the rest', () => {
    const table = tableOf([...labels(500, 10), ...labels(500, 250)], [numbers('visits', [...times(500, 0), ...Array.from({ length: 500 }, (_, i) => 1 + i)])]);
    expect(shown(binFeatures(table)[0]!)[0]).toBe('..1 10/500');
  });

  test('each row is in the bin that holds it, and bins add up', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 20 }), fc.double({ noNaN: true, min: -5, max: 5 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.constantFrom(null, 'a', 'b', 'c'), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 200 }), (rows) => {
        const table = tableOf(rows.map(([, , won]) => won), [numbers('size', rows.map(([size]) => size)), texts('kind', rows.map(([, kind]) => kind))]);
        const binned = binFeatures(table);
        for (const { bins, codes, iv } of binned) {
          expect(bins.map(({ rows: all }) => all)).toEqual(bins.map((_, bin) => codes.filter((code) => code === bin).length));
          expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows.length);
          expect(bins.reduce((sum, bin) => sum + bin.wins, 0)).toBe(rows.filter(([, , won]) => won === 1).length);
          expect(iv).toBeGreaterThanOrEqual(0);
          for (const { of, rows: all } of bins.slice(0, bins.length > 1 ? undefined : 0)) if (of.kind === 'range' && bins.filter((one) => one.of.kind === 'range').length > 1) expect(all).toBeGreaterThanOrEqual(30);
        }
        expect(rebinFeatures(binned, table)).toEqual(binned);
      }),
    );
  });

  test('a level for each of 100,000 rows: one pool, in bounded time', () => {
    const table = tableOf(labels(100_000, 1000), [texts('id', Array.from({ length: 100_000 }, (_, row) => `x${String(row)}`))]);
    expect(shown(binFeatures(table)[0]!)).toEqual(['rest 1000/100000']);
  });
});
