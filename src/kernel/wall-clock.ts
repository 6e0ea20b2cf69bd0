import { dateOf, parseDate } from './date.js';
import type { Instant } from './instant.js';
import { offsetChanges, startOfDay, type OffsetChange, type ZoneId } from './zone.js';

const DAY = 86_400_000;
const WALL = /^(\d{4}-\d\d-\d\d)[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?$/;

/** Milliseconds that wall-clock text names, as if it were UTC; null where it names none. Parts below a millisecond must be zero. */
const wallMs = (text: string): number | null => {
  const found = WALL.exec(text);
  if (found === null) return null;
  const [, date = '', hour, minute, second = '0', fraction = ''] = found;
  const civil = parseDate(date);
  if (civil === null || /[^0]/.test(fraction.slice(3))) return null;
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return Date.UTC(civil.year, civil.month - 1, civil.day, Number(hour), Number(minute), Number(second), ms);
};

/** Reads the wall clocks of one zone. It keeps what it asked of the zone, so that a long export asks once a year of dates. */
export interface WallClock {
  /** The moment of `2026-03-31 17:00`. Skipped: read with the offset before the change. Repeated: the first. */
  readonly moment: (text: string) => Instant | null;
  /** The start of `2026-03-31`. */
  readonly day: (text: string) => Instant | null;
}

export const wallClock = (zone: ZoneId): WallClock => {
  const years = new Map<number, readonly OffsetChange[]>();
  const days = new Map<string, Instant>();
  const changesAround = (wall: number): readonly OffsetChange[] => {
    const year = new Date(wall).getUTCFullYear();
    const known = years.get(year);
    if (known !== undefined) return known;
    const changes = offsetChanges(zone, Date.UTC(year, 0, 1) - 2 * DAY, Date.UTC(year + 1, 0, 1) + 2 * DAY);
    years.set(year, changes);
    return changes;
  };
  return {
    moment: (text) => {
      const wall = wallMs(text);
      if (wall === null) return null;
      // The first stretch of constant offset that has not ended by then: inside it, or in the gap right before it.
      const changes = changesAround(wall);
      for (const [i, { at, offset }] of changes.entries()) {
        const until = changes[i + 1]?.at ?? Infinity;
        if (wall - offset < until) return wall - offset >= at ? wall - offset : wall - (changes[i - 1]?.offset ?? offset);
      }
      return null;
    },
    day: (text) => {
      if (parseDate(text) === null) return null;
      const known = days.get(text);
      if (known !== undefined) return known;
      const at = startOfDay(zone, dateOf(text));
      days.set(text, at);
      return at;
    },
  };
};
