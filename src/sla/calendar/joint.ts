import { digest } from '../../kernel/canonical.js';
import type { Instant } from '../../kernel/instant.js';
import { fail, ok, unwrap, type Result } from '../../kernel/result.js';
import { growing } from './growing.js';
import { calendarIssue } from './issues.js';
import type { OpenHours } from './open-hours.js';
import { openSegments } from './open-time.js';
import { intersectAll, union, type Segment } from './segment.js';
import type { Stretches } from './stretches.js';

/** The years in which a common open moment is looked for before `openAll` gives up. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2060];

/**
 * Open when one of them is, as teams that follow the sun. Dates and times are read in the zone of the first.
 *
 * Issues: `sla.no_parts` where there is none.
 */
export const safeOpenAny = (id: string, parts: readonly OpenHours[]): Result<OpenHours> =>
  joined(id, 'any', parts, (from, to) => union(parts.flatMap((part) => openSegments(part, from, to))));

/**
 * Open when all of them are, as for people who must meet. Dates and times are read in the zone of the first.
 *
 * Issues: `sla.no_parts` where there is none; `sla.never_open_together` where no moment from 1990 to 2060 is common to all.
 */
export const safeOpenAll = (id: string, parts: readonly OpenHours[]): Result<OpenHours> => {
  const common: Stretches = (from, to) => intersectAll(parts.map((part) => openSegments(part, from, to)));
  const all = joined(id, 'all', parts, common);
  if (!all.ok || meet(parts)) return all;
  const calendars = parts.map((part) => part.id);
  return fail([calendarIssue('never_open_together', { calendar: id, calendars, from: FIRST_YEAR, to: LAST_YEAR })]);
};

/**
 * As {@link safeOpenAny}, but throws one `RevpactError` with every issue.
 *
 * @example
 * ```ts
 * import { elapsed, openAny, openHours } from 'revpact/sla';
 *
 * const nine = [{ from: '09:00', to: '17:00' }];
 * const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
 * const berlin = openHours({ id: 'berlin', zone: 'Europe/Berlin', week, holidays: [] });
 * const newYork = openHours({ id: 'new_york', zone: 'America/New_York', week, holidays: [] });
 * const sun = openAny('follow_the_sun', [berlin, newYork]);
 * elapsed(sun, Date.parse('2026-01-05T00:00:00Z'), Date.parse('2026-01-06T00:00:00Z')) / 3_600_000 // => 14
 * ```
 */
export const openAny = (id: string, parts: readonly OpenHours[]): OpenHours => unwrap(safeOpenAny(id, parts));

/** As {@link safeOpenAll}, but throws one `RevpactError` with every issue. */
export const openAll = (id: string, parts: readonly OpenHours[]): OpenHours => unwrap(safeOpenAll(id, parts));

const joined = (id: string, open: 'any' | 'all', parts: readonly OpenHours[], stretches: Stretches): Result<OpenHours> => {
  const [first] = parts;
  if (first === undefined) return fail([calendarIssue('no_parts', { calendar: id })]);
  return ok({
    id,
    zone: first.zone,
    digest: digest({ id, open, of: parts.map((part) => part.digest) }),
    zoneData: parts.every(({ zoneData }) => zoneData === first.zoneData) ? first.zoneData : null,
    calendars: [...new Set(parts.flatMap(({ calendars }) => calendars))],
    around: growing(stretches),
  });
};

/** Looked for year by year, from 2020 on and then before: calendars that meet at all mostly meet within a week. */
const meet = (parts: readonly OpenHours[]): boolean => {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR }, (_, i) => FIRST_YEAR + ((i + 30) % (LAST_YEAR - FIRST_YEAR)));
  return years.some((year) => meetBetween(parts, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)));
};

/** Once nothing is common to the first of them, the others are not even worked out for that year. */
const meetBetween = (parts: readonly OpenHours[], from: Instant, to: Instant): boolean => {
  let common: readonly Segment[] = [{ start: from, end: to }];
  for (const part of parts) if (common.length > 0) common = intersectAll([common, openSegments(part, from, to)]);
  return common.length > 0;
};
