import type { Path } from '../../kernel/issue.js';
import type { Condition } from './condition.js';
import type { Criterion } from './criterion.js';

/** A condition, where it stands, how many groups are around it, and whether contacts are counted around it. */
export interface Placed {
  readonly condition: Condition;
  readonly path: Path;
  readonly depth: number;
  readonly inContacts: boolean;
}

/** The conditions of a criterion as it was written, each with its place. */
export const conditionsOf = (criterion: Criterion, path: Path): readonly { readonly when: Condition; readonly path: Path }[] =>
  criterion.role === 'banded'
    ? criterion.bands.map(({ when }, i) => ({ when, path: [...path, 'bands', i, 'when'] }))
    : [{ when: criterion.when, path: [...path, 'when'] }];

/** A condition and all that it is made of. */
export const walk = (condition: Condition, path: Path, depth = 0, inContacts = false): readonly Placed[] => {
  const here = { condition, path, depth, inContacts };
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'none':
      return [here, ...condition.of.flatMap((inner, i) => walk(inner, [...path, 'of', i], depth + 1, inContacts))];
    case 'contacts':
      return [here, ...walk(condition.where, [...path, 'where'], depth + 1, true)];
    default:
      return [here];
  }
};
