import type { PlainCondition } from '../filter/condition.js';
import type { ScoreReason } from './judge.js';
import { reaches, thresholdOf, type Threshold } from './threshold.js';
import { rangeWords } from './words.js';

interface Range {
  readonly points: number;
  readonly least: Threshold;
  readonly end: Threshold;
  readonly before: string;
  readonly after: string;
}

type RangeCondition = Extract<PlainCondition, { readonly is: 'range' }>;

const EVERYTHING: Threshold = { text: '', at: -Infinity, reached: true };
const NOTHING: Threshold = { text: '', at: Infinity, reached: false };

/**
 * The bands of one number, for accounts by the million: a number that is one is in the first band that holds, or in none, and
 * never leaves anything open. The reason is put together from what is in words already.
 */
export const numberBands = (
  criterion: string,
  bands: readonly { readonly when: RangeCondition; readonly points: number }[],
  written: (value: number) => string,
): ((value: number) => ScoreReason) => {
  const ranges = bands.map(({ when, points }): Range => {
    const { before, within } = rangeWords(when);
    const least = when.from === undefined ? EVERYTHING : thresholdOf(when.from);
    const end = when.below === undefined ? NOTHING : thresholdOf(when.below);
    return { points, least, end, before, after: within };
  });
  const last = bands.at(-1);
  const { before, without } = last === undefined ? { before: '', without: '' } : rangeWords(last.when);
  const noBand = (bands.length === 1 ? '' : NO_BAND) + before;
  return (value) => {
    for (const { points, least, end, before, after } of ranges) {
      if (reaches(value, least) && !reaches(value, end)) return { criterion, points, holds: true, why: before + written(value) + after };
    }
    return { criterion, points: 0, holds: false, why: noBand + written(value) + without };
  };
};

/** What stands before the words of the last band where there are more. */
export const NO_BAND = 'no band holds; of the last, ';
