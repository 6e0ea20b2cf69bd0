import { formatDate, type IsoDate } from '../../kernel/date.js';
import type { Instant } from '../../kernel/instant.js';
import { localDate } from '../../kernel/zone.js';
import type { PeriodCalendar } from '../../vocabulary/period-calendar.js';
import { periodAt } from '../../vocabulary/period.js';
import type { Cadence } from './scorecard.js';

const KINDS = { weekly: 'week', monthly: 'month', quarterly: 'fiscal_quarter' } as const;

/**
 * The day on which a number is to be looked at next: the first day of the week, month or quarter after the one that a moment
 * lies in. At the very start of one it is that of the next. Quarters are those of the fiscal year.
 *
 * @example
 * ```ts
 * import { nextCheck } from 'revpact/metrics';
 *
 * const calendar = { zone: 'Europe/Berlin', weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' } as const;
 * nextCheck('weekly', Date.UTC(2026, 3, 1), calendar) // => '2026-04-06'
 * ```
 */
export const nextCheck = (cadence: Cadence, at: Instant, calendar: PeriodCalendar): IsoDate =>
  formatDate(localDate(calendar.zone, periodAt(KINDS[cadence], at, calendar).end));
