import type { Feature, OutcomeTable } from '../data/outcome-table.js';
import { featureOf } from '../data/subset.js';
import { evidenceOf } from '../measure/evidence.js';
import type { Bin, BinnedFeature, BinOf } from './bin.js';
import { levelsOf } from './levels.js';
import { NO_BIN, placeRows } from './place-rows.js';
import { LEAST_ROWS, rangesOf } from './ranges.js';

/**
 * Every feature of a table as bins, in the table's order.
 *
 * Numbers are cut at forty quantiles; neighbours are merged by smallest χ² until each differs from the next (χ² above 6.63), holds
 * at least 30 rows and 3 % of all, and there are at most six. Words of fewer than 30 rows or 1 % are pooled as `rest`; the
 * others are put in order of their rate of wins (smoothed by twenty rows of the common rate) and merged alike, to six with
 * `rest`. Missing values are a bin of their own. A bin of which there would be no row is left out.
 *
 * Weights of evidence are those of `evidenceOf` over the bins of at least 30 rows. Fewer (missing, rest, or a small
 * table) say nothing and weigh 0, since a single lucky row would else be worth more than any rule.
 *
 * Cuts are plain decimal text, the roundest between the values that they part.
 *
 * @example
 * ```ts
 * import { binFeatures, outcomeTable } from 'revpact/icp/refine';
 *
 * const at = Float64Array.from({ length: 200 }, (_, row) => Date.UTC(2026, 0, 1) + row);
 * const read = outcomeTable({
 *   features: [{ name: 'employees', about: 'account', known: 'before', knownAt: null, column: { kind: 'number', values: at.map((_, row) => row) } }],
 *   label: Uint8Array.from(at, (_, row) => (row >= 87 ? 1 : 0)),
 *   at,
 *   account: { codes: Int32Array.from(at, () => 0), words: ['acme'] },
 * });
 * const [employees] = read.ok ? binFeatures(read.value) : [];
 * employees?.bins.map(({ of, rows, wins }) => [of.kind === 'range' && of.below, rows, wins]) // => [['85', 85, 0], [null, 115, 113]]
 * ```
 */
export const binFeatures = (table: OutcomeTable): readonly BinnedFeature[] => table.features.map((feature) => binFeature(feature, table.label));

const binFeature = (feature: Feature, label: Uint8Array): BinnedFeature => {
  const { name, about, column } = feature;
  const found = column.kind === 'number' ? rangesOf(column.values, label) : levelsOf(column, label);
  const lacks = column.kind === 'number' ? column.values.some(Number.isNaN) : column.codes.some((code) => code < 0);
  const of: readonly BinOf[] = lacks ? [...found, { kind: 'missing' }] : found;
  const codes = placeRows(of.map((one) => ({ of: one })), feature);
  const { bins, iv } = weigh(of, codes, label);
  return { name, about, bins, codes, iv };
};

/**
 * The same bins over the rows of another table, counted and weighed anew: what a test or another draw of rows says of them.
 * Rows that no bin holds are in {@link NO_BIN} and count nowhere. Throws where the table lacks a feature.
 */
export const rebinFeatures = (binned: readonly Pick<BinnedFeature, 'name' | 'about' | 'bins'>[], table: OutcomeTable): readonly BinnedFeature[] =>
  binned.map(({ name, about, bins }) => {
    const codes = placeRows(bins, featureOf(table, { name, about }));
    return { name, about, codes, ...weigh(bins.map(({ of }) => of), codes, table.label) };
  });

const weigh = (of: readonly BinOf[], codes: Uint8Array, label: Uint8Array): { readonly bins: readonly Bin[]; readonly iv: number } => {
  const counts = of.map((one) => ({ of: one, rows: 0, wins: 0 }));
  for (let row = 0; row < codes.length; row += 1) {
    const bin = counts[codes[row] ?? NO_BIN];
    if (bin === undefined) continue;
    bin.rows += 1;
    bin.wins += label[row] ?? 0;
  }
  const solid = counts.filter(({ rows }) => rows >= LEAST_ROWS);
  const { woe, iv } = evidenceOf(solid);
  return { bins: counts.map((bin) => ({ ...bin, woe: woe[solid.indexOf(bin)] ?? 0 })), iv };
};
