/**
 * sla/icalendar: holidays from iCalendar text, and what is due as such text. Reading takes a parser, so that this is an
 * entry of its own.
 *
 * @module sla/icalendar
 */

// In: holidays for a calendar
export { holidaysFromICalendar, type HolidayChoice } from './feeds/icalendar/holidays.js';
export { ICALENDAR_LIMIT } from './feeds/icalendar/content.js';

// Out: what is due, or anything else with a date
export { dueCalendar, type DueCalendar, type DueCalendarOptions, type DueRows } from './feeds/icalendar/due-calendar.js';
export { calendarText, type CalendarAlarm, type CalendarEntry, type CalendarHead } from './feeds/icalendar/write.js';
