import type { FactColumns, TableColumns } from '../../vocabulary/fact-columns.js';
import type { Facts } from '../../vocabulary/fact.js';
import type { Cell, FactKey } from '../definition/column.js';
import { leadRows } from './lead-rows.js';
import { booleanColumn, ofColumns, ofRows } from './raw-table.js';

/** A text column as numbers: the position of each row's word; -1 is null. Words are distinct. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

/** A fact table as the engine reads it, wherever it came from. Columns are made once. */
export interface TableSource {
  readonly key: FactKey;
  readonly rows: number;
  /** Integers, moments, 1 and 0 for yes and no; `NaN` is null. */
  readonly numbers: (column: string) => Float64Array;
  /** The largest number of a column; -Infinity where all are null. */
  readonly latest: (column: string) => number;
  readonly text: (column: string) => TextColumn;
  /** What one row says, for people. */
  readonly cell: (row: number, column: string) => Cell;
  /** The place of each row's lead among the leads; -1 where there is none. */
  readonly leads: () => Int32Array;
}

/** Facts with the columns and orders that were asked of them; hand it to several evaluations to make these once. */
export interface FactSource {
  readonly table: (key: FactKey) => TableSource;
  /** What belongs to these facts alone, made once. */
  readonly once: <T>(name: string, make: () => T) => T;
}

/** What a number is computed from: rows, typed columns, or either of them prepared by {@link factSource}. */
export type FactsIn = Facts | FactColumns | FactSource;

const isSource = (facts: FactsIn): facts is FactSource => 'once' in facts;

/**
 * Facts prepared for several numbers: each column that they read is made once. The facts must not change meanwhile.
 *
 * @example
 * ```ts
 * import { evaluate, factSource, mqlVolume, STANDARD_METRICS } from 'revpact/metrics';
 * import { NO_FACTS, periodOf, sirius2006 } from 'revpact/vocabulary';
 *
 * const period = periodOf('2026-Q2', 'Europe/Berlin');
 * if (period === null) throw new Error('no such period');
 * const source = factSource(NO_FACTS);
 * const results = STANDARD_METRICS.map((metric) => evaluate(metric, source, { framework: sirius2006, period, asOf: period.end }));
 * results.length === STANDARD_METRICS.length // => true
 * ```
 */
export const factSource = (facts: FactsIn): FactSource => {
  if (isSource(facts)) return facts;
  const tables = new Map<FactKey, TableSource>();
  const made = new Map<string, unknown>();
  const source: FactSource = {
    table: (key) => {
      const found = tables.get(key) ?? tableSource(key, facts[key], source);
      tables.set(key, found);
      return found;
    },
    // What is made under a name is always of the type that its one maker gives it.
    once: <T>(name: string, make: () => T): T => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as T;
    },
  };
  return source;
};

const tableSource = (key: FactKey, table: readonly object[] | TableColumns, source: FactSource): TableSource => {
  const raw = 'columns' in table ? ofColumns(key, table) : ofRows(table);
  const numbers = (column: string): Float64Array => source.once(`${key}.${column} numbers`, () => raw.numbers(column));
  return {
    key,
    rows: raw.rows,
    numbers,
    latest: (column) => source.once(`${key}.${column} latest`, () => latestOf(numbers(column))),
    text: (column) => source.once(`${key}.${column} text`, () => raw.text(column)),
    cell: (row, column) => raw.cell(row, column, booleanColumn(key, column)),
    leads: () => source.once(`${key} leads`, () => leadRows(key, source)),
  };
};

const latestOf = (values: Float64Array): number => {
  let latest = -Infinity;
  for (const value of values) if (value > latest) latest = value;
  return latest;
};
