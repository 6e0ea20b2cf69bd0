/**
 * Working time, the plain way: every opening of every day in a list, and a walk along it. On purpose nothing of the
 * library is used here, so that its calendars and this file can prove each other.
 */

export type ZoneName = 'Europe/Berlin' | 'America/New_York';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** When people work: wall-clock openings of a working day, Monday to Friday, and the days off. */
export interface Office {
  readonly zone: ZoneName;
  readonly openings: readonly (readonly [from: string, to: string])[];
  readonly holidays: readonly string[];
  /** Days that end early, and the opening’s end after which nobody works: `12:30`. */
  readonly closedFrom: Readonly<Record<string, string>>;
}

/** Open from the first moment until just before the second. */
export type Opening = readonly [from: number, to: number];

const clocks = new Map<ZoneName, { readonly format: Intl.DateTimeFormat; readonly byHour: Map<number, number> }>();

const clockOf = (zone: ZoneName) => {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const clock = { format, byHour: new Map<number, number>() };
  clocks.set(zone, clock);
  return clock;
};

/** Milliseconds the zone is ahead of UTC. Both zones change on a full hour, so one answer serves the hour. */
export const offsetAt = (zone: ZoneName, at: number): number => {
  const { format, byHour } = clockOf(zone);
  const hour = Math.floor(at / (60 * MINUTE));
  const known = byHour.get(hour);
  if (known !== undefined) return known;
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  byHour.set(hour, offset);
  return offset;
};

/** The moment a wall clock shows this date and time. In the repeated hour of autumn, the first of the two. */
export const wall = (zone: ZoneName, date: string, time: string): number => {
  const local = Date.parse(`${date}T${time}:00Z`);
  const before = local - offsetAt(zone, local - DAY);
  return before + offsetAt(zone, before) === local ? before : local - offsetAt(zone, local + DAY);
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** ISO text with the zone's offset: `2026-03-31T17:00:00+02:00`. */
export const isoIn = (zone: ZoneName, at: number): string => {
  const offset = offsetAt(zone, at);
  const minutes = Math.abs(offset) / MINUTE;
  const sign = offset < 0 ? '-' : '+';
  return `${new Date(at + offset).toISOString().slice(0, 19)}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

/** The civil date on the zone's wall calendar. */
export const dateIn = (zone: ZoneName, at: number): string => new Date(at + offsetAt(zone, at)).toISOString().slice(0, 10);

/** Every opening of an office over the example's years, in order. */
export const openingsOf = (office: Office): readonly Opening[] => {
  const openings: Opening[] = [];
  for (let day = Date.UTC(2025, 4, 1); day < Date.UTC(2027, 6, 1); day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6 || office.holidays.includes(date)) continue;
    const closed = office.closedFrom[date] ?? '24:00';
    for (const [from, to] of office.openings) {
      if (to <= closed) openings.push([wall(office.zone, date, from), wall(office.zone, date, to)]);
    }
  }
  return openings;
};

/** The moment at which so much working time has passed: the first such moment, so a full day ends at closing time. */
export const addWorking = (openings: readonly Opening[], at: number, ms: number): number => {
  let left = ms;
  for (const [from, to] of openings) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start + left <= to) return start + left;
    left -= to - start;
  }
  throw new Error('working time beyond the example’s years');
};

/** Working milliseconds from one moment to a later one. */
export const workingBetween = (openings: readonly Opening[], from: number, to: number): number => {
  let ms = 0;
  for (const [opens, closes] of openings) {
    if (opens >= to) break;
    ms += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
  }
  return ms;
};
