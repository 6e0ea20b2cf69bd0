import { holidaysFromICalendar, type HolidayChoice } from 'revpact/sla/icalendar';
import { unwrap } from 'revpact/kernel';
import type { HolidayFeed } from 'revpact/sla';

/** A calendar's text around lines of any blocks. */
export const calendarOf = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** An event's lines, with an id and a name where it has none. */
export const event = (...lines: readonly string[]): readonly string[] => [
  'BEGIN:VEVENT',
  ...lines,
  ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:Day']),
  'END:VEVENT',
];

/** Two years in Berlin, unless said. */
export const choice: HolidayChoice = { zone: 'Europe/Berlin', from: '2026-01-01', to: '2027-12-31' };

/** A feed that must be readable as a whole. */
export const read = (text: string, other: Partial<HolidayChoice> = {}): HolidayFeed => unwrap(holidaysFromICalendar(text, { ...choice, ...other }));

/** Each holiday as a line: its date, its part of the day, its name. */
export const lines = ({ holidays }: HolidayFeed): readonly string[] =>
  holidays.map(({ date, name, off }) => `${date}${off === undefined ? '' : ` ${off.from}–${off.to}`} ${name}`);
