/** Most characters of one record, quoted line breaks included: a quote that is never closed swallows no more. */
export const CSV_RECORD_LIMIT = 10_000_000;
/** Most cells of one record that are kept; more are counted. */
const CELLS_KEPT = 65_536;

/** The cell holds printable ASCII only. */
export const PLAIN = 1;
/** Quotes in the cell are doubled. */
export const DOUBLED = 2;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where the cells of one record stand in a text. The next record overwrites it. */
export interface CsvScan {
  /** How many cells there are. */
  count: number;
  /** The position after the record and its line break. */
  next: number;
  /** Line breaks within its cells. */
  innerLines: number;
  /** Whether a line break ends it; the last record of a text may have none. */
  ended: boolean;
  /** Why it is no record, or null. */
  fault: string | null;
  /** Where each cell's text begins and ends, quotes around it left out. */
  starts: Int32Array;
  ends: Int32Array;
  /** What is known of each cell's text: {@link PLAIN}, {@link DOUBLED}, or 0. */
  marks: Uint8Array;
}

export const csvScan = (): CsvScan => ({
  count: 0,
  next: 0,
  innerLines: 0,
  ended: false,
  fault: null,
  starts: new Int32Array(64),
  ends: new Int32Array(64),
  marks: new Uint8Array(64),
});

/** The length of the line break at a position: 2 for CRLF, 1 for LF or CR, 0 for none. */
export const lineBreakAt = (text: string, at: number): 0 | 1 | 2 => {
  const code = text.charCodeAt(at);
  if (code === LF) return 1;
  if (code !== CR) return 0;
  return text.charCodeAt(at + 1) === LF ? 2 : 1;
};

/**
 * Find the record that begins at a position (RFC 4180; lines end in LF, CRLF or CR). False where the text ends before
 * it is sure where the record does, and more text may come.
 *
 * @param delimiter - The code of the sign between cells.
 * @param whole - No more text comes.
 */
export const scanRecord = (scan: CsvScan, text: string, start: number, delimiter: number, whole: boolean): boolean => {
  const limit = Math.min(text.length, start + CSV_RECORD_LIMIT);
  const cut = limit < text.length;
  // No sign that ends a cell has a higher code: most letters are passed by one comparison.
  const highest = Math.max(delimiter, QUOTE);
  scan.count = 0;
  scan.innerLines = 0;
  scan.fault = null;
  let at = start;
  // Most records have no more cells than the one before: then there is room.
  let { starts, ends, marks } = scan;
  let count = 0;
  for (;;) {
    if (count >= starts.length && count < CELLS_KEPT) {
      widen(scan);
      ({ starts, ends, marks } = scan);
    }
    if (text.charCodeAt(at) === QUOTE) {
      let close = at + 1;
      let mark = 0;
      for (;;) {
        close = text.indexOf('"', close);
        if (close === -1 || close >= limit) {
          if (cut) return tooLong(scan, text, start, limit, whole);
          if (!whole) return false;
          const end = text.length - trailingBreak(text);
          scan.innerLines += breaksIn(text, at, end);
          scan.count = count + 1;
          return faulty(scan, text, end, 'a quote is opened and never closed', whole);
        }
        if (close + 1 >= text.length && !whole) return false;
        if (text.charCodeAt(close + 1) !== QUOTE) break;
        mark = DOUBLED;
        close += 2;
      }
      starts[count] = at + 1;
      ends[count] = close;
      marks[count] = mark;
      count += 1;
      scan.innerLines += breaksIn(text, at, close);
      at = close + 1;
    } else {
      const from = at;
      let code = 0;
      let mark = PLAIN;
      for (; at < limit; at += 1) {
        code = text.charCodeAt(at);
        if (code > highest) {
          if (code > 126) mark = 0;
        } else if (code === delimiter || code === LF || code === CR || code === QUOTE) break;
        else if (code < 32) mark = 0;
      }
      starts[count] = from;
      ends[count] = at;
      marks[count] = mark;
      count += 1;
      if (at < limit && code === QUOTE) {
        scan.count = count;
        return faulty(scan, text, at, 'a quote stands inside an unquoted cell', whole);
      }
    }
    scan.count = count;
    if (at >= limit) {
      if (cut) return tooLong(scan, text, start, limit, whole);
      return whole && finish(scan, text, at, whole);
    }
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return finish(scan, text, at, whole);
    if (code !== delimiter) return faulty(scan, text, at, 'text follows the closing quote', whole);
    at += 1;
  }
};

const widen = (scan: CsvScan): void => {
  const size = scan.starts.length * 2;
  scan.starts = widened(scan.starts, new Int32Array(size));
  scan.ends = widened(scan.ends, new Int32Array(size));
  scan.marks = widened(scan.marks, new Uint8Array(size));
};

const widened = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
  to.set(from);
  return to;
};

/** The record ends at a position: at a line break, or with the text. */
const finish = (scan: CsvScan, text: string, at: number, whole: boolean): boolean => {
  // A CR at the end of a piece may be the first half of a CRLF.
  if (!whole && at + 1 >= text.length && text.charCodeAt(at) === CR) return false;
  const length = lineBreakAt(text, at);
  scan.ended = length > 0;
  scan.next = at + length;
  return true;
};

/** The record goes wrong at a position: the rest of that line is no record either. */
const faulty = (scan: CsvScan, text: string, at: number, fault: string, whole: boolean): boolean => {
  let end = at;
  while (end < text.length && lineBreakAt(text, end) === 0) end += 1;
  if (end >= text.length && !whole) return false;
  scan.fault = `${fault} (cell ${String(scan.count)})`;
  return finish(scan, text, end, whole);
};

const tooLong = (scan: CsvScan, text: string, start: number, limit: number, whole: boolean): boolean => {
  const at = text.charCodeAt(limit - 1) === CR ? limit - 1 : limit;
  scan.innerLines = breaksIn(text, start, at);
  return faulty(scan, text, at, `longer than ${String(CSV_RECORD_LIMIT)} characters`, whole);
};

const trailingBreak = (text: string): number => {
  const { length } = text;
  if (text.charCodeAt(length - 1) === LF) return text.charCodeAt(length - 2) === CR ? 2 : 1;
  return text.charCodeAt(length - 1) === CR ? 1 : 0;
};

const breaksIn = (text: string, start: number, end: number): number => {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
};

/** A cell's text. */
export const cellText = (scan: CsvScan, text: string, cell: number): string => {
  const value = text.slice(scan.starts[cell], scan.ends[cell]);
  return scan.marks[cell] === DOUBLED ? value.replaceAll('""', '"') : value;
};
