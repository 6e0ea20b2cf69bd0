import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Calendar, type Holiday, type Hours, type Weekday } from 'revpact/vocabulary';

/** `hours('09:00-12:00', '13:30-18:00')`. */
export const hours = (...spans: readonly string[]): readonly Hours[] =>
  spans.map((span) => {
    const [from = '', to = ''] = span.split('-');
    return { from, to };
  });

/** The same hours on each of some days; Monday to Friday where none are named. */
export const weekOf = (spans: readonly Hours[], days: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']): Calendar['week'] =>
  Object.fromEntries(days.map((day) => [day, spans]));

export const aCalendar = (over: Partial<Calendar> = {}): Calendar => ({
  id: 'office',
  zone: 'Europe/Berlin',
  week: weekOf(hours('09:00-17:00')),
  holidays: [],
  ...over,
});

/** Epoch milliseconds of a wall-clock time in a zone: `at('Europe/Berlin', '2026-03-27 16:30')`. */
export const at = (zone: string, text: string): number =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;

/** What the clock on a zone's wall shows: `2026-03-27 16:30`; null stays null. */
export const wall = (zone: string, moment: number | null): string | null =>
  moment === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16).replace('T', ' ');

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The hours that do not overlap one before them: as a calendar may write them for one day. */
export const apart = (day: readonly Hours[]): readonly Hours[] =>
  day.reduce<readonly Hours[]>((kept, one) => {
    const [start, end] = stretch(one);
    const overlaps = kept.some((other) => stretch(other)[0] < end && start < stretch(other)[1]);
    return overlaps ? kept : [...kept, one];
  }, []);

const stretch = ({ from, to }: Hours): readonly [number, number] => {
  const [start, end] = [minutes(from), minutes(to)];
  return [start, end <= start ? end + 1440 : end];
};

/** Whether hours written on the date `back` days before a minute of the day cover it. */
const covers = ({ from, to }: Hours, back: number, minute: number): boolean => {
  const [start, end] = [minutes(from), minutes(to)];
  const moment = minute + back * 1440;
  return moment >= start && moment < (end <= start ? end + 1440 : end);
};

/** The hours that begin on a date: those of its opening, else of its weekday in the season that holds, else of its weekday. */
const hoursOn = (calendar: Calendar, date: Temporal.PlainDate): readonly Hours[] => {
  const opening = calendar.openings?.find((one) => one.date === date.toString());
  if (opening !== undefined) return opening.hours;
  const season = calendar.seasons?.find(({ from, to }) => Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0);
  return (season?.week ?? calendar.week)[WEEKDAYS[date.dayOfWeek - 1]!] ?? [];
};

const closedBy = (calendar: Calendar, { off }: Holiday, date: Temporal.PlainDate, back: number, minute: number): boolean => {
  if (off !== undefined) return covers(off, back, minute);
  return back === 0 && calendar.openings?.every((one) => one.date !== date.toString()) !== false;
};

/**
 * The rule itself, written once more with Temporal and no arithmetic of ours: open if and only if the wall clock shows a
 * time that is in hours and not on holiday.
 */
export const oracleIsOpen = (calendar: Calendar, moment: number): boolean => {
  const shown = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(calendar.zone);
  const minute = shown.hour * 60 + shown.minute;
  const date = shown.toPlainDate();
  const days = [0, 1, 2].map((back) => date.subtract({ days: back }));
  const open = days.some((day, back) => hoursOn(calendar, day).some((span) => covers(span, back, minute)));
  const onHoliday = (day: Temporal.PlainDate, back: number): boolean =>
    calendar.holidays.some((holiday) => (holiday.observed ?? holiday.date) === day.toString() && closedBy(calendar, holiday, day, back, minute));
  return open && !days.some(onHoliday);
};

/** Whether each minute from `from` on is open. Whole minutes, and zones whose offsets are whole minutes. */
export const oracleMinutes = (calendar: Calendar, from: number, count: number): readonly boolean[] =>
  Array.from({ length: count }, (_, i) => oracleIsOpen(calendar, from + i * 60_000));

/** The next or previous change of a zone's clocks, or null. */
export const clockChange = (zone: string, moment: number, direction: 'next' | 'previous'): number | null =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).getTimeZoneTransition(direction)?.epochMilliseconds ?? null;
