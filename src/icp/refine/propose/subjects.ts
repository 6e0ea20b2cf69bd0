import type { ProfileValue } from '../../../vocabulary/words.js';
import type { AgreedAttribute } from '../../filter/attribute.js';
import type { Subject } from '../../score/subject.js';
import type { Feature, OutcomeTable } from '../data/outcome-table.js';

/**
 * The rows of a table as a filter looks at them. What is not known is left out. Words of an attribute that the dictionary calls
 * yes or no are yes or no again. Who else is at an account is not known.
 */
export const subjectsOf = (table: OutcomeTable, attributes: readonly AgreedAttribute[] = []): readonly Subject[] => {
  const subjects = Array.from(table.label, (): Writable => ({ account: {}, contact: {}, contacts: null }));
  for (const feature of table.features) {
    const { name, about } = feature;
    const type = attributes.find((one) => one.name === name && (one.about ?? 'account') === about)?.type;
    const valueAt = reader(feature, type === 'yes_no');
    subjects.forEach((subject, row) => {
      const value = valueAt(row);
      if (value !== null) subject[about][name] = value;
    });
  }
  return subjects;
};

interface Writable extends Subject {
  readonly account: Record<string, ProfileValue>;
  readonly contact: Record<string, ProfileValue>;
}

const reader = ({ column }: Feature, yesNo: boolean): ((row: number) => ProfileValue) => {
  if (column.kind === 'number') return (row) => (Number.isNaN(column.values[row] ?? NaN) ? null : (column.values[row] ?? null));
  const values = column.words.map((word) => (yesNo ? yesOrNo(word) : word));
  return (row) => values[column.codes[row] ?? -1] ?? null;
};

/** The value that a word of a yes-or-no attribute stands for. */
export const yesOrNo = (word: string): string | boolean => (word === 'yes' ? true : word === 'no' ? false : word);
