import { dateOf, dayNumber, formatDate, fromDayNumber, type CivilDate } from '../kernel/date.js';
import type { Instant } from '../kernel/instant.js';
import { startOfDay, type ZoneId } from '../kernel/zone.js';

/** A reporting window: half-open, in the pact's zone. */
export interface Period {
  /** As it was asked for: `2026-Q2`, `2026-05`, `2026`, or `2026-04-01/2026-06-30`. */
  readonly label: string;
  readonly start: Instant;
  /** The first moment that no longer belongs to it. */
  readonly end: Instant;
  readonly zone: ZoneId;
}

/**
 * The period that a label names in a zone, or null where it names none.
 *
 * @param label - `2026-Q2` (calendar quarter), `2026-05`, `2026`, or two dates, both included: `2026-04-01/2026-06-30`.
 */
export const periodOf = (label: string, zone: ZoneId): Period | null => {
  const dates = civilRange(label);
  if (dates === null) return null;
  const [first, after] = dates;
  return { label, start: startOfDay(zone, first), end: startOfDay(zone, after), zone };
};

/**
 * The period of the same kind just before: the quarter before a quarter, as many days before a range of dates. Null for a
 * period whose label {@link periodOf} does not know.
 */
export const previousPeriod = ({ label, zone }: Period): Period | null => {
  const dates = civilRange(label);
  if (dates === null) return null;
  const [first, after] = dates;
  const length = (after.year - first.year) * 12 + after.month - first.month;
  const whole = first.day === 1 && after.day === 1;
  const start = whole ? month(first.year, first.month - 1 - length) : fromDayNumber(2 * dayNumber(first) - dayNumber(after));
  const last = fromDayNumber(dayNumber(first) - 1);
  return periodOf(labelLike(label, start) ?? `${formatDate(start)}/${formatDate(last)}`, zone);
};

/** The name of the period that begins on a date, written as another of its kind is; null for a range of dates. */
const labelLike = (label: string, { year, month: index }: CivilDate): string | null => {
  if (/^\d{4}-Q\d$/.test(label)) return `${String(year)}-Q${String(Math.ceil(index / 3))}`;
  if (/^\d{4}-\d\d$/.test(label)) return `${String(year)}-${String(index).padStart(2, '0')}`;
  return /^\d{4}$/.test(label) ? String(year) : null;
};

const month = (year: number, index: number): CivilDate => ({ year: year + Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });

const civilRange = (label: string): readonly [CivilDate, CivilDate] | null => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(label);
  if (quarter !== null) return months(Number(quarter[1]), (Number(quarter[2]) - 1) * 3, 3);
  const single = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(label);
  if (single !== null) return months(Number(single[1]), Number(single[2]) - 1, 1);
  const year = /^(\d{4})$/.exec(label);
  if (year !== null) return months(Number(year[1]), 0, 12);
  const range = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(label);
  const [from, to] = [range?.[1], range?.[2]].map((text) => (text === undefined ? null : safeDate(text)));
  if (from == null || to == null || dayNumber(to) < dayNumber(from)) return null;
  return [from, fromDayNumber(dayNumber(to) + 1)];
};

const months = (year: number, index: number, count: number): readonly [CivilDate, CivilDate] | null =>
  year >= 1901 && year < 2199 ? [month(year, index), month(year, index + count)] : null;

const safeDate = (text: string): CivilDate | null => {
  try {
    return dateOf(text);
  } catch {
    return null;
  }
};
