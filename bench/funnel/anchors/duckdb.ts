import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { entriesFile, ORDER, STAGES } from '../entries.js';
import type { StageRow } from '../result.js';

const path = (size: number): string => fileURLToPath(new URL(`funnel-${String(size)}.duckdb`, import.meta.url));

/** The entries as a table in a file of DuckDB's own, written once. */
export const duckdbFile = async (size: number): Promise<void> => {
  if (existsSync(path(size))) return;
  // Under another name until it is whole.
  const unfinished = `${path(size)}.part`;
  rmSync(unfinished, { force: true });
  const instance = await DuckDBInstance.create(unfinished);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE entry (who UINTEGER NOT NULL, stage UTINYINT NOT NULL, entered BIGINT NOT NULL)');
  const { lead, at, stage } = entriesFile(size);
  const appender = await connection.createAppender('entry');
  for (let row = 0; row < lead.length; row += 1) {
    appender.appendUInteger(lead[row] ?? 0);
    appender.appendUTinyInt(stage[row] ?? 0);
    appender.appendBigInt(BigInt(at[row] ?? 0));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  renameSync(unfinished, path(size));
};

/** A connection to a copy of the table in memory, where DuckDB is fastest. */
export const duckdb = async (size: number, threads: number): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  await connection.run(`ATTACH '${path(size)}' AS kept (READ_ONLY)`);
  await connection.run('CREATE TABLE entry AS SELECT * FROM kept.entry');
  await connection.run('DETACH kept');
  return connection;
};

const TIMES = `
  SELECT stage, count(*) AS entries, count(took) AS ended, quantile_disc(took, [0.5, 0.9, 0.99]) AS times
  FROM (SELECT stage, lead(entered) OVER (PARTITION BY who ORDER BY entered) - entered AS took FROM entry)
  GROUP BY stage ORDER BY stage`;

// The fastest of the ways we tried to count leads by stage and reach: one group for each lead, and bits.
const REACH = `
  SELECT ${STAGES.map((_, i) => `count(*) FILTER ((stages >> ${String(i + 1)}) & 1 = 1)`).join(', ')}, ${ORDER.map((_, i) => `count(*) FILTER (far >= ${String(i + 1)})`).join(', ')}
  FROM (SELECT bit_or(1::BIGINT << stage) AS stages, max(stage) FILTER (stage <= ${String(ORDER.length)}) AS far FROM entry GROUP BY who)`;

export const duckdbFunnel = async (connection: DuckDBConnection): Promise<readonly StageRow[]> => {
  const times = await (await connection.run(TIMES)).getRowsJS();
  const [reach = []] = await (await connection.run(REACH)).getRowsJS();
  return STAGES.map((_, i) => {
    const [, entries, ended, took] = times[i] ?? [];
    return {
      entries: Number(entries),
      leads: Number(reach[i]),
      reached: i < ORDER.length ? Number(reach[STAGES.length + i]) : null,
      open: Number(entries) - Number(ended),
      times: (took as readonly bigint[]).map(Number),
    };
  });
};
