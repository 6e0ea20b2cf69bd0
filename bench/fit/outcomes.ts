import type { OutcomeColumns } from 'revpact/icp/refine';
import { dice } from '../dice.js';

/** Ten numbers and seven words an account, of which half move the chance of a win; one value in twelve is not known. */
const NUMBERS = 10;
const TEXTS = 7;
const LACKING = 1 / 12;

const made = new Map<number, OutcomeColumns>();
/** So many hand-overs, a minute apart, each of another account; one in ten or so is won. */
export const outcomes = (rows: number): OutcomeColumns => {
  const known = made.get(rows);
  if (known !== undefined) return known;
  const roll = dice(29);
  const numbers = Array.from({ length: NUMBERS }, () => new Float64Array(rows));
  const texts = Array.from({ length: TEXTS }, () => new Int32Array(rows));
  const label = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let odds = -3;
    numbers.forEach((values, i) => {
      const value = Math.round(roll() ** 2 * 1000);
      values[row] = roll() < LACKING ? NaN : value;
      if (i % 2 === 0) odds += value > 500 ? 0.6 : value < 40 ? -0.4 : 0;
    });
    texts.forEach((codes, i) => {
      const word = Math.floor(roll() ** 2 * (4 + 3 * i));
      codes[row] = roll() < LACKING ? -1 : word;
      if (i % 2 === 0) odds += word === 0 ? 0.5 : word === 2 ? -0.3 : 0;
    });
    label[row] = roll() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  }
  const told = { about: 'account', known: 'before', knownAt: null } as const;
  const columns: OutcomeColumns = {
    features: [
      ...numbers.map((values, i) => ({ ...told, name: `number_${String(i)}`, column: { kind: 'number', values } as const })),
      ...texts.map((codes, i) => ({ ...told, name: `text_${String(i)}`, column: { kind: 'text', codes, words: Array.from({ length: 4 + 3 * i }, (_, word) => `word ${String(word)}`) } as const })),
    ],
    label,
    at: Float64Array.from(label, (_, row) => Date.UTC(2026, 0, 1) + row * 60_000),
    account: { codes: Int32Array.from(label, (_, row) => row), words: Array.from(label, (_, row) => `account ${String(row)}`) },
  };
  made.set(rows, columns);
  return columns;
};
