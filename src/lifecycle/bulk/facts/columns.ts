import type { FactColumn } from '../../../vocabulary/fact-columns.js';
import type { LogColumns } from '../../../vocabulary/log-columns.js';
import type { Names } from '../../../vocabulary/log-details.js';
import { NONE, type Course } from './course.js';

/** Places in a log, or `NONE`: where a table's column comes from. */
export type Places = Int32Array | Uint32Array;

/** A column that is made when somebody asks for it. */
export type Making = () => FactColumn;

/** Columns that are made when they are first read: of the millions of cells that facts could have, a number reads few. */
export const lazily = <Name extends string>(makings: { readonly [Column in Name]?: Making | undefined }): { readonly [Column in Name]?: FactColumn } => {
  const columns: { [Column in Name]?: FactColumn } = {};
  for (const name in makings) {
    const making = makings[name];
    if (making !== undefined) Object.defineProperty(columns, name, { enumerable: true, get: once(making) });
  }
  return columns;
};

/** Made on the first call, and remembered. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The positions of a column that a test passes, ascending. */
export const where = (length: number, test: (i: number) => boolean): Int32Array => {
  const found = new Int32Array(length);
  let count = 0;
  for (let i = 0; i < length; i += 1) {
    found[count] = i;
    if (test(i)) count += 1;
  }
  return found.subarray(0, count);
};

/** The places of some rows of a table; the same where they are all of them. */
export const pick = (places: Int32Array, own: Int32Array): Int32Array => {
  if (own.length === places.length) return places;
  const picked = new Int32Array(own.length);
  for (let i = 0; i < own.length; i += 1) picked[i] = places[own[i] ?? 0] ?? NONE;
  return picked;
};

export const noPlaces = (length: number): Int32Array => new Int32Array(length).fill(NONE);

export const numbers = (values: Float64Array): FactColumn => ({ kind: 'number', values });

export const words = (codes: Int32Array, known: readonly string[]): FactColumn => ({ kind: 'text', codes, words: known });

/** A number for each row of a table. */
export const numbered = (length: number, valueOf: (i: number) => number): FactColumn => {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i += 1) values[i] = valueOf(i);
  return numbers(values);
};

/** When the places happened. */
export const momentsAt = ({ at }: Pick<LogColumns, 'at'>, places: Places): FactColumn => {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? NONE;
    values[i] = place === NONE ? NaN : (at[place] ?? NaN);
  }
  return numbers(values);
};

/** Whether the places are known to the day only. */
export const daysAt = ({ dayEnd }: Pick<LogColumns, 'dayEnd'>, places: Places): FactColumn => {
  const values = new Float64Array(places.length);
  if (dayEnd !== undefined) for (let i = 0; i < places.length; i += 1) values[i] = Number.isNaN(dayEnd[places[i] ?? 0] ?? NaN) ? 0 : 1;
  return numbers(values);
};

/** What column codes say at the places, shifted by as many as stand for nothing. */
export const wordsAt = (codes: Uint8Array | Uint16Array | Uint32Array, known: readonly string[], places: Places, shift: 0 | 1): FactColumn => {
  const found = new Int32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? NONE;
    found[i] = place === NONE ? -1 : (codes[place] ?? 0) - shift;
  }
  return words(found, known);
};

export const leadsAt = ({ lead, leads }: LogColumns, places: Places): FactColumn => wordsAt(lead, leads, places, 0);
export const partiesAt = ({ party, parties }: LogColumns, places: Places): FactColumn => wordsAt(party, parties, places, 0);

/** The rows of the log as it was given. */
export const rowsAt = ({ rows }: Pick<Course, 'rows'>, places: Places): Int32Array => {
  const found = new Int32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? NONE;
    found[i] = place === NONE ? NONE : (rows[place] ?? 0);
  }
  return found;
};

/** Where the places stand in the resolved log. */
export const ordersAt = ({ rows, details: { orders } }: Course, places: Places): FactColumn => {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const row = rows[places[i] ?? 0] ?? 0;
    values[i] = orders === undefined ? row : (orders[row] ?? NaN);
  }
  return numbers(values);
};

/** The ids of the places, none where the log has none: a row's word is its own. */
export const idsAt = (course: Course, places: Places): Making | undefined => {
  const { ids } = course.details;
  return ids === undefined ? undefined : () => words(rowsAt(course, places), ids);
};

/** What a detail says at the places; a column that is left out is one that nobody can tell. */
export const namesAt = (course: Course, names: Names | undefined, places: Places): Making | undefined =>
  names === undefined ? undefined : () => wordsAt(names.code, names.words, rowsAt(course, places), 1);
