import type { Dialect } from '../dialect.js';

const whole = (value: string): string => {
  if (value.includes('\u0000')) throw new RangeError('text with a NUL character cannot be quoted');
  return value;
};

/** DuckDB. Quotes are doubled; a backslash is only a backslash. */
export const duckdb: Dialect = {
  id: 'duckdb',
  title: 'DuckDB',
  identifier: (name) => {
    if (name === '') throw new RangeError('a name has at least one character');
    return `"${whole(name).replaceAll('"', '""')}"`;
  },
  text: (value) => `'${whole(value).replaceAll("'", "''")}'`,
  boolean: (value) => (value ? 'TRUE' : 'FALSE'),
  columnType: (type) => ({ text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', text_list: 'VARCHAR[]', json: 'VARCHAR' })[type],
  isDecimal: (expression) => String.raw`REGEXP_FULL_MATCH(${expression}, '-?[0-9]{1,30}(\.[0-9]{1,18})?')`,
  wide: (expression) => `CAST(${expression} AS HUGEINT)`,
};
