import type { PlainCondition } from '../filter/condition.js';
import { thresholdOf } from '../score/threshold.js';
import { keyOf } from '../score/value.js';

/**
 * The floats at which any of the conditions may change its answer, ascending: between two neighbours every finite number is answered
 * alike. The first float that reaches a decimal is the one nearest to it or the next, because reading decimals as floats keeps
 * their order.
 */
export const thresholdsOf = (conditions: readonly PlainCondition[]): Float64Array =>
  Float64Array.from(new Set(conditions.flatMap(turnsOf))).sort();

const turnsOf = (condition: PlainCondition): readonly number[] => {
  switch (condition.is) {
    case 'range':
      return [condition.from, condition.below].flatMap((text) => (text === undefined ? [] : [firstReaching(text)]));
    case 'equal':
      return aloneOf(condition.value);
    case 'one_of':
      return condition.values.flatMap(aloneOf);
    case 'present':
    case 'contains':
    case 'overlap':
    case 'count':
      return [];
  }
};

const firstReaching = (text: string): number => {
  const { at, reached } = thresholdOf(text);
  return reached ? at : nextUp(at);
};

/** A number that is answered apart from its neighbours. Text that no float equals is answered with them. */
const aloneOf = (value: string | number | boolean): readonly number[] => {
  const key = keyOf(value);
  return typeof key === 'number' ? [key, nextUp(key)] : [];
};

/** The next float above a finite one. */
export const nextUp = (value: number): number => {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return new Float64Array(bits.buffer)[0] ?? NaN;
};
