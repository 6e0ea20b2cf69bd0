import { isDecimalText } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import type { ProfileValue } from '../../vocabulary/words.js';
import type { PlainCondition } from '../filter/condition.js';
import { within, type Answer } from './answer.js';
import { reaches, textReaches, thresholdOf } from './threshold.js';
import { isKnown, keyOf } from './value.js';

/** A question about one value, with what depends on the question alone done beforehand. */
export type Question = (value: ProfileValue | undefined) => Answer;

/**
 * What one condition asks of a value. A value of a kind that cannot answer (text where a number is asked for, a list where
 * one value is) is not known.
 */
export const questionOf = (condition: PlainCondition): Question => {
  switch (condition.is) {
    case 'present':
      return (value) => (isKnown(value) ? 1 : 0);
    case 'equal':
      return oneOf([condition.value]);
    case 'one_of':
      return oneOf(condition.values);
    case 'range':
      return range(condition.from, condition.below);
    case 'contains': {
      const words = condition.any.map(foldCase);
      return (value) => {
        if (typeof value !== 'string' || value === '') return -1;
        const text = foldCase(value);
        return words.some((word) => text.includes(word)) ? 1 : 0;
      };
    }
    case 'overlap': {
      const words = new Set(condition.values.map(foldCase));
      const atLeast = condition.atLeast ?? 1;
      return (value) => {
        if (!isList(value)) return -1;
        const shared = new Set(value.map(foldCase).filter((word) => words.has(word)));
        return shared.size >= atLeast ? 1 : 0;
      };
    }
    case 'count': {
      const { from = 0, below = Infinity } = condition;
      return (value) => {
        if (!isList(value)) return -1;
        const { size } = new Set(value.map(foldCase));
        return within(size, size, from, below);
      };
    }
  }
};

const isList = (value: ProfileValue | undefined): value is readonly string[] =>
  typeof value === 'object' && value !== null && value.length > 0;

const oneOf = (values: readonly (string | number | boolean)[]): Question => {
  const keys = new Set(values.map(keyOf));
  return (value) => {
    if (!isKnown(value) || typeof value === 'object') return -1;
    return keys.has(keyOf(value)) ? 1 : 0;
  };
};

const range = (from: string | undefined, below: string | undefined): Question => {
  const least = from === undefined ? null : thresholdOf(from);
  const end = below === undefined ? null : thresholdOf(below);
  return (value) => {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return -1;
      return (least === null || reaches(value, least)) && (end === null || !reaches(value, end)) ? 1 : 0;
    }
    if (typeof value !== 'string' || !isDecimalText(value)) return -1;
    return (least === null || textReaches(value, least)) && (end === null || !textReaches(value, end)) ? 1 : 0;
  };
};
