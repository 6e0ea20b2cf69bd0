import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTargetList, scorer, type Condition, type TargetFilter } from 'revpact/icp';
import type { Account, Contact, ProfileValue } from 'revpact/vocabulary';
import { compileFilter, duckdb, type AccountTable } from 'revpact/warehouse';
import { aFilterOver, TYPED, typedAccounts, typedContacts } from '../support/any-filter.js';

const TYPES = { text: 'VARCHAR', whole: 'BIGINT', decimal: 'DECIMAL(38,18)', double: 'DOUBLE', yes_no: 'BOOLEAN', list: 'VARCHAR[]' } as const;
const COLUMNS = Object.entries(TYPED);
const attributes = Object.fromEntries(COLUMNS.map(([name, type]) => [name, { column: `${name} "x"`, type }]));
const TABLE: AccountTable = { table: ['accounts'], id: 'id', attributes, contacts: { table: ['contacts'], account: 'account', attributes } };
/** Not those whose numbers no float holds: an account has them as text, in which one can look for words. */
const NOT_EXACT = Object.keys(TYPED).filter((name) => name !== 'staff' && name !== 'revenue');
const asOf = Date.UTC(2026, 2, 31);

let instance: DuckDBInstance;
let db: DuckDBConnection;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  db = await instance.connect();
  const columns = COLUMNS.map(([name, type]) => `${duckdb.identifier(`${name} "x"`)} ${TYPES[type]}`);
  await db.run(`CREATE TABLE accounts (id VARCHAR, ${columns.join(', ')})`);
  await db.run(`CREATE TABLE contacts (account VARCHAR, ${columns.join(', ')})`);
});
afterAll(() => {
  db.closeSync();
  instance.closeSync();
});

const literal = (value: ProfileValue | undefined, type: keyof typeof TYPES): string => {
  if (value === undefined || value === null) return 'NULL';
  if (typeof value === 'string') return type === 'text' ? duckdb.text(value) : value;
  // NULL in a list stands for nothing.
  if (typeof value === 'object') return `[${[...value.map(duckdb.text), ...(value.length % 2 === 0 ? [] : ['NULL'])].join(', ')}]::VARCHAR[]`;
  return type === 'double' ? `CAST('${String(value)}' AS DOUBLE)` : String(value);
};
const rowOf = (id: string | undefined, profile: Readonly<Record<string, ProfileValue>>): string =>
  `(${[literal(id, 'text'), ...COLUMNS.map(([name, type]) => literal(Object.hasOwn(profile, name) ? profile[name] : null, type))].join(', ')})`;

const load = async (accounts: readonly Account[], contacts: readonly Contact[]): Promise<void> => {
  await db.run('DELETE FROM accounts; DELETE FROM contacts');
  if (accounts.length > 0) await db.run(`INSERT INTO accounts VALUES ${accounts.map((one) => rowOf(one.id, one.attributes)).join(', ')}`);
  if (contacts.length > 0) await db.run(`INSERT INTO contacts VALUES ${contacts.map((one) => rowOf(one.accountId, one.attributes ?? {})).join(', ')}`);
};

const ask = async (filter: TargetFilter, table: AccountTable, moment = asOf) => {
  const compiled = compileFilter(filter, duckdb, { asOf: moment, accounts: table });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const rows = (await db.runAndReadAll(compiled.value)).getRowObjects();
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, typeof cell === 'bigint' ? Number(cell) : cell])));
};

describe('a filter as SQL', () => {
  test('gives every account the points, tier, answers and rank that the library gives it', async () => {
    await fc.assert(
      fc.asyncProperty(aFilterOver(Object.keys(TYPED), NOT_EXACT), typedAccounts, fc.option(typedContacts), async (filter, accounts, contacts) => {
        await load(accounts, contacts ?? []);
        const found = await ask(filter, contacts === null ? { ...TABLE, contacts: null } : TABLE);
        const score = scorer(filter, asOf);
        const known = (id: string) => (contacts === null ? {} : { contacts: contacts.filter(({ accountId }) => accountId === id) });
        const expected = accounts.map((account) => {
          const { accountId, points, max, outOf, tier, fits, reasons } = score(account, known(account.id));
          const own = reasons.flatMap(({ criterion, points: given, holds }) => [[`points_${criterion}`, given], [`holds_${criterion}`, holds]] as const);
          return { account_id: accountId, points, max, out_of: outOf, tier, fits, ...Object.fromEntries<number | boolean | null>(own) };
        });
        const byId = (a: { readonly account_id?: unknown }, b: { readonly account_id?: unknown }): number => (String(a.account_id) < String(b.account_id) ? -1 : 1);
        expect(found.map(({ list_rank: _, ...row }) => row).sort(byId)).toEqual(expected.sort(byId));
        const listed = buildTargetList(accounts, filter, { asOf, ...(contacts === null ? {} : { contacts }) }).in;
        expect(found.flatMap(({ account_id: id, list_rank: rank }) => (rank === null ? [] : [[rank, id]]))).toEqual(listed.map(({ rank, accountId }) => [rank, accountId]));
      }),
      { numRuns: 200 },
    );
  }, 240_000);

  test('criteria that are not in force are not asked', async () => {
    const filter: TargetFilter = {
      id: 'dated',
      title: 'Dated',
      criteria: [
        { id: 'old', title: 'Once', missing: 'zero', role: 'weighted', when: { is: 'present', attribute: 'trade' }, points: 5, until: '2026-01-01T00:00:00Z' },
        { id: 'now', title: 'Now', missing: 'zero', role: 'weighted', when: { is: 'present', attribute: 'trade' }, points: 7, from: '2026-01-01T00:00:00Z' },
      ],
      tiers: [{ id: 'A', atLeast: 7 }],
    };
    await load([{ id: 'a1', attributes: { trade: 'retail' } }], []);
    expect((await ask(filter, TABLE, Date.UTC(2025, 5, 1)))[0]).toMatchObject({ points: 5, tier: null, list_rank: null, points_old: 5 });
    expect((await ask(filter, TABLE, Date.UTC(2026, 5, 1)))[0]).toMatchObject({ points: 7, tier: 'A', list_rank: 1, points_now: 7 });
  });

  test('names and words from outside stay names and words', async () => {
    const nasty = `x'); DROP TABLE accounts; --`;
    const filter: TargetFilter = {
      id: 'nasty',
      title: 'Nasty',
      criteria: [{ id: 'c', title: 'Odd', missing: 'zero', role: 'weighted', when: { is: 'equal', attribute: '__proto__', value: nasty }, points: 3 }],
      tiers: [{ id: 'A', atLeast: 3 }],
    };
    const own = JSON.parse('{"__proto__":{"column":"trade \\"x\\"","type":"text"}}') as AccountTable['attributes'];
    await load([{ id: 'a1', attributes: { trade: nasty } }], []);
    expect((await ask(filter, { ...TABLE, attributes: own }))[0]).toMatchObject({ account_id: 'a1', points: 3, tier: 'A' });
  });

  test('an attribute without a column is refused, with what may be meant', () => {
    const filter: TargetFilter = {
      id: 'f',
      title: 'F',
      criteria: [{ id: 'size', title: 'Size', missing: 'zero', role: 'must_have', when: { is: 'none', of: [{ is: 'range', attribute: 'staf', below: '5' }, { is: 'present', attribute: 'valueOf' }] } }],
      tiers: [{ id: 'A', atLeast: 0 }],
    };
    const compiled = compileFilter(filter, duckdb, { asOf: 0, accounts: TABLE });
    expect(compiled.ok ? [] : compiled.issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['warehouse.no_column', ['criteria', 0, 'when', 'of', 0, 'attribute'], '"size" asks for "staf" of the account, for which no column is named; did you mean "staff"?'],
      ['warehouse.no_column', ['criteria', 0, 'when', 'of', 1, 'attribute'], '"size" asks for "valueOf" of the account, for which no column is named'],
    ]);
  });

  test('a word that no text of the engine can hold, and criteria of one id, are refused', () => {
    const asking = (when: Condition): TargetFilter['criteria'][number] => ({ id: 'odd', title: 'Odd', missing: 'zero', role: 'weighted', when, points: 1 });
    const filter: TargetFilter = {
      id: 'f',
      title: 'F',
      criteria: [
        asking({ is: 'all', of: [{ is: 'equal', attribute: 'trade', value: 'a\u0000b' }, { is: 'contains', attribute: 'trade', any: ['a', '\u0000'] }] }),
        asking({ is: 'overlap', attribute: 'tools', values: ['\u0000'] }),
      ],
      tiers: [{ id: 'A', atLeast: 0 }],
    };
    const compiled = compileFilter(filter, duckdb, { asOf, accounts: TABLE });
    expect(compiled.ok ? [] : compiled.issues.map(({ code, path }) => [code, path])).toEqual([
      ['icp.duplicate_id', ['criteria', 1, 'id']],
      ['warehouse.no_literal', ['criteria', 0, 'when', 'of', 0, 'value']],
      ['warehouse.no_literal', ['criteria', 0, 'when', 'of', 1, 'any', 1]],
      ['warehouse.no_literal', ['criteria', 1, 'when', 'values', 0]],
    ]);
  });
});
