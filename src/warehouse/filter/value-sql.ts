import { decimalOf, plainOf } from '../../icp/score/value.js';
import { isDecimalText } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import type { Dialect } from '../dialect.js';

/** Digits of decimal text before the point and after it, at most: what `isDecimalText` takes. */
const WHOLE_DIGITS = 30;
const PART_DIGITS = 18;

/** Decimal text taken apart, each part an expression; NULL where the text is no decimal. */
interface DecimalSql {
  readonly isDecimal: string;
  readonly negative: string;
  /** Digits before the point, without zeros in front; at least one. */
  readonly whole: string;
  /** Digits after the point, without zeros at the end. */
  readonly part: string;
}

const decimalSql = (text: string, dialect: Dialect): DecimalSql => {
  const digits = `REPLACE(${text}, '-', '')`;
  const whole = `LTRIM(SPLIT_PART(${digits}, '.', 1), '0')`;
  return {
    isDecimal: dialect.isDecimal(text),
    negative: `${text} LIKE '-%'`,
    whole: `CASE WHEN ${whole} = '' THEN '0' ELSE ${whole} END`,
    part: `RTRIM(SPLIT_PART(${digits}, '.', 2), '0')`,
  };
};

/** What two texts share when they are the same value: the plain form of a decimal, else the text without regard to case. */
export const keySql = (text: string, dialect: Dialect): string => {
  const { isDecimal, negative, whole, part } = decimalSql(text, dialect);
  const plain = `(${whole}) || CASE WHEN ${part} = '' THEN '' ELSE '.' || ${part} END`;
  return `CASE WHEN ${isDecimal} THEN CASE WHEN ${negative} AND ${plain} <> '0' THEN '-' ELSE '' END || ${plain} ELSE LOWER(${text}) END`;
};

/** The same for a value that both sides agreed on. */
export const keyText = (value: string | number): string => {
  if (typeof value === 'number') return decimalOf(value);
  return isDecimalText(value) ? plainOf(value) : foldCase(value);
};

/**
 * A decimal as text that sorts as the decimal does: `1` and the digits for what is not below zero; `0` and what the digits
 * lack to nine for what is. NULL where the text is no decimal.
 */
export const sortedSql = (text: string, dialect: Dialect): string => {
  const { isDecimal, negative, whole, part } = decimalSql(text, dialect);
  const digits = `LPAD(${whole}, ${String(WHOLE_DIGITS)}, '0') || RPAD(${part}, ${String(PART_DIGITS)}, '0')`;
  const below = `TRANSLATE(${digits}, '0123456789', '9876543210')`;
  const zero = `'${'0'.repeat(WHOLE_DIGITS + PART_DIGITS)}'`;
  return `CASE WHEN ${isDecimal} THEN CASE WHEN ${negative} AND ${digits} <> ${zero} THEN '0' || ${below} ELSE '1' || ${digits} END END`;
};

/** The same for a threshold that both sides agreed on. */
export const sortedText = (decimal: string): string => {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = decimal.slice(sign.length).split('.');
  const digits = whole.padStart(WHOLE_DIGITS, '0') + part.padEnd(PART_DIGITS, '0');
  return sign === '-' && /[1-9]/.test(digits) ? `0${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}` : `1${digits}`;
};
