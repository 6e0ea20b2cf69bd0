import { Temporal } from 'temporal-polyfill';
import { FROM, TO } from '../office.js';

/** Every offset of a zone in the ten years and some days around, as a careful team would cache it. */
export interface ZoneTable {
  readonly at: Float64Array;
  readonly offset: Float64Array;
}

const MARGIN = 200 * 86_400_000;

export const zoneTable = (zone: string): ZoneTable => {
  const at: number[] = [];
  const offset: number[] = [];
  for (
    let change: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(FROM - MARGIN).toZonedDateTimeISO(zone);
    change !== null && change.epochMilliseconds < TO + MARGIN;
    change = change.getTimeZoneTransition('next')
  ) {
    at.push(change.epochMilliseconds);
    offset.push(change.offsetNanoseconds / 1e6);
  }
  return { at: Float64Array.from(at), offset: Float64Array.from(offset) };
};

/** The offset in force at a moment: a binary search. */
export const offsetAt = ({ at, offset }: ZoneTable, moment: number): number => {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((at[middle] ?? 0) <= moment) low = middle;
    else high = middle - 1;
  }
  return offset[low] ?? 0;
};

/** The moment at which a zone's clock shows a time: two looks, as the offset before and after a change may differ. */
export const momentOf = (table: ZoneTable, wall: number): number => {
  const guess = wall - offsetAt(table, wall);
  return wall - offsetAt(table, guess);
};
