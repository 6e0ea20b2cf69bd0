import { ISSUE_LIMIT } from '../../kernel/result.js';

/** The first 1,000 of something, and how many there were. */
export interface Listed<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** A list that keeps count and holds the first 1,000. */
export const listing = <T>(): { readonly add: (one: T) => void; readonly list: () => Listed<T> } => {
  const first: T[] = [];
  let count = 0;
  return {
    add: (one) => {
      count += 1;
      if (first.length < ISSUE_LIMIT) first.push(one);
    },
    list: () => ({ count, first }),
  };
};

/** The first 1,000 of all there are. */
export const listed = <T>(all: readonly T[]): Listed<T> => ({ count: all.length, first: all.slice(0, ISSUE_LIMIT) });
