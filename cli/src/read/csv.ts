import { complaint, fileIssue, readable, unreadable, type Read } from './complaint.js';
import { cellsOf, repeatedColumn, type Malformed, type Row, type Table } from './table.js';

const QUOTE = '"';
const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/**
 * Rows of delimited text (RFC 4180): cells may be quoted, a quote within a quoted cell is doubled, and a quoted cell may
 * hold line breaks. Lines end in LF, CRLF or CR.
 *
 * The delimiter is the one of `,` `;` tab that cuts the header into the most columns. Nothing else is guessed and no
 * cell is trimmed or converted. Blank lines are skipped. A row with too few or too many cells is malformed, and so is
 * one with a stray quote: every line of it, up to the one where the fault shows, is listed, since a quote may have
 * swallowed rows, and nobody can say how many.
 */
export const readCsv = (file: string, text: string): Read<Table> => {
  const header = headerOf(text);
  if (header === null) return unreadable(complaint(file, fileIssue('no_header', undefined), 1));
  if (header.fault !== null) return unreadable(complaint(file, fileIssue('bad_header', { reason: header.fault }), header.line));
  const columns = header.cells;
  const twice = repeatedColumn(columns);
  if (twice !== null) return unreadable(complaint(file, fileIssue('duplicate_column', { column: twice }), header.line));

  const rows: Row[] = [];
  const malformed: Malformed[] = [];
  for (const { line, lastLine, cells, fault } of records(text, header.delimiter)) {
    if (line === header.line) continue;
    const reason = fault ?? (cells.length === columns.length ? null : `has ${String(cells.length)} cells; the header has ${String(columns.length)}`);
    if (reason !== null) {
      malformed.push({ line, reason });
      for (let next = line + 1; next <= lastLine; next += 1) {
        malformed.push({ line: next, reason: `belongs to the malformed row that begins on line ${String(line)}` });
      }
    } else rows.push({ line, cells: cellsOf(columns, cells) });
  }
  return readable({ columns, rows, malformed });
};

interface TextRecord {
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
  readonly fault: string | null;
}

const headerOf = (text: string): (TextRecord & { readonly delimiter: Delimiter }) | null => {
  const readings = DELIMITERS.flatMap((delimiter) => {
    const first = records(text, delimiter).next();
    return first.done === true ? [] : [{ ...first.value, delimiter }];
  });
  const columns = (reading: TextRecord): number => (reading.fault === null ? reading.cells.length : 0);
  return readings.sort((a, b) => columns(b) - columns(a))[0] ?? null;
};

function* records(text: string, delimiter: Delimiter): Generator<TextRecord, void> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const blank = lineBreakAt(text, at);
    if (blank > 0) {
      at += blank;
      line += 1;
      continue;
    }
    const cells: string[] = [];
    const first = line;
    let fault: string | null = null;
    for (let more = true; more && fault === null; ) {
      const cell = text[at] === QUOTE ? quotedCell(text, at) : plainCell(text, at, delimiter);
      line += text[at] === QUOTE ? lineBreaks(text, at, cell.end) : 0;
      at = cell.end;
      cells.push(cell.value);
      if (cell.fault !== null) fault = `${cell.fault} (cell ${String(cells.length)})`;
      else if (at >= text.length || lineBreakAt(text, at) > 0) more = false;
      else if (text[at] === delimiter) at += 1;
      else fault = `text follows the closing quote (cell ${String(cells.length)})`;
    }
    if (fault !== null) at = endOfLine(text, at);
    yield { line: first, lastLine: line, cells, fault };
    if (at < text.length) {
      at += lineBreakAt(text, at);
      line += 1;
    }
  }
}

interface Cell {
  readonly value: string;
  /** The position after it. */
  readonly end: number;
  readonly fault: string | null;
}

const plainCell = (text: string, start: number, delimiter: Delimiter): Cell => {
  let end = start;
  for (; end < text.length; end += 1) {
    const sign = text[end];
    if (sign === delimiter || sign === '\n' || sign === '\r') break;
    if (sign === QUOTE) return { value: '', end, fault: 'a quote stands inside an unquoted cell' };
  }
  return { value: text.slice(start, end), end, fault: null };
};

const quotedCell = (text: string, start: number): Cell => {
  let value = '';
  for (let from = start + 1; ; ) {
    const quote = text.indexOf(QUOTE, from);
    if (quote === -1) {
      const end = text.length - (/(?:\r\n|\n|\r)$/.exec(text.slice(-2))?.[0].length ?? 0);
      return { value: '', end, fault: 'a quote is opened and never closed' };
    }
    if (text[quote + 1] !== QUOTE) return { value: value + text.slice(from, quote), end: quote + 1, fault: null };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
};

/** The length of the line break at a position: 2 for CRLF, 1 for LF or CR, 0 for none. */
const lineBreakAt = (text: string, at: number): 0 | 1 | 2 => {
  if (text[at] === '\n') return 1;
  if (text[at] !== '\r') return 0;
  return text[at + 1] === '\n' ? 2 : 1;
};

const lineBreaks = (text: string, start: number, end: number): number => {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const length = lineBreakAt(text, at);
    if (length > 0) {
      count += 1;
      at += length - 1;
    }
  }
  return count;
};

const endOfLine = (text: string, start: number): number => {
  let at = start;
  while (at < text.length && lineBreakAt(text, at) === 0) at += 1;
  return at;
};
