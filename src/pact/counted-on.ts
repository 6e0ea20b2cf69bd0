import { byText } from '../kernel/group.js';
import type { ClockFact } from '../vocabulary/fact.js';

/** A calendar that promises were counted on, as a version of the pact writes it: what it takes to count them again. */
export interface CountedOn {
  readonly pactVersion: string;
  readonly calendar: string;
  /** SHA-256 of the calendar's canonical text. */
  readonly digest: string;
}

/** The calendars of all clocks, each once, by version and id. */
export const countedOn = (clocks: readonly ClockFact[]): readonly CountedOn[] => {
  const found = new Map<string, CountedOn>();
  for (const { pactVersion, calendar, calendarDigest: digest } of clocks) found.set(JSON.stringify([pactVersion, calendar]), { pactVersion, calendar, digest });
  return [...found.values()].sort((a, b) => byText(a.pactVersion, b.pactVersion) || byText(a.calendar, b.calendar));
};
