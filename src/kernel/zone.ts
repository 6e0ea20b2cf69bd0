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
 * A reader of one zone's offset. Building it costs about 0.1 ms and each reading some 10 µs, so it is for building
 * tables, never for a hot path. Offsets are whole seconds, as the zone's local mean time had before standard time.
 */
export const offsetReader = (zone: ZoneId): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
};

/** A stretch of constant offset: from `at` (inclusive) until the next one begins. */
export interface OffsetChange {
  readonly at: Instant;
  readonly offset: number;
}

/**
 * The offset in force at `from` and every change before `to`, to the millisecond. Probes twice a week and bisects,
 * so that a change undone within three and a half days would go unseen; the zone database holds none since 1900
 * except during wartime experiments shorter than that.
 */
export const offsetChanges = (zone: ZoneId, from: Instant, to: Instant): readonly OffsetChange[] => {
  const offsetAt = offsetReader(zone);
  const step = 3.5 * DAY;
  const changes: OffsetChange[] = [{ at: from, offset: offsetAt(from) }];
  for (let low = from, before = offsetAt(from); low < to; low += step) {
    const high = Math.min(low + step, to);
    const after = offsetAt(high);
    if (after !== before) {
      let [a, b] = [low, high];
      while (b - a > 1) {
        const middle = Math.floor((a + b) / 2);
        if (offsetAt(middle) === before) a = middle;
        else b = middle;
      }
      // `to` itself is outside the half-open range, and a bisected change may hide a second one behind it.
      if (b < to) changes.push({ at: b, offset: offsetAt(b) });
      if (offsetAt(b) !== after) {
        low = b - step;
        before = offsetAt(b);
        continue;
      }
      before = after;
    }
  }
  return changes;
};

/** The civil date on a zone's wall calendar at a moment. */
export const localDate = (zone: ZoneId, at: Instant): CivilDate =>
  fromDayNumber(Math.floor((at + offsetReader(zone)(at)) / DAY));

/**
 * The first moment of a civil date in a zone: local midnight, or, where the clocks skip midnight, the moment they skip
 * it. A date that the zone skips whole (Apia, 2011-12-30) begins when the next one does.
 */
export const startOfDay = (zone: ZoneId, date: CivilDate): Instant => {
  const offsetAt = offsetReader(zone);
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
