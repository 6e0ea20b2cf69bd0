import { isDecimalText } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import type { ProfileValue } from '../../vocabulary/words.js';

/** What an attribute may read as. */
export type Value = ProfileValue | undefined;

/** Longer texts are seldom met twice: nothing is kept of them. */
export const LONGEST_TEXT = 100;

/** Whether anything is known: not absent, null, empty text, an empty list, or a number that is none (`NaN`, without end). */
export const isKnown = (value: ProfileValue | undefined): value is Exclude<ProfileValue, null> => {
  switch (typeof value) {
    case 'string':
      return value !== '';
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    default:
      return value !== undefined && value !== null && value.length > 0;
  }
};

/**
 * What two values share when they are the same: numbers and decimal text by value, text by its letters without regard to
 * case. A number stands for itself; a decimal that no number is read as, for its shortest text.
 */
export const keyOf = (value: string | number | boolean): string | number | boolean => {
  if (typeof value !== 'string') return value;
  if (!maybeDecimal(value) || !isDecimalText(value)) return foldCase(value);
  const number = Number(value);
  // Up to fifteen digits no two decimals are read as one number.
  if (value.length <= 15) return number;
  const text = plainOf(value);
  return text === decimalOf(number) ? number : text;
};

/** A cheap look at the first letter, before a pattern is asked. */
const maybeDecimal = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || first === 0x2d;
};

/** The decimal that a number is: its shortest text that reads back as itself, without a power. */
export const decimalOf = (value: number): string => {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [digits = '0', power = '0'] = text.split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', part = ''] = digits.replace('-', '').split('.');
  const places = part.length - Number(power);
  const all = whole + part;
  return places <= 0 ? sign + all + '0'.repeat(-places) : plainOf(`${sign}${all.padStart(places + 1, '0').slice(0, -places)}.${all.padStart(places + 1, '0').slice(-places)}`);
};

/** Decimal text without needless zeros: `-0012.50` is `-12.5`, and `-0.0` is `0`. */
export const plainOf = (text: string): string => {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '0', part = ''] = text.slice(sign.length).split('.');
  const plain = withoutFront(whole) + (withoutEnd(part) === '' ? '' : `.${withoutEnd(part)}`);
  return plain === '0' ? '0' : sign + plain;
};

const withoutFront = (digits: string): string => {
  let at = 0;
  while (at < digits.length - 1 && digits[at] === '0') at += 1;
  return digits.slice(at);
};

const withoutEnd = (digits: string): string => {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
};
