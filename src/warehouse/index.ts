/**
 * warehouse: the same metrics on an engine. Fact tables as DDL and rows, a metric as one SQL statement of integers, and its
 * rows read back. The target filter likewise. Text only: it connects to nothing.
 *
 * @module warehouse
 */

// Facts into tables
export { factTableDdl, factRows, type FactRows, type TablePath } from './tables.js';

// A metric as SQL, and its rows as exact integers
export { compile, type Compiled, type CompileOptions } from './compile.js';
export { decode } from './decode.js';
export type { SqlRow } from './sql-row.js';

// A target filter as SQL
export { compileFilter } from './filter/compile-filter.js';
export type { AccountTable, AttributeColumn, AttributeColumnType, ContactTable } from './filter/account-table.js';
export { warehouseIssue } from './issues.js';

// Engines
export { STANDARD_DIALECTS, duckdb } from './dialects/index.js';
export type { Dialect } from './dialect.js';
