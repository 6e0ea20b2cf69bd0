import { digest } from '../../kernel/canonical.js';
import type { Instant } from '../../kernel/instant.js';
import { RevpactError } from '../../kernel/issue.js';
import { fail, ok, unwrap, type Result } from '../../kernel/result.js';
import type { ZoneId } from '../../kernel/zone.js';
import type { Calendar } from '../../vocabulary/calendar.js';
import { calendarIssues } from './check.js';
import { growing } from './growing.js';
import { calendarIssue } from './issues.js';
import type { OpenTable } from './open-table.js';
import { stretchesOf } from './stretches.js';

/**
 * A calendar compiled to stretches of open time. Ask it with the functions of this room.
 *
 * Open if and only if the clock on the calendar's wall shows a time that is in its hours: hours that the clock skips are
 * not there, hours that it shows twice are open twice, and a date that a zone leaves out has none.
 */
export interface OpenHours {
  readonly id: string;
  /** The zone that its dates and times are read in; of a joint one, that of the first it is made of. */
  readonly zone: ZoneId;
  /** SHA-256 of the calendar's canonical text. */
  readonly digest: string;
  /** The version of the time-zone data, such as `2025b`, where the host said it. */
  readonly zoneData: string | null;
  /** The calendars that it is made of: one, or those of a joint one. */
  readonly calendars: readonly Calendar[];
  /** The stretches around a moment. They are worked out a few years at a time, when first asked for, and kept. */
  readonly around: (at: Instant) => OpenTable;
}

/** What a host may say of the machine that it compiles on. */
export interface OpenHoursSettings {
  /** The version of its time-zone data, such as `process.versions.tz`; results carry it, nothing is computed from it. */
  readonly zoneData?: string;
}

/**
 * Compile a calendar.
 *
 * Issues of form: `sla.not_a_calendar`, `sla.unknown_calendar_key`, `sla.unknown_zone`, `sla.bad_time`, `sla.bad_date`,
 * `sla.too_many`; where the form is right `sla.hours_overlap`, `sla.season_inverted`, `sla.seasons_overlap`, `sla.duplicate_opening`,
 * `sla.duplicate_holiday`; and where all of that is right, `sla.never_opens`.
 */
export const safeOpenHours = (calendar: Calendar, { zoneData }: OpenHoursSettings = {}): Result<OpenHours> => {
  const issues = calendarIssues(calendar);
  if (issues.length > 0) return fail(issues);
  return ok({
    id: calendar.id,
    zone: calendar.zone,
    digest: digest(calendar),
    zoneData: zoneData ?? null,
    calendars: [calendar],
    around: growing(stretchesOf(calendar)),
  });
};

/**
 * Compile a calendar; throws one `RevpactError` with the issues of {@link safeOpenHours}.
 *
 * @example
 * ```ts
 * import { isOpen, openHours } from 'revpact/sla';
 *
 * const office = openHours({
 *   id: 'office',
 *   zone: 'Europe/Berlin',
 *   week: { mon: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }] },
 *   openings: [{ date: '2026-01-10', name: 'stocktaking', hours: [{ from: '10:00', to: '14:00' }] }],
 *   holidays: [{ date: '2026-01-05', name: 'bridge day' }],
 * });
 * isOpen(office, Date.parse('2026-01-05T10:00:00+01:00')) // => false
 * isOpen(office, Date.parse('2026-01-10T10:00:00+01:00')) // => true
 * isOpen(office, Date.parse('2026-01-12T12:30:00+01:00')) // => false
 * ```
 */
export const openHours = (calendar: Calendar, settings: OpenHoursSettings = {}): OpenHours => unwrap(safeOpenHours(calendar, settings));

/** What `add` throws where a calendar runs out of open time before the end of the horizon. */
export const beyondHorizon = (open: OpenHours, openMs: number): RevpactError =>
  new RevpactError([calendarIssue('beyond_horizon', { calendar: open.id, openMs })]);
