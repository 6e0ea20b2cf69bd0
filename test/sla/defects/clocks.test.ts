import { describe, expect, test } from 'vitest';
import { judgeClock, ledgerOf, openHours, rejudge, type Clause, type ClauseContext, type OpenHours } from 'revpact/sla';
import type { ClockFact } from 'revpact/vocabulary';
import { aCalendar } from '../../support/hours.js';
import { accepts, attempts, marketing, rejects, robot, sdr, type Line } from '../../support/lead-log.js';
import { HOUR, MINUTE, office } from '../../support/promises.js';
import { clocksIn, delivered, findingOn, moment, on, promisesOn } from '../../support/timed.js';

/** Complaints about pauses, reopening, changes of policy and owner, by the public thread in which they were made. */
const speed = { id: 'speed', kind: 'response_time', title: 'Speed to lead', by: 'sales_development', to: 'marketing', share: '0.9', within: { minutes: 120 }, from: 'delivered' } as const satisfies Clause;
const waiting = [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] as const;
const waits = { ...speed, pauses: waiting } as const satisfies Clause;
const resolved = { ...speed, id: 'resolved', kind: 'resolution', title: 'Comes to something', within: { minutes: 480 }, reaches: 'sql' } as const satisfies Clause;

const waitsFrom = (when: string, meetingId = 'm'): Line => on(when, { type: 'meeting_booked', meetingId, startsAt: moment('30 09:00'), by: sdr });
const waitsUntil = (when: string, meetingId = 'm'): Line => on(when, { type: 'meeting_held', meetingId, by: sdr });
const deliveredOn = (when: string): readonly Line[] => [...delivered.slice(0, 2), on(when, { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
const becomes = (when: string, tier: string): Line => on(when, { type: 'score_changed', score: 50, kind: 'fit', tier });
const given = (when: string, to: string): Line => on(when, { type: 'assigned', to, toParty: 'sales_development', by: marketing });
const asks = (when: string): Line => on(when, { type: 'inquiry' });
const opens = (when: string): Line => on(when, { type: 'opportunity_opened', opportunityId: 'o', by: sdr });

const dueOf = (clause: Clause, lines: readonly Line[], over: Partial<ClauseContext> = {}): readonly (number | null)[] => clocksIn(clause, lines, over).map(({ dueAt }) => dueAt);
const stateAt = (clock: ClockFact | undefined, when: string, open: OpenHours = office): string => judgeClock(clock!, moment(when), open).state;

describe('held and resumed', () => {
  test.each([47029, 47884])('erpnext %i: only the last of several holds was given back', () => {
    const lines = [...delivered, waitsFrom('06 09:30', 'm1'), waitsUntil('06 10:00', 'm1'), waitsFrom('06 10:15', 'm2'), waitsUntil('06 11:00', 'm2')];
    expect(dueOf(waits, lines)).toEqual([moment('06 12:15')]);
  });

  test('erpnext 49414: a hold from closing to opening moved the deadline by a night', () => {
    const eight = { ...waits, within: { minutes: 480 } } as const;
    expect(dueOf(eight, [...deliveredOn('06 09:30'), waitsFrom('06 17:00'), waitsUntil('07 09:00')])).toEqual([moment('07 09:30')]);
    expect(dueOf(eight, [...delivered, waitsFrom('06 17:00'), waitsUntil('07 09:00')])).toEqual([moment('06 17:00')]);
  });

  test('erpnext: a hold was counted on the wall’s calendar, and twice in the variance', () => {
    const [clock] = clocksIn(waits, [...delivered, waitsFrom('06 10:00'), waitsUntil('07 10:00'), on('07 10:30', attempts)]);
    // One hour before the hold and half of one after it: half an hour is to spare.
    expect(judgeClock(clock!, moment('08 09:00'), office)).toEqual({ state: 'met', spare: 30 * MINUTE });
  });

  test('erpnext: the deadline went away while on hold, with all that was known of it', () => {
    const [clock] = clocksIn(waits, [...delivered, waitsFrom('06 10:00'), waitsUntil('06 12:00')]);
    expect(judgeClock(clock!, moment('06 11:00'), office)).toMatchObject({ state: 'paused', since: moment('06 10:00'), left: HOUR });
    expect(judgeClock(clock!, moment('06 12:30'), office)).toMatchObject({ state: 'running', due: moment('06 13:00') });
  });

  test('frappe/helpdesk 1675: a hold did not move the time to resolve', () => {
    expect(dueOf({ ...resolved, pauses: waiting }, [...delivered, waitsFrom('06 10:00'), waitsUntil('06 12:00')])).toEqual([moment('07 11:00')]);
  });

  test('frappe/helpdesk 1542: an answer fulfilled response and resolution at once', () => {
    const lines = [...delivered, on('06 10:00', attempts)];
    expect([speed, resolved].flatMap((clause) => promisesOn(clause, lines, '06 12:00'))).toEqual(['06 09:00 due 06 11:00: met 06 10:00', '06 09:00 due 06 17:00: running']);
  });

  test.each(['glpi 6902', 'glpi 15605'])('%s: another policy forgot the time on hold', () => {
    const urgent = { ...waits, within: { minutes: 480 }, windows: [{ tiers: ['A'], within: { minutes: 120 } }], whenWindowChanges: 'from_start' } as const satisfies Clause;
    // Half an hour ran, an hour was held, then it became urgent: two hours from nine, and the hour that was held.
    expect(dueOf(urgent, [...delivered, waitsFrom('06 09:30'), becomes('06 10:15', 'A'), waitsUntil('06 10:30')])).toEqual([moment('06 12:00')]);
  });

  test('frappe/helpdesk 2232: failed, and then held, it showed as held', () => {
    expect(promisesOn(waits, [...delivered, waitsFrom('06 11:30'), waitsUntil('06 16:00')], '06 12:00')).toEqual(['06 09:00 due 06 11:00: breached_open']);
  });

  test('jira: shown as paused because it is evening', () => {
    const [clock] = clocksIn(waits, deliveredOn('06 16:00'));
    expect(judgeClock(clock!, moment('06 20:00'), office)).toMatchObject({ state: 'outside_hours', opens: moment('07 09:00') });
  });

  test('jira: at one moment, a stop beats a pause, and what was recorded first is not needed to know it', () => {
    for (const lines of [[waitsFrom('06 11:00'), on('06 11:00', attempts)], [on('06 11:00', attempts), waitsFrom('06 11:00')]]) {
      expect(promisesOn(waits, [...delivered, ...lines])).toEqual(['06 09:00 due 06 11:00: met 06 11:00']);
    }
  });
});

describe('reopened', () => {
  const reopens = (then: 'restart' | 'resume'): Clause => ({ ...resolved, reopen: { by: [{ on: ['recycled'] }], then } });
  const won = [...delivered, on('06 10:00', accepts), on('06 10:30', attempts), opens('06 11:00')];

  test('znuny 369, glpi 5213: some want the clock anew when a case is reopened, some do not: the pact says which', () => {
    const again = [...delivered, on('06 10:00', rejects), on('06 15:00', { type: 'recycled' })];
    const clause = (over: object): Clause => ({ ...speed, kind: 'acceptance', id: 'window', ...over });
    const by = [{ on: ['recycled'] }];
    expect(promisesOn(clause({}), again, '20 09:00')).toEqual(['06 09:00 due 06 11:00: met 06 10:00']);
    expect(promisesOn(clause({ reopen: { by, then: 'restart' } }), again, '20 09:00')).toEqual(['06 09:00 due 06 11:00: met 06 10:00', '06 15:00 due 06 17:00: breached_open']);
    // One of two hours was used when it was answered; the other runs from three on.
    expect(promisesOn(clause({ reopen: { by, then: 'resume' } }), again, '20 09:00')).toEqual(['06 09:00 due 06 16:00: breached_open']);
  });

  test('erpnext: reopening cleared when it had been resolved', () => {
    const lines = [...won, on('06 12:00', { type: 'opportunity_lost', opportunityId: 'o', by: sdr }), on('06 13:00', { type: 'recycled' })];
    const [first, second] = clocksIn(reopens('restart'), lines);
    expect([first!.stoppedAt, second!.startedAt, second!.cycle]).toEqual([moment('06 11:00'), moment('06 13:00'), 2]);
    // And it still reads as it read before.
    expect(stateAt(first, '06 11:30')).toBe('met');
  });
});

describe('another policy or priority', () => {
  const tiers = (whenWindowChanges: 'keep' | 'from_start' | 'remaining_share'): Clause => ({ ...speed, within: { minutes: 240 }, windows: [{ tiers: ['A'], within: { minutes: 60 } }], whenWindowChanges });

  test('LanternOps/breeze 6691, frappe/crm: targets were set when it was created, and no later priority moved them', () => {
    const lines = [...delivered, becomes('06 09:30', 'A')];
    expect((['keep', 'from_start', 'remaining_share'] as const).map((policy) => dueOf(tiers(policy), lines)[0])).toEqual([
      moment('06 13:00'),
      moment('06 10:00'),
      // Seven eighths of four hours are left: seven eighths of one.
      moment('06 09:30') + (7 * HOUR) / 8,
    ]);
  });

  test('zammad 3410: of several segments the longest was kept, and nothing recalculated', () => {
    const two = { ...tiers('from_start'), windows: [{ tiers: ['A'], within: { minutes: 60 } }, { tiers: ['B'], within: { minutes: 180 } }] } as Clause;
    expect(dueOf(two, [becomes('06 08:00', 'B'), ...delivered, becomes('06 09:30', 'A')])).toEqual([moment('06 10:00')]);
  });

  test('zammad 3140: an update was due though the agent had answered last', () => {
    const next = { ...speed, answer: 'next' } as const satisfies Clause;
    expect(promisesOn(next, [...delivered, asks('06 10:00'), on('06 11:00', attempts)], '20 09:00')).toEqual(['06 10:00 due 06 12:00: met 06 11:00']);
  });

  test('zammad 5177: a shorter time for updates overruled that for the first response', () => {
    const updates = { ...speed, id: 'updates', answer: 'next', within: { minutes: 60 } } as const satisfies Clause;
    expect([speed, updates].flatMap((clause) => promisesOn(clause, delivered, '06 10:30'))).toEqual(['06 09:00 due 06 11:00: running']);
  });

  test('zammad 4353: what a policy had escalated stayed so when the policy was taken away', () => {
    const before = clocksIn(speed, delivered);
    const { rows } = rejudge(before, [], { asOf: moment('08 09:00'), hoursBefore: () => office, hoursAfter: () => office });
    // Nothing is rewritten: the pact in force keeps its breach, and the draft without the clause has none.
    expect(rows.map(({ before: was, after }) => [was?.state, after])).toEqual([['breached_open', null]]);
    expect(rows[0]!.sentence).toBe('a: breached open; nothing would be promised any more.');
  });

  test.each(['chatwoot', 'jira', 'zendesk'])('%s: editing a policy judged open or closed cases anew, for good', () => {
    const lines = [...delivered, on('06 12:00', attempts)];
    const [strict, kind] = [clocksIn(speed, lines), clocksIn({ ...speed, within: { minutes: 240 } }, lines, { pactVersion: '2' })];
    const options = { asOf: moment('07 09:00'), hoursBefore: () => office, hoursAfter: () => office };
    expect(rejudge(strict, kind, options).rows.map(({ sentence }) => sentence)).toEqual(['a: met instead of answered late, 4 h instead of 2 h, due 2 h later.']);
    expect(strict[0]).toMatchObject({ pactVersion: '1', dueAt: moment('06 11:00') });
  });

  test('frappe/helpdesk 2449, zammad, zendesk: a holiday that was added reached open cases, or did not, and nobody could tell', () => {
    const off = openHours(aCalendar({ zone: 'Etc/UTC', holidays: [{ date: '2026-04-07', name: 'Off' }] }));
    const lines = deliveredOn('06 16:00');
    const after = clocksIn(speed, lines, { openHoursOf: () => ({ id: 'office', open: off }) });
    const { rows } = rejudge(clocksIn(speed, lines), after, { asOf: moment('06 16:30'), hoursBefore: () => office, hoursAfter: () => off });
    expect(rows.map(({ changed, before, after: is }) => [changed, before?.dueAt, is?.dueAt])).toEqual([[['due', 'calendar'], moment('07 10:00'), moment('08 10:00')]]);
  });

  test('zendesk: a policy that is applied again raised another breach', () => {
    // Asked as often as one likes, there is one clock and one breach: nothing of it is stored.
    expect(clocksIn(speed, delivered)).toEqual(clocksIn(speed, delivered));
    expect([clocksIn(speed, delivered).length, findingOn(speed, delivered).counts.breachedOpen]).toEqual([1, 1]);
  });

  test('zendesk: nothing was judged until somebody touched the case', () => {
    const [clock] = clocksIn(speed, delivered);
    expect(['06 10:59', '06 11:00', '06 11:01', '30 00:00'].map((when) => stateAt(clock, when))).toEqual(['running', 'running', 'breached_open', 'breached_open']);
  });

  test('zendesk: hours were promised, and the badge showed the time on the wall', () => {
    const [clock] = clocksIn({ ...speed, warn: { minutes: 30 } }, deliveredOn('10 16:00'));
    expect(judgeClock(clock!, moment('12 12:00'), office, { minutes: 30 })).toMatchObject({ state: 'outside_hours', left: HOUR, flag: 'green' });
  });
});

describe('somebody else’s', () => {
  test('glpi 1911: who was given the case last had no time left', () => {
    const lines = [...delivered, given('06 10:30', 'eve')];
    expect(dueOf({ ...speed, reassign: 'restart' }, lines)).toEqual([moment('06 11:00'), moment('06 12:30')]);
    const [clock] = clocksIn({ ...speed, reassign: 'split' }, lines);
    expect(ledgerOf(clock!, office, moment('06 11:00')).map(({ person, openMs }) => [person, openMs / MINUTE])).toEqual([['dev', 90], ['eve', 30]]);
  });

  test('erpnext 28752: one status could not say which target failed, nor who failed it', () => {
    const window = { ...speed, id: 'window', kind: 'acceptance', reassign: 'split' } as unknown as Clause;
    const lines = [...delivered, given('06 10:30', 'eve'), on('06 10:45', attempts)];
    expect([speed, window].flatMap((clause) => findingOn(clause, lines).evidence.map(({ state, person }) => [clause.id, state, person]))).toEqual([
      ['speed', 'met', 'dev'],
      ['window', 'breached_open', 'eve'],
    ]);
  });

  test('margince 5201: a name was taken from a list, and a clock began for somebody who had never written', () => {
    const who = { ...speed, onlyAfter: [{ on: ['inquiry'], by: ['marketing'], actor: 'human' }] } as const satisfies Clause;
    const [, qualified, handed] = delivered;
    expect(clocksIn(who, [on('03 10:00', { type: 'inquiry', by: robot }), qualified!, handed!])).toEqual([]);
    expect(clocksIn(who, delivered)).toHaveLength(1);
  });

  test('margince 1672: the first response is the earliest, in whatever order they arrive', () => {
    const [early, late] = [on('06 09:30', attempts), on('06 10:30', attempts)];
    for (const lines of [[...delivered, early, late], [late, early, ...delivered]]) expect(promisesOn(speed, lines)).toEqual(['06 09:00 due 06 11:00: met 06 09:30']);
  });

  test('kustomer: a bot answered, and the promise was kept', () => {
    expect(promisesOn(speed, [...delivered, on('06 09:01', { ...attempts, by: robot })], '06 12:00')).toEqual(['06 09:00 due 06 11:00: breached_open']);
  });
});
