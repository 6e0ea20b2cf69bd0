import type { BinnedFeature } from '../bins/bin.js';

/** What weights are fitted on: for each feature the bin of every row, and what each bin's evidence weighs. */
export interface Design {
  readonly rows: number;
  readonly codes: readonly Uint8Array[];
  /** By place of the bin; 0 at places that are none. */
  readonly evidence: readonly Float64Array[];
}

/** Bins as a design. Evidence stays in its table of eight numbers: a column of it would take eight times the memory. */
export const designOf = (binned: readonly Pick<BinnedFeature, 'bins' | 'codes'>[], rows: number): Design => ({
  rows,
  codes: binned.map(({ codes }) => codes),
  evidence: binned.map(({ bins }) => {
    const table = new Float64Array(256);
    bins.forEach(({ woe }, place) => (table[place] = woe));
    return table;
  }),
});

/** The log odds of every row: `weights` hold the intercept and then one for each feature. */
export const logOddsOf = (design: Design, weights: Float64Array): Float64Array => oddsBy(design, weights, (part) => part);

/** The same of whole points, as a filter holds them: `factor` of them are one unit of log odds. */
export const pointOddsOf = (design: Design, weights: Float64Array, factor: number): Float64Array =>
  oddsBy(design, weights, (part) => awayFromZero(factor * part) / factor);

const oddsBy = ({ rows, codes, evidence }: Design, weights: Float64Array, held: (part: number) => number): Float64Array => {
  const odds = new Float64Array(rows).fill(weights[0] ?? 0);
  codes.forEach((column, feature) => {
    const weight = weights[feature + 1] ?? 0;
    if (weight === 0) return;
    const parts = (evidence[feature] ?? new Float64Array(256)).map((woe) => held(weight * woe));
    for (let row = 0; row < rows; row += 1) odds[row] = (odds[row] ?? 0) + (parts[column[row] ?? 0] ?? 0);
  });
  return odds;
};

/** Half away from zero, and zero without a sign. */
export const awayFromZero = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;

/** Minus the log of the probability that a row of these log odds had the outcome it had. */
export const surprise = (logOdds: number, won: boolean): number => {
  const against = won ? -logOdds : logOdds;
  return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(logOdds)));
};
