import { dateOf, dayNumber, parseDate } from '../../../kernel/date.js';
import { wallClock } from '../../../kernel/wall-clock.js';
import { isZone, type ZoneId } from '../../../kernel/zone.js';
import type { Block } from './content.js';
import { propertiesOf, textsOf } from './property.js';
import { recurringDays, type Budget } from './recurrence.js';
import { ruleOf } from './rule.js';
import type { Wall, WallOf } from './stamp.js';

const DAY = 86_400_000;

/** From when on a zone of a feed's own shows another offset: milliseconds on the wall clock that it changes from. */
interface Onset {
  readonly wall: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The wall clocks of a feed. A name that this host knows is that zone, whatever the feed says of it; any other, such as
 * `W. Europe Standard Time`, is what the feed's own VTIMEZONE of that name says. Times without a zone are in `own`.
 *
 * @param to - The last day, since 1970-01-01, for which offsets are needed.
 */
export const wallsOf = (zones: readonly Block[], own: ZoneId, to: number, budget: Budget): WallOf => {
  const known = new Map<string, Wall | null>();
  return (name) => {
    const zone = name ?? own;
    const found = known.get(zone);
    if (found !== undefined) return found;
    const host = hostZone(zone);
    const wall = host === null ? described(zones, zone, to, budget) : hostWall(host, budget);
    known.set(zone, wall);
    return wall;
  };
};

/** Asking the host for a year of a zone takes as long as looking at so many days. */
const YEAR_COST = 10_000;

/** The wall clock of a host's zone; null for every year that it would ask the host about beyond the budget. */
const hostWall = (zone: ZoneId, budget: Budget): Wall => {
  const clock = wallClock(zone);
  const years = new Set<string>();
  return (text) => {
    const year = text.slice(0, 4);
    if (!years.has(year)) {
      budget.left -= YEAR_COST;
      if (budget.left < 0) return null;
      years.add(year);
    }
    return clock.moment(text);
  };
};

/** The host's zone of that name, also behind a registry's prefix: `/mozilla.org/20050126_1/Europe/Berlin`. */
const hostZone = (name: string): ZoneId | null => {
  if (isZone(name)) return name;
  const parts = name.startsWith('/') && name.length < 200 ? name.split('/') : [];
  return [3, 2].map((count) => parts.slice(-count).join('/')).find((zone) => zone.includes('/') && isZone(zone)) ?? null;
};

const described = (zones: readonly Block[], name: string, to: number, budget: Budget): Wall | null => {
  for (const { lines, inner } of zones) {
    const properties = propertiesOf(lines);
    if (!properties.ok || !textsOf(properties.value, 'tzid').includes(name)) continue;
    const onsets = inner.map((block) => onsetsOf(block, to, budget));
    const all = onsets.flatMap((list) => list ?? []).sort((a, b) => a.wall - b.wall);
    return onsets.includes(null) || all.length === 0 ? null : wallBy(all);
  }
  return null;
};

/** Null where the part cannot be read: a zone that is known by half is not known. */
const onsetsOf = ({ lines }: Block, to: number, budget: Budget): readonly Onset[] | null => {
  const read = propertiesOf(lines);
  if (!read.ok) return null;
  const one = (name: string): unknown => read.value.get(name)?.[0]?.values[0];
  const [start, from, then] = [wallMs(one('dtstart')), offsetMs(one('tzoffsetfrom')), offsetMs(one('tzoffsetto'))];
  if (start === null || from === null || then === null) return null;
  const recur = one('rrule');
  const rule = recur === undefined ? null : ruleOf(recur);
  if (rule?.ok === false || (rule !== null && rule.value.freq !== 'YEARLY')) return null;
  const first = Math.floor(start / DAY);
  const { until = null } = rule?.value ?? {};
  const last = until === null ? to : Math.min(to, dayNumber(dateOf(until.slice(0, 10))));
  const days = rule === null ? [first] : recurringDays(rule.value, first, first, last + 1, budget);
  const more = (read.value.get('rdate') ?? []).flatMap(({ values }) => values).map(wallMs);
  if (days === null || more.includes(null)) return null;
  return [...days.map((day) => day * DAY + (start - first * DAY)), ...more.filter((wall) => wall !== null)].map((wall) => ({ wall, from, to: then }));
};

const wallBy =
  (onsets: readonly Onset[]): Wall =>
  (text) => {
    const wall = wallMs(text);
    if (wall === null) return null;
    let [low, high] = [0, onsets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((onsets[middle]?.wall ?? Infinity) <= wall) low = middle + 1;
      else high = middle;
    }
    const last = onsets[low - 1];
    if (last === undefined) return wall - (onsets[0]?.from ?? 0);
    // A time that the clock skips is read with the offset before the change.
    return wall - (wall < last.wall + last.to - last.from ? last.from : last.to);
  };

const wallMs = (value: unknown): number | null => {
  const found = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(value) : null;
  const date = found === null ? null : earlyDate(found[1] ?? '');
  if (found === null || date === null) return null;
  return date * DAY + (Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4])) * 1000;
};

/** Zones often begin in 1601, which is before every date that we know: then they begin with 1900. */
const earlyDate = (text: string): number | null => {
  const date = parseDate(Number(text.slice(0, 4)) < 1900 ? `1904${text.slice(4)}` : text);
  return date === null ? null : dayNumber(date);
};

/** `+02:00`, at most a day. */
const offsetMs = (value: unknown): number | null => {
  const found = typeof value === 'string' ? /^([+-])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(value) : null;
  if (found === null) return null;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)) * 1000;
};
