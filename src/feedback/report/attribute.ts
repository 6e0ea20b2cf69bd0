import { isDecimalText } from '../../kernel/ratio.js';
import type { ProfileValue } from '../../vocabulary/words.js';

/** An attribute that both sides agreed to speak of, as far as a report needs to know it: those of a target filter are such. */
export interface ReportedAttribute {
  readonly name: string;
  /** The account's where left out. */
  readonly about?: 'contact';
  readonly type: 'text' | 'number' | 'yes_no' | 'list';
  /** Why it may never count. */
  readonly forbidden?: string;
}

/** Whether a value is of the type of its attribute; null, which says that it turned out to be unknown, is of any. */
export const isOfType = (type: ReportedAttribute['type'], value: ProfileValue): boolean => {
  if (value === null) return true;
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'number':
      return typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && isDecimalText(value);
    case 'yes_no':
      return typeof value === 'boolean';
    case 'list':
      return typeof value === 'object';
  }
};

/** What a type is called in a sentence. */
export const TYPE_WORDS: Readonly<Record<ReportedAttribute['type'], string>> = {
  text: 'text',
  number: 'number',
  yes_no: 'yes or no',
  list: 'list of words',
};
