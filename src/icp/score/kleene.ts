import type { Answer } from './answer.js';

/** What settles a group of conditions, what it then is, and what it is where everything is known and nothing settles it. */
export interface Kleene {
  readonly settles: Answer;
  readonly settled: Answer;
  readonly otherwise: Answer;
}

/** All hold, one holds, or none does. What is not known decides only where nothing known does. */
export const KLEENE = {
  all: { settles: 0, settled: 0, otherwise: 1 },
  any: { settles: 1, settled: 1, otherwise: 0 },
  none: { settles: 1, settled: 0, otherwise: 1 },
} as const satisfies Record<'all' | 'any' | 'none', Kleene>;
