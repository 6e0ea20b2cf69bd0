/** A whole number that is added to: small steps as a number, what no longer fits beside it. */
export interface Exact {
  low: number;
  high: bigint;
}

/** Nothing, to add to. */
export const exactZero = (): Exact => ({ low: 0, high: 0n });

/** Add a safe integer. */
export const addWhole = (sum: Exact, value: number): void => {
  const next = sum.low + value;
  if (Number.isSafeInteger(next)) sum.low = next;
  else {
    sum.high += BigInt(sum.low);
    sum.low = value;
  }
};

/** Add the product of two safe integers. */
export const addProduct = (sum: Exact, a: number, b: number): void => {
  const product = a * b;
  // A safe product was not rounded: its absolute value is below 2^53.
  if (Number.isSafeInteger(product)) addWhole(sum, product);
  else sum.high += BigInt(a) * BigInt(b);
};

/** Add another sum. */
export const addExact = (sum: Exact, other: Exact): void => {
  sum.high += other.high;
  addWhole(sum, other.low);
};

/** What it comes to. */
export const exactValue = ({ low, high }: Exact): bigint => high + BigInt(low);
