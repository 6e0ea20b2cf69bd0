import { compareRatios, isDecimalText, ratioOf } from '../../kernel/ratio.js';
import type { ProfileValue } from '../../vocabulary/words.js';

/**
 * Whether two values of an attribute say the same: numbers and decimal text by value, lists whatever the order and however
 * often a word is in them; empty text and an empty list say as little as null.
 */
export const saysTheSame = (a: ProfileValue, b: ProfileValue): boolean => {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  if (typeof a === 'object' || typeof b === 'object') return typeof a === 'object' && typeof b === 'object' && setOf(a) === setOf(b);
  const [left, right] = [decimalOf(a), decimalOf(b)];
  return left === null || right === null ? a === b : compareRatios(ratioOf(left), ratioOf(right)) === 0;
};

const isNothing = (value: ProfileValue): value is null => value === null || (typeof value === 'object' ? value.length === 0 : value === '');

const setOf = (list: readonly string[] | null): string => JSON.stringify([...new Set(list)].sort());

const decimalOf = (value: string | number | boolean | null): string | null => {
  const text = typeof value === 'boolean' ? '' : String(value);
  return isDecimalText(text) ? text : null;
};
