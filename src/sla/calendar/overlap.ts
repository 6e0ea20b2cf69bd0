import type { Issue, Path } from '../../kernel/issue.js';
import { WEEKDAYS, type Calendar, type Hours, type Week } from '../../vocabulary/calendar.js';
import { calendarIssue } from './issues.js';
import { onDay } from './wall-hours.js';

/**
 * Hours that are written for one day and overlap: somebody mistyped one of them. Hours that touch do not, and neither does a
 * night shift with the hours of the morning after: those belong to another date.
 */
export const overlapIssues = ({ week, seasons = [], openings = [] }: Calendar): readonly Issue[] => [
  ...weekIssues(week, ['week']),
  ...seasons.flatMap((season, i) => weekIssues(season.week, ['seasons', i, 'week'])),
  ...openings.flatMap((opening, i) => dayIssues(opening.hours, ['openings', i, 'hours'])),
];

const weekIssues = (week: Week, path: Path): readonly Issue[] => WEEKDAYS.flatMap((day) => dayIssues(week[day] ?? [], [...path, day]));

const dayIssues = (day: readonly Hours[], path: Path): readonly Issue[] => {
  // From 24:00 to 00:00 is no time at all: it shares none.
  const placed = day.map((hours, i) => ({ hours, i, ...onDay(hours) })).filter(({ start, end }) => start < end);
  placed.sort((a, b) => a.start - b.start || a.i - b.i);
  // The one that reaches furthest so far: whoever begins before its end shares time with it.
  let furthest = placed[0];
  return placed.slice(1).flatMap((next) => {
    const other = furthest;
    if (other === undefined || next.end > other.end) furthest = next;
    if (other === undefined || next.start >= other.end) return [];
    const [one, two] = [other.hours, next.hours].map(({ from, to }) => `${from} to ${to}`);
    return [calendarIssue('hours_overlap', { hours: one ?? '', others: two ?? '' }, [...path, next.i])];
  });
};
