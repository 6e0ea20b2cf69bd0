import { describe, expect, test } from 'vitest';
import { parsePact, review, safeParsePact, type Pact } from 'revpact/pact';
import { unwrap } from 'revpact/kernel';
import { safeParseEvent, type Event } from 'revpact/vocabulary';
import { acmeJson, life, ny } from '../../support/pact.js';

const SPEED = {
  id: 'speed',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  handOff: 'mql_to_sdr',
  from: 'delivered',
  share: '0.9',
  within: { minutes: 240 },
};
const withClause = (over: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...acmeJson(), clauses: [{ ...SPEED, ...over }] });
const pact = (over: Readonly<Record<string, unknown>>): Pact => parsePact(withClause(over));

const sdr = 'sales_development/sdr_ben';
/** Handed over on Monday 20 April 2026 at ten; sales development works 08:30 to 17:30 in New York. */
const delivered = [
  { type: 'inquiry', at: ny('04-20', '09:00'), by: 'marketing', stage: 'inquiry', source: 'webinar' },
  { type: 'qualified', at: ny('04-20', '09:30'), by: 'marketing', stage: 'mql' },
  { type: 'handed_off', at: ny('04-20', '10:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: [] },
] as const;

const judged = (over: Readonly<Record<string, unknown>>, events: readonly Event[], asOf: string): readonly string[] =>
  review([pact(over)], { events }, { period: '2026-Q2', asOf })
    .findings[0]!.evidence.map(({ person, state, marginMs }) => `${String(person)} ${state}${marginMs === null ? '' : ` ${String(marginMs / 60_000)}`}`);

describe('from the events of a log, under a pact', () => {
  const waiting = { pauses: [{ from: { on: ['meeting_booked'], meeting: 'to_come' }, until: { on: ['meeting_held', 'meeting_no_show'] } }] };
  const paused = life(
    'L1',
    ...delivered,
    { type: 'meeting_booked', at: ny('04-20', '12:00'), by: sdr, meetingId: 'm', startsAt: ny('04-21', '15:00') },
    { type: 'meeting_no_show', at: ny('04-21', '15:10'), by: sdr, meetingId: 'm' },
    { type: 'attempt', at: ny('04-21', '16:10'), by: sdr, channel: 'phone' },
  );

  test('a clock waits for a meeting that is to come: two hours on Monday and one on Tuesday', () => {
    expect(judged(waiting, paused, ny('04-21', '12:00'))).toEqual(['sdr_ben paused 120']);
    expect(judged(waiting, paused, ny('04-22', '12:00'))).toEqual(['sdr_ben met 60']);
    expect(judged({}, paused, ny('04-22', '12:00'))).toEqual(['sdr_ben answered_late -670']);
  });

  test('a hot lead has an hour, from the moment it is known to be one', () => {
    const hot = { windows: [{ tiers: ['a'], within: { minutes: 60 } }], whenWindowChanges: 'from_start' };
    const score = { id: 'fit', leadId: 'L1', type: 'score_changed', at: ny('04-20', '10:45'), by: { party: 'marketing', kind: 'automation' }, kind: 'fit', score: 90, tier: 'a' };
    const events = [...life('L1', ...delivered), unwrap(safeParseEvent(score))];
    expect(judged(hot, events, ny('04-20', '10:45'))).toEqual(['sdr_ben running 195']);
    expect(judged(hot, events, ny('04-20', '10:50'))).toEqual(['sdr_ben running 10']);
    expect(judged(hot, events, ny('04-20', '11:10'))).toEqual(['sdr_ben breached_open -10']);
  });

  test('a lead that asks again starts the clock again', () => {
    const again = { reopen: { by: [{ on: ['inquiry'] }], then: 'restart' } };
    const events = life(
      'L1',
      ...delivered,
      { type: 'attempt', at: ny('04-20', '11:00'), by: sdr, channel: 'phone' },
      { type: 'inquiry', at: ny('04-20', '16:30'), by: 'marketing', source: 'webinar' },
    );
    // An hour on Monday; three hours from 08:30 on Tuesday.
    expect(judged(again, events, ny('04-21', '12:00'))).toEqual(['sdr_ben met 180', 'sdr_ben breached_open -30']);
  });

  test.each([
    { reassign: 'keep', rows: ['sdr_ben breached_open -60'] },
    { reassign: 'split', rows: ['sdr_chloe breached_open -60'] },
    { reassign: 'restart', rows: ['sdr_ben superseded', 'sdr_chloe running 60'] },
  ])('given to a colleague after two hours, $reassign', ({ reassign, rows }) => {
    const events = life('L1', ...delivered, { type: 'assigned', at: ny('04-20', '12:00'), by: 'sales_development', to: 'sdr_chloe', toParty: 'sales_development' });
    expect(judged({ reassign }, events, ny('04-20', '15:00'))).toEqual(rows);
  });

  test('nobody answers a lead who left by what the clause names', () => {
    const events = life('L1', ...delivered, { type: 'touch', at: ny('04-20', '11:00'), by: 'marketing', channel: 'email' });
    expect(judged({ cancelledBy: [{ on: ['touch'], channels: ['email'] }] }, events, ny('04-20', '15:00'))).toEqual(['sdr_ben cancelled']);
    expect(judged({ cancelledBy: [{ on: ['touch'], channels: ['phone'] }] }, events, ny('04-20', '15:00'))).toEqual(['sdr_ben breached_open -60']);
    expect(judged({ onlyAfter: [{ on: ['contact_made'] }] }, events, ny('04-20', '15:00'))).toEqual([]);
  });
});

describe('what a pact refuses to say', () => {
  test.each<{ when: string; says: Readonly<Record<string, unknown>>; issue: string }>([
    { when: 'a party that is not there pauses', says: { pauses: [{ from: { on: ['inquiry'], by: ['finance'] }, until: { on: ['attempt'] } }] }, issue: 'pact.unknown_reference at clauses.0.pauses.0.from.by.0' },
    { when: 'a pause that nothing ends', says: { pauses: [{ from: { on: ['inquiry'] }, until: { enters: 'sql', leaves: 'sql' } }] }, issue: 'sla.pause_never_ends at clauses.0.pauses.0.until' },
    { when: 'a condition of nothing', says: { cancelledBy: [{ by: ['sales'] }] }, issue: 'input.custom at clauses.0.cancelledBy.0.on' },
    { when: 'a policy that is none', says: { reassign: 'punish' }, issue: 'clauses.0.reassign' },
  ])('$when', ({ says, issue }) => {
    const read = safeParsePact(withClause(says));
    const found = read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
    expect(found.filter((one) => one.includes(issue.replace(/^input\.custom at /, '')))).toHaveLength(1);
  });
});
