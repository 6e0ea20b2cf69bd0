import type { Condition, ContactCount, PlainCondition } from '../filter/condition.js';
import type { AccountColumn } from './account-columns.js';
import { askedBy, contactCounts, keyOfAsked, plainConditions, type Asked } from './asked.js';
import { classesOf, type Add, type Classes } from './classes.js';

/** How many rows are worked at a time: what they need stays in the processor's nearest cache. */
export const BLOCK = 2048;

/** What conditions ask of each row: a column cut into classes, or a count of contacts that was made beforehand. */
export interface Source extends Pick<Classes, 'adder' | 'coded'> {
  /** One cell of each class; null for a count, whose classes are no, not known, yes. */
  readonly cells: Classes['cells'] | null;
}

/** How many classes there are. */
export const sizeOf = ({ cells }: Source): number => cells?.length ?? 3;

/** The source of every attribute and every count that some conditions ask, each once. */
export interface Sources {
  readonly all: readonly Source[];
  readonly of: (condition: PlainCondition | ContactCount) => Source;
}

/** Where rows find what is asked of them. */
export interface Frame {
  /** Null where nobody is asked, such as a contact where none is to be called. */
  readonly column: (asked: Asked) => AccountColumn | null;
  readonly count: (condition: ContactCount) => Source;
  /** From a source of accounts to one of these rows, where they are no accounts themselves. */
  readonly ofAccounts: (source: Source) => Source;
}

export const sourcesOf = (conditions: readonly Condition[], frame: Frame): Sources => {
  const questions = new Map<string, { readonly asked: Asked; readonly conditions: PlainCondition[] }>();
  for (const condition of conditions.flatMap(plainConditions)) {
    const asked = askedBy(condition);
    const known = questions.get(keyOfAsked(asked));
    if (known === undefined) questions.set(keyOfAsked(asked), { asked, conditions: [condition] });
    else known.conditions.push(condition);
  }
  const columns = new Map([...questions].map(([key, { asked, conditions: own }]) => [key, columnSource(asked, own, frame)]));
  const counts = new Map(conditions.flatMap(contactCounts).map((condition) => [condition, frame.ofAccounts(frame.count(condition))]));
  return {
    all: [...columns.values(), ...counts.values()],
    of: (condition) => {
      const found = condition.is === 'contacts' ? counts.get(condition) : columns.get(keyOfAsked(askedBy(condition)));
      if (found === undefined) throw new Error('a condition that was not announced');
      return found;
    },
  };
};

const columnSource = (asked: Asked, conditions: readonly PlainCondition[], frame: Frame): Source => {
  const column = frame.column(asked);
  if (column === null) return { cells: [null], adder: ([always = 0]) => addAlways(always) };
  const source = classesOf(column, conditions);
  return asked.about === 'account' ? frame.ofAccounts(source) : source;
};

const addAlways =
  (always: number): Add =>
  (_, rows, into) => {
    for (let i = 0; i < rows; i += 1) into[i] = (into[i] ?? 0) + always;
    return true;
  };
