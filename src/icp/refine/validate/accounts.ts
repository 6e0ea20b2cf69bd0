import type { Numbers } from '../measure/given.js';
import type { Seeded } from '../../../kernel/seeded.js';

/** Rows by the account that they are of. */
export interface RowsByAccount {
  readonly accounts: number;
  /** The account of each row, counted from 0 in the order of first rows. */
  readonly of: Int32Array;
}

/** Accounts counted from 0 without gaps, whatever codes they have in the table. */
export const byAccount = (codes: Numbers): RowsByAccount => {
  const places = new Map<number, number>();
  const of = Int32Array.from({ length: codes.length }, (_, row) => {
    const code = codes[row] ?? -1;
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  return { accounts: places.size, of };
};

/** Draws as many accounts as there are, with replacement: how often each was drawn is left in `times`. */
export const drawAccounts = (times: Int32Array, chance: Seeded): void => {
  times.fill(0);
  for (let i = 0; i < times.length; i += 1) {
    const drawn = chance.below(times.length);
    times[drawn] = (times[drawn] ?? 0) + 1;
  }
};
