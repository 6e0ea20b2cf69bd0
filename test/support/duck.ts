import { DuckDBInstance, LIST, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { factRows, factTableDdl, duckdb, type SqlRow } from 'revpact/warehouse';
import type { Facts } from 'revpact/vocabulary';

/** A fresh DuckDB in memory with empty fact tables, and what a test does to it. */
export const duck = async (path: readonly string[] = []): Promise<Duck> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  if (path.length > 0) await connection.run(`CREATE SCHEMA ${path.map(duckdb.identifier).join('.')}`);
  for (const statement of factTableDdl(duckdb, path)) await connection.run(statement);
  return {
    load: async (facts) => {
      for (const { table, columns, rows } of factRows(facts)) {
        await connection.run(`DELETE FROM ${[...path, table].map(duckdb.identifier).join('.')}`);
        if (rows.length === 0) continue;
        const appender = await connection.createAppender(table, path[0] ?? null);
        for (const row of rows) {
          for (const { name } of columns) append(appender, row[name] ?? null);
          appender.endRow();
        }
        appender.closeSync();
      }
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};

export interface Duck {
  /** Replaces everything in the fact tables. */
  readonly load: (facts: Facts) => Promise<void>;
  readonly rows: (sql: string) => Promise<readonly SqlRow[]>;
  readonly close: () => void;
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

const append = (appender: Appender, value: string | number | boolean | null | readonly string[]): void => {
  if (value === null) appender.appendNull();
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (typeof value === 'number') appender.appendBigInt(BigInt(value));
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else appender.appendList([...value], LIST(VARCHAR));
};
