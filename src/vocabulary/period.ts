import { dayNumber, fromDayNumber, type CivilDate } from '../kernel/date.js';
import { EARLIEST, LATEST, type Instant } from '../kernel/instant.js';
import { offsetReader, startOfDay, type OffsetAt, type ZoneId } from '../kernel/zone.js';
import type { PeriodCalendar, YearAndWeek } from './period-calendar.js';
import { dayBefore, labelOf, spanAt, spanOf, type PeriodKind, type Span } from './period-label.js';

/** A reporting window: half-open, in the pact's zone. */
export interface Period {
  /** As it was asked for: `2026-Q2`, `2026-05`, `2026-W14`, `FY2027-Q2`, `2026`, or `2026-04-01/2026-06-30`. */
  readonly label: string;
  readonly start: Instant;
  /** The first moment that no longer belongs to it. */
  readonly end: Instant;
  readonly zone: ZoneId;
}

/** What a zone alone says: weeks are ISO 8601's, and nobody knows when a fiscal year begins. */
const ISO: YearAndWeek = { weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' };

/**
 * The period that a label names, or null where it names none.
 *
 * @param label - `2026-Q2`, `2026-H1`, `2026-05`, `2026-W14`, `2026`, `2026-04-01`, `FY2027`, `FY2027-Q2`, `FY2027-H1`, or two
 *   dates, both included: `2026-04-01/2026-06-30`.
 * @param of - A period calendar; or a zone alone, whose weeks begin on Monday and which has no fiscal years.
 * @example
 * ```ts
 * import { toIso } from 'revpact/kernel';
 * import { periodOf } from 'revpact/vocabulary';
 *
 * const calendar = { zone: 'Europe/Berlin', weekStart: 1, fiscalYearStart: 2, fiscalYearNamed: 'end' } as const;
 * const quarter = periodOf('FY2027-Q2', calendar);
 * quarter === null ? [] : [toIso(quarter.start), toIso(quarter.end)] // => ['2026-04-30T22:00:00Z', '2026-07-31T22:00:00Z']
 * ```
 */
export const periodOf = (label: string, of: ZoneId | PeriodCalendar): Period | null => {
  if (typeof of === 'string' && label.startsWith('FY')) return null;
  const calendar = typeof of === 'string' ? { zone: of, ...ISO } : of;
  const span = spanOf(label, calendar);
  return span === null ? null : periodFrom(span, label, calendar.zone, offsetReader(calendar.zone));
};

/** The period of a kind that a moment lies in. */
export const periodAt = (kind: PeriodKind, at: Instant, calendar: PeriodCalendar): Period => {
  const offsetAt = offsetReader(calendar.zone);
  const span = spanAt(kind, dateAt(at, offsetAt), calendar);
  return periodFrom(span, labelOf(span, calendar), calendar.zone, offsetAt);
};

/**
 * Every period of a kind that shares a moment with the stretch from `from` until `to`, in order: the first may have begun
 * before it, the last may end after it. A day that the zone's clocks skip is none. Moments are of the years 1900 to 2200.
 *
 * @example
 * ```ts
 * import { periodsBetween } from 'revpact/vocabulary';
 *
 * const calendar = { zone: 'UTC', weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' } as const;
 * const weeks = periodsBetween('week', Date.UTC(2026, 11, 28), Date.UTC(2027, 0, 5), calendar);
 * weeks.map(({ label }) => label) // => ['2026-W53', '2027-W01']
 * ```
 */
export const periodsBetween = (kind: PeriodKind, from: Instant, to: Instant, calendar: PeriodCalendar): readonly Period[] => {
  if (!(from >= EARLIEST && to <= LATEST)) throw new RangeError('moments run from 1900 to 2200');
  const offsetAt = offsetReader(calendar.zone);
  const periods: Period[] = [];
  let span = spanAt(kind, dateAt(from, offsetAt), calendar);
  for (;;) {
    const period = periodFrom(span, labelOf(span, calendar), calendar.zone, offsetAt);
    if (period.start >= to || from >= to) return periods;
    if (period.start < period.end && period.end > from) periods.push(period);
    span = spanAt(kind, span.after, calendar);
  }
};

/**
 * The period of the same kind just before: the quarter before a quarter, the week before a week, as many days before a range
 * of dates. Null for a period whose label {@link periodOf} does not know.
 */
export const previousPeriod = (period: Period): Period | null => {
  const offsetAt = offsetReader(period.zone);
  const cut = cutAs(period, offsetAt);
  if (cut === null) return null;
  const { span, calendar } = cut;
  const before = span.kind === 'range' ? rangeBefore(span) : spanAt(span.kind, dayBefore(span.first), calendar);
  // A year before 1901, or a date before 1900, is no period.
  const label = labelOf(before, calendar);
  return spanOf(label, calendar) === null ? null : periodFrom(before, label, period.zone, offsetAt);
};

/** So many periods of one kind that end with this one, in order; fewer where there are none earlier. */
export const periodsUpTo = (period: Period, count: number): readonly Period[] => {
  const periods = [period];
  for (let first: Period | null = period; periods.length < count; periods.unshift(first)) {
    first = previousPeriod(first);
    if (first === null) break;
  }
  return periods;
};

const DAY = 86_400_000;

const dateAt = (at: Instant, offsetAt: OffsetAt): CivilDate => fromDayNumber(Math.floor((at + offsetAt(at)) / DAY));

const periodFrom = ({ first, after }: Span, label: string, zone: ZoneId, offsetAt: OffsetAt): Period => ({
  label,
  start: startOfDay(zone, first, offsetAt),
  end: startOfDay(zone, after, offsetAt),
  zone,
});

/** A period's civil days, and the calendar by which its label names them: when it begins tells the weekday and the fiscal year. */
const cutAs = ({ label, start, zone }: Period, offsetAt: OffsetAt): { readonly span: Span; readonly calendar: YearAndWeek } | null => {
  const candidates = label.startsWith('FY') ? FISCAL : label.includes('W') ? WEEKS : null;
  for (const calendar of candidates ?? [ISO]) {
    const span = spanOf(label, calendar);
    if (span !== null && (candidates === null || startOfDay(zone, span.first, offsetAt) === start)) return { span, calendar };
  }
  return null;
};

const WEEKS: readonly YearAndWeek[] = [ISO, ...[2, 3, 4, 5, 6, 7].map((weekStart) => ({ ...ISO, weekStart }))];
const FISCAL: readonly YearAndWeek[] = /* @__PURE__ */ (['start', 'end'] as const).flatMap((fiscalYearNamed) =>
  Array.from({ length: 12 }, (_, i) => ({ weekStart: 1, fiscalYearStart: i + 1, fiscalYearNamed })),
);

/** Whole months before whole months, else as many days. */
const rangeBefore = ({ first, after }: Span): Span => {
  const length = (after.year - first.year) * 12 + after.month - first.month;
  const index = first.year * 12 + first.month - 1 - length;
  const whole = first.day === 1 && after.day === 1;
  const start = whole ? { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 } : fromDayNumber(2 * dayNumber(first) - dayNumber(after));
  return { kind: 'range', first: start, after: first };
};
