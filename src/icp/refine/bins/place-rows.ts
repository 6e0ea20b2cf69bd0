import { keyOf } from '../../score/value.js';
import type { Feature } from '../data/outcome-table.js';
import type { Bin } from './bin.js';
import { rangeAt } from './ranges.js';

/** The place of a row that no bin holds. */
export const NO_BIN = 255;

/**
 * Which bin each row of a feature is in, {@link NO_BIN} where none holds its value: a word never seen where no rare ones were
 * pooled, a missing value where none was missing, a number where there were only words.
 */
export const placeRows = (bins: readonly Pick<Bin, 'of'>[], { column }: Pick<Feature, 'column'>): Uint8Array => {
  const placeOf = (kind: Bin['of']['kind']): number => {
    const place = bins.findIndex(({ of }) => of.kind === kind);
    return place < 0 ? NO_BIN : place;
  };
  const missing = placeOf('missing');
  return column.kind === 'number' ? placeNumbers(bins, column.values, missing) : placeWords(bins, column, missing, placeOf('rest'));
};

const placeNumbers = (bins: readonly Pick<Bin, 'of'>[], values: Float64Array, missing: number): Uint8Array => {
  const codes = new Uint8Array(values.length);
  // Ranges stand first, in ascending order and without gaps.
  const ranges = bins.flatMap(({ of }) => (of.kind === 'range' ? [of] : []));
  const cuts = Float64Array.from(ranges.slice(1), ({ from }) => Number(from));
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? NaN;
    codes[row] = Number.isNaN(value) ? missing : ranges.length === 0 ? NO_BIN : rangeAt(cuts, value);
  }
  return codes;
};

const placeWords = (
  bins: readonly Pick<Bin, 'of'>[],
  { codes, words }: { readonly codes: Int32Array; readonly words: readonly string[] },
  missing: number,
  rest: number,
): Uint8Array => {
  const levels = new Map(bins.flatMap(({ of }, bin) => (of.kind === 'levels' ? of.levels.map((level) => [keyOf(level), bin] as const) : [])));
  const ofWord = Uint8Array.from(words, (word) => levels.get(keyOf(word)) ?? rest);
  return Uint8Array.from(codes, (code) => (code < 0 ? missing : (ofWord[code] ?? NO_BIN)));
};
