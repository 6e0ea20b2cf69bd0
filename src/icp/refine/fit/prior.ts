import type { BinnedFeature } from '../bins/bin.js';
import { featureKey } from '../data/by-feature.js';

/** What the filter in force gives each row of a table for its answers about one attribute. */
export interface AgreedPoints {
  readonly name: string;
  readonly about: 'account' | 'contact';
  /** One for each row. */
  readonly points: Int32Array;
}

/**
 * The weight of evidence that agreed points stand for: the slope of the line through (evidence of a bin, mean agreed points of its
 * rows), bins weighed by their rows, over `factor` points a unit of log odds. Where the line begins is left open, for points may
 * all be higher by the same. 0 where the slope is negative, where nothing is agreed, and where evidence does not differ.
 */
export const agreedWeightOf = ({ bins, codes }: BinnedFeature, points: Int32Array, factor: number): number => {
  const sums = new Float64Array(bins.length);
  for (let row = 0; row < codes.length; row += 1) {
    const bin = codes[row] ?? 0;
    if (bin < sums.length) sums[bin] = (sums[bin] ?? 0) + (points[row] ?? 0);
  }
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  const meanEvidence = bins.reduce((sum, bin) => sum + bin.rows * bin.woe, 0) / rows;
  const meanPoints = sums.reduce((sum, of) => sum + of, 0) / rows;
  let [together, alone] = [0, 0];
  bins.forEach((bin, i) => {
    const off = bin.woe - meanEvidence;
    together += off * ((sums[i] ?? 0) - bin.rows * meanPoints);
    alone += bin.rows * off * off;
  });
  return alone > 0 ? Math.max(0, together / alone / factor) : 0;
};

/**
 * What the weight of an attribute begins from that nobody has agreed points on.
 *
 * - `agreed`: from none. A refinement is an update of what was agreed, and takes on a new question as far as outcomes speak for it.
 * - `evidence`: from one, its evidence at face value: what it is worth where attributes are independent of each other.
 */
export const STARTS = ['agreed', 'evidence'] as const;
/** One of {@link STARTS}. */
export type Start = (typeof STARTS)[number];

/** Where points are agreed on anything, what they leave out begins from none; where on nothing, there is no agreement to be pulled to. */
export const startOf = (agreed: readonly AgreedPoints[]): Start =>
  agreed.some(({ points }) => points.some((of) => of !== points[0])) ? 'agreed' : 'evidence';

/** What the weight of each feature is pulled towards. */
export const agreedWeights = (binned: readonly BinnedFeature[], agreed: readonly AgreedPoints[], factor: number, start: Start): readonly number[] => {
  const byName = new Map(agreed.map((one) => [featureKey(one), one.points]));
  return binned.map((feature) => {
    const points = byName.get(featureKey(feature));
    if (points !== undefined) return agreedWeightOf(feature, points, factor);
    return start === 'evidence' && feature.bins.some(({ woe }) => woe !== 0) ? 1 : 0;
  });
};
