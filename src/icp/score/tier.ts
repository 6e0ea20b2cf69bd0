import type { Tier } from '../filter/filter.js';

/**
 * The best tier that so many points reach, as its place in the list; -1 for none. Where questions were left out, the
 * points are measured against what was left: `points / max` must reach `atLeast / outOf`. Nothing that counted, no tier.
 */
export const tierAt = (tiers: readonly Tier[], points: number, max: number, outOf: number): number => {
  if (max === 0 && outOf !== 0) return -1;
  for (let i = 0; i < tiers.length; i += 1) {
    const atLeast = tiers[i]?.atLeast ?? 0;
    if (max === outOf ? points >= atLeast : reachesShare(points, max, atLeast, outOf)) return i;
  }
  return -1;
};

/** Cross-multiplied; in wide integers only where a float could not hold the product. */
const reachesShare = (points: number, max: number, atLeast: number, outOf: number): boolean =>
  Math.abs(atLeast) <= WIDEST ? points * outOf >= atLeast * max : BigInt(points) * BigInt(outOf) >= BigInt(atLeast) * BigInt(max);

/** No filter's points are beyond two millions, two hundred criteria of ten thousand. */
const WIDEST = 2_000_000_000;
