import { digest } from './canonical.js';

/** Numbers that look like chance and are the same each time. */
export interface Seeded {
  /** The next 32 bits, 0 to 2³² − 1. */
  readonly bits: () => number;
  /** A whole number from 0 up to `n`, exclusively, each as likely as the next. `n` is at most 2³¹. */
  readonly below: (n: number) => number;
}

/** What 31 bits can be: whole numbers of this size are divided fastest. */
const RANGE = 2 ** 31;

const turned = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));

/** xoshiro128** 1.1 by Blackman and Vigna (2018), from its four words of state. */
export const xoshiro = (a: number, b: number, c: number, d: number): Seeded => {
  const bits = (): number => {
    const drawn = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11);
    return drawn;
  };
  // What lies above the last whole multiple of n would favour the small numbers. It is found once for many draws below one n.
  let bound = 1;
  let fair = RANGE;
  const below = (n: number): number => {
    if (n !== bound) {
      bound = n;
      fair = RANGE - (RANGE % n);
    }
    let drawn = bits() >>> 1;
    while (drawn >= fair) drawn = bits() >>> 1;
    return drawn % n;
  };
  return { bits, below };
};

/**
 * The generator for a seed. Streams of different names have nothing to do with each other, so that one more draw in one
 * analysis changes no other.
 */
export const seeded = (seed: number, stream: string): Seeded => {
  const hash = digest({ seed, stream });
  const word = (i: number): number => Number.parseInt(hash.slice(8 * i, 8 * i + 8), 16) | 0;
  return xoshiro(word(0), word(1), word(2), word(3));
};
