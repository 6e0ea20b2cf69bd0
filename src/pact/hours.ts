import { openHours, type OpenHours } from '../sla/open-hours.js';
import type { OpenHoursOf } from '../sla/clause.js';
import type { Pact } from './pact.js';

/**
 * Whose working hours count: those of the calendar that a clause names, else of the person, else of the party. Each
 * calendar is compiled once, when first asked for.
 */
export const hoursOf = (pact: Pact): OpenHoursOf => {
  const compiled = new Map<string, OpenHours>();
  const compile = (id: string): OpenHours => {
    const known = compiled.get(id);
    if (known !== undefined) return known;
    const calendar = pact.calendars.find((candidate) => candidate.id === id);
    if (calendar === undefined) throw new Error(`the pact has no calendar "${id}"`);
    const open = openHours(calendar);
    compiled.set(id, open);
    return open;
  };
  return (party, person, calendar) => {
    const theirs = pact.parties.find((candidate) => candidate.id === party);
    const id = calendar ?? theirs?.people.find((candidate) => candidate.id === person)?.calendar ?? theirs?.calendar;
    if (id === undefined) throw new Error(`the pact has no party "${party}"`);
    return { id, open: compile(id) };
  };
};
