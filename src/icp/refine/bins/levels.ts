import { byText } from '../../../kernel/group.js';
import type { BinOf } from './bin.js';
import { mergeNeighbours } from './merge.js';
import { LEAST_ROWS, MOST_BINS } from './ranges.js';

/** A level holds at least so many of a hundred rows, or it is pooled. */
const LEAST_PERCENT = 1;
/** So many rows of the common rate are added to a level's own before levels are put in order. */
const SMOOTHING = 20;
/** A filter can ask for no longer text. */
const LONGEST = 1000;

/**
 * Words as groups of levels: those of too few rows pooled, the others put in order of their smoothed rate of wins and then
 * merged like ranges. Linear in rows and words, with two counts a word.
 */
export const levelsOf = ({ codes, words }: { readonly codes: Int32Array; readonly words: readonly string[] }, label: Uint8Array): readonly BinOf[] => {
  const rows = new Int32Array(words.length);
  const wins = new Int32Array(words.length);
  let [known, won] = [0, 0];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    rows[code] = (rows[code] ?? 0) + 1;
    wins[code] = (wins[code] ?? 0) + (label[row] ?? 0);
    known += 1;
    won += label[row] ?? 0;
  }
  const leastRows = Math.max(LEAST_ROWS, Math.ceil((codes.length * LEAST_PERCENT) / 100));
  const levels: { text: string; rows: number; wins: number; rate: number }[] = [];
  let pooled = false;
  for (const [code, all] of rows.entries()) {
    const text = words[code] ?? '';
    const of = wins[code] ?? 0;
    if (all >= leastRows && text.length <= LONGEST) levels.push({ text, rows: all, wins: of, rate: (of + (SMOOTHING * won) / known) / (all + SMOOTHING) });
    else if (all > 0) pooled = true;
  }
  levels.sort((a, b) => a.rate - b.rate || byText(a.text, b.text));
  const groups = mergeNeighbours(levels, { leastRows, most: pooled ? MOST_BINS - 1 : MOST_BINS });
  return [
    ...groups.map(({ from, until }): BinOf => ({ kind: 'levels', levels: levels.slice(from, until).map(({ text }) => text).sort(byText) })),
    ...(pooled ? [{ kind: 'rest' } as const] : []),
  ];
};
