import * as z from 'zod';
import { dayNumber, fromDayNumber, type CivilDate } from './date.js';
import type { Instant } from './instant.js';
import { schema } from './schema.js';

/** An IANA time zone name, such as `Europe/Berlin`. */
export type ZoneId = string;

const DAY = 86_400_000;

/** Whether this host knows the zone. Offsets such as `+02:00` are not zones: they know no summer. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** A zone that this host knows. */
export const ZoneId = /* @__PURE__ */ schema(() =>
  z.string().refine(isZone, { error: 'not a time zone this host knows; use an IANA name such as "Europe/Berlin"' }),
);

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
export type OffsetAt = (at: Instant) => number;

/**
 * A reader of one zone's offset, for moments since the year 1. Building it costs about 0.05 ms and each reading some 2 µs,
 * so it is for building tables, never for a hot path. Offsets are whole seconds, as local mean time had before standard time.
 */
export const offsetReader = (zone: ZoneId): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    // Reading the figures out of the text costs a third of asking for them one by one.
    const [, month, day, year, hour, minute, second] = SIX_FIGURES.exec(format.format(at)) ?? [];
    const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
    return shown - Math.floor(at / 1000) * 1000;
  };
};

const SIX_FIGURES = /(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)\D+(\d+)/;

/** A stretch of constant offset: from `at` (inclusive) until the next one begins. */
export interface OffsetChange {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * How far apart a zone's offset is probed: less than any change lasted that was undone again. The shortest that the zone
 * database holds since 1900 is Freetown's of September 1939, of all but four days; the shortest later ones, such as
 * Recife's of October 2000, are of all but seven.
 */
const probeAfter = (at: Instant): number => (at < WAR_IS_OVER ? 3.5 : 6.5) * DAY;
const WAR_IS_OVER: Instant = /* @__PURE__ */ Date.UTC(1946, 0, 1);

/**
 * The offset in force at `from` and every change before `to`. Probes once or twice a week and bisects to the second, on
 * which clocks change.
 *
 * @param offsetAt - A reader of the same zone, where the caller has one already.
 */
export const offsetChanges = (
  zone: ZoneId,
  from: Instant,
  to: Instant,
  offsetAt: OffsetAt = offsetReader(zone),
): readonly OffsetChange[] => {
  let [low, before] = [from, offsetAt(from)];
  const changes: OffsetChange[] = [{ at: from, offset: before }];
  while (low < to) {
    const high = Math.min(low + probeAfter(low), to);
    if (offsetAt(high) === before) {
      low = high;
      continue;
    }
    // The first change after `low`; a second one may lie behind it, so the next probe starts there.
    low = firstChange(offsetAt, low, high, before);
    before = offsetAt(low);
    if (low < to) changes.push({ at: low, offset: before });
  }
  return changes;
};

/** The first moment after `low` that has another offset than `before`, which `low` has and `high` has not. */
const firstChange = (offsetAt: OffsetAt, low: Instant, high: Instant, before: number): Instant => {
  // Almost all clocks change at a full quarter of an hour: find that first, and the second only where it was none.
  for (const unit of [900_000, 1000]) {
    let [a, b] = [Math.floor(low / unit), Math.floor(high / unit)];
    while (b - a > 1) {
      const middle = Math.floor((a + b) / 2);
      if (offsetAt(middle * unit) === before) a = middle;
      else b = middle;
    }
    if (b * unit > low && offsetAt(b * unit - 1000) === before && offsetAt(b * unit) !== before) return b * unit;
  }
  throw new Error('a change of clocks that is on no second');
};

/** The civil date on a zone's wall calendar at a moment. */
export const localDate = (zone: ZoneId, at: Instant): CivilDate =>
  fromDayNumber(Math.floor((at + offsetReader(zone)(at)) / DAY));

/**
 * The first moment of a civil date in a zone: local midnight, or, where the clocks skip midnight, the moment they skip
 * it. A date that the zone skips whole (Apia, 2011-12-30) begins when the next one does.
 *
 * @param offsetAt - A reader of the same zone, where the caller has one already.
 */
export const startOfDay = (zone: ZoneId, date: CivilDate, offsetAt: OffsetAt = offsetReader(zone)): Instant => {
  const target = dayNumber(date);
  const dayOf = (at: Instant): number => Math.floor((at + offsetAt(at)) / DAY);
  // Offsets lie within a day of UTC, so the answer lies within two; the local date never runs backwards over that far.
  let [low, high] = [target * DAY - 2 * DAY, target * DAY + 2 * DAY];
  const guess = target * DAY - offsetAt(target * DAY - offsetAt(target * DAY));
  if (dayOf(guess) === target && dayOf(guess - 1) === target - 1) return guess;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle) < target) low = middle;
    else high = middle;
  }
  return high;
};

/** Whether a civil date begins at a moment in a zone. */
export const isStartOfDay = (zone: ZoneId, at: Instant): boolean => {
  const offsetAt = offsetReader(zone);
  const dayOf = (moment: Instant): number => Math.floor((moment + offsetAt(moment)) / DAY);
  return dayOf(at) !== dayOf(at - 1);
};

/** The first moment after a civil date in a zone: a day may last 23, 24 or 25 hours. */
export const endOfDay = (zone: ZoneId, date: CivilDate): Instant => startOfDay(zone, fromDayNumber(dayNumber(date) + 1));

/** Wall-clock text for people: `2026-03-31 17:00 Europe/Berlin`. */
export const formatLocal = (zone: ZoneId, at: Instant): string => {
  const local = new Date(at + offsetReader(zone)(at));
  return `${local.toISOString().slice(0, 16).replace('T', ' ')} ${zone}`;
};
