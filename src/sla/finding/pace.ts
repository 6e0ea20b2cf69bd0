import * as z from 'zod';
import { dayNumber, formatDate, fromDayNumber } from '../../kernel/date.js';
import type { Instant } from '../../kernel/instant.js';
import type { Ratio, Whole } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import { localDate, offsetReader, startOfDay } from '../../kernel/zone.js';
import type { Period } from '../../vocabulary/period.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { elapsed } from '../calendar/open-time.js';

/** Which days a target grows with. */
export const Prorate = /* @__PURE__ */ schema(() => z.enum(['working_day', 'calendar_day']));
/** Which days a target grows with. */
export type Prorate = z.infer<typeof Prorate>;

/**
 * By when so much is owed in a period. period_end: by its end. prorate: a fair part with each day that is over. withinDays,
 * withinWorkingDays: by the end of such a day of the period, counted from its first; by its end where it has fewer.
 */
export const Pace = /* @__PURE__ */ schema(() =>
  z.union([
    z.literal('period_end'),
    z.strictObject({ prorate: Prorate }),
    z.strictObject({ withinDays: z.int().min(1).max(366) }),
    z.strictObject({ withinWorkingDays: z.int().min(1).max(366) }),
  ]),
);
/** By when so much is owed in a period. */
export type Pace = z.infer<typeof Pace>;

/** One day of a period. */
export interface PlotDay {
  /** `2026-04-01`. */
  readonly date: string;
  /** The first moment after it. */
  readonly until: Instant;
  /** What was to be reached by its end, since the period began. */
  readonly planned: Ratio;
  /** What was reached by its end, or so far on the day that is not over; null for a day that has not begun. */
  readonly actual: Whole | null;
}

/** What was planned over a period against what was reached. */
export interface ClausePlot {
  /** What is counted: `leads`, `accounts`, or a currency, whose smallest unit it is then. */
  readonly unit: string;
  readonly currency: string | null;
  readonly target: Whole;
  readonly days: readonly PlotDay[];
}

/** A day of a period. */
export interface Day {
  readonly date: string;
  readonly end: Instant;
  /** Whether it is one of those that are counted. */
  readonly counts: boolean;
}

/** The days of a period in its zone; those that count are the ones that the working hours, where given, open on. */
export const daysOf = (period: Period, open: OpenHours | null): readonly Day[] => {
  const days: Day[] = [];
  const offsetAt = offsetReader(period.zone);
  let start = period.start;
  let date = localDate(period.zone, start);
  for (let day = dayNumber(date) + 1; start < period.end; day += 1) {
    const next = fromDayNumber(day);
    const end = Math.min(startOfDay(period.zone, next, offsetAt), period.end);
    // A civil day that a zone left out has no moment.
    if (end > start) days.push({ date: formatDate(date), end, counts: open === null || elapsed(open, start, end) > 0 });
    [start, date] = [end, next];
  }
  return days;
};

/** The first moment that is too late. */
export const deadlineOf = (pace: Pace, counting: readonly Day[], period: Period): Instant => {
  if (pace === 'period_end' || 'prorate' in pace) return period.end;
  return counting[('withinDays' in pace ? pace.withinDays : pace.withinWorkingDays) - 1]?.end ?? period.end;
};
