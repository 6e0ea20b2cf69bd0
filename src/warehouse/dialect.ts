import type { ColumnType } from '../vocabulary/fact.js';

/** What differs between engines, and only that. All else is SQL that they read alike. */
export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** A name of a table or column, so that nothing in it is read as SQL. Throws for what no name can hold. */
  readonly identifier: (name: string) => string;
  /** Text as a literal, so that nothing in it is read as SQL. Throws for what no literal can hold. */
  readonly text: (value: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly columnType: (type: ColumnType) => string;
  /** A whole number of a type wide enough to add up products of any two of 2^53. */
  readonly wide: (expression: string) => string;
  /** Whether text is a plain decimal, as `isDecimalText` has it. */
  readonly isDecimal: (expression: string) => string;
}

/** A whole number as a literal. Throws for anything else: a float in a statement would be our bug. */
export const integer = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${String(value)}`);
  return value < 0 ? `(${String(value)})` : String(value);
};

/** A block comment that its text cannot end. */
export const comment = (text: string): string => {
  const plain = text
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replaceAll('*', '+')
    .replaceAll('/', '|');
  return `/* ${plain} */`;
};

/** `acceptedAt` as `accepted_at`: a column as warehouses write it. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
