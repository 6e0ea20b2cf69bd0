import { readFileSync } from 'node:fs';
import { parsePact, type Pact } from 'revpact/pact';
import type { Event, EventInput } from 'revpact/vocabulary';
import { safeParseEvent } from 'revpact/vocabulary';
import { unwrap } from 'revpact/kernel';

const file = new URL('../../examples/acme/pact.json', import.meta.url);

/** The example agreement as plain JSON, a fresh copy each time. */
export const acmeJson = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/** The example agreement. */
export const acme = (): Pact => parsePact(acmeJson());

/** A clause of the example that tells nobody. */
export const withoutLadder = (clause: Pact['clauses'][number]): Pact['clauses'][number] => {
  if (!('escalation' in clause)) return clause;
  const { escalation: _told, ...rest } = clause;
  return rest;
};

/** A moment on the New York wall clock in the second quarter of 2026, when the offset is −04:00. */
export const ny = (day: string, time: string): string => `2026-${day}T${time}:00-04:00`;

let count = 0;
/** Events of one lead, read through the door that outside data takes. */
export const life = (leadId: string, ...events: readonly (Omit<EventInput, 'id' | 'leadId' | 'by'> & { readonly by: string; readonly kind?: 'human' | 'automation' } & Record<string, unknown>)[]): readonly Event[] =>
  events.map(({ by, kind, ...event }) => {
    count += 1;
    const [party = '', person] = by.split('/');
    return unwrap(
      safeParseEvent({ id: `${leadId}-${String(count)}`, leadId, by: { party, kind: kind ?? 'human', ...(person === undefined ? {} : { person }) }, ...event }),
    );
  });
