import type { Calendar } from 'revpact/vocabulary';

/** The one office of these benchmarks: weekdays from nine to five, closed on the federal holidays of the United States. */
export const OPENS_HOUR = 9;
export const CLOSES_HOUR = 17;

export const FIRST_YEAR = 2020;
export const YEARS = 10;
export const FROM = Date.UTC(FIRST_YEAR, 0, 1);
export const TO = Date.UTC(FIRST_YEAR + YEARS, 0, 1);

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** Days since 1970 of the n-th weekday of a month (0 for Sunday, as in `Date`); the last one where n is 0. */
const nth = (year: number, month: number, weekday: number, n: number): number => {
  const first = Date.UTC(year, month, 1) / DAY;
  const last = Date.UTC(year, month + 1, 0) / DAY;
  const of = (day: number): number => (day + 4) % 7;
  return n === 0 ? last - ((of(last) - weekday + 7) % 7) : first + ((weekday - of(first) + 7) % 7) + 7 * (n - 1);
};

const holidaysOf = (year: number): readonly number[] => [
  Date.UTC(year, 0, 1) / DAY,
  nth(year, 0, 1, 3),
  nth(year, 1, 1, 3),
  nth(year, 4, 1, 0),
  Date.UTC(year, 5, 19) / DAY,
  Date.UTC(year, 6, 4) / DAY,
  nth(year, 8, 1, 1),
  nth(year, 9, 1, 2),
  Date.UTC(year, 10, 11) / DAY,
  nth(year, 10, 4, 4),
  Date.UTC(year, 11, 25) / DAY,
];

/** Days since 1970 on which the office is closed: eleven a year. */
export const HOLIDAYS: readonly number[] = Array.from({ length: YEARS }, (_, i) => holidaysOf(FIRST_YEAR + i)).flat();
export const HOLIDAY_DATES: readonly string[] = HOLIDAYS.map((day) => new Date(day * DAY).toISOString().slice(0, 10));

/** Its clocks change twice a year. */
export const CHANGING_ZONE = 'America/New_York';
/** Its clocks never change: for peers that are wrong where they do. */
export const STILL_ZONE = 'America/Phoenix';

const hours = [{ from: '09:00', to: '17:00' }];

export const officeIn = (zone: string): Calendar => ({
  id: 'office',
  zone,
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: HOLIDAY_DATES.map((date) => ({ date, name: 'federal holiday' })),
});
