import type { Tier } from '../filter/filter.js';
import type { Place } from './layout.js';
import type { Plan } from './plan.js';

/** The scores of many accounts, one place a row: the figures of `Score`, and of its lists how long they are. */
export interface ColumnScores {
  readonly rows: number;
  /** The most that any account can have. */
  readonly outOf: number;
  readonly points: Int32Array;
  /** The most each could have had, with what is known of it. */
  readonly max: Int32Array;
  /** The tier's place in the filter; -1 where there is none. */
  readonly tier: Int8Array;
  /** 1 fits, 0 does not, 255 is not known. */
  readonly fits: Uint8Array;
  /** How many criteria's answers are not known. */
  readonly gaps: Uint8Array;
  /** What stands against it, added up: 1 a disqualifier, 2 a must-have that is missing, 4 a criterion that refuses to guess. */
  readonly against: Uint8Array;
}

export const DISQUALIFIED = 1;
export const MISSING = 2;
export const UNDECIDED = 4;

export const emptyScores = (rows: number, outOf: number): ColumnScores => ({
  rows,
  outOf,
  points: new Int32Array(rows),
  max: new Int32Array(rows),
  tier: new Int8Array(rows),
  fits: new Uint8Array(rows),
  gaps: new Uint8Array(rows),
  against: new Uint8Array(rows),
});

const NOT_KNOWN = 255;
/** Whether an account fits, by what stands against it: a disqualifier or a missing must-have decides; else a refusal leaves it open. */
const FITS = /* @__PURE__ */ Uint8Array.of(1, 0, 0, 0, NOT_KNOWN, 0, 0, 0);

const NONE = /* @__PURE__ */ new Int32Array(0);

/** Done with the rows from `start`, as many as `rows`, once all their columns are added. */
export type Settle = (start: number, rows: number, sums: readonly Int32Array[]) => void;

/**
 * Writes the scores of rows, the first of which is `start`, from the sums of each. Nothing branches: which accounts fit, and of
 * which all is known, cannot be guessed.
 */
export const settler = (tiers: readonly Tier[], { layout, points: base }: Pick<Plan, 'layout' | 'points'>, scores: ColumnScores): Settle => {
  const { of } = layout;
  const most = of.points.mask + 1;
  const placeOf = placing(tiers, scores.outOf);
  const ways = most * (of.left.mask + 1);
  const tabled = ways <= Math.min(LARGEST_TABLE, scores.rows);
  // Where there is none it has one place, so that looking it up stays the same.
  const placeIn = (way: number): number => placeOf((way % most) + base, scores.outOf - Math.floor(way / most));
  const places = Int8Array.from({ length: tabled ? ways : 1 }, (_, way) => placeIn(way));
  const stands = { disqualified: inPlace(of.disqualified), missing: inPlace(of.missing), undecided: inPlace(of.undecided) };
  const tables = { most, places, lastPlace: places.length - 1, fitsBy: FITS, least: base };
  const write: Settle = (start, rows, sums) => {
    // Taken apart here, not around the function: what it closes over would be looked up for every row.
    const { outOf, points, max, tier, fits, gaps, against } = scores;
    const { most, places, lastPlace, fitsBy, least } = tables;
    const { disqualified, missing, undecided } = stands;
    const { shift: pointsShift, mask: pointsMask } = of.points;
    const { shift: leftShift, mask: leftMask } = of.left;
    const { shift: gapsShift, mask: gapsMask } = of.gaps;
    const [pointsAt, leftAt, gapsAt] = [sums[of.points.lane] ?? NONE, sums[of.left.lane] ?? NONE, sums[of.gaps.lane] ?? NONE];
    const againstAt = sums[of.disqualified.lane] ?? NONE;
    for (let i = 0; i < rows; i += 1) {
      const row = start + i;
      const some = ((pointsAt[i] ?? 0) >>> pointsShift) & pointsMask;
      const left = ((leftAt[i] ?? 0) >>> leftShift) & leftMask;
      const sum = againstAt[i] ?? 0;
      // DISQUALIFIED, MISSING and UNDECIDED by their bits.
      const own = +((sum & disqualified) !== 0) | (+((sum & missing) !== 0) << 1) | (+((sum & undecided) !== 0) << 2);
      points[row] = some + least;
      max[row] = outOf - left;
      gaps[row] = ((gapsAt[i] ?? 0) >>> gapsShift) & gapsMask;
      against[row] = own;
      fits[row] = fitsBy[own] ?? 0;
      // With all bits set it is minus one: it reaches none, or does not fit.
      tier[row] = (places[(left * most + some) & lastPlace] ?? 0) | -(+(own !== 0));
    }
  };
  if (tabled) return write;
  const { points, max, tier, against } = scores;
  return (start, rows, sums) => {
    write(start, rows, sums);
    for (let row = start; row < start + rows; row += 1) tier[row] = against[row] === 0 ? placeOf(points[row] ?? 0, max[row] ?? 0) : -1;
  };
};

/** A table says which tier any points give, whatever is left out, where it is small and has fewer places than there are rows. */
const LARGEST_TABLE = 2 ** 15;

const inPlace = ({ shift, mask }: Place): number => mask << shift;

/**
 * The place of the first tier that so many points reach; -1 for none. Where questions were left out: points / max ≥ cut / outOf,
 * cross-multiplied. No product that matters is rounded: points are two millions at most.
 */
const placing = (tiers: readonly Tier[], outOf: number): ((points: number, max: number) => number) => {
  const cuts = Float64Array.from(tiers, ({ atLeast }) => atLeast);
  return (points, max) => {
    if (max === 0 && outOf !== 0) return -1;
    return max === outOf ? cuts.findIndex((cut) => points >= cut) : cuts.findIndex((cut) => points * outOf >= cut * max);
  };
};
