import { DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../cli/src/read/csv.js';
import type { Table } from '../../cli/src/read/table.js';
import { aDesk } from '../support/cli-world.js';

const read = (text: string): Table => {
  const table = readCsv('rows.csv', text);
  if (!table.ok) throw new Error(table.complaints.map((one) => one.issue.message).join('; '));
  return table.value;
};

const cellsByLine = (text: string): unknown => read(text).rows.map((row) => [row.line, ...Object.values(row.cells)]);

describe('cells are taken as they stand', () => {
  test.each([
    { what: 'nothing is trimmed', text: 'a,b\n x , y\n', rows: [[2, ' x ', ' y']] },
    { what: 'nothing is converted', text: 'a,b\n007,1e5\n', rows: [[2, '007', '1e5']] },
    { what: 'words for nothing are words', text: 'a,b\nNULL,\\N\n', rows: [[2, 'NULL', '\\N']] },
    { what: 'an empty cell is null, quoted or not', text: 'a,b,c\n,"",x\n', rows: [[2, null, null, 'x']] },
    { what: 'a doubled quote is one quote', text: 'a,b\n"say ""hi""",""""\n', rows: [[2, 'say "hi"', '"']] },
    { what: 'a quoted cell holds delimiters and line breaks', text: 'a,b\n"x,\r\ny",z\n', rows: [[2, 'x,\r\ny', 'z']] },
    { what: 'the last line needs no line break', text: 'a,b\n1,2', rows: [[2, '1', '2']] },
    { what: 'a row of delimiters is a row', text: 'a,b\n,\n', rows: [[2, null, null]] },
    { what: 'semicolons', text: 'a;b\n1,5;2\n', rows: [[2, '1,5', '2']] },
    { what: 'tabs', text: 'a\tb\n1,5\t2;3\n', rows: [[2, '1,5', '2;3']] },
    { what: 'a delimiter inside a quoted header does not count', text: '"a,b,c";d\n1;2\n', rows: [[2, '1', '2']] },
    { what: 'one column', text: 'a\nx\n', rows: [[2, 'x']] },
    { what: 'no rows', text: 'a,b\n', rows: [] },
  ])('$what', ({ text, rows }) => {
    expect(cellsByLine(text)).toEqual(rows);
  });

  test('a column may be called like something every object has', () => {
    const [row] = read('__proto__,constructor\nx,y\n').rows;
    expect(Object.entries(row?.cells ?? {})).toEqual([['__proto__', 'x'], ['constructor', 'y']]);
  });
});

describe('lines are counted as an editor counts them', () => {
  test.each([
    { what: 'LF', text: 'a,b\n1,2\n3,4\n', lines: [2, 3] },
    { what: 'CRLF', text: 'a,b\r\n1,2\r\n3,4\r\n', lines: [2, 3] },
    { what: 'CR alone', text: 'a,b\r1,2\r3,4\r', lines: [2, 3] },
    { what: 'blank lines are skipped and counted', text: '\n\na,b\n\n1,2\n\r\n\n3,4\n\n', lines: [5, 8] },
    { what: 'after a quoted cell of three lines', text: 'a,b\n"1\n\n1",2\n3,4\n', lines: [2, 5] },
    { what: 'CRLF within quotes is one line', text: 'a,b\r\n"1\r\n1",2\r\n3,4\r\n', lines: [2, 4] },
    { what: 'a header of two lines', text: '"a\na",b\n1,2\n', lines: [3] },
    { what: 'after a malformed row', text: 'a,b\n1\n"x"y,2\n3,4\n', lines: [4] },
  ])('$what', ({ text, lines }) => {
    expect(read(text).rows.map((row) => row.line)).toEqual(lines);
  });
});

describe('what is no row keeps its line and says why', () => {
  test.each([
    { what: 'too few cells', text: 'a,b\n1\n3,4\n', malformed: [[2, 'has 1 cells; the header has 2']], rows: [3] },
    { what: 'too many cells', text: 'a,b\n1,2,3\n3,4\n', malformed: [[2, 'has 3 cells; the header has 2']], rows: [3] },
    { what: 'text after a closing quote', text: 'a,b\n"1" x,2\n3,4\n', malformed: [[2, 'text follows the closing quote (cell 1)']], rows: [3] },
    { what: 'a quote in an unquoted cell', text: 'a,b\n1,5" pipe\n3,4\n', malformed: [[2, 'a quote stands inside an unquoted cell (cell 2)']], rows: [3] },
    {
      what: 'a quote that swallows lines until the next quote',
      text: 'a,b\n"12 inch,2\n3,4\n5,"six"\n7,8\n',
      malformed: [
        [2, 'text follows the closing quote (cell 1)'],
        [3, 'belongs to the malformed row that begins on line 2'],
        [4, 'belongs to the malformed row that begins on line 2'],
      ],
      rows: [5],
    },
    {
      what: 'a quote that is never closed',
      text: 'a,b\n1,2\n3,"x\n5,6\n',
      malformed: [
        [3, 'a quote is opened and never closed (cell 2)'],
        [4, 'belongs to the malformed row that begins on line 3'],
      ],
      rows: [2],
    },
  ])('$what', ({ text, malformed, rows }) => {
    const table = read(text);
    expect(table.malformed.map(({ line, reason }) => [line, reason])).toEqual(malformed);
    expect(table.rows.map((row) => row.line)).toEqual(rows);
  });

  test.each([
    { what: 'an empty file', text: '', code: 'file.no_header', line: 1 },
    { what: 'blank lines only', text: '\n\r\n', code: 'file.no_header', line: 1 },
    { what: 'two columns of one name', text: '\na,b,a\n1,2,3\n', code: 'file.duplicate_column', line: 2 },
    { what: 'a broken header', text: '"a,b\n1,2\n', code: 'file.bad_header', line: 1 },
  ])('$what is no table', ({ text, code, line }) => {
    expect(readCsv('rows.csv', text)).toMatchObject({ ok: false, complaints: [{ line, issue: { code } }] });
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '7', ' ', ',', ';', '"', '\n', '\r\n', "'", '\t'), maxLength: 8 });
const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('law: what was printed is what is read, and every line is accounted for', () => {
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), (cells, delimiter, end, last) => {
      const header = (cells[0] ?? []).map((_, i) => `c${String(i)}`);
      const text = [header, ...cells.map((row) => row.map(quoted))].map((row) => row.join(delimiter)).join(end) + (last ? end : '');
      const found = read(text);
      expect(found.malformed).toEqual([]);
      expect(found.rows.map((row) => Object.values(row.cells))).toEqual(cells.map((row) => row.map((one) => (one === '' ? null : one))));
      let line = 2;
      for (const [i, row] of cells.entries()) {
        expect(found.rows[i]?.line).toBe(line);
        line += 1 + row.join('').split('\n').length - 1;
      }
    }),
  );
});

test('law: whatever the text, each line is the header, blank, part of one row, or malformed', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 60 });
  fc.assert(
    fc.property(text, (body) => {
      const found = read(`x,y\n${body}`);
      const lines = `x,y\n${body}`.split(/\r\n|\n|\r/);
      const accounted = [
        ...found.malformed.map((one) => one.line),
        ...found.rows.flatMap((row) => {
          const breaks = Object.values(row.cells).join('|').split(/\r\n|\n|\r/).length - 1;
          return Array.from({ length: breaks + 1 }, (_, i) => row.line + i);
        }),
      ];
      const blank = lines.flatMap((line, i) => (i > 0 && line === '' && !accounted.includes(i + 1) ? [i + 1] : []));
      expect([1, ...accounted, ...blank].sort((a, b) => a - b)).toEqual(lines.map((_, i) => i + 1));
    }),
    { numRuns: 2000 },
  );
});

test('a second opinion: DuckDB reads the same cells from the same file', async () => {
  const desk = await aDesk();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const sample = fc.sample(table, { numRuns: 60, seed: 20260630 });
  for (const [i, cells] of sample.entries()) {
    const header = (cells[0] ?? []).map((_, column) => `c${String(column)}`);
    // A cell that needs no quotes goes without them.
    const print = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) || text === '' ? quoted(text) : text);
    const text = [header, ...cells.map((row) => row.map(print))].map((row) => `${row.join(',')}\n`).join('');
    const file = await desk.put(`table-${String(i)}.csv`, text);
    const theirs = await connection.runAndReadAll(
      `SELECT * FROM read_csv($1, all_varchar = true, header = true, auto_detect = false, strict_mode = true, new_line = '\\n',
        delim = ',', quote = '"', escape = '"', columns = {${header.map((name) => `${name}: 'VARCHAR'`).join(', ')}}, parallel = false)`,
      [file],
    );
    const ours = read(text).rows.map((row) => Object.values(row.cells));
    expect(ours).toEqual(theirs.getRows().map((row) => row.map((one) => (one === '' ? null : one))));
  }
});
