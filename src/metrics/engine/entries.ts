import { tieColumns } from '../definition/column.js';
import type { FactSource, TableSource } from './source.js';

/** Stage visits by whom they are of, each one's in the order in which stages were entered. */
export interface Entries {
  /** Rows of the table; null where they stand in order already. */
  readonly order: Int32Array | null;
  /** Where each one's begin, and at the end where the last one's end. */
  readonly starts: Int32Array;
}

/** Every lead's visits, or every account's over all its leads; those of no known account are left out. */
export const entriesBy = (source: FactSource, of: 'lead' | 'account'): Entries =>
  source.once(`entries by ${of}`, () => {
    const visits = source.table('stageVisits');
    const { codes, words } = of === 'lead' ? visits.text('leadId') : accountsOf(source, visits);
    const before = byEntry(visits);
    return inRuns(codes, words.length, before) ?? sorted(codes, words.length, before);
  });

const accountsOf = (source: FactSource, visits: TableSource): { readonly codes: Int32Array; readonly words: readonly string[] } => {
  const { codes, words } = source.table('leads').text('accountId');
  return { codes: visits.leads().map((lead) => (lead < 0 ? -1 : (codes[lead] ?? -1))), words };
};

/** The order in which stages were entered, over all leads. An inferred visit and the one that revealed it share an event. */
export const byEntry = (visits: TableSource): ((a: number, b: number) => number) => {
  const columns = ['enteredAt', 'enteredOrder', 'visit'].map((name) => visits.numbers(name));
  const [at = NONE, order = NONE, visit = NONE] = columns;
  const lead = visits.text('leadId');
  return (a, b) =>
    (at[a] ?? 0) - (at[b] ?? 0) || (order[a] ?? 0) - (order[b] ?? 0) || (visit[a] ?? 0) - (visit[b] ?? 0) || compareWords(lead, a, b);
};

const NONE = new Float64Array(0);

const compareWords = (
  { codes, words }: { readonly codes: Int32Array; readonly words: readonly string[] },
  a: number,
  b: number,
): number => {
  const [x, y] = [codes[a] ?? -1, codes[b] ?? -1];
  if (x === y) return 0;
  return (words[x] ?? '') < (words[y] ?? '') ? -1 : 1;
};

/** Facts as `factsFrom` makes them stand in order: one pass sees that, and nothing is moved. */
const inRuns = (codes: Int32Array, count: number, before: (a: number, b: number) => number): Entries | null => {
  const seen = new Uint8Array(count);
  const starts = new Int32Array(Math.min(count, codes.length) + 1);
  let found = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code < 0) return null;
    if (row > 0 && codes[row - 1] === code) {
      if (before(row - 1, row) > 0) return null;
      continue;
    }
    if (seen[code] === 1) return null;
    seen[code] = 1;
    starts[found] = row;
    found += 1;
  }
  starts[found] = codes.length;
  return { order: null, starts: starts.subarray(0, found + 1) };
};

const sorted = (codes: Int32Array, count: number, before: (a: number, b: number) => number): Entries => {
  const starts = new Int32Array(count + 1);
  for (const code of codes) if (code >= 0) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts.at(-1) ?? 0);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const place = next[code] ?? 0;
    order[place] = row;
    next[code] = place + 1;
  }
  for (let one = 0; one < count; one += 1) {
    const [from, to] = [starts[one] ?? 0, starts[one + 1] ?? 0];
    if (to - from > 1) order.subarray(from, to).sort(before);
  }
  return { order, starts };
};

/** Orders rows of one moment as every engine does: by place in the log where the table keeps it, then by what identifies them. */
export const byTie = (table: TableSource): ((a: number, b: number) => number) => {
  const columns = tieColumns(table.key).map((name) => {
    const text = table.text(name);
    const numbers = table.numbers(name);
    return (a: number, b: number): number => {
      const [x = NaN, y = NaN] = [numbers[a], numbers[b]];
      return Number.isNaN(x) || Number.isNaN(y) ? compareWords(text, a, b) : x - y;
    };
  });
  return (a, b) => {
    for (const compare of columns) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return 0;
  };
};
