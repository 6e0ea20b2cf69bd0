import { fromDayNumber } from '../../kernel/date.js';
import type { Instant } from '../../kernel/instant.js';
import { offsetReader, startOfDay, type ZoneId } from '../../kernel/zone.js';

/** A reader of the starts of days in a zone that remembers what it has read. A date that the zone skips begins when the next one does. */
export const dayStarts = (zone: ZoneId): ((day: number) => Instant) => {
  const offsetAt = offsetReader(zone);
  const starts = new Map<number, Instant>();
  return (day) => {
    const known = starts.get(day) ?? startOfDay(zone, fromDayNumber(day), offsetAt);
    starts.set(day, known);
    return known;
  };
};

/**
 * What each of so many days gets of a whole number: after `n` of them their parts add up to `whole × n ÷ parts`, rounded
 * towards zero, so that no stretch from the first day on is off by a whole unit, and all of them are `whole` exactly.
 *
 * @param parts - At least 1, at most 90,000,000.
 */
export const split = (whole: number, parts: number): readonly number[] => {
  const [each, rest] = [Math.trunc(whole / parts), whole % parts];
  return Array.from({ length: parts }, (_, i) => each + Math.trunc((rest * (i + 1)) / parts) - Math.trunc((rest * i) / parts) + 0);
};
