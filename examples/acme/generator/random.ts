/** A stream of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** FNV-1a over the seed's UTF-16 units, begun differently for each of the four words. */
const hash = (text: string, start: number): number => {
  let word = start;
  for (let i = 0; i < text.length; i += 1) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
  return word >>> 0;
};

/**
 * The stream of a seed: sfc32, the small fast counting generator by Chris Doty-Humphrey (PractRand). Each lead has a
 * stream of its own, so that a change to one life leaves every other as it was.
 */
export const randomOf = (seed: string): Random => {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x2c1b3c6d);
  let c = hash(seed, 0x297a2d39);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
};

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A whole number from `from` to `to`, both included. */
export const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** One of the options, as likely as its weight says. */
export const weighted = <T>(random: Random, options: readonly (readonly [T, number])[]): T => {
  let left = random() * options.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of options) {
    left -= weight;
    if (left < 0) return value;
  }
  return pick(random, options)[0];
};

/** A wait with the given mean: most are short, a few very long. */
export const waiting = (random: Random, mean: number): number => -mean * Math.log(1 - random());

/** About normal, mean 0 and deviation 1: the sum of twelve draws. */
export const bell = (random: Random): number => {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random();
  return sum;
};
