import type { Issue } from '../../kernel/issue.js';
import { fail, ok, type Failure, type Result } from '../../kernel/result.js';
import type { Event } from '../../vocabulary/event.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import { cellsOf, recordReader } from '../csv/csv.js';
import { cellText, DOUBLED, PLAIN, type CsvScan } from '../csv/scan.js';
import { cook, type Cells } from '../reading/event-recipe.js';
import { isStranger, nothingTaken } from '../reading/event-reader.js';
import { crmIssue } from '../issues.js';
import { learn } from '../reading/lesson.js';
import { logBuilder } from './log-builder.js';
import { addEvent, entryOf, leadIdOf, type Entry } from './log-entry.js';
import { NAME_LIMIT } from './log-shape.js';
import { missingColumns, safeParseMapping, type Mapping } from '../mapping/mapping.js';
import { COLUMN_LIMIT, type Row } from '../reading/read-cell.js';
import { planOf, readRow } from '../reading/read-row.js';
import { NO_PATTERN, patternsOf, type Beside, type PatternColumn } from '../reading/row-pattern.js';
import type { IgnoredRow, ReadRow, RejectedRow, RowCounts } from '../reading/row-outcome.js';

/** What became of a delimited text: accepted + rejected + ignored = read. Lines that are no rows are read and rejected. */
export interface ColumnImport extends RowCounts {
  /** The events of leads, in the order of the rows. */
  readonly log: LogColumns;
  /**
   * The events that are about no lead, or about the log itself: corrections, merges, erasures, waivers, disputes and
   * practices. The columns are the log before any of these were applied; where there are corrections or merges, resolve
   * events instead.
   */
  readonly others: readonly Event[];
  readonly rejectedRows: readonly RejectedRow[];
  readonly ignoredRows: readonly IgnoredRow[];
  readonly notices: readonly Issue[];
}

/** Reads delimited text in pieces, cut anywhere, into columns. */
export interface ColumnsReader {
  /** Take one more piece, of text or of UTF-8; a failure where the text cannot be read or lacks columns. */
  readonly push: (piece: string | Uint8Array) => Failure | null;
  /** What became of it all. */
  readonly end: () => Result<ColumnImport>;
}

/** Bytes that are decoded at once. */
const PIECE = 32_768;

/**
 * Delimited text as columns, without an object for each row: what `readCsv`, `importEvents` and an encoding of their
 * events give, some fifty times faster. Rows are accepted, rejected and ignored exactly as `importEvents` does, in the
 * same words.
 *
 * Columns keep everything that a step's requirements may ask about: the lead, type, moment and `seq`, who acted (party, and
 * person or automation), the receiver of a hand-off, the class of a rejection, the stages entered and left, reason,
 * outcome, channel, kind and act, the tier of a fit score, which custom fields were filled, which findings of a
 * qualification are known, and which moments are known to the day only. The rest is checked and dropped: ids, names of people,
 * amounts, texts and values of custom fields. `resolve`, which finds duplicates by their ids, needs events.
 *
 * Issues: those of `csvReader` and `safeParseMapping`, `crm.column_missing`, and `crm.too_many_names` beyond 65,533
 * parties, stages or other names of a kind.
 *
 * @example
 * ```ts
 * import { GENERIC_MAPPING, importColumns } from 'revpact/crm';
 *
 * const text = `id,type,at,lead_id,party,kind
 * e1,inquiry,2026-03-31T09:00:00Z,ann,marketing,automation
 * e2,accepted,2026-03-31T10:00:00Z,ann,sales,human
 * e3,acepted,2026-03-31T10:00:00Z,bob,sales,human`;
 * const imported = importColumns(GENERIC_MAPPING, text);
 * imported.ok && [imported.value.read, imported.value.accepted, imported.value.rejected] // => [3, 2, 1]
 * imported.ok && imported.value.log.leads // => ['ann']
 * imported.ok && [...imported.value.log.human] // => [0, 1]
 * imported.ok && imported.value.rejectedRows.map(({ line }) => line) // => [4]
 * ```
 */
export const importColumns = (mapping: Mapping, text: string | Uint8Array): Result<ColumnImport> => {
  const reader = columnsReader(mapping);
  if (!reader.ok) return reader;
  for (let from = 0; from < text.length; ) {
    const end = typeof text === 'string' ? text.length : pieceEnd(text, from);
    const failure = reader.value.push(typeof text === 'string' ? text : text.subarray(from, end));
    if (failure !== null) return failure;
    from = end;
  }
  return reader.value.end();
};

/** The end of a piece: after its last line, so that hardly a record is cut in two. */
const pieceEnd = (bytes: Uint8Array, from: number): number => {
  if (from + PIECE >= bytes.length) return bytes.length;
  const lineBreak = bytes.lastIndexOf(10, from + PIECE - 1);
  return lineBreak > from ? lineBreak + 1 : from + PIECE;
};

/** What {@link importColumns} is built on: for text that comes in pieces. */
export const columnsReader = (mapping: Mapping): Result<ColumnsReader> => {
  const checked = safeParseMapping(mapping);
  return checked.ok ? ok(readerInto(checked.value)) : checked;
};

type Lesson = { readonly kind: 'accept'; readonly entries: readonly Entry[] } | { readonly kind: 'ignore'; readonly rule: string } | { readonly kind: 'ask' };

const readerInto = (mapping: Mapping): ColumnsReader => {
  const plan = planOf(mapping);
  const patterns = patternsOf(mapping, plan.desk.clocks);
  const records = recordReader();
  const builder = logBuilder();
  const lessons: (Lesson | undefined)[] = [];
  const others: Event[] = [];
  const rejectedRows: RejectedRow[] = [];
  const ignoredRows: IgnoredRow[] = [];
  let [read, strangers, malformedLines] = [0, 0, 0];
  let header: readonly string[] | null = null;
  let columns: readonly PatternColumn[] = [];
  let places: ReadonlyMap<string, number> = new Map();
  // What typed cells were read as: whole numbers by place, amounts by column.
  let numbers = new Float64Array(0);
  const amounts = new Map<string, unknown>();
  let failure: Failure | null = null;
  // The record that is being read: closures over it are made once.
  let text = '';
  let scan: CsvScan | null = null;
  const cell = (i: number | undefined): string => (scan === null || i === undefined ? '' : cellText(scan, text, i));
  const beside: Beside = (column) => cell(places.get(column)) || null;
  const cells: Cells = {
    text: (column) => cell(places.get(column)),
    value: (column) => (amounts.has(column) ? amounts.get(column) : numbers[places.get(column) ?? -1]),
  };

  const begin = (): Failure | null => {
    header = records.columns() ?? [];
    columns = header.map(patterns.column);
    places = new Map(header.map((column, i) => [column, i]));
    numbers = new Float64Array(header.length);
    const missing = missingColumns(mapping, header);
    return missing.length > 0 ? fail(missing) : null;
  };
  const tell = (outcome: ReadRow): void => {
    if (outcome.kind === 'ignored') ignoredRows.push(outcome.row);
    else if (outcome.kind === 'rejected') {
      rejectedRows.push(outcome.row);
      if (isStranger(outcome.row.issues)) strangers += 1;
    } else for (const event of outcome.events) if (!addEvent(builder, event)) others.push(event);
  };
  const patternOf = (here: CsvScan): number => {
    if (columns.length > COLUMN_LIMIT) return NO_PATTERN;
    const { starts, ends, marks } = here;
    let pattern = 0;
    for (let i = 0; i < columns.length; i += 1) {
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      if (start === end) continue;
      const column = columns[i];
      if (column === undefined || column.kind === 'nothing') continue;
      let kind: number;
      const mark = marks[i];
      if (mark === PLAIN && column.kind === 'graded' && end - start <= 200) kind = column.kinds[1] || patterns.firstGrade(column);
      else if (mark === DOUBLED) {
        const unfolded = cellText(here, text, i);
        kind = patterns.kindOf(column, unfolded, 0, unfolded.length, beside);
      } else kind = patterns.kindOf(column, text, start, end, beside);
      if (kind === 0) return NO_PATTERN;
      if (column.kind === 'typed') {
        const number = patterns.number[0] ?? NaN;
        numbers[i] = number;
        if (Number.isNaN(number)) amounts.set(column.name, patterns.amount);
      }
      pattern = patterns.step(pattern, kind);
      if (pattern === NO_PATTERN) return NO_PATTERN;
    }
    return pattern;
  };
  const row = (whole: string, here: CsvScan, line: number): void => {
    text = whole;
    scan = here;
    if (header === null) failure ??= begin();
    if (failure !== null) return;
    read += 1;
    const pattern = patternOf(here);
    const lesson = pattern === NO_PATTERN ? undefined : lessons[pattern];
    if (lesson?.kind === 'accept') {
      for (const entry of lesson.entries) {
        if (entry.shape === null) others.push(cook(entry.recipe, cells));
        else {
          const { first } = entry.recipe;
          const at = entry.at === -1 ? first.at : (numbers[entry.at] ?? NaN);
          const seq = entry.seq === -1 ? (first.seq ?? NaN) : (numbers[entry.seq] ?? NaN);
          builder.add(entry.shape, leadOf(entry, here), at, seq);
        }
      }
    } else if (lesson?.kind === 'ignore') ignoredRows.push({ line, rule: lesson.rule });
    else {
      const asRow: Row = { line, cells: cellsOf(header ?? [], whole, here) };
      if (pattern === NO_PATTERN || lesson?.kind === 'ask') tell(readRow(plan, asRow));
      else {
        const first = learn(plan, patterns, asRow, cells);
        lessons[pattern] = first.lesson.kind === 'accept' ? { kind: 'accept', entries: first.lesson.recipes.map((recipe) => entryOf(recipe, builder, places)) } : first.lesson;
        tell(first.read);
      }
    }
  };
  const leadOf = (entry: Entry, here: CsvScan): number => {
    const { leadAt } = entry;
    if (leadAt !== -1 && here.marks[leadAt] !== DOUBLED) return builder.leads.codeOf(text, here.starts[leadAt] ?? 0, here.ends[leadAt] ?? 0);
    const id = leadIdOf(entry, cells);
    return builder.leads.codeOf(id, 0, id.length);
  };
  const malformed = (line: number, reason: string): void => {
    if (header === null) failure ??= begin();
    read += 1;
    malformedLines += 1;
    rejectedRows.push({ line, issues: [crmIssue('malformed_row', { reason })], cells: {} });
  };
  const take = (piece: string | Uint8Array | null): Failure | null => {
    const unreadable = failure ?? records.take(piece, row, malformed);
    failure ??= unreadable;
    if (failure === null && header === null && records.columns() !== null) failure = begin();
    return failure;
  };
  return {
    push: take,
    end: () => {
      const failed = take(null);
      if (failed !== null) return failed;
      const what = builder.tooMany();
      if (what !== null) return fail([crmIssue('too_many_names', { what, limit: NAME_LIMIT })]);
      const [rejected, ignored] = [rejectedRows.length, ignoredRows.length];
      const counts = { read, accepted: read - rejected - ignored, rejected, ignored };
      return ok({ ...counts, log: builder.log(), others, rejectedRows, ignoredRows, notices: nothingTaken(mapping, read - malformedLines, strangers) });
    },
  };
};
