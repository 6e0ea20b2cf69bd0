import type { ProfileValue } from '../../vocabulary/words.js';

/**
 * One attribute of many accounts, one cell a row.
 *
 * - `number`: what is not finite is not known.
 * - `text`: the position of the word in `words`; -1 is not known.
 * - `yes_no`: 1 is yes, 0 is no, 255 is not known.
 * - `list`: the position of the list in `lists`, so that a list that many accounts have is held, and asked, once; -1 is not known.
 * - `rows`: values of several types, as accounts hold them.
 */
export type AccountColumn =
  | { readonly kind: 'number'; readonly values: Float64Array }
  | { readonly kind: 'text'; readonly codes: Int32Array; readonly words: readonly string[] }
  | { readonly kind: 'yes_no'; readonly values: Uint8Array }
  | { readonly kind: 'list'; readonly codes: Int32Array; readonly lists: readonly (readonly string[])[] }
  | { readonly kind: 'rows'; readonly values: readonly (ProfileValue | undefined)[] };

/** Columns by the attribute that they are. */
export type AttributeColumns = Readonly<Record<string, AccountColumn>>;

/** Accounts as typed columns: what bulk scoring reads instead of a million objects. */
export interface AccountColumns {
  /** How many accounts there are: the length of `ids` and of every column. */
  readonly rows: number;
  readonly ids: readonly string[];
  readonly account: AttributeColumns;
  /** Whom to call at each account, by contact id; null where nobody is. What is asked of a contact is then not known. */
  readonly contact?: { readonly ids: readonly (string | null)[]; readonly attributes: AttributeColumns };
  /** Everyone known at these accounts, for criteria that count them. Where it is left out, no count is known. */
  readonly contacts?: ContactColumns;
}

/** Contacts as typed columns. */
export interface ContactColumns {
  readonly rows: number;
  readonly ids: readonly string[];
  /** The row of each contact's account. */
  readonly accountRow: Int32Array;
  readonly attributes: AttributeColumns;
}
