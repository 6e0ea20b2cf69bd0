/**
 * An amount in shares that sum to it exactly, by largest remainder (Hare and Niemeyer's rule): everyone gets the whole units
 * of their exact share, rounded down, and the units that are left go one each to the largest fractions; of equal fractions, to
 * the one that comes first. Nobody is more than one unit from their exact share.
 *
 * @param amount - Whole units, such as cents; below zero they are shared by the same rule.
 * @param weights - Their sum must be above zero; single weights may be below it.
 */
export const splitExactly = (amount: bigint, weights: readonly bigint[]): readonly bigint[] => {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (all <= 0n) throw new RangeError('weights must sum to more than zero');
  const shares = weights.map((weight) => floored(amount * weight, all));
  const left = Number(shares.reduce((sum, { whole }) => sum - whole, amount));
  const first = shares.map((_, i) => i).sort((a, b) => byFraction(shares[a]?.fraction ?? 0n, shares[b]?.fraction ?? 0n) || a - b);
  const more = new Set(first.slice(0, left));
  return shares.map(({ whole }, i) => (more.has(i) ? whole + 1n : whole));
};

/** Rounded down, and what that cut off, in parts of the divisor. */
const floored = (dividend: bigint, divisor: bigint): { readonly whole: bigint; readonly fraction: bigint } => {
  const rest = dividend % divisor;
  const fraction = rest < 0n ? rest + divisor : rest;
  return { whole: (dividend - fraction) / divisor, fraction };
};

const byFraction = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1);
