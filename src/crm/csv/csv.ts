import { fail, ok, type Failure, type Result } from '../../kernel/result.js';
import { cellText, csvScan, lineBreakAt, scanRecord, type CsvScan } from './scan.js';
import { crmIssue } from '../issues.js';
import type { Row } from '../reading/read-cell.js';
import { utf8Reader } from './utf8.js';

/** Signs that may stand between cells. The header says which: the one that cuts it into the most columns. */
export const CSV_DELIMITERS = [',', ';', '\t'] as const;

/** A line that is no row, and why. */
export interface MalformedLine {
  readonly line: number;
  readonly reason: string;
}

/** A text of rows: every line of it is the header, blank, in `rows` or in `malformed`. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly malformed: readonly MalformedLine[];
}

/** What was found since the last piece. */
export interface CsvPiece {
  readonly rows: readonly Row[];
  readonly malformed: readonly MalformedLine[];
}

/** Reads delimited text that comes in pieces, cut anywhere. */
export interface CsvReader {
  /** The rows that are complete with one more piece, of text or of UTF-8. */
  readonly push: (piece: string | Uint8Array) => Result<CsvPiece>;
  /** The last rows: there is no more. */
  readonly end: () => Result<CsvPiece>;
  /** The columns, once the header is complete; null before. */
  readonly columns: () => readonly string[] | null;
}

/**
 * A reader for delimited text (RFC 4180): cells may be quoted, a quote within a quoted cell is doubled, and a quoted cell
 * may hold line breaks. Lines end in LF, CRLF or CR, and are counted from 1 as an editor counts them. A byte order mark
 * is taken off.
 *
 * The delimiter is the one of `,` `;` tab that cuts the header into the most columns. Nothing else is guessed and no
 * cell is trimmed or converted; an empty one is null. Blank lines are skipped. A row with too few or too many cells is
 * malformed, and so is one with a stray quote: every line of it, up to the one where the fault shows, is listed, since a
 * quote may have swallowed rows, and nobody can say how many. A record ends after ten million characters.
 *
 * Issues, after which nothing more is read: `crm.no_header`, `crm.bad_header`, `crm.duplicate_column`, `crm.not_utf8`,
 * all but the first with the `line` in their parameters.
 *
 * @example
 * ```ts
 * import { csvReader } from 'revpact/crm';
 *
 * const reader = csvReader();
 * const first = reader.push('id,note\r\n1,"two\r\nli');
 * const last = reader.push('nes"\r\n2,x,y');
 * const end = reader.end();
 * first.ok && first.value.rows // => []
 * last.ok && last.value.rows // => [{ line: 2, cells: { id: '1', note: 'two\r\nlines' } }]
 * end.ok && end.value.malformed // => [{ line: 4, reason: 'has 3 cells; the header has 2' }]
 * ```
 */
export const csvReader = (): CsvReader => {
  const records = recordReader();
  let columns: readonly string[] | null = null;
  const take = (piece: string | Uint8Array | null): Result<CsvPiece> => {
    const rows: Row[] = [];
    const malformed: MalformedLine[] = [];
    const failure = records.take(piece, (text, scan, line) => {
      columns ??= records.columns();
      rows.push({ line, cells: cellsOf(columns ?? [], text, scan) });
    }, (line, reason) => malformed.push({ line, reason }));
    return failure ?? ok({ rows, malformed });
  };
  return { push: take, end: () => take(null), columns: records.columns };
};

/** All of a text at once; see {@link csvReader}. */
export const readCsv = (text: string | Uint8Array): Result<CsvTable> => {
  const reader = csvReader();
  const pieces = [reader.push(text), reader.end()];
  const failed = pieces.find((piece) => !piece.ok);
  if (failed?.ok === false) return failed;
  const [first, last] = pieces.map((piece) => (piece.ok ? piece.value : { rows: [], malformed: [] }));
  return ok({
    columns: reader.columns() ?? [],
    rows: [...(first?.rows ?? []), ...(last?.rows ?? [])],
    malformed: [...(first?.malformed ?? []), ...(last?.malformed ?? [])],
  });
};

/** Cells by column; a column may be called anything, also `__proto__`. */
export const cellsOf = (columns: readonly string[], text: string, scan: CsvScan): Row['cells'] => {
  const cells: Record<string, string | null> = {};
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] ?? '';
    const value = scan.starts[i] === scan.ends[i] ? null : cellText(scan, text, i);
    if (column === '__proto__') Object.defineProperty(cells, column, { value, enumerable: true, configurable: true, writable: true });
    else cells[column] = value;
  }
  return cells;
};

/** Finds records in pieces of text, and hands on where their cells stand. */
export interface RecordReader {
  /** Null for the last piece, which is nothing; what comes back is a failure after which nothing more is read. */
  readonly take: (piece: string | Uint8Array | null, row: (text: string, scan: CsvScan, line: number) => void, malformed: (line: number, reason: string) => void) => Failure | null;
  readonly columns: () => readonly string[] | null;
}

export const recordReader = (): RecordReader => {
  const scan = csvScan();
  const utf8 = utf8Reader();
  let rest = '';
  let line = 1;
  let begun = false;
  let delimiter = 0;
  let columns: readonly string[] | null = null;
  let failure: Failure | null = null;

  const skipBlank = (text: string, from: number, whole: boolean): number => {
    let at = from;
    for (let length = lineBreakAt(text, at); length > 0; length = lineBreakAt(text, at)) {
      if (!whole && at + 1 >= text.length && text.charCodeAt(at) === 13) break;
      at += length;
      line += 1;
    }
    return at;
  };
  const header = (text: string, at: number, whole: boolean): number | Failure | null => {
    if (at >= text.length) return whole ? fail([crmIssue('no_header', undefined)]) : null;
    let best = { count: -1, delimiter: 0 };
    for (const sign of CSV_DELIMITERS) {
      if (!scanRecord(scan, text, at, sign.charCodeAt(0), whole)) return null;
      const count = scan.fault === null ? scan.count : 0;
      if (count > best.count) best = { count, delimiter: sign.charCodeAt(0) };
    }
    ({ delimiter } = best);
    scanRecord(scan, text, at, delimiter, whole);
    if (scan.fault !== null) return fail([crmIssue('bad_header', { reason: scan.fault, line })]);
    if (scan.count > scan.starts.length) return fail([crmIssue('bad_header', { reason: `has ${String(scan.count)} columns`, line })]);
    const names = Array.from({ length: scan.count }, (_, i) => cellText(scan, text, i));
    const seen = new Set<string>();
    for (const column of names) {
      if (seen.has(column)) return fail([crmIssue('duplicate_column', { column, line })]);
      seen.add(column);
    }
    columns = names;
    return nextLine();
  };
  const nextLine = (): number => {
    line += scan.innerLines + (scan.ended ? 1 : 0);
    return scan.next;
  };

  return {
    columns: () => columns,
    take: (piece, row, malformed) => {
      if (failure !== null) return failure;
      const decoded = typeof piece === 'string' ? piece : utf8(piece);
      if (decoded === null) return (failure = fail([crmIssue('not_utf8', { line })]));
      const whole = piece === null;
      let text = rest === '' ? decoded : rest + decoded;
      if (!begun && text !== '') {
        begun = true;
        if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      }
      // A record ends with a line break, and so far there was none after the rest.
      if (!whole && !/[\n\r]/.test(decoded) && rest.length < 1_000_000) {
        rest = text;
        return null;
      }
      let at = 0;
      for (;;) {
        at = skipBlank(text, at, whole);
        if (columns === null) {
          const next = header(text, at, whole);
          if (next === null) break;
          if (typeof next !== 'number') return (failure = next);
          at = next;
          continue;
        }
        if (at >= text.length || !scanRecord(scan, text, at, delimiter, whole)) break;
        const reason = scan.fault ?? (scan.count === columns.length ? null : `has ${String(scan.count)} cells; the header has ${String(columns.length)}`);
        if (reason === null) row(text, scan, line);
        else {
          malformed(line, reason);
          for (let next = line + 1; next <= line + scan.innerLines; next += 1) {
            malformed(next, `belongs to the malformed row that begins on line ${String(line)}`);
          }
        }
        at = nextLine();
      }
      rest = at === 0 ? text : text.slice(at);
      return null;
    },
  };
};
