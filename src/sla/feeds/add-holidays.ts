import { byText } from '../../kernel/group.js';
import type { Calendar, Holiday } from '../../vocabulary/calendar.js';

/**
 * The calendar with more holidays, by date. One that it has already, with the same dates and hours, is not added again,
 * whatever its name.
 *
 * @example
 * ```ts
 * import { addHolidays } from 'revpact/sla';
 *
 * const office = { id: 'office', zone: 'Europe/Berlin', week: {}, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
 * const more = [{ date: '2026-12-25', name: 'Weihnachten' }, { date: '2026-01-01', name: 'Neujahr' }];
 * addHolidays(office, more).holidays.map(({ name }) => name) // => ['Neujahr', 'Christmas']
 * ```
 */
export const addHolidays = (calendar: Calendar, holidays: readonly Holiday[]): Calendar => {
  const known = new Set(calendar.holidays.map(timeOf));
  const added = holidays.filter((holiday) => {
    const time = timeOf(holiday);
    const isNew = !known.has(time);
    known.add(time);
    return isNew;
  });
  return { ...calendar, holidays: [...calendar.holidays, ...added].sort((a, b) => byText(timeOf(a), timeOf(b))) };
};

/** What a holiday closes, as text that sorts by date. */
const timeOf = ({ date, observed, off }: Holiday): string => `${observed ?? date} ${off === undefined ? '' : `${off.from} ${off.to}`}`;
