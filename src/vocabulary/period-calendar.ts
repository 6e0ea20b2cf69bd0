import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { ZoneId } from '../kernel/zone.js';

/** What a year and a week are taken to be, where it is not the calendar's year and the week from Monday. */
export const yearAndWeek = /* @__PURE__ */ schema(() => ({
  /** The weekday on which a week begins: 1 for Monday to 7 for Sunday. */
  weekStart: z.int().min(1).max(7),
  /** The month on whose first day a fiscal year begins; 1 makes it the calendar's. */
  fiscalYearStart: z.int().min(1).max(12),
  /** The calendar year after which a fiscal year is called: that in which it starts, or that in which it ends. */
  fiscalYearNamed: z.enum(['start', 'end']),
}));

const periodCalendarShape = /* @__PURE__ */ schema(() => z.strictObject({ zone: ZoneId, ...yearAndWeek }));
/**
 * How reporting periods are cut: in which zone days begin, on which day weeks begin, and when the fiscal year does. Week 1 of
 * a year is the one that holds its 4 January, so most of its days; of weeks from Monday these are ISO 8601's.
 */
export interface PeriodCalendar extends z.infer<typeof periodCalendarShape> {}
export const PeriodCalendar: z.ZodType<PeriodCalendar> = periodCalendarShape;

/** A calendar without its zone. */
export type YearAndWeek = Omit<PeriodCalendar, 'zone'>;
