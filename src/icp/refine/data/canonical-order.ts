import { byText } from '../../../kernel/group.js';
import type { Feature, OutcomeColumns } from './outcome-table.js';

/**
 * The positions of rows in their one order: by moment, by account, by every value, by when it
 * was known, by outcome. Rows that agree in all of it are the same row twice, and either may stand first.
 */
export const canonicalOrder = ({ features, label, at, account }: OutcomeColumns): Uint32Array => {
  const nameOf = (row: number): string => account.words[account.codes[row] ?? -1] ?? '';
  const ties = features.map(compareIn);
  const compare = (a: number, b: number): number => {
    const byMoment = (at[a] ?? 0) - (at[b] ?? 0) || byText(nameOf(a), nameOf(b));
    if (byMoment !== 0) return byMoment;
    for (const tie of ties) {
      const found = tie(a, b);
      if (found !== 0) return found;
    }
    return (label[a] ?? 0) - (label[b] ?? 0);
  };
  const order = Uint32Array.from(label, (_, row) => row);
  // Exports mostly come in order of time.
  const sorted = order.every((row) => row === 0 || compare(row - 1, row) <= 0);
  return sorted ? order : order.sort(compare);
};

const compareIn = ({ column, knownAt }: Feature): ((a: number, b: number) => number) => {
  const byKnown = (a: number, b: number): number => (knownAt === null ? 0 : byNumber(knownAt[a] ?? NaN, knownAt[b] ?? NaN));
  if (column.kind === 'number') return (a, b) => byNumber(column.values[a] ?? NaN, column.values[b] ?? NaN) || byKnown(a, b);
  const { codes, words } = column;
  const wordOf = (row: number): string | null => words[codes[row] ?? -1] ?? null;
  return (a, b) => byText(wordOf(a), wordOf(b)) || byKnown(a, b);
};

/** What is not known before all numbers. */
const byNumber = (a: number, b: number): number =>
  Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : Number.isNaN(b) ? 1 : a < b ? -1 : a > b ? 1 : 0;
