import { openHours, type OpenHours } from '../sla/open-hours.js';
import type { HoursOfClock, OpenHoursOf } from '../sla/clause.js';
import type { Pact } from './pact.js';
import type { VersionInForce } from './versions.js';

/** The compiled calendars of a pact, each compiled once, when first asked for. */
const compiledIn = (pact: Pact): ((id: string) => OpenHours) => {
  const compiled = new Map<string, OpenHours>();
  return (id) => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const calendar = pact.calendars.find((candidate) => candidate.id === id);
    if (calendar === undefined) throw new Error(`the pact has no calendar "${id}"`);
    const open = openHours(calendar);
    compiled.set(id, open);
    return open;
  };
};

/** Whose working hours count: those of the calendar that a clause names, else of the person, else of the party. */
export const hoursOf = (pact: Pact): OpenHoursOf => {
  const open = compiledIn(pact);
  return (party, person, calendar) => {
    const theirs = pact.parties.find((candidate) => candidate.id === party);
    const id = calendar ?? theirs?.people.find((candidate) => candidate.id === person)?.calendar ?? theirs?.calendar;
    if (id === undefined) throw new Error(`the pact has no party "${party}"`);
    return { id, open: open(id) };
  };
};

/** The working hours of each clock: of the calendar it runs on, as the version that it began under writes it. */
export const hoursOfClocks = (versions: readonly VersionInForce[]): HoursOfClock => {
  const byVersion = new Map(versions.map(({ pact }) => [pact.version, compiledIn(pact)]));
  return ({ pactVersion, calendar }) => {
    const open = byVersion.get(pactVersion);
    if (open === undefined) throw new Error(`no version "${pactVersion}" of the pact`);
    return open(calendar);
  };
};
