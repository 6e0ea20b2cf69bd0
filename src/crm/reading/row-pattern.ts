import type { Mapping } from '../mapping/mapping.js';
import { columnUse, SHORT, type ColumnUse } from './column-use.js';
import { digits, instantReader, isDigit } from './fast-instant.js';
import { readCell, type Row, type WallClocks } from './read-cell.js';
import { gradeOf } from './text-grade.js';
import { textIndex, type TextIndex } from './text-index.js';

/** A column as patterns see it: how it is used, and a number for each kind of cell that was met. */
export interface PatternColumn {
  readonly name: string;
  readonly kind: ColumnUse['kind'];
  readonly use: ColumnUse;
  readonly texts: TextIndex;
  /** For an exact column one number a text; for others one a grade or one a kind of value. */
  readonly kinds: Int32Array;
}

/** Texts of an exact column that are told apart; rows with others are read the ordinary way. */
const TEXT_LIMIT = 10_000;
/** Longest text of an exact column. */
const EXACT_LENGTH = 300;
/** Nodes of the tree of patterns; rows that would need more are read the ordinary way. */
const NODE_LIMIT = 400_000;

/** No pattern can be said of this row. */
export const NO_PATTERN = -1;

/** What stands beside a cell in its row, for readings that need it. */
export type Beside = (column: string) => string | null;

/**
 * Numbers for patterns of rows. Two rows have one pattern where the same columns are filled, in the same order, and each
 * cell is the same in all that decides what becomes of the row: then the same rules make the same events of both, and only
 * what flows through differs.
 */
export interface Patterns {
  readonly column: (name: string) => PatternColumn;
  /** The number of what a cell is, 0 where that cannot be said. What a typed cell was read as is in `number` or `amount`. */
  readonly kindOf: (column: PatternColumn, text: string, start: number, end: number, beside: Beside) => number;
  /** What a graded column's cell is whose grade is known to be the first. */
  readonly firstGrade: (column: PatternColumn) => number;
  /** What the last typed cell was read as: a number, here; `NaN` for an amount, which is in `amount`. */
  readonly number: Float64Array;
  amount: unknown;
  /** Whether the last typed cell was read as a day. */
  isDay: boolean;
  /** The pattern of all cells so far (0 for none) and one more; {@link NO_PATTERN} where there are too many. */
  readonly step: (pattern: number, kind: number) => number;
}

export const patternsOf = (mapping: Mapping, clocks: WallClocks): Patterns => {
  const columns = new Map<string, PatternColumn>();
  const moment = instantReader();
  let kindCount = 0;
  let nodes = 1;
  let lastKind = new Int32Array(1024);
  let lastNext = new Int32Array(1024);
  let slots = { pattern: new Int32Array(1024), kind: new Int32Array(1024), next: new Int32Array(1024) };

  const newKind = (kinds: Int32Array, place: number): number => {
    const known = kinds[place] ?? 0;
    if (known !== 0) return known;
    kindCount += 1;
    kinds[place] = kindCount;
    return kindCount;
  };
  const slotOf = (pattern: number, kind: number): number => {
    const mask = slots.next.length - 1;
    let slot = (Math.imul(pattern, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b)) >>> 7;
    for (slot &= mask; slots.next[slot] !== 0; slot = (slot + 1) & mask) {
      if (slots.pattern[slot] === pattern && slots.kind[slot] === kind) return slot;
    }
    return slot;
  };
  const widen = (): void => {
    const before = slots;
    const size = before.next.length * 2;
    slots = { pattern: new Int32Array(size), kind: new Int32Array(size), next: new Int32Array(size) };
    before.next.forEach((next, i) => {
      if (next === 0) return;
      const slot = slotOf(before.pattern[i] ?? 0, before.kind[i] ?? 0);
      slots.pattern[slot] = before.pattern[i] ?? 0;
      slots.kind[slot] = before.kind[i] ?? 0;
      slots.next[slot] = next;
    });
  };

  const typedKind = (column: PatternColumn, text: string, start: number, end: number, beside: Beside): number => {
    const { use } = column;
    if (use.kind !== 'typed') return 0;
    const { source } = use;
    if ((source.as === 'instant' && source.form === undefined) || source.as === 'moment') {
      const at = moment(text, start, end);
      if (!Number.isNaN(at)) {
        patterns.number[0] = at;
        patterns.isDay = false;
        return newKind(column.kinds, 0);
      }
    }
    if (source.as === 'integer' && end - start <= 15 && isDigit(text.charCodeAt(start))) {
      const number = digits(text, start, end - start);
      if (!(number >= use.least && number <= use.most)) return 0;
      patterns.number[0] = number;
      return newKind(column.kinds, 0);
    }
    if (end - start > SHORT) return 0;
    const cell = text.slice(start, end);
    // The zone or currency of a reading stands in the same row.
    const by = 'zone' in source ? source.zone : 'currency' in source ? source.currency : null;
    const cells = typeof by === 'object' && by !== null ? Object.fromEntries([[by.column, beside(by.column)]]) : {};
    const read = readCell(source, cell, { line: 0, cells } satisfies Row, clocks);
    if ('issues' in read) return 0;
    if (typeof read.value === 'number' && !(read.value >= use.least && read.value <= use.most)) return 0;
    patterns.number[0] = typeof read.value === 'number' ? read.value : NaN;
    if (typeof read.value !== 'number') patterns.amount = read.value;
    patterns.isDay = read.dayIn !== undefined;
    return newKind(column.kinds, read.dayIn === undefined ? 0 : 1);
  };

  const patterns: Patterns = {
    number: new Float64Array(1),
    amount: null,
    isDay: false,
    column: (name) => {
      const known = columns.get(name);
      if (known !== undefined) return known;
      const use = columnUse(mapping, name);
      const made = { name, kind: use.kind, use, texts: textIndex(), kinds: new Int32Array(use.kind === 'exact' ? TEXT_LIMIT : 4) };
      columns.set(name, made);
      return made;
    },
    firstGrade: ({ kinds }) => newKind(kinds, 1),
    kindOf: (column, text, start, end, beside) => {
      const { kind, kinds, texts } = column;
      // The most frequent first.
      if (kind === 'exact') {
        if (end - start > EXACT_LENGTH || texts.texts.length >= TEXT_LIMIT) return 0;
        const code = texts.codeOf(text, start, end);
        return kinds[code] || newKind(kinds, code);
      }
      if (kind === 'typed') return typedKind(column, text, start, end, beside);
      if (kind === 'graded') {
        const grade = gradeOf(text, start, end);
        return grade === 0 ? 0 : newKind(kinds, grade);
      }
      if (kind === 'short') return end - start <= SHORT && gradeOf(text, start, end) === 1 ? newKind(kinds, 1) : 0;
      if (kind === 'ordinary') return 0;
      throw new Error('nobody looks into a column that is left out');
    },
    step: (pattern, kind) => {
      // Rows of one pattern follow each other: what came after it last time comes again.
      if (lastKind[pattern] === kind) return lastNext[pattern] ?? NO_PATTERN;
      const slot = slotOf(pattern, kind);
      const known = slots.next[slot] ?? 0;
      if (known !== 0) {
        lastKind[pattern] = kind;
        lastNext[pattern] = known;
        return known;
      }
      if (nodes >= NODE_LIMIT) return NO_PATTERN;
      slots.pattern[slot] = pattern;
      slots.kind[slot] = kind;
      slots.next[slot] = nodes;
      nodes += 1;
      if (nodes * 2 > slots.next.length) {
        widen();
        lastKind = new Int32Array(slots.next.length);
        lastNext = new Int32Array(slots.next.length);
      }
      return nodes - 1;
    },
  };
  return patterns;
};
