import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { readWith } from '../kernel/schema.js';
import { Spend } from '../vocabulary/money.js';
import { Quota } from '../vocabulary/quota.js';
import { Rate } from '../vocabulary/rate.js';
import { crmIssue } from './issues.js';
import type { ColumnSource } from './mapping/source.js';
import { cellIssues, cellOf, isRow, NO_ROW, readCell, wallClocks, type Row, type WallClocks } from './reading/read-cell.js';
import type { RejectedRow } from './reading/row-outcome.js';

/** What became of rows of records: accepted + rejected = read. */
export interface RecordImport<Record> {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly records: readonly Record[];
  readonly rejectedRows: readonly RejectedRow[];
}

/** Columns are named as the fields are; a column that is none of them, where it is filled, is an issue of its row. */
interface Form<Record> {
  readonly read: (input: unknown) => Result<Record>;
  readonly needs: readonly string[];
  /** Columns that are not text. */
  readonly readings: readonly ColumnSource[];
  /** What no two may share. */
  readonly key: (record: Record) => string;
}

const amount: ColumnSource = { column: 'amount', as: 'money', currency: { column: 'currency' } };

/**
 * Rows of what was spent, every row accounted for: `id`, `from`, `to` (dates), `amount` (decimal text such as `1234.50`),
 * `currency`, and where they exist `kind`, `channel`, `campaign`.
 *
 * Issues of the whole: `crm.column_missing`. Of a row: `crm.not_readable`, `crm.needs`, `crm.duplicate_id` and `input.*`.
 *
 * @example
 * ```ts
 * import { importSpend } from 'revpact/crm';
 *
 * const cells = { id: 's1', from: '2026-05-01', to: '2026-05-31', amount: '1200', currency: 'EUR', channel: 'search' };
 * const read = importSpend([{ line: 2, cells }]);
 * read.ok ? read.value.records[0]?.amount.minor : null // => 120_000
 * ```
 */
export const importSpend = (rows: Iterable<Row>, header?: readonly string[]): Result<RecordImport<Spend>> =>
  imported({ read: (input) => readWith(Spend, input), needs: ['id', 'from', 'to', 'amount', 'currency'], readings: [amount], key: ({ id }) => id }, rows, header);

/**
 * Rows of what was planned or promised, every row accounted for: `id`, `kind`, `from`, `to`, and where they exist `party`, `person`,
 * `count` or `amount` with `currency`, and `weekdays` (`1|2|3|4|5`, 1 for Monday). Issues: those of {@link importSpend}.
 */
export const importQuotas = (rows: Iterable<Row>, header?: readonly string[]): Result<RecordImport<Quota>> =>
  imported(
    {
      read: (input) => readWith(Quota, input),
      needs: ['id', 'kind', 'from', 'to'],
      readings: [amount, { column: 'count', as: 'integer' }, { column: 'weekdays', as: 'list', separator: '|' }],
      key: ({ id }) => id,
    },
    rows,
    header,
  );

/** Rows of what currencies are worth, every row accounted for: `from`, `to`, `since`, `rate`. Issues: those of {@link importSpend}. */
export const importRates = (rows: Iterable<Row>, header?: readonly string[]): Result<RecordImport<Rate>> =>
  imported({ read: (input) => readWith(Rate, input), needs: ['from', 'to', 'since', 'rate'], readings: [], key: ({ from, to, since }) => `${from} to ${to} since ${since}` }, rows, header);

const imported = <Record>(form: Form<Record>, rows: Iterable<Row>, header?: readonly string[]): Result<RecordImport<Record>> => {
  const all = [...rows];
  const first = all.find(isRow);
  const columns = header ?? (first === undefined ? null : Object.keys(first.cells));
  const missing = columns === null ? [] : form.needs.filter((column) => !columns.includes(column));
  if (missing.length > 0) return fail(missing.map((column) => crmIssue('column_missing', { column, suggestion: nearest(column, columns ?? []) })));

  const clocks = wallClocks();
  const keys = new Set<string>();
  const records: Record[] = [];
  const rejectedRows: RejectedRow[] = [];
  for (const row of all) {
    if (!isRow(row)) {
      rejectedRows.push({ ...NO_ROW, issues: [crmIssue('not_row', undefined)] });
      continue;
    }
    const record = recordOf(form, row, clocks);
    const key = record.ok ? form.key(record.value) : null;
    if (!record.ok) rejectedRows.push({ line: row.line, issues: record.issues, cells: row.cells });
    else if (key !== null && keys.has(key)) rejectedRows.push({ line: row.line, issues: [crmIssue('duplicate_id', { id: key })], cells: row.cells });
    else {
      keys.add(form.key(record.value));
      records.push(record.value);
    }
  }
  return ok({ read: all.length, accepted: records.length, rejected: rejectedRows.length, records, rejectedRows });
};

const recordOf = <Record>({ read, readings }: Form<Record>, row: Row, clocks: WallClocks): Result<Record> => {
  const issues: Issue[] = [...cellIssues(row, new Set())];
  if (issues.length > 0) return fail(issues);
  const fields = new Map<string, unknown>();
  for (const column of Object.keys(row.cells)) {
    const text = cellOf(row, column);
    // A currency is read with its amount; without one it is a column too many.
    if (text === null || (column === 'currency' && readings.includes(amount) && cellOf(row, 'amount') !== null)) continue;
    const source = readings.find((one) => one.column === column);
    const reading = source === undefined ? { value: text } : readCell(source, text, row, clocks);
    if ('issues' in reading) issues.push(...reading.issues);
    else fields.set(column, column === 'weekdays' && Array.isArray(reading.value) ? reading.value.map(weekdayOf) : reading.value);
  }
  if (issues.length > 0) return fail(issues);
  return read(Object.fromEntries(fields));
};

/** What is no digit stays what it is, so that the issue says it. */
const weekdayOf = (text: unknown): unknown => (typeof text === 'string' && /^\d$/.test(text) ? Number(text) : text);
