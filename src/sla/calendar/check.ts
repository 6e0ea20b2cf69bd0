import type { Issue } from '../../kernel/issue.js';
import { isZone } from '../../kernel/zone.js';
import { WEEKDAYS, type Calendar, type Season } from '../../vocabulary/calendar.js';
import { date, id, list, object, time, words, zone, type Check } from './form.js';
import { calendarIssue } from './issues.js';
import { everOpens } from './ever-opens.js';
import { overlapIssues } from './overlap.js';

/** At most so many hours a day, seasons, openings and holidays, as the vocabulary's `Calendar` says too. */
const [HOURS, SEASONS, DATES] = [24, 1000, 10_000];

/**
 * Everything that is wrong with a calendar. Written by hand, so that who compiles a calendar that was read before loads no
 * schemas; it accepts what the schema of the vocabulary accepts, and asks in addition that its parts go together.
 */
export const calendarIssues = (calendar: Calendar): readonly Issue[] => {
  try {
    const form = calendarForm()(calendar, []);
    if (form.length > 0) return form;
  } catch {
    return [calendarIssue('not_a_calendar', { expected: 'plain data' })];
  }
  const issues = [...overlapIssues(calendar), ...seasonIssues(calendar.seasons ?? []), ...openingIssues(calendar), ...holidayIssues(calendar)];
  if (issues.length > 0 || everOpens(calendar)) return issues;
  return [calendarIssue('never_opens', { calendar: calendar.id }, ['week'])];
};

const calendarForm = (): Check => {
  const hours = object({ from: time, to: time });
  const day = list('hours on a day', hours, HOURS);
  const week = object(Object.fromEntries(WEEKDAYS.map((weekday) => [`${weekday}?`, day])));
  const season = object({ name: words, from: date, to: date, week });
  const opening = object({ date, name: words, hours: list('hours on a day', hours, HOURS, 1) });
  const holiday = object({ date, name: words, 'observed?': date, 'off?': hours });
  return object({
    id,
    'name?': words,
    zone: zone(isZone),
    week,
    'seasons?': list('seasons', season, SEASONS),
    'openings?': list('openings', opening, DATES),
    holidays: list('holidays', holiday, DATES),
  });
};

const seasonIssues = (seasons: readonly Season[]): readonly Issue[] => {
  const inverted = seasons.flatMap(({ name, from, to }, i) =>
    to < from ? [calendarIssue('season_inverted', { name, from, to }, ['seasons', i, 'to'])] : [],
  );
  const placed = seasons.map((season, i) => ({ ...season, i })).filter(({ from, to }) => from <= to);
  placed.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.i - b.i));
  // The one that reaches furthest so far: whoever begins before its end shares a date with it.
  let furthest = placed[0];
  const overlapping = placed.slice(1).flatMap((season) => {
    const other = furthest;
    if (other === undefined || season.to > other.to) furthest = season;
    if (other === undefined || season.from > other.to) return [];
    return [calendarIssue('seasons_overlap', { name: season.name, other: other.name, date: season.from }, ['seasons', season.i, 'from'])];
  });
  return [...inverted, ...overlapping];
};

const openingIssues = ({ openings = [] }: Calendar): readonly Issue[] =>
  repeated(openings, (opening) => opening.date).map((i) =>
    calendarIssue('duplicate_opening', { date: openings[i]?.date ?? '' }, ['openings', i, 'date']),
  );

/** Two holidays may fall on one date, and one date may have several parts off: twice is the same name, date and part. */
const holidayIssues = ({ holidays }: Calendar): readonly Issue[] =>
  repeated(holidays, ({ date: on, name, observed, off }) => JSON.stringify([on, name, observed, off?.from, off?.to])).map((i) =>
    calendarIssue('duplicate_holiday', { date: holidays[i]?.date ?? '', name: holidays[i]?.name ?? '' }, ['holidays', i]),
  );

/** Positions of all that have the same key as one before them. */
const repeated = <T>(all: readonly T[], keyOf: (one: T) => string): readonly number[] => {
  const seen = new Set<string>();
  return all.flatMap((one, i) => {
    const key = keyOf(one);
    if (seen.has(key)) return [i];
    seen.add(key);
    return [];
  });
};
