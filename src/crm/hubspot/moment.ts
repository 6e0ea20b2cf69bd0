import type { Instant } from '../../kernel/instant.js';
import type { ZoneId } from '../../kernel/zone.js';
import { readCell, type WallClocks } from '../reading/read-cell.js';
import { hubspotIssue } from './issues.js';
import { refuse, text, type Entry } from './ledger.js';

/** A moment, and whether only its day is known. */
export interface Moment {
  readonly at: Instant;
  readonly day: boolean;
}

const STAMP = /^(\d{4}-\d\d-\d\d)[ T](\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z| ?UTC|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * A moment as HubSpot's exports write it: `2021-01-07 6:49:18` (one digit for the hour occurs), with up to nine decimals
 * of which those below a millisecond are cut off, with `Z`, `UTC` or an offset behind it or, without one, in the zone that
 * the agreement states; epoch milliseconds (12 or 13 digits) or seconds (9 or 10 digits); or a date alone, which is known to the
 * day. Null where it is none of these.
 */
export const momentOf = (written: string, zone: ZoneId, clocks: WallClocks): Moment | null => {
  const row = { line: 0, cells: {} };
  if (/^\d{12,13}$/.test(written)) return instantIn(readCell({ column: 'at', as: 'instant' }, written, row, clocks));
  if (/^\d{9,10}$/.test(written)) return instantIn(readCell({ column: 'at', as: 'instant' }, `${written}000`, row, clocks));
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return instantIn(readCell({ column: 'at', as: 'date', zone }, written, row, clocks), true);
  const found = STAMP.exec(written);
  if (found === null) return null;
  const [, date = '', hour = '', minute = '', second = '00', fraction = '', offset = ''] = found;
  const wall = `${date} ${hour.padStart(2, '0')}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  if (offset === '') return instantIn(readCell({ column: 'at', as: 'local', zone }, wall, row, clocks));
  return instantIn(readCell({ column: 'at', as: 'instant' }, `${wall}${offset.endsWith('UTC') ? 'Z' : offset}`, row, clocks));
};

const instantIn = (reading: ReturnType<typeof readCell>, day = false): Moment | null =>
  'value' in reading && typeof reading.value === 'number' ? { at: reading.value, day } : null;

/** Reads moments of rows in the zone of an agreement. */
export interface Clock {
  readonly zone: ZoneId;
  /** The moment in the first of these columns that is filled; null where none is. What cannot be read refuses the row. */
  readonly find: (entry: Entry, columns: readonly string[]) => Moment | null;
  /** The same, and a row without one is refused. */
  readonly need: (entry: Entry, columns: readonly string[]) => Moment | null;
  readonly read: (written: string) => Moment | null;
}

export const clockOf = (zone: ZoneId, clocks: WallClocks): Clock => {
  const read = (written: string): Moment | null => momentOf(written, zone, clocks);
  const find = (entry: Entry, columns: readonly string[]): Moment | null => {
    for (const column of columns) {
      const written = text(entry, column);
      if (written === null) continue;
      const moment = read(written);
      if (moment === null) refuse(entry, hubspotIssue('hubspot_not_moment', { received: written.slice(0, 60) }, [column]));
      return moment;
    }
    return null;
  };
  const need = (entry: Entry, columns: readonly string[]): Moment | null => {
    const before = entry.issues.length;
    const moment = find(entry, columns);
    if (moment === null && entry.issues.length === before) refuse(entry, hubspotIssue('hubspot_no_moment', { columns }, [columns[0] ?? '']));
    return moment;
  };
  return { zone, find, need, read };
};

/** The fields of an event that say when. */
export const whenOf = ({ at, day }: Moment, zone: ZoneId): { at: Instant; precision?: 'day'; zone?: ZoneId } =>
  day ? { at, precision: 'day', zone } : { at };
