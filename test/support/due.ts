import { openHours, type ClauseBase, type Directory, type OpenHours } from 'revpact/sla';
import { NO_FACTS, type ClockFact, type Facts, type StageVisitFact } from 'revpact/vocabulary';
import { aCalendar, at, hours, weekOf } from './hours.js';
import { aClock } from './promises.js';

/** `mon('09:00')`: the sixth of April 2026, in UTC; `tue` is the day after. */
export const mon = (time: string): number => at('Etc/UTC', `2026-04-06 ${time}`);
export const tue = (time: string): number => at('Etc/UTC', `2026-04-07 ${time}`);

/** Monday to Friday, 9 to 17, in UTC. */
export const nineToFive: OpenHours = openHours(aCalendar({ zone: 'Etc/UTC' }));
/** Monday to Friday, noon to 20, in UTC. */
export const lateShift: OpenHours = openHours(aCalendar({ id: 'late', zone: 'Etc/UTC', week: weekOf(hours('12:00-20:00')) }));

/** Sam is owed to answer within two hours; Max manages Sam and works late. */
export const promised = (over: Partial<ClauseBase> = {}): ClauseBase => ({
  id: 'first_response',
  kind: 'response_time',
  title: 'First response',
  by: 'sales',
  to: 'marketing',
  share: '0.9',
  ...over,
});

export const people: Directory = {
  managerOf: (person) => (person === 'sam' ? 'max' : null),
  sponsor: 'Ada',
  hoursOf: (_party, person) => (person === 'max' ? lateShift : nineToFive),
};

/** Two working hours from Monday at nine, held by Sam, and nothing since. */
export const aRow = (over: Partial<ClockFact> = {}): ClockFact =>
  aClock({ clause: 'first_response', party: 'sales', calendarDigest: nineToFive.digest, ...over });

/** A pause on Monday; without an end it lasts. */
export const held = (from: string, until: string | null = null, because: 'held' | 'answered' = 'held'): ClockFact['pauses'][number] => ({
  because,
  from: mon(from),
  fromEvent: `from ${from}`,
  until: until === null ? null : mon(until),
  untilEvent: until === null ? null : `until ${until}`,
});

export const aStay = (over: Partial<StageVisitFact> = {}): StageVisitFact => ({
  leadId: 'L1',
  visit: 1,
  stage: 'mql',
  entry: 1,
  enteredAt: mon('09:00'),
  enteredOrder: 0,
  enteredEvent: 'entered',
  enteredByDay: false,
  enteredParty: 'marketing',
  leftAt: null,
  leftEvent: null,
  legal: true,
  inferred: false,
  probability: null,
  answeredAt: null,
  earlierMs: 0,
  enteredOpenMs: null,
  leftOpenMs: null,
  ...over,
});

export const factsWith = (over: Partial<Facts>): Facts => ({ ...NO_FACTS, ...over });
