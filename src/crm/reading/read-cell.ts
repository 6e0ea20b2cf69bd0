import { toInstant, type Instant, type NotAnInstant } from '../../kernel/instant.js';
import { nearest } from '../../kernel/nearest.js';
import { wallClock, type WallClock } from '../../kernel/wall-clock.js';
import { isZone } from '../../kernel/zone.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { parseMinor } from '../../vocabulary/money.js';
import { crmIssue } from '../issues.js';
import type { ColumnSource, EPOCHS } from '../mapping/source.js';
import { compileForm, isoOf } from '../mapping/written-form.js';
import { correctionIn } from './plain-value.js';

/** One row of an export: the line where it stands, and every cell as text; `null` or empty where there is nothing. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | null>>;
}

/** Whether a caller that no compiler checked hands in a row, whose cells can be looked at. */
export const isRow = (value: unknown): value is Row => {
  try {
    if (typeof value !== 'object' || value === null || !('cells' in value) || !('line' in value)) return false;
    const { line, cells }: { readonly line: unknown; readonly cells: unknown } = value;
    return typeof line === 'number' && typeof cells === 'object' && cells !== null && Object.values(cells).length >= 0;
  } catch {
    return false;
  }
};

/** What stands for a row that is none: a line that no file has, and no cells. */
export const NO_ROW: Row = { line: 0, cells: {} };

/** The row, or {@link NO_ROW} where it is none; `cellIssues` says so of that. */
export const asRow = (value: unknown): Row => (isRow(value) ? value : NO_ROW);

/** Longest text of a cell that is read. */
export const CELL_LIMIT = 10_000;
/** Most columns of a row. */
export const COLUMN_LIMIT = 1_000;

/** The text of a cell; null where it is empty or the export has no such column. Never what a record inherits. */
export const cellOf = (row: Row, column: string): string | null => {
  const text: unknown = Object.hasOwn(row.cells, column) ? row.cells[column] : null;
  return typeof text === 'string' && text !== '' ? text : null;
};

/** What a row's cells are wrong in before anyone reads them. */
export const cellIssues = (row: Row, ignored: ReadonlySet<string>): readonly Issue[] => {
  if (row === NO_ROW) return [crmIssue('not_row', undefined)];
  const columns = Object.keys(row.cells);
  if (columns.length > COLUMN_LIMIT) return [crmIssue('too_many_columns', { columns: columns.length, limit: COLUMN_LIMIT })];
  return columns.flatMap((column): Issue[] => {
    const cell: unknown = row.cells[column];
    if (cell === null || cell === undefined || ignored.has(column)) return [];
    if (typeof cell !== 'string') return [crmIssue('not_text', { received: typeof cell }, [column])];
    return cell.length > CELL_LIMIT ? [crmIssue('cell_too_long', { length: cell.length, limit: CELL_LIMIT }, [column])] : [];
  });
};

/** The wall clocks of one import, by zone; null for a zone that this host does not know. */
export type WallClocks = (zone: string) => WallClock | null;

export const wallClocks = (): WallClocks => {
  const known = new Map<string, WallClock | null>();
  return (zone) => {
    const clock = known.get(zone);
    if (clock !== undefined) return clock;
    const made = isZone(zone) ? wallClock(zone) : null;
    // Zones come from cells, too: what names none is not worth remembering.
    if (made !== null) known.set(zone, made);
    return made;
  };
};

/** What was read: the value and, where only the day is known, in which zone. Or the issues. */
export type Reading = { readonly value: unknown; readonly dayIn?: string } | { readonly issues: readonly Issue[] };

const YES = ['true', 'yes', '1'];
const NO = ['false', 'no', '0'];

/** Read one filled cell as its source says. */
export const readCell = (source: ColumnSource, text: string, row: Row, clocks: WallClocks): Reading => {
  const path: Path = [source.column];
  const no = (expected: string): Reading => ({ issues: [crmIssue('not_readable', { expected, received: shorten(text) }, path)] });
  switch (source.as) {
    case 'text': {
      if (source.nulls?.includes(text) === true) return { value: null };
      if (source.values === undefined) return { value: text };
      if (Object.hasOwn(source.values, text)) return { value: source.values[text] };
      const known = Object.keys(source.values);
      return {
        issues: [
          crmIssue('value_not_mapped', { received: shorten(text), known: known.slice(0, 50), suggestion: nearest(text, known) }, path),
        ],
      };
    }
    case 'integer': {
      const number = /^-?\d{1,16}$/.test(text) ? Number(text) : NaN;
      return Number.isSafeInteger(number) ? { value: number + 0 } : no('a whole number');
    }
    case 'boolean': {
      const said = (words: readonly string[] | undefined, usual: readonly string[]): boolean =>
        words === undefined ? usual.includes(text.toLowerCase()) : words.includes(text);
      if (said(source.yes, YES)) return { value: true };
      return said(source.no, NO) ? { value: false } : no('yes or no');
    }
    case 'instant': {
      if (source.form === undefined) return instant(text, path);
      const at = isEpoch(source.form) ? epoch(source.form, text) : toInstant(formed(source.form, text) ?? '');
      return typeof at === 'number' ? { value: at } : no(isEpoch(source.form) ? source.form.replace('_', ' ') : `a moment written as ${source.form}`);
    }
    case 'date':
    case 'local': {
      const zone = beside(source.zone, row, 'a time zone', path);
      if (typeof zone !== 'string') return zone;
      const clock = clocks(zone);
      if (clock === null)
        return { issues: [crmIssue('not_readable', { expected: 'a time zone such as Europe/Berlin', received: shorten(zone) }, path)] };
      const iso = source.form === undefined ? text : (formed(source.form, text) ?? '');
      if (source.as === 'local') {
        const at = clock.moment(iso);
        return at === null ? no(source.form === undefined ? 'a wall time such as 2026-03-31 17:00:00' : `a wall time written as ${source.form}`) : { value: at };
      }
      const day = clock.day(iso);
      return day === null ? no(source.form === undefined ? 'a date such as 2026-03-31' : `a date written as ${source.form}`) : { value: day, dayIn: zone };
    }
    case 'moment':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? readCell({ column: source.column, zone: source.zone, as: 'date' }, text, row, clocks) : instant(text, path);
    case 'money': {
      const currency = beside(source.currency, row, 'a currency', path);
      if (typeof currency !== 'string') return currency;
      const minor = parseMinor(text, currency);
      return minor === null ? no(`an amount of ${shorten(currency)} such as 1234.5`) : { value: { minor, currency } };
    }
    case 'list':
      return { value: text.split(source.separator) };
    case 'corrections': {
      const read = text.split(source.separator).map(correctionIn);
      return read.includes(null) ? no('corrections such as account.employees=250') : { value: read };
    }
  }
};

/** A zone or currency: given with the mapping, or in a cell of the same row. */
const beside = (
  given: string | { readonly column: string },
  row: Row,
  what: string,
  path: Path,
): string | { readonly issues: readonly Issue[] } =>
  typeof given === 'string' ? given : (cellOf(row, given.column) ?? { issues: [crmIssue('needs', { what, column: given.column }, path)] });

const NOT_A_DATE = { reason: 'a number is a moment where it has the thirteen digits of epoch milliseconds; for other numbers the mapping states a form' };

const instant = (text: string, path: Path): Reading => {
  const at = /^\d{13}$/.test(text) ? toInstant(Number(text)) : /^-?\d+$/.test(text) ? NOT_A_DATE : toInstant(spelledIso(text));
  return typeof at === 'number'
    ? { value: at }
    : { issues: [crmIssue('not_instant', { reason: at.reason, received: shorten(text) }, path)] };
};

const isEpoch = (form: string): form is (typeof EPOCHS)[number] => form === 'epoch_seconds' || form === 'epoch_milliseconds';

const epoch = (form: (typeof EPOCHS)[number], text: string): Instant | NotAnInstant => {
  if (form === 'epoch_milliseconds') return toInstant(/^-?\d{1,15}$/.test(text) ? Number(text) + 0 : NaN);
  const found = /^(-?\d{1,12})(?:\.(\d{1,3}))?$/.exec(text);
  const [, whole = '', fraction = ''] = found ?? [];
  return toInstant(found === null ? NaN : Number(`${whole}${fraction.padEnd(3, '0')}`) + 0);
};

/** A date as its mapping says it is written, in ISO. Mappings were read before any row, so that the form is one. */
const formed = (form: string, text: string): string | null => isoOf(compileForm(form) ?? [], text);

/** The spellings of databases and CRMs, as ISO has it: `2026-03-31 17:00:00+00`, `2026-03-31T17:00:00.000+0000`. */
const spelledIso = (text: string): string => {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d(?::?\d\d)?)$/.exec(text);
  if (found === null) return text;
  const [, date = '', time = '', offset = ''] = found;
  const digits = offset.replace(':', '').slice(1).padEnd(4, '0');
  return `${date}T${time}${offset === 'Z' ? 'Z' : `${offset.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`}`;
};

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
