/** A row as a driver hands it over. Integers may be numbers, bigints or digits. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** An integer of a row; null where the engine returned NULL, or no such column. */
export const wholeOf = (row: SqlRow, name: string): bigint | null => {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,40}$/.test(value)) return BigInt(value);
  throw new TypeError(`${name} is not a whole number`);
};

/** A count of a row; 0 where the engine returned NULL. */
export const countOf = (row: SqlRow, name: string): number => safe(wholeOf(row, name) ?? 0n, name);

/** What a column adds up to over rows. */
export const sumOf = (rows: readonly SqlRow[], name: string): bigint => rows.reduce((sum, row) => sum + (wholeOf(row, name) ?? 0n), 0n);

/** The same of a count. */
export const countsOf = (rows: readonly SqlRow[], name: string): number => safe(sumOf(rows, name), name);

export const textOf = (row: SqlRow, name: string): string | null => {
  const value = row[name];
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  throw new TypeError(`${name} is not text`);
};

/** A whole number that can be counted to. */
export const safe = (value: bigint, name: string): number => {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new TypeError(`${name} is beyond what can be counted`);
};
