import type { TablePath } from '../tables.js';

/**
 * What a column of attributes holds in the warehouse.
 *
 * - `text`: numbers written out in it count as numbers, as they do in an account.
 * - `whole`, `decimal` and `double` are numbers: whether they contain a word is not known, as of a number in an account.
 * - `whole`: an integer.
 * - `decimal`: an exact decimal, of up to 30 digits before the point and 18 after it.
 * - `double`: a float, which is what its shortest decimal text says; NaN and the infinities are not known.
 * - `yes_no`: a boolean.
 * - `list`: an array of text, in which NULL stands for nothing.
 */
export type AttributeColumnType = 'text' | 'whole' | 'decimal' | 'double' | 'yes_no' | 'list';

/** Where an attribute stands. */
export interface AttributeColumn {
  readonly column: string;
  readonly type: AttributeColumnType;
}

/** A table of accounts, one row an account. */
export interface AccountTable {
  /** Its name, after the names of schemas where it has any: `['crm', 'accounts']`. */
  readonly table: TablePath;
  /** The column that identifies an account, text. */
  readonly id: string;
  /** By attribute. */
  readonly attributes: Readonly<Record<string, AttributeColumn>>;
  /** Whom there is to talk to; null where that is not known, as it is not for an account without contacts handed in. */
  readonly contacts: ContactTable | null;
}

/** A table of contacts, one row a contact. */
export interface ContactTable {
  readonly table: TablePath;
  /** The column that says which account a contact is of. */
  readonly account: string;
  readonly attributes: Readonly<Record<string, AttributeColumn>>;
}
