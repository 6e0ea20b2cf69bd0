import type { LogColumns } from '../../../vocabulary/log-columns.js';
import type { DealColumns } from '../../../vocabulary/log-details.js';

/** The rows of deals in the order of the log, (at, seq, order): a deal may stand in the rows of several leads. */
export const dealOrder = ({ row }: DealColumns, { at, seq }: Pick<LogColumns, 'at' | 'seq'>, orderOf: (row: number) => number): Uint32Array => {
  const seqOf = (own: number): number => {
    const said = seq[own] ?? NaN;
    // A row without `seq` follows those with one.
    return Number.isNaN(said) ? Number.MAX_SAFE_INTEGER : said;
  };
  const compare = (a: number, b: number): number => {
    const [one, other] = [row[a] ?? 0, row[b] ?? 0];
    return (at[one] ?? 0) - (at[other] ?? 0) || seqOf(one) - seqOf(other) || orderOf(one) - orderOf(other);
  };
  const order = new Uint32Array(row.length);
  let isSorted = true;
  for (let i = 0; i < order.length; i += 1) {
    order[i] = i;
    if (i > 0 && isSorted) isSorted = compare(i - 1, i) <= 0;
  }
  return isSorted ? order : order.sort(compare);
};
