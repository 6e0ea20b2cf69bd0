import type { Instant } from '../../kernel/instant.js';
import type { Framework } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import { columnKind } from '../definition/column.js';
import { columnOf } from '../definition/column-ref.js';
import type { Filter, PlainFilter } from '../definition/filter.js';
import { stagesOf } from './applicable.js';
import { unitNumber, unitText, type ReadUnit } from './as-of.js';
import { relatedTest } from './related.js';
import type { FactSource, TableSource } from './source.js';

/** Whether a unit meets a condition: its row, and its lead's, -1 where it has none. */
export type Test = (row: number, lead: number) => boolean;

/** When a condition is asked. */
export interface Asked {
  readonly framework: Framework;
  readonly period: Period;
  readonly asOf: Instant;
}

/** All conditions at once. */
export const allOf = (filters: readonly Filter[], source: FactSource, rows: TableSource, asked: Asked): Test => {
  const [first, ...more] = filters.map((filter) => testOf(filter, source, rows, asked));
  if (first === undefined) return () => true;
  if (more.length === 0) return first;
  return (row, lead) => {
    if (!first(row, lead)) return false;
    for (const test of more) if (!test(row, lead)) return false;
    return true;
  };
};

const testOf = (filter: Filter, source: FactSource, rows: TableSource, asked: Asked): Test => {
  switch (filter.is) {
    case 'any': {
      const tests = filter.of.map((one) => plainTest(one, source, rows, asked));
      return (row, lead) => {
        for (const test of tests) if (test(row, lead)) return true;
        return false;
      };
    }
    case 'related': {
      const theirs = source.table(filter.table);
      return relatedTest(filter, source, rows, allOf(filter.where, source, theirs, asked), asked.asOf);
    }
    default:
      return plainTest(filter, source, rows, asked);
  }
};

const plainTest = (filter: PlainFilter, source: FactSource, rows: TableSource, { framework, period, asOf }: Asked): Test => {
  const number = (ref: string): ReadUnit => unitNumber(source, ref, rows, asOf);
  /** Before asOf, and before the end of the period where that is earlier. */
  const cut = Math.min(asOf, period.end);
  switch (filter.is) {
    case 'equals': {
      if (typeof filter.value === 'string') return wordTest(filter.column, [filter.value], source, rows, asOf);
      const [read, wanted] = [number(filter.column), Number(filter.value)];
      return (row, lead) => read(row, lead) === wanted;
    }
    case 'one_of':
      return wordTest(filter.column, filter.values, source, rows, asOf);
    case 'milestone':
      return wordTest(filter.column, stagesOf(framework, filter.milestone), source, rows, asOf);
    case 'null':
    case 'not_null': {
      const isNull = nullTest(filter.column, source, rows, asOf);
      return filter.is === 'null' ? isNull : (row, lead) => !isNull(row, lead);
    }
    case 'at_least': {
      const [read, { value }] = [number(filter.column), filter];
      return (row, lead) => read(row, lead) >= value;
    }
    case 'at_most': {
      const [read, { value }] = [number(filter.column), filter];
      return (row, lead) => read(row, lead) <= value;
    }
    case 'not_after': {
      const [read, other] = [number(filter.column), number(filter.other)];
      return (row, lead) => read(row, lead) <= other(row, lead);
    }
    case 'past': {
      const read = number(filter.column);
      return (row, lead) => read(row, lead) < asOf;
    }
    case 'older_than': {
      const [read, latest] = [number(filter.column), cut - filter.ms];
      return (row, lead) => read(row, lead) <= latest;
    }
    case 'newer_than': {
      const [read, earliest] = [number(filter.column), cut - filter.ms];
      return (row, lead) => {
        const at = read(row, lead);
        return at > earliest && at < cut;
      };
    }
    case 'in_period': {
      const read = number(filter.column);
      return (row, lead) => {
        const at = read(row, lead);
        return at >= period.start && at < period.end;
      };
    }
  }
};

const wordTest = (ref: string, wanted: readonly string[], source: FactSource, rows: TableSource, asOf: Instant): Test => {
  const { words, read } = unitText(source, ref, rows, asOf);
  if (wanted.length === 1) {
    const code = words.indexOf(wanted[0] ?? '');
    return code < 0 ? () => false : (row, lead) => read(row, lead) === code;
  }
  const set = new Set(wanted);
  const passes = Uint8Array.from(words, (word) => Number(set.has(word)));
  return (row, lead) => passes[read(row, lead)] === 1;
};

const nullTest = (ref: string, source: FactSource, rows: TableSource, asOf: Instant): Test => {
  const { table, name } = columnOf(ref, rows.key);
  if (columnKind(table, name) === 'text') {
    const { read } = unitText(source, ref, rows, asOf);
    return (row, lead) => read(row, lead) < 0;
  }
  const read = unitNumber(source, ref, rows, asOf);
  return (row, lead) => Number.isNaN(read(row, lead));
};
