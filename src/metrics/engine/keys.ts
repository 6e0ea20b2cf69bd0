import { columnKind } from '../definition/column.js';
import { columnOf, type ColumnRef } from '../definition/column-ref.js';
import type { Instant } from '../../kernel/instant.js';
import { unitNumber, unitText, type ReadUnit } from './as-of.js';
import { translation } from './lead-rows.js';
import type { FactSource, TableSource } from './source.js';

/** Rows that agree in some columns share a number; -1 where one of the columns is null. */
export interface Keys {
  readonly ofRow: (row: number) => number;
  /** How many numbers there may be. */
  readonly count: () => number;
  /** The number that a row of another table has by its own columns; -1 where no row here has these values. */
  readonly matching: (table: TableSource, refs: readonly ColumnRef[]) => ReadUnit;
}

/** One column's values as small numbers. */
interface Part {
  readonly code: (row: number, lead: number) => number;
  readonly codes: () => number;
  /** The code of the same value of another column, which learns nothing new. */
  readonly translated: (table: TableSource, ref: ColumnRef) => ReadUnit;
}

/** Keys of a table's rows by columns of theirs, as of a moment. */
export const keysOf = (source: FactSource, table: TableSource, refs: readonly ColumnRef[], asOf: Instant): Keys => {
  const parts = refs.map((ref) => partOf(source, table, ref, asOf));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    return {
      ofRow: (row) => only.code(row, -1),
      count: only.codes,
      matching: (other, [ref = '']) => only.translated(other, ref),
    };
  }
  // Each further column makes a number of the number so far and its own code.
  const steps = parts.map(() => new Map<number, number>());
  const walk = (codes: readonly ReadUnit[], row: number, lead: number, learn: boolean): number => {
    let key = 0;
    for (const [i, step] of steps.entries()) {
      const code = codes[i]?.(row, lead) ?? -1;
      if (code < 0) return -1;
      const at = key * SPREAD + code;
      let next = step.get(at);
      if (next === undefined) {
        if (!learn) return -1;
        next = step.size;
        step.set(at, next);
      }
      key = next;
    }
    return key;
  };
  const own = parts.map(({ code }) => code);
  return {
    ofRow: (row) => walk(own, row, -1, true),
    count: () => steps.at(-1)?.size ?? 0,
    matching: (other, others) => {
      const codes = parts.map(({ translated }, i) => translated(other, others[i] ?? ''));
      return (row, lead) => walk(codes, row, lead, false);
    },
  };
};

/** Above the number of values that a column can have, so that a number and a code make one number below 2^53. */
const SPREAD = 67_108_864;

const partOf = (source: FactSource, table: TableSource, ref: ColumnRef, asOf: Instant): Part => {
  const { table: key, name } = columnOf(ref, table.key);
  if (columnKind(key, name) === 'text') {
    const { words, read } = unitText(source, ref, table, asOf);
    return {
      code: read,
      codes: () => words.length,
      translated: (other, theirs) => {
        const text = unitText(source, theirs, other, asOf);
        const codes = translation(text.words, words);
        return codes === null ? text.read : (row, lead) => codes[text.read(row, lead)] ?? -1;
      },
    };
  }
  const read = unitNumber(source, ref, table, asOf);
  const known = new Map<number, number>();
  return {
    code: (row, lead) => {
      const value = read(row, lead);
      if (Number.isNaN(value)) return -1;
      const code = known.get(value) ?? known.size;
      known.set(value, code);
      return code;
    },
    codes: () => known.size,
    translated: (other, theirs) => {
      const value = unitNumber(source, theirs, other, asOf);
      return (row, lead) => known.get(value(row, lead)) ?? -1;
    },
  };
};
