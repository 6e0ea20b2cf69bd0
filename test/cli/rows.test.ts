import { rename } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { confine } from '../../cli/src/read/parquet.js';
import { readRows } from '../../cli/src/read/rows.js';
import type { Table } from '../../cli/src/read/table.js';
import { aDesk, type Desk } from '../support/cli-world.js';

const read = async (desk: Desk, name: string): Promise<Table> => {
  const table = await readRows(desk.world, desk.path(name));
  if (!table.ok) throw new Error(table.complaints.map((one) => one.issue.message).join('; '));
  return table.value;
};

const putParquet = async (desk: Desk, name: string, select: string): Promise<void> => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const plain = desk.path('being-written.parquet');
  await connection.run(`COPY (${select}) TO '${plain}' (FORMAT parquet)`);
  connection.closeSync();
  await rename(plain, desk.path(name));
};

describe('JSON', () => {
  test('an array: the lines of its objects, numbers as written, one row for all keys', async () => {
    const desk = await aDesk();
    await desk.put('rows.json', '[\n  {"id": 12345678901234567890, "amount": 0.10, "ok": true},\n  {\n    "id": "x", "tags": ["a", {"b": 1}], "ok": null, "note": ""\n  }\n]');
    expect(await read(desk, 'rows.json')).toEqual({
      columns: ['id', 'amount', 'ok', 'tags', 'note'],
      rows: [
        { line: 2, cells: { id: '12345678901234567890', amount: '0.10', ok: 'true', tags: null, note: null } },
        { line: 3, cells: { id: 'x', amount: null, ok: null, tags: '["a", {"b": 1}]', note: null } },
      ],
      malformed: [],
    });
  });

  test('one object a line: blank lines are skipped and counted, the bad ones say why', async () => {
    const desk = await aDesk();
    await desk.put('rows.ndjson', '\n{"a":1e3}\r\n\n{bad}\n[1]\n{"a":1,"a":2}\n{"a":"\\u00e9"}');
    const table = await read(desk, 'rows.ndjson');
    expect(table.rows).toEqual([
      { line: 2, cells: { a: '1e3' } },
      { line: 7, cells: { a: 'é' } },
    ]);
    expect(table.malformed.map((one) => one.line)).toEqual([4, 5, 6]);
    expect(table.malformed[1]?.reason).toBe('is not a JSON object');
    expect(table.malformed[2]?.reason).toBe('the key "a" occurs twice');
  });

  test('an array with a fault in it is no table', async () => {
    const desk = await aDesk();
    const file = await desk.put('rows.json', '[{"a":1},\n{"a":}]');
    expect(await readRows(desk.world, file)).toMatchObject({ ok: false, complaints: [{ line: 2, column: 6, issue: { code: 'file.not_json' } }] });
  });

  test('elements that are no objects are malformed, each on its line', async () => {
    const desk = await aDesk();
    await desk.put('rows.json', '[{"a":1},\n7,\n{"a":2}]');
    const table = await read(desk, 'rows.json');
    expect([table.rows.map((row) => row.line), table.malformed.map((one) => one.line)]).toEqual([[1, 3], [2]]);
  });
});

describe('Parquet', () => {
  test('every type as text that loses nothing', async () => {
    const desk = await aDesk();
    await putParquet(
      desk,
      'types.parquet',
      `SELECT 1::BIGINT AS i, 12345678901234567890.10::DECIMAL(30,2) AS d, '007' AS s, '' AS e, NULL::VARCHAR AS n, true AS b,
         TIMESTAMPTZ '2026-04-01 10:00:00.250+02' AS at, TIMESTAMPTZ '2026-04-01 10:00:00.250001+02' AS fine,
         TIMESTAMP '2026-04-01 10:00:00' AS local, DATE '2026-04-01' AS day, [1, 2] AS l, {'k': 'v'} AS o`,
    );
    expect((await read(desk, 'types.parquet')).rows).toEqual([
      {
        line: 1,
        cells: {
          i: '1', d: '12345678901234567890.10', s: '007', e: null, n: null, b: 'true',
          at: '2026-04-01T08:00:00.250Z', fine: '2026-04-01T08:00:00.250001Z',
          local: '2026-04-01 10:00:00', day: '2026-04-01', l: '[1,2]', o: '{"k":"v"}',
        },
      },
    ]);
  });

  test('rows keep their order and number, also beyond one chunk', async () => {
    const desk = await aDesk();
    await putParquet(desk, 'many.parquet', 'SELECT range AS n FROM range(10000)');
    const { rows } = await read(desk, 'many.parquet');
    expect(rows).toHaveLength(10_000);
    expect(rows.every((row, i) => row.line === i + 1 && row.cells['n'] === String(i))).toBe(true);
  });

  test.each(["o'ne.parquet", 'dou"ble.parquet', 'st*r.parquet', 'br[1].parquet', 'q?.parquet', "'); DROP TABLE x; --.parquet", 'ümlaut ☎.parquet'])(
    'a file called %s is read, and no other',
    async (name) => {
      const desk = await aDesk();
      // What the name would match if it were taken for a pattern.
      for (const other of ['stXr.parquet', 'br1.parquet', 'qX.parquet']) await putParquet(desk, other, `SELECT 'another' AS which`);
      await putParquet(desk, name, `SELECT 'this' AS which`);
      expect((await read(desk, name)).rows).toEqual([{ line: 1, cells: { which: 'this' } }]);
    },
  );

  test('columns with quotes in their names', async () => {
    const desk = await aDesk();
    await putParquet(desk, 'names.parquet', `SELECT 1 AS "a""b", 2 AS "c'd"`);
    expect((await read(desk, 'names.parquet')).rows[0]?.cells).toEqual({ 'a"b': '1', "c'd": '2' });
  });

  test('what is no Parquet is refused', async () => {
    const desk = await aDesk();
    const file = await desk.put('fake.parquet', 'id,type\n1,inquiry\n');
    expect(await readRows(desk.world, file)).toMatchObject({ ok: false, complaints: [{ file, issue: { code: 'file.not_parquet' } }] });
    expect(await readRows(desk.world, desk.path('none.parquet'))).toMatchObject({ ok: false, complaints: [{ issue: { code: 'file.not_found' } }] });
  });

  test('the database is confined to the one file', async () => {
    const desk = await aDesk();
    await putParquet(desk, 'mine.parquet', 'SELECT 1 AS n');
    await putParquet(desk, 'yours.parquet', 'SELECT 2 AS n');
    const secret = await desk.put('secret.csv', 'a\n1\n');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await confine(connection, desk.path('mine.parquet'));
    const run = (sql: string) => connection.runAndReadAll(sql);
    expect((await run(`SELECT * FROM read_parquet('${desk.path('mine.parquet')}')`)).getRows()).toEqual([[1]]);
    for (const sql of [
      `SELECT * FROM read_parquet('${desk.path('yours.parquet')}')`,
      `SELECT * FROM read_parquet('${desk.path('*.parquet')}')`,
      `SELECT * FROM read_csv('${secret}')`,
      `SELECT * FROM read_text('/etc/hostname')`,
      `SELECT * FROM read_parquet('https://localhost/x.parquet')`,
      `COPY (SELECT 1) TO '${desk.path('out.csv')}'`,
      `ATTACH '${desk.path('x.duckdb')}'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET enable_external_access = true',
      `SET allowed_paths = ['${secret}']`,
    ]) {
      await expect(run(sql), sql).rejects.toThrow();
    }
  });
});

describe('which format a file is of', () => {
  test('its ending says, in any case', async () => {
    const desk = await aDesk();
    for (const name of ['a.CSV', 'a.tsv', 'a.txt']) {
      await desk.put(name, 'x\ty\n1\t2\n');
      expect((await read(desk, name)).rows).toEqual([{ line: 2, cells: { x: '1', y: '2' } }]);
    }
  });

  test.each(['rows.xlsx', 'rows', 'rows.csv.gz'])('%s is of none', async (name) => {
    const desk = await aDesk();
    expect(await readRows(desk.world, await desk.put(name, 'x\n'))).toMatchObject({ ok: false, complaints: [{ issue: { code: 'file.unknown_format' } }] });
  });
});
