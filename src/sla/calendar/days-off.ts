import { formatDate, type IsoDate } from '../../kernel/date.js';
import type { Instant } from '../../kernel/instant.js';
import { localDate } from '../../kernel/zone.js';
import type { Hours } from '../../vocabulary/calendar.js';
import type { OpenHours } from './open-hours.js';

/** A day on which a calendar is closed, wholly or in part, as people want to read it. */
export interface DayOff {
  /** The calendar that says so, by id: of a joint one, one of those it is made of. */
  readonly calendar: string;
  /** The date on which it is taken. */
  readonly date: IsoDate;
  readonly name: string;
  /** The date that it belongs to, where that is another. */
  readonly insteadOf: IsoDate | null;
  /** The part of the day that is off; null for the whole day. */
  readonly off: Hours | null;
}

/**
 * The holidays on the dates from one moment to another, both dates included, each in the zone of its calendar; ascending.
 * For people who wonder why a promise is due so late. A whole day off that an opening puts out of force is not among them.
 */
export const daysOff = (open: OpenHours, from: Instant, to: Instant): readonly DayOff[] =>
  open.calendars
    .flatMap(({ id, zone, holidays, openings = [] }) => {
      const [first = '', last = ''] = [from, to].map((at) => formatDate(localDate(zone, at)));
      const opened = new Set(openings.map(({ date }) => date));
      return holidays
        .map(({ date, name, observed, off }): DayOff => ({
          calendar: id,
          date: observed ?? date,
          name,
          insteadOf: observed === undefined || observed === date ? null : date,
          off: off ?? null,
        }))
        .filter(({ date, off }) => date >= first && date <= last && (off !== null || !opened.has(date)));
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
