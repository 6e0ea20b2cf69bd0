import type { Tier } from '../filter/filter.js';
import type { Score } from '../score/score.js';

/**
 * Orders scores, best first: by tier, those without one last; of these what fits before what may fit before what does not;
 * then by the share of the points that could be had, then by points. 0 where two stand alike.
 */
export const compareStanding = (tiers: readonly Tier[]): ((a: Score, b: Score) => number) => {
  const places = new Map([...tiers].reverse().map(({ id }, i) => [id, tiers.length - 1 - i]));
  const placeOf = ({ tier }: Score): number => (tier === null ? tiers.length : (places.get(tier) ?? tiers.length));
  return (a, b) => placeOf(a) - placeOf(b) || fitOf(a) - fitOf(b) || byShare(a, b) || b.points - a.points;
};

const fitOf = ({ fits }: Score): number => (fits === true ? 0 : fits === null ? 1 : 2);

/**
 * By cross-multiplication, which is exact: a filter gives at most two million points. An account of which nothing could count
 * has no share; it stands as nothing of one.
 */
const byShare = (a: Score, b: Score): number => b.points * Math.max(1, a.max) - a.points * Math.max(1, b.max);
