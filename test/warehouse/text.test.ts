import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANDARD_METRICS, mqlVolume, parseMetric, tallyOf } from 'revpact/metrics';
import { STANDARD_DIALECTS, compile, decode, duckdb, factRows, factTableDdl } from 'revpact/warehouse';
import { FACT_TABLES, NO_FACTS } from 'revpact/vocabulary';
import { aHandOff, aLead, facts, options, stays } from '../support/metric-facts.js';
import { duck, type Duck } from '../support/duck.js';

let db: Duck;
beforeAll(async () => {
  db = await duck();
});
afterAll(() => {
  db.close();
});

const HOSTILE = [
  `"`,
  `'`,
  `''; DROP TABLE lead; --`,
  `a"b""c`,
  `--`,
  `/* */`,
  `*/ SELECT 1`,
  `\\`,
  `\\'`,
  `line\nbreak\r\n`,
  `$$`,
  `%s`,
  `?`,
  `\u2028`,
  'ünïcödé 🙂',
  '\u0001',
  ';',
];

describe('names and text are quoted so that nothing in them is SQL', () => {
  test.each(HOSTILE)('text %j comes back as it went in', async (text) => {
    expect(await db.rows(`SELECT ${duckdb.text(text)} AS said`)).toEqual([{ said: text }]);
  });

  test.each(HOSTILE)('a table and a column can be named %j', async (name) => {
    const table = duckdb.identifier(`t${name}`);
    await db.rows(`CREATE TABLE ${table} (${duckdb.identifier(name)} INTEGER)`);
    await db.rows(`INSERT INTO ${table} VALUES (7)`);
    expect(Object.entries((await db.rows(`SELECT * FROM ${table}`))[0] ?? {})).toEqual([[name, 7]]);
  });

  test('NUL is refused rather than cut off, and so is a name of nothing', () => {
    expect(() => duckdb.text('a\u0000b')).toThrow(RangeError);
    expect(() => duckdb.identifier('a\u0000b')).toThrow(RangeError);
    expect(() => duckdb.identifier('')).toThrow(RangeError);
  });

  test('a schema with a hostile name is where the tables are', async () => {
    const path = [`my "facts"; --`];
    const there = await duck(path);
    const some = facts({ stageVisits: stays('a', ['mql', '04-02']) });
    await there.load(some);
    const compiled = compile(mqlVolume, duckdb, { ...options, path });
    if (!compiled.applicable) throw new Error('it applies');
    expect(decode(mqlVolume, await there.rows(compiled.sql), options)).toEqual(tallyOf(mqlVolume, some, options));
    there.close();
  });

  test.each(HOSTILE.filter((text) => !/\p{Cc}/u.test(text)))('a metric narrowed to %j finds its lead', async (source) => {
    const narrow = parseMetric({
      ...mqlVolume,
      basis: { ...mqlVolume.basis, where: [{ column: 'lead.source', is: 'equals', value: source }] },
    });
    const some = facts({
      leads: [aLead('a', { source }), aLead('b', { source: 'other' })],
      stageVisits: [...stays('a', ['mql', '04-02']), ...stays('b', ['mql', '04-02'])],
    });
    await db.load(some);
    const compiled = compile(narrow, duckdb, options);
    if (!compiled.applicable) throw new Error('it applies');
    expect(decode(narrow, await db.rows(compiled.sql), options)).toEqual([
      { key: {}, tally: { kind: 'fraction', numerator: 1, denominator: 1, open: 0, unknown: 0 } },
    ]);
  });

  test('a metric whose id was never checked cannot end the comment that carries it', async () => {
    const compiled = compile({ ...mqlVolume, id: `x */ DROP TABLE lead; /*\n-- */ SELECT 1; ` }, duckdb, options);
    if (!compiled.applicable) throw new Error('it applies');
    expect(compiled.sql.match(/\*\//g)).toHaveLength(1);
    expect(await db.rows(compiled.sql)).toHaveLength(1);
  });

  test('a moment that is no whole number is never written into a statement', () => {
    expect(() => compile(mqlVolume, duckdb, { ...options, asOf: 0.5 })).toThrow(RangeError);
  });
});

describe('compiled statements', () => {
  const statements = STANDARD_METRICS.flatMap((definition) =>
    [[], definition.dimensions].map((groupBy) => {
      const compiled = compile(definition, duckdb, { ...options, groupBy });
      return { id: definition.id, sql: compiled.applicable ? compiled.sql : '' };
    }),
  );

  test('all stay within the SQL that engines read alike', () => {
    for (const { id, sql } of statements) {
      const code = sql.replace(/\/\*.*?\*\//g, '').replace(/'[^']*'|"[^"]*"/g, '');
      expect(code, id).not.toMatch(
        /\/|\bAVG\b|\bROUND\b|\bDOUBLE\b|\bFLOAT\b|\bDISTINCT\b|\bQUALIFY\b|\bFILTER\b|PERCENTILE|QUANTILE|\bNOT IN\b|\d\.\d/i,
      );
    }
  });

  test('all name their metric and definition', () => {
    for (const { id, sql } of statements) expect(sql).toMatch(new RegExp(`^/\\* revpact metric ${id} definition [0-9a-f]{64} \\*/\n`));
  });

  test('read back only whole numbers', () => {
    expect(decode(mqlVolume, [{ metric_num: '12', metric_den: 12n, metric_open: 0 }], options)).toEqual([
      { key: {}, tally: { kind: 'fraction', numerator: 12, denominator: 1, open: 0, unknown: 0 } },
    ]);
    expect(() => decode(mqlVolume, [{ metric_num: 0.5, metric_open: 0 }], options)).toThrow(TypeError);
    expect(() => decode(mqlVolume, [{ metric_num: 'many', metric_open: 0 }], options)).toThrow(TypeError);
  });
});

describe('fact tables', () => {
  test('every table of the vocabulary has its statement and its rows', () => {
    const names = Object.values(FACT_TABLES).map(({ name }) => name);
    expect(factRows(NO_FACTS).map(({ table }) => table)).toEqual(names);
    expect(factTableDdl(duckdb).map((sql) => /^CREATE TABLE "(\w+)"/.exec(sql)?.[1])).toEqual(names);
  });

  test('rows keep every value, lists and nothing-known included', async () => {
    const handOff = aHandOff('a', '04-02');
    await db.load(facts({ handOffs: [handOff] }));
    const [row] = factRows(facts({ handOffs: [handOff] })).filter(({ table }) => table === 'hand_off');
    expect(row?.rows).toMatchObject([{ lead_id: 'a', delivered_at: handOff.deliveredAt, fields: ['email', 'phone'], accepted_at: null }]);
    expect(Object.keys(row?.rows[0] ?? {})).toEqual(row?.columns.map(({ name }) => name));
    expect(await db.rows('SELECT lead_id, delivered_at, len(fields) AS fields, accepted_at FROM hand_off')).toEqual([
      { lead_id: 'a', delivered_at: BigInt(handOff.deliveredAt), fields: 2n, accepted_at: null },
    ]);
  });
});

test('every file in warehouse/dialects is a standard dialect, named alike', () => {
  const named = readdirSync(new URL('../../src/warehouse/dialects', import.meta.url)).filter((file) => file !== 'index.ts');
  expect(STANDARD_DIALECTS.map(({ id }) => `${id}.ts`).sort()).toEqual(named.sort());
});

describe('what a definition holds stays text', () => {
  test.each(HOSTILE.filter((text) => !/\p{Cc}/u.test(text)))('%j, in conditions of every kind, in groups and names', async (said) => {
    const named = parseMetric({
      ...mqlVolume,
      unit: 'period',
      dimensions: [],
      measure: { kind: 'formula', steps: [{ name: 'result', op: 'add', left: { input: 'one' }, right: { number: '0' } }], of: 'number', digits: 0, rounding: 'down' },
      basis: {
        kind: 'formula',
        inputs: {
          one: {
            unit: 'lead',
            measure: { kind: 'distinct', column: 'lead.source' },
            shift: 0,
            basis: {
              ...mqlVolume.basis,
              where: [
                { is: 'any', of: [{ column: 'lead.source', is: 'equals', value: said }, { column: 'lead.source', is: 'one_of', values: [said, 'other'] }] },
                {
                  is: 'related',
                  table: 'leads',
                  on: [{ theirs: 'row.source', ours: 'lead.source' }],
                  where: [{ column: 'row.source', is: 'equals', value: said }],
                  at: 'row.firstAt',
                  after: null,
                  before: null,
                  atLeast: 1,
                  atMost: null,
                },
              ],
            },
          },
        },
      },
    });
    const some = facts({
      leads: [aLead('a', { source: said }), aLead('b', { source: 'other' })],
      stageVisits: [...stays('a', ['mql', '04-02']), ...stays('b', ['mql', '04-02'])],
    });
    await db.load(some);
    const asked = { ...options, groupBy: ['lead.source'] };
    const compiled = compile(named, duckdb, asked);
    if (!compiled.applicable) throw new Error('it applies');
    const found = decode(named, await db.rows(compiled.sql), asked);
    expect(found).toEqual(tallyOf(named, some, asked));
    expect(found.map(({ key }) => key)).toEqual([{ 'lead.source': said }]);
  });
});
