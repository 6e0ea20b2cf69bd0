import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { explainClock, openHours } from 'revpact/sla';
import { review } from 'revpact/pact';
import { aClock } from '../support/promises.js';
import { acmeYear } from '../support/acme.js';
import { acme } from '../support/pact.js';

/** JSON with the keys of every object in order, as RFC 8785 has it for text and whole numbers. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join(',')}}`;
};
const sha256 = (value: unknown): string => createHash('sha256').update(canonical(value), 'utf8').digest('hex');

test('a review says which calendars its promises were counted on, by digest, and with which time-zone data', () => {
  const { events } = acmeYear();
  const pact = acme();
  const made = review([pact], { events: events.events.slice(0, 5000) }, { period: '2026-Q2', asOf: '2026-07-01T00:00:00+02:00', zoneData: '2025b' });
  expect(made.zoneData).toBe('2025b');
  expect(made.calendars.length).toBeGreaterThan(1);
  expect(made.calendars).toEqual(
    pact.calendars
      .filter(({ id }) => made.calendars.some(({ calendar }) => calendar === id))
      .map((calendar) => ({ pactVersion: pact.version, calendar: calendar.id, digest: sha256(calendar) }))
      .sort((a, b) => (a.calendar < b.calendar ? -1 : 1)),
  );
});

test('so does the explanation of one clock', () => {
  const day = [{ from: '09:00', to: '17:00' }];
  const calendar = { id: 'office', zone: 'Europe/Berlin', week: { mon: day, tue: day }, holidays: [] };
  const { calendar: counted } = explainClock(openHours(calendar, { zoneData: '2025b' }), aClock({}), Date.parse('2026-05-04T12:00:00+02:00'));
  expect(counted).toEqual({ id: 'office', zone: 'Europe/Berlin', digest: sha256(calendar), zoneData: '2025b' });
});
