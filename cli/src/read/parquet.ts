import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api';
import { complaint, fileIssue, readable, unreadable, type Read } from './complaint.js';
import { cellsOf, repeatedColumn, type Row, type Table } from './table.js';

/**
 * Rows of a Parquet file as text, through embedded DuckDB. A moment with zone becomes ISO text in UTC, one without stays
 * without; lists and structures become JSON.
 *
 * The database lives in memory, may open this one file and no other, and can fetch or load nothing.
 *
 * @param path - Absolute.
 */
export const readParquet = async (file: string, path: string): Promise<Read<Table>> => {
  const database = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await database.connect();
  try {
    await confine(connection, path);
    return await rowsOf(connection, file, asPattern(path));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return unreadable(complaint(file, fileIssue('not_parquet', { reason: error.message.split('\n')[0] ?? '' })));
  } finally {
    connection.closeSync();
    database.closeSync();
  }
};

/** From here on the database opens the one file only, and nobody can change that. */
export const confine = async (connection: DuckDBConnection, path: string): Promise<void> => {
  // The path is checked both as it is asked for (a pattern) and as it is found (a name).
  await connection.run(`SET allowed_paths = [${literal(path)}, ${literal(asPattern(path))}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The pattern that only this path matches: file names may hold `*`, `?` and `[`. */
const asPattern = (path: string): string => path.replace(/[*?[]/g, '[$&]');

const rowsOf = async (connection: DuckDBConnection, file: string, pattern: string): Promise<Read<Table>> => {
  const source = `FROM read_parquet(${literal(pattern)}, hive_partitioning = false)`;
  const shape = await connection.run(`SELECT * ${source} LIMIT 0`);
  const columns = shape.columnNames();
  const twice = repeatedColumn(columns);
  if (twice !== null) return unreadable(complaint(file, fileIssue('duplicate_column', { column: twice })));
  const cells = columns.map((column, i) => asText(identifier(column), shape.columnType(i)));
  const found = await connection.stream(`SELECT ${cells.join(', ')} ${source}`);
  const rows: Row[] = [];
  for await (const chunk of found.yieldRows()) {
    for (const values of chunk) {
      rows.push({ line: rows.length + 1, cells: cellsOf(columns, values.map((value) => (typeof value === 'string' ? value : null))) });
    }
  }
  return readable({ columns, rows, malformed: [] });
};

const asText = (column: string, type: DuckDBType): string => {
  switch (type.typeId) {
    case DuckDBTypeId.TIMESTAMP_TZ:
      // Milliseconds where that is all there is, else microseconds: the library decides what it takes.
      return `CASE WHEN epoch_us(${column}) % 1000 = 0 THEN strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')
        ELSE strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ') END`;
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.MAP:
      return `to_json(${column})::VARCHAR`;
    default:
      return `${column}::VARCHAR`;
  }
};
