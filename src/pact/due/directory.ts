import type { Directory } from '../../sla/due/escalation.js';
import { hoursOf } from '../hours.js';
import type { Pact } from '../pact.js';

/** Whom the ladders of a pact reach: people's managers by id, the sponsor by name; and the hours that each of them works. */
export const directoryOf = (pact: Pact): Directory => {
  const openHoursOf = hoursOf(pact);
  const people = new Map([...pact.parties].reverse().flatMap(({ id, people: theirs }) => theirs.map((person) => [person.id, { ...person, party: id }] as const)));
  return {
    managerOf: (person) => people.get(person)?.manager ?? null,
    sponsor: pact.sponsor.name,
    // Somebody's manager may belong to another party.
    hoursOf: (party, person) => openHoursOf((person === null ? undefined : people.get(person)?.party) ?? party, person, null).open,
  };
};
