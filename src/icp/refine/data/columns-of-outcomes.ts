import { EARLIEST, LATEST, type Instant } from '../../../kernel/instant.js';
import type { Issue } from '../../../kernel/issue.js';
import { isDecimalText } from '../../../kernel/ratio.js';
import { okUnless, type Result } from '../../../kernel/result.js';
import type { Profile, ProfileValue } from '../../../vocabulary/words.js';
import type { AgreedAttribute } from '../../filter/attribute.js';
import { decimalOf, isKnown, keyOf } from '../../score/value.js';
import { refineIssue } from '../issues.js';
import type { Feature, OutcomeColumns } from './outcome-table.js';

/** One hand-over whose outcome is decided, with what was known of the account (and the contact) then. */
export interface OutcomeRow {
  /** The account's id. */
  readonly account: string;
  /** When it was handed over. */
  readonly at: Instant;
  readonly won: boolean;
  readonly attributes: Profile;
  readonly contact?: Profile;
  /** When values of the account were recorded, by attribute; left out where that is not known. */
  readonly knownAt?: Readonly<Record<string, Instant>>;
  readonly contactKnownAt?: Readonly<Record<string, Instant>>;
}

/** Values that count as missing because they are not of the agreed type, or of one that bins cannot hold. */
export interface UnreadValues {
  readonly name: string;
  readonly about: 'account' | 'contact';
  readonly rows: number;
  readonly why: 'list' | 'not_a_number' | 'not_text' | 'not_yes_or_no';
}

/** Outcomes as columns, with the values that could not be read. */
export interface ReadOutcomes {
  readonly columns: OutcomeColumns;
  readonly unread: readonly UnreadValues[];
}

/**
 * Outcomes as columns, one for each agreed attribute, by its type: numbers (decimal text too, as in a filter), text, or yes
 * and no as the words `yes` and `no`. Absent, null and empty is missing. What is not of the agreed type is missing as well
 * and counted in `unread`, so are lists, which no bin holds; a list attribute becomes no column. A decimal that no double
 * holds to its last digit is not a number here: a filter would compare it by digits that the column has lost.
 *
 * Issues: `refine.not_a_moment` for rows outside 1900 to 2200, at most one. Columns are checked further by `outcomeTable`.
 *
 * @example
 * ```ts
 * import { columnsOfOutcomes } from 'revpact/icp/refine';
 *
 * const rows = [
 *   { account: 'acme', at: Date.UTC(2026, 0, 9), won: true, attributes: { employees: '250', industry: 'saas' } },
 *   { account: 'globex', at: Date.UTC(2026, 0, 12), won: false, attributes: { employees: 'many' } },
 * ];
 * const read = columnsOfOutcomes(rows, [{ name: 'employees', type: 'number' }, { name: 'industry', type: 'text' }]);
 * read.ok && read.value.unread // => [{ name: 'employees', about: 'account', rows: 1, why: 'not_a_number' }]
 * ```
 */
export const columnsOfOutcomes = (rows: readonly OutcomeRow[], attributes: readonly AgreedAttribute[]): Result<ReadOutcomes> => {
  const unread: UnreadValues[] = [];
  const features = attributes.flatMap((attribute): Feature[] => {
    const { name, about = 'account', type, known = null } = attribute;
    const count = (why: UnreadValues['why'], lost: number): void => {
      if (lost > 0) unread.push({ name, about, rows: lost, why });
    };
    const values = rows.map((row) => valueOf(about === 'contact' ? row.contact : row.attributes, name));
    const lists = values.filter((value) => Array.isArray(value)).length;
    count('list', lists);
    if (type === 'list') return [];
    const column = type === 'number' ? numbersOf(values) : wordsOf(values, type === 'text' ? textOf : yesNoOf);
    const lost = values.filter((value, row) => isKnown(value) && !Array.isArray(value) && isMissing(column, row)).length;
    count(type === 'number' ? 'not_a_number' : type === 'text' ? 'not_text' : 'not_yes_or_no', lost);
    return [{ name, about, known, knownAt: momentsOf(rows, name, about), column }];
  });
  const strange = rows.filter(({ at }) => !(Number.isInteger(at) && at >= EARLIEST && at < LATEST)).length;
  const issues: readonly Issue[] = strange === 0 ? [] : [refineIssue('not_a_moment', { rows: strange })];
  return okUnless(issues, () => ({
    columns: {
      features,
      label: Uint8Array.from(rows, ({ won }) => (won ? 1 : 0)),
      at: Float64Array.from(rows, ({ at }) => at),
      account: wordsOf(rows.map(({ account }) => account), textOf),
    },
    unread,
  }));
};

const valueOf = (profile: Profile | undefined, name: string): ProfileValue =>
  profile !== undefined && Object.hasOwn(profile, name) ? (profile[name] ?? null) : null;

const isMissing = (column: Feature['column'], row: number): boolean =>
  column.kind === 'number' ? Number.isNaN(column.values[row]) : (column.codes[row] ?? -1) < 0;

const momentsOf = (rows: readonly OutcomeRow[], name: string, about: 'account' | 'contact'): Float64Array | null => {
  const moments = Float64Array.from(rows, ({ knownAt, contactKnownAt }) => {
    const of = about === 'contact' ? contactKnownAt : knownAt;
    return of !== undefined && Object.hasOwn(of, name) ? (of[name] ?? NaN) : NaN;
  });
  return moments.every(Number.isNaN) ? null : moments;
};

const numbersOf = (values: readonly ProfileValue[]): Feature['column'] => ({ kind: 'number', values: Float64Array.from(values, numberOf) });

const numberOf = (value: ProfileValue): number => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (typeof value !== 'string' || !isDecimalText(value)) return NaN;
  const number = keyOf(value);
  return typeof number === 'number' ? number : NaN;
};

const wordsOf = (
  values: readonly ProfileValue[],
  read: (value: ProfileValue) => string | null,
): { readonly kind: 'text'; readonly codes: Int32Array; readonly words: readonly string[] } => {
  const known = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    const word = read(value);
    if (word === null) return -1;
    const code = known.get(word) ?? known.size;
    known.set(word, code);
    return code;
  });
  return { kind: 'text', codes, words: [...known.keys()] };
};

/** A number in a text field, such as an industry's code, is its decimal text: a filter compares them as one. */
const textOf = (value: ProfileValue): string | null => {
  const text = typeof value === 'number' ? decimalOf(value) : value;
  return typeof text === 'string' && text !== '' && (text === value || isDecimalText(text)) ? text : null;
};

const yesNoOf = (value: ProfileValue): string | null => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : null);
