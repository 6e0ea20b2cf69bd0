import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interleaved, outOfTime, rollingOrigin, type OutcomeTable, type Split } from 'revpact/icp/refine';
import { tableOf } from '../../support/outcome-tables.js';

/** Ten rows at moments 0 to 9, each of an account of its own. */
const TEN = tableOf(Array.from({ length: 10 }, (_, row) => [row, row, row % 2] as const));

const shown = (split: Split | null): unknown =>
  split === null ? null : { older: [...split.older], newer: [...split.newer], leftOut: split.leftOut, border: split.border };

const anyTable = (): fc.Arbitrary<OutcomeTable> =>
  fc
    .array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 }), fc.nat({ max: 1 })), { maxLength: 50 })
    .map((rows) => tableOf([...rows].sort((a, b) => a[0] - b[0])));

const accountsOf = (table: OutcomeTable, rows: Int32Array): ReadonlySet<number> => new Set(Array.from(rows, (row) => table.account.codes[row] ?? -1));

describe('out of time', () => {
  test('the oldest seven of ten to learn from, the newest three to test on', () => {
    expect(shown(outOfTime(TEN))).toEqual({ older: [0, 1, 2, 3, 4, 5, 6], newer: [7, 8, 9], leftOut: 0, border: 7 });
    expect(shown(outOfTime(TEN, 50))).toMatchObject({ older: [0, 1, 2, 3, 4], border: 5 });
  });

  test('an account stays on the side of its first row: its later rows are left out', () => {
    const table = tableOf([[0, 0, 1], [1, 1, 0], [2, 0, 0], [3, 1, 1], [4, 2, 0], [5, 2, 1]]);
    expect(shown(outOfTime(table, 50))).toEqual({ older: [0, 1, 2], newer: [4, 5], leftOut: 1, border: 3 });
  });

  test('rows of one moment stay together', () => {
    const day = tableOf([[0, 0, 1], [1, 1, 0], [5, 2, 0], [5, 3, 1], [5, 4, 0]]);
    expect(shown(outOfTime(day, 80))).toMatchObject({ older: [0, 1], newer: [2, 3, 4], border: 5 });
    // All that is old is one moment: the border comes after it.
    expect(shown(outOfTime(tableOf([[0, 0, 1], [0, 1, 0], [0, 2, 0], [5, 3, 1]]), 50))).toMatchObject({ older: [0, 1, 2], newer: [3], border: 5 });
  });

  test.each([
    { when: 'there is one moment', table: tableOf([[3, 0, 1], [3, 1, 0], [3, 2, 0]]) },
    { when: 'there is one account', table: tableOf([[1, 0, 1], [2, 0, 0], [3, 0, 0]]) },
    { when: 'there is one row', table: tableOf([[1, 0, 1]]) },
    { when: 'there is none', table: tableOf([]) },
  ])('no border where $when', ({ table }) => {
    expect(outOfTime(table)).toBeNull();
  });

  test('what is tested is later than all that is learned from, of other accounts, and every row is accounted for', () => {
    fc.assert(
      fc.property(anyTable(), fc.integer({ min: 1, max: 99 }), (table, percent) => {
        const split = outOfTime(table, percent);
        if (split === null) return;
        expect(split.older.length + split.newer.length + split.leftOut).toBe(table.rows);
        for (const row of split.older) expect(table.at[row]).toBeLessThan(split.border ?? NaN);
        for (const row of split.newer) expect(table.at[row]).toBeGreaterThanOrEqual(split.border ?? NaN);
        const learned = accountsOf(table, split.older);
        expect([...accountsOf(table, split.newer)].filter((account) => learned.has(account))).toEqual([]);
      }),
    );
  });

  test.each([0, 100, 69.5, NaN])('%s per cent is refused', (percent) => {
    expect(() => outOfTime(TEN, percent)).toThrow('refine.option_out_of_bounds');
    expect(() => interleaved(TEN, percent)).toThrow('refine.option_out_of_bounds');
  });
});

describe('interleaved', () => {
  test('seven accounts of ten, spread evenly, each with all its rows', () => {
    expect(shown(interleaved(TEN))).toEqual({ older: [1, 2, 4, 5, 7, 8, 9], newer: [0, 3, 6], leftOut: 0, border: null });
    const table = tableOf([[0, 0, 1], [1, 1, 0], [2, 0, 0], [3, 1, 1], [4, 2, 0]]);
    expect(shown(interleaved(table, 50))).toMatchObject({ older: [1, 3], newer: [0, 2, 4] });
  });

  test('no account is on both sides, and every row is on one', () => {
    fc.assert(
      fc.property(anyTable(), fc.integer({ min: 1, max: 99 }), (table, percent) => {
        const split = interleaved(table, percent);
        if (split === null) return;
        expect([...split.older, ...split.newer].sort((a, b) => a - b)).toEqual(Array.from({ length: table.rows }, (_, row) => row));
        const learned = accountsOf(table, split.older);
        expect([...accountsOf(table, split.newer)].filter((account) => learned.has(account))).toEqual([]);
      }),
    );
  });
});

describe('rolling origin', () => {
  test('each block is tested on what all before it taught', () => {
    expect(rollingOrigin(TEN, 4).map(shown)).toEqual([
      { older: [0, 1], newer: [2, 3], leftOut: 0, border: 2 },
      { older: [0, 1, 2, 3], newer: [4, 5], leftOut: 0, border: 4 },
      { older: [0, 1, 2, 3, 4, 5], newer: [6, 7], leftOut: 0, border: 6 },
      { older: [0, 1, 2, 3, 4, 5, 6, 7], newer: [8, 9], leftOut: 0, border: 8 },
    ]);
  });

  test('fewer folds than asked for where there are fewer moments, none where there is one', () => {
    expect(rollingOrigin(tableOf([[0, 0, 1], [0, 1, 0], [9, 2, 0], [9, 3, 1]]), 4).map(shown)).toEqual([{ older: [0, 1], newer: [2, 3], leftOut: 0, border: 9 }]);
    expect(rollingOrigin(tableOf([[3, 0, 1], [3, 1, 0]]), 4)).toEqual([]);
    expect(rollingOrigin(tableOf([]), 4)).toEqual([]);
  });

  test('tests never overlap, and each comes after what it is tested on', () => {
    fc.assert(
      fc.property(anyTable(), fc.integer({ min: 1, max: 8 }), (table, folds) => {
        const splits = rollingOrigin(table, folds);
        expect(splits.length).toBeLessThanOrEqual(folds);
        const tested = splits.flatMap(({ newer }) => [...newer]);
        expect(new Set(tested).size).toBe(tested.length);
        for (const { older, newer } of splits) {
          const last = table.at[older.at(-1) ?? -1] ?? NaN;
          const learned = accountsOf(table, older);
          for (const row of newer) {
            expect(table.at[row]).toBeGreaterThan(last);
            expect(learned.has(table.account.codes[row] ?? -1)).toBe(false);
          }
        }
      }),
    );
  });
});
