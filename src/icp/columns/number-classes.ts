import type { PlainCondition } from '../filter/condition.js';
import type { Add, Classes } from './classes.js';
import { nextUp, thresholdsOf } from './thresholds.js';

/**
 * Numbers cut at every threshold that some condition has: a number's class is how many thresholds it reaches, plus one; 0 is
 * what is not finite. Comparisons are added up as numbers, and made a mask of, so that nothing branches: which way a row goes
 * cannot be guessed. Loops take apart what they read at their head: what a function closes over would be looked up for every row.
 */
export const classesOfNumbers = (values: Float64Array, conditions: readonly PlainCondition[]): Classes => {
  const thresholds = thresholdsOf(conditions);
  const [first = 0] = thresholds;
  // The one class that no threshold begins is what is below the first of them.
  const cells = [null, -nextUp(-first), ...thresholds];
  const adder = thresholds.length <= 1 ? atOne : thresholds.length <= FEW ? atFew : atMany;
  return { cells, adder: (byClass) => adder(values, thresholds, byClass) };
};

type Adder = (values: Float64Array, thresholds: Float64Array, byClass: Int32Array) => Add;

/** What is more than this is infinite, and what is none is no less than it. */
const LARGEST = Number.MAX_VALUE;

const atOne: Adder = (values, thresholds, byClass) => (start, rows, into) => {
  const [cells, table, largest, [a = Infinity]] = [values, byClass, LARGEST, thresholds];
  for (let i = 0; i < rows; i += 1) {
    const value = cells[start + i] ?? NaN;
    into[i] = (into[i] ?? 0) + (table[-(+(Math.abs(value) <= largest)) & (1 + +(value >= a))] ?? 0);
  }
  return true;
};

/** So many thresholds are compared one after another; more are searched. */
const FEW = 4;

const atFew: Adder = (values, thresholds, byClass) => (start, rows, into) => {
  const [cells, table, largest, [a = Infinity, b = Infinity, c = Infinity, d = Infinity]] = [values, byClass, LARGEST, thresholds];
  for (let i = 0; i < rows; i += 1) {
    const value = cells[start + i] ?? NaN;
    const reached = +(value >= a) + +(value >= b) + +(value >= c) + +(value >= d);
    into[i] = (into[i] ?? 0) + (table[-(+(Math.abs(value) <= largest)) & (1 + reached)] ?? 0);
  }
  return true;
};

const atMany: Adder = (values, thresholds, byClass) => {
  const widest = 2 ** Math.floor(Math.log2(thresholds.length));
  const padded = new Float64Array(widest * 2).fill(Infinity);
  padded.set(thresholds);
  return (start, rows, into) => {
    const [cells, table, largest, steps, half] = [values, byClass, LARGEST, padded, widest];
    for (let i = 0; i < rows; i += 1) {
      const value = cells[start + i] ?? NaN;
      let reached = 0;
      for (let step = half; step > 0; step >>= 1) reached += step * +(value >= (steps[reached + step - 1] ?? Infinity));
      into[i] = (into[i] ?? 0) + (table[-(+(Math.abs(value) <= largest)) & (1 + reached)] ?? 0);
    }
    return true;
  };
};
