/** Places after the binary point of what is computed with. */
const BITS = 96n;
const ONE = 1n << BITS;
/** The fraction of a half-life is cut to 60 places, read six at a time. */
const DIGITS = 10;
const DIGIT_BITS = 6;

/** 2^(−age / half-life) in units of 2^−96, for whole milliseconds from 0 up. */
export type Decay = (ageMs: number) => bigint;

/**
 * Halving as integers, so that every host finds the same bits: `Math.pow` may differ in its last one.
 *
 * Whole half-lives are a shift. The fraction is cut to 60 binary places and read as ten digits of six bits; each digit names
 * a power that was made from square roots of one half. The error is below 2^−58 of the result, and an age of more than 96
 * half-lives weighs nothing.
 */
export const decayOf = (halfLifeMs: number): Decay => {
  const half = BigInt(halfLifeMs);
  const powers = digitPowers();
  return (ageMs) => {
    const lives = Math.floor(ageMs / halfLifeMs);
    if (lives > Number(BITS)) return 0n;
    let fraction = ((BigInt(ageMs) - BigInt(lives) * half) << BigInt(DIGITS * DIGIT_BITS)) / half;
    let value = ONE;
    for (let digit = DIGITS - 1; digit >= 0; digit -= 1) {
      const six = Number(fraction & 63n);
      fraction >>= BigInt(DIGIT_BITS);
      if (six !== 0) value = (value * (powers[digit]?.[six] ?? ONE)) >> BITS;
    }
    return value >> BigInt(lives);
  };
};

/** By digit, from the first after the point: 2^(−d / 64^(place)) for d from 0 to 63. */
const digitPowers = (): readonly (readonly bigint[])[] => {
  let root = ONE >> 1n;
  return Array.from({ length: DIGITS }, () => {
    for (let i = 0; i < DIGIT_BITS; i += 1) root = squareRoot(root << BITS);
    const step = root;
    const powers = [ONE];
    for (let d = 1; d < 64; d += 1) powers.push(((powers[d - 1] ?? ONE) * step) >> BITS);
    return powers;
  });
};

/** Rounded down, by Newton's method from above. */
const squareRoot = (square: bigint): bigint => {
  let guess = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (guess + square / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
};
