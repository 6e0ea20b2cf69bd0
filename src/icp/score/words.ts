import { foldCase } from '../../kernel/text.js';
import type { ProfileValue } from '../../vocabulary/words.js';
import type { PlainCondition } from '../filter/condition.js';
import type { Answer } from './answer.js';
import { numberWriter } from './recall.js';
import { isKnown } from './value.js';

/**
 * Says why a condition got its answer: what was found, and what of the question it meets or misses. What depends on the
 * condition alone is put into words once.
 *
 * @param written - Writes numbers; one for all conditions of one value.
 */
export const wordsFor = (condition: PlainCondition, written = numberWriter()): ((value: ProfileValue | undefined, answer: Answer) => string) => {
  const name = nameOf(condition);
  const unknown = `${name} is not known`;
  const found = `${name} is `;
  switch (condition.is) {
    case 'present':
      return (_, answer) => (answer === 1 ? `${name} is known` : unknown);
    case 'equal': {
      const other = `, not ${shown(condition.value)}`;
      return (value, answer) => (isKnown(value) ? found + shown(value) + (answer === -1 ? NO_VALUE : answer === 1 ? '' : other) : unknown);
    }
    case 'one_of': {
      const values = `one of ${listed(condition.values)}`;
      return (value, answer) => (isKnown(value) ? found + shown(value) + (answer === -1 ? NO_VALUE : answer === 1 ? `, ${values}` : `, not ${values}`) : unknown);
    }
    case 'contains': {
      const words = condition.any.map((word) => ({ word, folded: foldCase(word) }));
      const without = `, without ${listed(condition.any)}`;
      return (value) => {
        if (typeof value !== 'string') return isKnown(value) ? `${found}${shown(value)}, which is no text` : unknown;
        if (value === '') return unknown;
        const text = foldCase(value);
        const met = words.find(({ folded }) => text.includes(folded));
        return found + shown(value) + (met === undefined ? without : `, with ${shown(met.word)}`);
      };
    }
    case 'range': {
      const { within, without } = rangeWords(condition);
      return (value, answer) => {
        if (!isKnown(value)) return unknown;
        const text = typeof value === 'number' ? written(value) : shown(value);
        return found + text + (answer === 1 ? within : answer === 0 ? without : ', which is no number');
      };
    }
    case 'overlap': {
      const words = condition.values.map((word) => ({ word, folded: foldCase(word) }));
      const none = `${name} has none of ${listed(condition.values)}`;
      const asked = (condition.atLeast ?? 1) > 1 ? `; at least ${String(condition.atLeast)} are asked` : '';
      return (value) => {
        if (!isKnown(value)) return unknown;
        if (typeof value !== 'object') return `${found}${shown(value)}, which is no list`;
        const has = new Set(value.map(foldCase));
        const shared = words.filter(({ folded }) => has.has(folded)).map(({ word }) => word);
        return shared.length === 0 ? none : `${name} has ${listed(shared)}${asked}`;
      };
    }
    case 'count': {
      const bounds = boundsOf(condition) || 'any number';
      return (value, answer) => {
        if (!isKnown(value)) return unknown;
        if (typeof value !== 'object') return `${found}${shown(value)}, which is no list`;
        const size = new Set(value.map(foldCase)).size;
        return `${name} has ${String(size)} different ${size === 1 ? 'value' : 'values'}, ${answer === 1 ? '' : 'not '}${bounds}`;
      };
    }
  }
};

/** What stands before a number and after it, in the range and out of it. */
export const rangeWords = (
  condition: Extract<PlainCondition, { readonly is: 'range' }>,
): { readonly before: string; readonly within: string; readonly without: string } => {
  const bounds = boundsOf(condition) || 'a number';
  return { before: `${nameOf(condition)} is `, within: `, ${bounds}`, without: `, not ${bounds}` };
};

const NO_VALUE = ', a list and no single value';

/** What would make a condition hold, as a clause: `employees at least 50 and below 250`. */
export const askedOf = (condition: PlainCondition): string => {
  const name = nameOf(condition);
  switch (condition.is) {
    case 'present':
      return `${name} known`;
    case 'equal':
      return `${name} ${shown(condition.value)}`;
    case 'one_of':
      return `${name} one of ${listed(condition.values)}`;
    case 'contains':
      return `${name} with ${listed(condition.any)}`;
    case 'range':
      return `${name} ${boundsOf(condition) || 'a number'}`;
    case 'overlap':
      return `${name} with at least ${String(condition.atLeast ?? 1)} of ${listed(condition.values)}`;
    case 'count':
      return `${name} with ${boundsOf(condition) || 'any number of'} different values`;
  }
};

/** The attribute as a sentence names it. */
const nameOf = ({ attribute, about }: PlainCondition): string => (about === 'contact' ? `the contact’s ${attribute}` : attribute);

/** `at least 50 and below 250`; empty where nothing is asked. */
export const boundsOf = ({ from, below }: { readonly from?: string | number; readonly below?: string | number }): string =>
  [...(from === undefined ? [] : [`at least ${String(from)}`]), ...(below === undefined ? [] : [`below ${String(below)}`])].join(' and ');

const shown = (value: ProfileValue): string => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const listed = (values: readonly ProfileValue[]): string =>
  values.length > 5 ? `${values.slice(0, 5).map(shown).join(', ')} and ${String(values.length - 5)} more` : values.map(shown).join(', ');
