import { ok, fail, type Result } from '../../../kernel/result.js';
import type { AgreedAttribute } from '../../filter/attribute.js';
import { canonicalOrder } from './canonical-order.js';
import { columnIssues } from './check-columns.js';
import { mergeWords, namedInOrder } from './merge-words.js';
import { byFeature } from './by-feature.js';

/** One attribute of every row, as it was known when the row was decided on. */
export interface Feature {
  readonly name: string;
  readonly about: 'account' | 'contact';
  /** As agreed; null where nobody has said. */
  readonly known: AgreedAttribute['known'] | null;
  /** When each row's value was recorded, in epoch milliseconds, NaN where that is not known; null where no value's is. */
  readonly knownAt: Float64Array | null;
  /** Numbers, NaN where there is none; or the position of a word, -1 where there is none. Yes and no are words. */
  readonly column:
    | { readonly kind: 'number'; readonly values: Float64Array }
    | { readonly kind: 'text'; readonly codes: Int32Array; readonly words: readonly string[] };
}

/** Outcomes as typed columns, one entry a row, in any order. */
export interface OutcomeColumns {
  readonly features: readonly Feature[];
  /** 1 for a win, 0 for none. */
  readonly label: Uint8Array;
  /** When it was decided to work it: the hand-over. Epoch milliseconds. */
  readonly at: Float64Array;
  /** Which account each row belongs to. */
  readonly account: { readonly codes: Int32Array; readonly words: readonly string[] };
}

/**
 * What became of accounts that were handed over, as typed columns: only those whose outcome is decided. Rows stand in one
 * order, whatever order they were given in: by moment, then by account, then by what is known of them.
 */
export interface OutcomeTable extends OutcomeColumns {
  readonly rows: number;
}

/**
 * Outcomes in their one order, so that whatever is learned from them does not hang on the order in which they were read.
 *
 * Words of a column which a filter takes for the same (`SaaS` and `saas`, `250` and `250.0`) become one, spelled as most
 * rows spell it; a word without a letter is none, as a filter has it. Attributes stand by name, the account's before the contact's. What is handed in is copied, not changed.
 *
 * Issues: columns of unequal length or of another type, codes without a word, labels other than 0 and 1, moments outside
 * 1900 to 2200, infinite numbers, names that no filter can hold (`__proto__`), an attribute that stands there twice, no
 * rows, more than ten million rows or a thousand attributes.
 *
 * @example
 * ```ts
 * import { outcomeTable } from 'revpact/icp/refine';
 *
 * const read = outcomeTable({
 *   features: [
 *     { name: 'employees', about: 'account', known: 'before', knownAt: null, column: { kind: 'number', values: Float64Array.of(300, 20) } },
 *   ],
 *   label: Uint8Array.of(1, 0),
 *   at: Float64Array.of(Date.UTC(2026, 1, 2), Date.UTC(2026, 0, 9)),
 *   account: { codes: Int32Array.of(0, 1), words: ['acme', 'globex'] },
 * });
 * read.ok && read.value.account.words // => ['globex', 'acme']
 * ```
 */
export const outcomeTable = (columns: OutcomeColumns): Result<OutcomeTable> => {
  const issues = columnIssues(columns);
  if (issues.length > 0) return fail(issues);
  const given = [...columns.features].sort(byFeature);
  const order = canonicalOrder({ ...columns, features: given });
  const pick = (values: Float64Array): Float64Array => values.map((_, i) => values[order[i] ?? 0] ?? NaN);
  const pickCodes = (codes: Int32Array): Int32Array => codes.map((_, i) => codes[order[i] ?? 0] ?? -1);
  const features = given.map((feature): Feature => {
    const knownAt = feature.knownAt === null ? null : pick(feature.knownAt);
    const { column } = feature;
    return {
      name: feature.name,
      about: feature.about,
      known: feature.known,
      knownAt,
      // Zero has one sign.
      column:
        column.kind === 'number'
          ? { kind: 'number', values: pick(column.values).map((value) => value + 0) }
          : { kind: 'text', ...mergeWords(withoutEmpty(pickCodes(column.codes), column.words), column.words) },
    };
  });
  return ok({
    rows: columns.label.length,
    features,
    label: columns.label.map((_, i) => columns.label[order[i] ?? 0] ?? 0),
    at: pick(columns.at),
    account: namedInOrder(pickCodes(columns.account.codes), columns.account.words, (word) => word),
  });
};

/** Empty text is nothing known. */
const withoutEmpty = (codes: Int32Array, words: readonly string[]): Int32Array =>
  words.includes('') ? codes.map((code) => (words[code] === '' ? -1 : code)) : codes;
