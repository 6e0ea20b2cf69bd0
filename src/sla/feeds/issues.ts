import { issueCatalogue } from '../../kernel/issue.js';

/** What can be wrong with holidays that come from elsewhere, and with calendar text that is to be written. */
export const feedIssue = /* @__PURE__ */ issueCatalogue('sla', {
  feed_not_list: () => 'holidays come as a list',
  feed_not_text: () => 'iCalendar comes as text',
  feed_too_long: (p: { limit: number; what: string }) => `more than ${String(p.limit)} ${p.what}`,
  feed_no_calendar: () => 'no iCalendar text: it has no line BEGIN:VCALENDAR',
  feed_zone: (p: { zone: string }) => `"${p.zone}" is no time zone this host knows`,
  feed_range: (p: { from: string; to: string }) => `a range of dates runs from one to the same or a later one, not from "${p.from}" to "${p.to}"`,
  holiday_unfinished: () => 'the entry has no end',
  holiday_unreadable: (p: { reason: string }) => `the entry cannot be read: ${p.reason}`,
  holiday_twice_said: (p: { property: string }) => `${p.property} stands in the entry more than once`,
  holiday_no_date: () => 'the entry has no date on which it begins',
  holiday_date: (p: { property: string; found: string }) => `${p.property} is no date or time between 1900 and 2200: "${p.found}"`,
  holiday_zone: (p: { zone: string }) => `the zone "${p.zone}" is unknown to this host, and the feed does not say what it is`,
  holiday_backwards: () => 'the entry ends before it begins',
  holiday_mixed: (p: { property: string }) => `${p.property} is a date where the entry has times, or a time where it has dates`,
  holiday_off_minute: () => 'working hours are in whole minutes, and the entry begins or ends within one',
  holiday_rule: (p: { reason: string }) => `the entry recurs by a rule that no holiday has: ${p.reason}`,
  holiday_too_often: (p: { limit: number }) => `the entry recurs so often, or lasts so long, that more than ${String(p.limit)} steps would be needed`,
  holiday_name: () => 'a name is 1 to 4000 characters, none of them half of a surrogate pair',
});
