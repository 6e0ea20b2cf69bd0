import { unwrap, type Result } from '../kernel/result.js';
import { safeOpenAll, safeOpenAny } from '../sla/calendar/joint.js';
import { safeOpenHours, type OpenHours, type OpenHoursSettings } from '../sla/calendar/open-hours.js';
import type { HoursOfClock, OpenHoursOf } from '../sla/clause.js';
import type { Calendar, JointCalendar } from '../vocabulary/calendar.js';
import type { Pact } from './pact.js';
import type { VersionInForce } from './versions.js';

/**
 * The compiled calendars of a pact by id, each compiled once, when first asked for: a joint one of those it is made of. Ids
 * must be known and no joint calendar may be made of itself.
 */
export const compiledCalendars = (
  calendars: readonly (Calendar | JointCalendar)[],
  settings: OpenHoursSettings = {},
): ((id: string) => Result<OpenHours>) => {
  const compiled = new Map<string, Result<OpenHours>>();
  const compile = (id: string): Result<OpenHours> => {
    const calendar = calendars.find((candidate) => candidate.id === id);
    if (calendar === undefined) throw new Error(`the pact has no calendar "${id}"`);
    if (!('of' in calendar)) return safeOpenHours(calendar, settings);
    const parts: OpenHours[] = [];
    for (const part of calendar.of) {
      const open = hours(part);
      if (!open.ok) return open;
      parts.push(open.value);
    }
    return calendar.open === 'any' ? safeOpenAny(id, parts) : safeOpenAll(id, parts);
  };
  const hours = (id: string): Result<OpenHours> => {
    const open = compiled.get(id) ?? compile(id);
    compiled.set(id, open);
    return open;
  };
  return hours;
};

/** The compiled calendars of a pact that was read. */
const compiledIn = (pact: Pact, settings: OpenHoursSettings): ((id: string) => OpenHours) => {
  const hours = compiledCalendars(pact.calendars, settings);
  return (id) => unwrap(hours(id));
};

/** Whose working hours count: those of the calendar that a clause names, else of the person, else of the party. */
export const hoursOf = (pact: Pact, settings: OpenHoursSettings = {}): OpenHoursOf => {
  const open = compiledIn(pact, settings);
  return (party, person, calendar) => {
    const theirs = pact.parties.find((candidate) => candidate.id === party);
    const id = calendar ?? theirs?.people.find((candidate) => candidate.id === person)?.calendar ?? theirs?.calendar;
    if (id === undefined) throw new Error(`the pact has no party "${party}"`);
    return { id, open: open(id) };
  };
};

/** The working hours of each clock: of the calendar it runs on, as the version that it began under writes it. */
export const hoursOfClocks = (versions: readonly VersionInForce[], settings: OpenHoursSettings = {}): HoursOfClock => {
  const byVersion = new Map(versions.map(({ pact }) => [pact.version, compiledIn(pact, settings)]));
  return ({ pactVersion, calendar }) => {
    const open = byVersion.get(pactVersion);
    if (open === undefined) throw new Error(`no version "${pactVersion}" of the pact`);
    return open(calendar);
  };
};
