import { decimalOf } from '../../icp/score/value.js';
import { thresholdOf } from '../../icp/score/threshold.js';
import { isDecimalText } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import type { PlainCondition } from '../../icp/filter/condition.js';
import { integer, type Dialect } from '../dialect.js';
import type { AttributeColumnType } from './account-table.js';
import { keySql, keyText, sortedSql, sortedText } from './value-sql.js';

type Value = string | number | boolean;

/** What can be asked of a column, as conditions that are NULL where the answer is not known. */
interface ColumnSql {
  /** The column, NULL where nothing is known. */
  readonly known: string;
  readonly oneOf: (values: readonly Value[]) => string;
  /** At least the threshold. */
  readonly reaches: (threshold: string) => string;
  readonly containsAny: (words: readonly string[]) => string;
  /** How many different keys its list has, of these where they are said. */
  readonly count: (keys: readonly string[] | null) => string;
}

/** What a column of this kind cannot answer is not known. */
const NOT_KNOWN = 'CAST(NULL AS BOOLEAN)';

/** One condition on a column. */
export const plainSql = (condition: PlainCondition, column: string, type: AttributeColumnType, dialect: Dialect): string => {
  const sql = COLUMNS[type](column, dialect);
  switch (condition.is) {
    case 'present':
      return `(${sql.known} IS NOT NULL)`;
    case 'equal':
      return unlessNull(sql.known, sql.oneOf([condition.value]));
    case 'one_of':
      return unlessNull(sql.known, sql.oneOf(condition.values));
    case 'range': {
      const bounds = [
        ...(condition.from === undefined ? [] : [sql.reaches(condition.from)]),
        ...(condition.below === undefined ? [] : [`NOT ${sql.reaches(condition.below)}`]),
      ];
      // A range without bounds still asks for a number.
      return unlessNull(sql.known, bounds.length === 0 ? `(${sql.reaches('0')} IS NOT NULL OR NULL)` : `(${bounds.join(' AND ')})`);
    }
    case 'contains':
      return unlessNull(sql.known, sql.containsAny(condition.any));
    case 'overlap': {
      const keys = [...new Set(condition.values.map(foldCase))];
      return unlessNull(sql.known, `(${sql.count(keys)} >= ${integer(condition.atLeast ?? 1)})`);
    }
    case 'count': {
      const { from = 0, below } = condition;
      const count = sql.count(null);
      return unlessNull(sql.known, `(${count} >= ${integer(from)}${below === undefined ? '' : ` AND ${count} < ${integer(below)}`})`);
    }
  }
};

const unlessNull = (known: string, condition: string): string => `CASE WHEN ${known} IS NOT NULL THEN ${condition} END`;

const texts = (values: readonly string[], dialect: Dialect): string => values.map(dialect.text).join(', ');

const isNumber = (value: Value): value is string | number => typeof value === 'number' || (typeof value === 'string' && isDecimalText(value));

/** Numbers that are one of some: those of them that the column can hold. */
const amongNumbers = (column: string, literals: readonly string[]): string =>
  literals.length === 0 ? 'FALSE' : `(${column} IN (${literals.join(', ')}))`;

const isWhole = (text: string): boolean => !text.includes('.');

/** The least whole number that is at least a decimal. */
const ceiling = (decimal: string): string => {
  const [whole = '0'] = decimal.split('.');
  const plain = keyText(decimal);
  const up = isWhole(plain) || plain.startsWith('-') ? BigInt(whole) : BigInt(whole) + 1n;
  return up < 0n ? `(${String(up)})` : String(up);
};

const asText = (column: string, known: string, dialect: Dialect): Pick<ColumnSql, 'oneOf' | 'reaches'> => ({
  oneOf: (values) => {
    const keys = [...new Set(values.filter((value) => typeof value !== 'boolean').map(keyText))];
    return keys.length === 0 ? 'FALSE' : `(${keySql(known, dialect)} IN (${texts(keys, dialect)}))`;
  },
  reaches: (threshold) => `(${sortedSql(column, dialect)} >= ${dialect.text(sortedText(threshold))})`,
});

const noWords = (): string => NOT_KNOWN;
const noList = (): string => 'CAST(NULL AS BIGINT)';

const COLUMNS: Readonly<Record<AttributeColumnType, (column: string, dialect: Dialect) => ColumnSql>> = {
  text: (column, dialect) => {
    const known = `NULLIF(${column}, '')`;
    return {
      known,
      ...asText(column, known, dialect),
      containsAny: (words) =>
        `(${[...new Set(words.map(foldCase))].map((word) => `POSITION(${dialect.text(word)} IN LOWER(${column})) > 0`).join(' OR ')})`,
      count: noList,
    };
  },
  whole: (column) => ({
    known: column,
    oneOf: (values) => amongNumbers(column, values.filter(isNumber).map(keyText).filter(isWhole)),
    reaches: (threshold) => `(${column} >= ${ceiling(threshold)})`,
    containsAny: noWords,
    count: noList,
  }),
  decimal: (column, dialect) => {
    const text = `CAST(${column} AS VARCHAR)`;
    return { known: column, ...asText(text, text, dialect), containsAny: noWords, count: noList };
  },
  double: (column, dialect) => {
    const float = (value: number): string => `CAST(${dialect.text(String(value))} AS DOUBLE)`;
    return {
      known: `CASE WHEN ${column} BETWEEN ${float(-Number.MAX_VALUE)} AND ${float(Number.MAX_VALUE)} THEN ${column} END`,
      oneOf: (values) => {
        const keys = values.filter(isNumber).map(keyText);
        // A decimal that no float is read as is none of them.
        return amongNumbers(column, keys.filter((key) => decimalOf(Number(key)) === key).map((key) => float(Number(key))));
      },
      reaches: (threshold) => {
        const { at, reached } = thresholdOf(threshold);
        return `(${column} ${reached ? '>=' : '>'} ${float(at)})`;
      },
      containsAny: noWords,
      count: noList,
    };
  },
  yes_no: (column, dialect) => ({
    known: column,
    oneOf: (values) => {
      const asked = values.filter((value) => typeof value === 'boolean');
      return asked.length === 0 ? 'FALSE' : `(${column} IN (${asked.map(dialect.boolean).join(', ')}))`;
    },
    reaches: noWords,
    containsAny: noWords,
    count: noList,
  }),
  list: (column, dialect) => {
    const counted = (keys: readonly string[] | null): string => {
      const among = keys === null ? '' : ` WHERE u.k IN (${texts(keys, dialect)})`;
      return `(SELECT COUNT(DISTINCT u.k) FROM (SELECT LOWER(e.word) AS k FROM (SELECT UNNEST(${column}) AS word) AS e) AS u${among})`;
    };
    const words = `(SELECT COUNT(e.word) FROM (SELECT UNNEST(${column}) AS word) AS e)`;
    return {
      known: `NULLIF(${words}, 0)`,
      // One value where a list is: which of them is meant is not known.
      oneOf: noWords,
      reaches: noWords,
      containsAny: noWords,
      count: counted,
    };
  },
};
