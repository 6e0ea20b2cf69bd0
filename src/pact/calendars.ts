import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { calendarIssues } from '../sla/calendar/check.js';
import type { Calendar, JointCalendar } from '../vocabulary/calendar.js';
import { compiledCalendars } from './hours.js';
import { pactIssue } from './issues.js';

type Calendars = readonly (Calendar | JointCalendar)[];

const isJoint = (calendar: Calendar | JointCalendar): calendar is JointCalendar => 'of' in calendar;

/**
 * What is wrong with the calendars of a pact, at their places among them: those spelled out, each by itself; those made of
 * others by what they are made of, and, once all of that is right, whether they ever open.
 */
export const calendarFaults = (calendars: Calendars): readonly Issue[] => {
  const spelledOut = calendars.flatMap((calendar, i) =>
    isJoint(calendar) ? [] : calendarIssues(calendar).map((issue) => ({ ...issue, path: [i, ...issue.path] })),
  );
  const made = calendars.flatMap((calendar, i) => (isJoint(calendar) ? partFaults(calendar, calendars, i) : []));
  return spelledOut.length + made.length > 0 ? [...spelledOut, ...made] : neverTogether(calendars);
};

/** Parts that there are not, that stand twice, or that are made of the calendar itself. */
const partFaults = (calendar: JointCalendar, calendars: Calendars, i: number): readonly Issue[] => {
  const known = calendars.map(({ id }) => id);
  const parts = calendar.of.flatMap((id, p): readonly Issue[] => {
    const path = [i, 'of', p];
    if (!known.includes(id)) return [pactIssue('unknown_reference', { what: 'calendar', id, known, suggestion: nearest(id, known) }, path)];
    return calendar.of.indexOf(id) < p ? [pactIssue('part_twice', { calendar: calendar.id, part: id }, path)] : [];
  });
  const circle = reaches(calendar, calendars);
  return circle ? [...parts, pactIssue('calendar_cycle', { calendar: calendar.id }, [i, 'of'])] : parts;
};

/** Whether a calendar is made of itself, over however many steps. */
const reaches = (calendar: JointCalendar, calendars: Calendars): boolean => {
  const seen = new Set<string>();
  const ahead = [...calendar.of];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === calendar.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const next = calendars.find((candidate) => candidate.id === id);
    if (next !== undefined && isJoint(next)) ahead.push(...next.of);
  }
  return false;
};

const neverTogether = (calendars: Calendars): readonly Issue[] => {
  const hours = compiledCalendars(calendars);
  return calendars.flatMap((calendar, i) => {
    const open = isJoint(calendar) ? hours(calendar.id) : null;
    // A part that never opens is told at its own place.
    return open === null || open.ok
      ? []
      : open.issues.filter(({ params }) => params['calendar'] === calendar.id).map((issue) => ({ ...issue, path: [i, 'of'] }));
  });
};
