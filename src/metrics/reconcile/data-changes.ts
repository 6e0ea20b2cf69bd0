import { FACT_TABLES } from '../../vocabulary/fact.js';
import { canonicalJson } from '../../kernel/canonical.js';
import { FACT_READINGS, type FactKey } from '../definition/column.js';
import { factSource, type FactsIn, type TableSource } from '../engine/source.js';

/** Up to so many rows of each kind are listed; all are counted. */
export const MOST_ROWS = 100;

type Key = Readonly<Record<string, string | number>>;

/** Rows of one kind: how many, and the first of them. */
export interface Listed<Row> {
  readonly count: number;
  readonly rows: readonly Row[];
}

/** How one fact table differs between two bindings, row by row. */
export interface DataChanges {
  readonly table: FactKey;
  readonly alike: number;
  readonly onlyInA: Listed<Key>;
  readonly onlyInB: Listed<Key>;
  /** The same row with other values, and in which columns. */
  readonly changed: Listed<{ readonly key: Key; readonly columns: readonly string[] }>;
  /** The same event under another key, as when two leads were merged. */
  readonly moved: Listed<{ readonly from: Key; readonly to: Key }>;
  /** Rows whose key a table had already; only the first of a key is compared. */
  readonly doubledInA: Listed<Key>;
  readonly doubledInB: Listed<Key>;
}

/**
 * Compare two bindings table by table: rows in A = alike + changed + moved + only in A + doubled in A, and likewise in B.
 *
 * @example
 * ```ts
 * import { dataChanges } from 'revpact/metrics';
 * import { NO_FACTS } from 'revpact/vocabulary';
 *
 * dataChanges(NO_FACTS, NO_FACTS, ['leads']).map(({ alike }) => alike) // => [0]
 * ```
 */
export const dataChanges = (a: FactsIn, b: FactsIn, tables: readonly FactKey[]): readonly DataChanges[] => {
  const [was, is] = [factSource(a), factSource(b)];
  return tables.map((table) => changesOf(was.table(table), is.table(table)));
};

const changesOf = (a: TableSource, b: TableSource): DataChanges => {
  const table = a.key;
  const [doubledInA, doubledInB]: [Key[], Key[]] = [[], []];
  const [inA, inB] = [rowsByKey(a, doubledInA), rowsByKey(b, doubledInB)];
  let alike = 0;
  const changed: { key: Key; columns: readonly string[] }[] = [];
  const [onlyA, onlyB] = [new Map<string, Key>(), new Map<string, Key>()];
  for (const [name, row] of inA) {
    const other = inB.get(name);
    if (other === undefined) {
      onlyA.set(name, keyOf(a, row));
      continue;
    }
    const columns = Object.keys(FACT_TABLES[table].columns).filter((column) => !sameCell(a.cell(row, column), b.cell(other, column)));
    if (columns.length === 0) alike += 1;
    else changed.push({ key: keyOf(a, row), columns });
  }
  for (const [name, row] of inB) if (!inA.has(name)) onlyB.set(name, keyOf(b, row));
  const moved = movedRows(a, b, inA, inB, onlyA, onlyB);
  return {
    table,
    alike,
    onlyInA: listed([...onlyA.values()]),
    onlyInB: listed([...onlyB.values()]),
    changed: listed(changed),
    moved: listed(moved),
    doubledInA: listed(doubledInA),
    doubledInB: listed(doubledInB),
  };
};

type Rows = ReadonlyMap<string, number>;

const rowsByKey = (table: TableSource, doubled: Key[]): Rows => {
  const rows = new Map<string, number>();
  for (let row = 0; row < table.rows; row += 1) {
    const key = keyOf(table, row);
    const name = JSON.stringify(key);
    if (rows.has(name)) doubled.push(key);
    else rows.set(name, row);
  }
  return rows;
};

const keyOf = (table: TableSource, row: number): Key =>
  Object.fromEntries(
    FACT_READINGS[table.key].keys.map((name) => {
      const value = table.cell(row, name);
      return [name, typeof value === 'number' ? value : String(value)] as const;
    }),
  );

/** Rows that only one side has, paired by the event that began them; taken out of both. */
const movedRows = (
  a: TableSource,
  b: TableSource,
  inA: Rows,
  inB: Rows,
  onlyA: Map<string, Key>,
  onlyB: Map<string, Key>,
): readonly { readonly from: Key; readonly to: Key }[] => {
  const event = Object.values(FACT_READINGS[a.key].happened).find((moment) => moment.event !== null)?.event ?? null;
  if (event === null) return [];
  const byEvent = new Map<string, string>();
  for (const name of onlyB.keys()) {
    const value = b.cell(inB.get(name) ?? 0, event);
    if (typeof value === 'string') byEvent.set(value, name);
  }
  const moved: { readonly from: Key; readonly to: Key }[] = [];
  for (const [name, from] of onlyA) {
    const value = a.cell(inA.get(name) ?? 0, event);
    const other = typeof value === 'string' ? byEvent.get(value) : undefined;
    const to = other === undefined ? undefined : onlyB.get(other);
    if (other === undefined || to === undefined) continue;
    moved.push({ from, to });
    onlyA.delete(name);
    onlyB.delete(other);
  }
  return moved;
};

const sameCell = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && canonicalJson(a) === canonicalJson(b));

const listed = <Row>(rows: readonly Row[]): Listed<Row> => ({ count: rows.length, rows: rows.slice(0, MOST_ROWS) });
