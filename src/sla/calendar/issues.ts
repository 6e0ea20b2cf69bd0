import { issueCatalogue } from '../../kernel/issue.js';

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What can be wrong with working hours. A catalogue of its own, so that calendars alone stay small. */
export const calendarIssue = /* @__PURE__ */ issueCatalogue('sla', {
  not_a_calendar: (p: { expected: string }) => `expected ${p.expected}`,
  unknown_calendar_key: (p: { key: string }) => `no part of a calendar is called ${shown(p.key)}`,
  unknown_zone: (p: { zone: string }) => `${shown(p.zone)} is no time zone this host knows; use an IANA name such as "Europe/Berlin"`,
  bad_time: (p: { time: string }) => `${shown(p.time)} is no time of day: they are written as 09:00, up to 24:00`,
  bad_date: (p: { date: string }) => `${shown(p.date)} is no date from 1900 to 2199: they are written as 2026-03-31`,
  too_many: (p: { what: string; limit: number; count: number }) =>
    `${String(p.count)} ${p.what}; a calendar may have up to ${String(p.limit)}`,
  hours_overlap: (p: { hours: string; others: string }) => `${p.hours} and ${p.others} of one day overlap`,
  season_inverted: (p: { name: string; from: string; to: string }) =>
    `the season ${shown(p.name)} ends on ${p.to}, before it begins on ${p.from}`,
  seasons_overlap: (p: { name: string; other: string; date: string }) =>
    `the seasons ${shown(p.name)} and ${shown(p.other)} both hold on ${p.date}`,
  duplicate_opening: (p: { date: string }) => `${p.date} is opened twice: put its hours into one opening`,
  duplicate_holiday: (p: { date: string; name: string }) => `the holiday ${shown(p.name)} on ${p.date} is written twice`,
  never_opens: (p: { calendar: string }) => `the calendar "${p.calendar}" never opens: no clock on it would run`,
  no_parts: (p: { calendar: string }) => `the calendar "${p.calendar}" is made of none`,
  never_open_together: (p: { calendar: string; calendars: readonly string[]; from: number; to: number }) =>
    `the calendar "${p.calendar}" never opens from ${String(p.from)} to ${String(p.to)}: no moment is common to ${p.calendars.join(', ')}`,
  beyond_horizon: (p: { calendar: string; openMs: number }) =>
    `the calendar "${p.calendar}" has no ${String(p.openMs)} open milliseconds left between 1900 and 2200`,
});
