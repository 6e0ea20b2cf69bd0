import { seeded as draws, type Seeded } from '../../../kernel/seeded.js';
import { checkOption } from '../measure/given.js';

/**
 * The generator for a seed of the caller's, each stream of its own.
 *
 * @param seed - A safe integer, 0 or more.
 */
export const seeded = (seed: number, stream: string): Seeded => {
  checkOption('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  return draws(seed, stream);
};
