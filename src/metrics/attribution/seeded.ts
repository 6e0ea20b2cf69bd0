/** Whole numbers below a bound, the same for equal seeds on every host. */
export type Draw = (below: number) => number;

/**
 * Numbers that look random and are not: xoshiro128** (Blackman and Vigna 2018), its state filled from the seed by SplitMix32.
 * A number is off uniform by less than `below` ÷ 2^32.
 */
export const seeded = (seed: number): Draw => {
  let fill = seed >>> 0;
  const filled = (): number => {
    fill = (fill + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(fill ^ (fill >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [filled(), filled(), filled(), filled()];
  return (below) => {
    const drawn = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11);
    return Math.floor((drawn * below) / 4_294_967_296);
  };
};

const turned = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));
