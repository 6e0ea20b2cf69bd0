import { unwrap } from 'revpact/kernel';
import { outcomeTable, type Feature, type OutcomeColumns, type OutcomeTable } from 'revpact/icp/refine';

const BEGIN = Date.UTC(2026, 0, 1);

/** A feature of numbers; null where nothing is known. */
export const numbers = (name: string, values: readonly (number | null)[]): Feature => ({
  name,
  about: 'account',
  known: 'before',
  knownAt: null,
  column: { kind: 'number', values: Float64Array.from(values, (value) => value ?? NaN) },
});

/** A feature of words; null where nothing is known. */
export const texts = (name: string, values: readonly (string | null)[]): Feature => {
  const words = [...new Set(values)].filter((word) => word !== null);
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return {
    name,
    about: 'account',
    known: 'before',
    knownAt: null,
    column: { kind: 'text', codes: Int32Array.from(values, (word) => (word === null ? -1 : (codeOf.get(word) ?? -1))), words },
  };
};

/** One row a minute, each of an account of its own. */
export const columnsOf = (label: readonly number[], features: readonly Feature[]): OutcomeColumns => ({
  features,
  label: Uint8Array.from(label),
  at: Float64Array.from(label, (_, row) => BEGIN + row * 60_000),
  account: { codes: Int32Array.from(label, (_, row) => row), words: label.map((_, row) => `a${String(row)}`) },
});

export const tableOf = (label: readonly number[], features: readonly Feature[]): OutcomeTable => unwrap(outcomeTable(columnsOf(label, features)));

/** So many rows, the first of them won. */
export const labels = (rows: number, wins: number): readonly number[] => Array.from({ length: rows }, (_, row) => (row < wins ? 1 : 0));

/** The same value so many times. */
export const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
