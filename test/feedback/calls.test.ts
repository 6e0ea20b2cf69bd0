import { expect, test } from 'vitest';
import { callSummary } from 'revpact/feedback';
import type { ActivityFact } from 'revpact/vocabulary';
import { at, Q2 } from '../support/metric-facts.js';

let nth = 0;
const tried = (outcome: ActivityFact['outcome'], differs: Partial<ActivityFact> = {}): ActivityFact => ({
  eventId: `e${String((nth += 1))}`,
  leadId: 'a',
  accountId: null,
  at: at('05-04'),
  byDay: false,
  kind: 'attempt',
  channel: 'phone',
  party: 'sales',
  person: 'sam',
  human: true,
  outcome,
  onList: null,
  excepted: null,
  ...differs,
});
const activities = [
  tried('connected'),
  tried('voicemail'),
  tried('voicemail', { leadId: 'b' }),
  tried('wrong_number', { leadId: 'c' }),
  tried('bounced', { leadId: 'c', channel: 'email' }),
  tried('replied', { leadId: 'd', channel: 'email' }),
  tried(null, { leadId: 'e' }),
  // A conversation without an outcome: lead b was reached all the same; lead f was never tried.
  tried(null, { kind: 'contact', leadId: 'b' }),
  tried(null, { kind: 'contact', leadId: 'f' }),
  tried('bounced', { channel: 'email', human: false }),
  tried('connected', { at: Q2.start - 1 }),
  tried('connected', { at: at('06-01') }),
];

test('what became of attempts, and how many leads were reached', () => {
  const summary = callSummary(activities, { period: Q2, asOf: at('06-01') });
  expect(summary).toMatchObject({
    period: '2026-Q2',
    attempts: 7,
    automated: 1,
    unsaid: 1,
    connected: { numerator: 2, denominator: 6, value: '0.3333', enough: false },
    badData: { numerator: 2, denominator: 6 },
    // a, b and d of a, b, c, d and e.
    leadsReached: { numerator: 3, denominator: 5 },
  });
  expect(summary.outcomes.map(({ channel, outcome, count, share }) => [channel, outcome, count, share.denominator])).toEqual([
    ['phone', 'connected', 1, 4],
    ['phone', 'voicemail', 2, 4],
    ['phone', 'wrong_number', 1, 4],
    ['email', 'bounced', 1, 2],
    ['email', 'replied', 1, 2],
  ]);
  expect(callSummary(activities, { period: Q2, asOf: at('06-01'), minimum: 6 }).connected.enough).toBe(true);
});

test('who came to a meeting was reached, called back or not', () => {
  const met = { leadId: 'c', at: at('05-05'), human: true };
  const reached = (...conversations: readonly (typeof met)[]): number =>
    callSummary(activities, { period: Q2, asOf: at('06-01'), conversations }).leadsReached.numerator;
  expect(reached(met)).toBe(4);
  // By a machine, before, after, and one that nobody tried.
  expect(reached({ ...met, human: false }, { ...met, at: Q2.start - 1 }, { ...met, at: at('06-01') }, { ...met, leadId: 'z' })).toBe(3);
});

test('nobody tried: no rates', () => {
  expect(callSummary([], { period: Q2, asOf: at('06-01') })).toMatchObject({ attempts: 0, outcomes: [], connected: { value: null }, leadsReached: { value: null } });
});
