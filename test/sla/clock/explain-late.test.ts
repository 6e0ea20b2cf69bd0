import { expect, test } from 'vitest';
import { explainClock } from 'revpact/sla';
import { aClock, office, utc } from '../../support/promises.js';

test('overdue since closing: no working time has passed, and the sentence says so', () => {
  const clock = aClock({ targetOpenMs: 28_800_000, dueAt: utc('2026-04-06 17:00') });
  expect(explainClock(office, clock, utc('2026-04-06 20:00')).sentences.at(-1)).toBe('It is overdue, though no working time has passed since.');
  expect(explainClock(office, clock, utc('2026-04-07 10:00')).sentences.at(-1)).toBe('It is overdue by 1 h of working time.');
  const late = { ...clock, stoppedAt: utc('2026-04-06 18:00'), stoppedEvent: 'call', stopOpenMs: 28_800_000 };
  expect(explainClock(office, late, utc('2026-04-07 10:00')).sentences.at(-1)).toBe('It was answered late, though no working time had passed since.');
});
