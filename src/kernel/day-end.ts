import type { Instant } from './instant.js';
import { endOfDay, isZone, localDate, offsetReader, type OffsetAt, type ZoneId } from './zone.js';

/** The first moment after the day in which a moment lies in a zone. */
export type DayEnd = (zone: ZoneId | undefined, at: Instant) => Instant;

const DAY = 86_400_000;
/** The longest day there is, where the clocks go back by an hour. */
export const LONGEST_DAY_MS = 25 * 3_600_000;

interface Days {
  readonly offsetAt: OffsetAt;
  readonly ends: Map<Instant, Instant>;
}

/**
 * A reader of the ends of days that remembers what it has read: a day costs some 20 µs, and asked again nothing. Without
 * a zone that this host knows, a day may last the longest there is.
 */
export const dayEnds = (): DayEnd => {
  const zones = new Map<ZoneId | undefined, Days | null>();
  return (zone, at) => {
    let days = zones.get(zone);
    if (days === undefined) {
      days = zone !== undefined && isZone(zone) ? { offsetAt: offsetReader(zone), ends: new Map() } : null;
      zones.set(zone, days);
    }
    if (zone === undefined || days === null) return at + LONGEST_DAY_MS;
    const known = days.ends.get(at);
    if (known !== undefined) return known;
    const end = endIn(zone, days.offsetAt, at);
    days.ends.set(at, end);
    return end;
  };
};

/** Where the clocks stand at the next midnight as they stand now, it is as far off as they say. */
const endIn = (zone: ZoneId, offsetAt: OffsetAt, at: Instant): Instant => {
  const offset = offsetAt(at);
  const midnight = (Math.floor((at + offset) / DAY) + 1) * DAY - offset;
  return offsetAt(midnight) === offset && offsetAt(midnight - 1) === offset ? midnight : endOfDay(zone, localDate(zone, at));
};
