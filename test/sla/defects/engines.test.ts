import { describe, expect, test } from 'vitest';
import { EARLIEST, LATEST } from 'revpact/kernel';
import { add, elapsed, explainClock, judgeClock, openHours, type Clause, type OpenHours } from 'revpact/sla';
import type { ClockFact } from 'revpact/vocabulary';
import { aCalendar, hours } from '../../support/hours.js';
import { accepts, attempts, marketing, sales, sdr, type Line } from '../../support/lead-log.js';
import { HOUR, MINUTE, office } from '../../support/promises.js';
import { clocksIn, delivered, factsOf, findingOn, moment, on, promisesOn } from '../../support/timed.js';

/** What other engines do that their users or their own code show to be wrong, by the engine and the public thread where there is one. */
const speed = { id: 'speed', kind: 'response_time', title: 'Speed to lead', by: 'sales_development', to: 'marketing', share: '0.9', within: { minutes: 120 }, from: 'delivered' } as const satisfies Clause;
const waiting = [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] as const;
const waits = { ...speed, pauses: waiting } as const satisfies Clause;
const resolved = { ...speed, id: 'resolved', kind: 'resolution', title: 'Comes to something', within: { minutes: 480 }, reaches: 'sql' } as const satisfies Clause;

const waitsFrom = (when: string, meetingId = 'm'): Line => on(when, { type: 'meeting_booked', meetingId, startsAt: moment('30 09:00'), by: sdr });
const waitsUntil = (when: string, meetingId = 'm'): Line => on(when, { type: 'meeting_held', meetingId, by: sdr });
const deliveredOn = (when: string): readonly Line[] => [...delivered.slice(0, 2), on(when, { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
const becomes = (when: string, tier: string): Line => on(when, { type: 'score_changed', score: 50, kind: 'fit', tier });
const asks = (when: string): Line => on(when, { type: 'inquiry' });
const opens = (when: string): Line => on(when, { type: 'opportunity_opened', opportunityId: 'o', by: sdr });

const dueOf = (clause: Clause, lines: readonly Line[]): readonly (number | null)[] => clocksIn(clause, lines).map(({ dueAt }) => dueAt);
const stateAt = (clock: ClockFact | undefined, when: string, open: OpenHours = office): string => judgeClock(clock!, moment(when), open).state;

describe('what the numbers say', () => {
  test('frappe/crm 1867: fulfilled in no time, because closed hours were taken off twice', () => {
    const [clock] = clocksIn(speed, [...deliveredOn('06 16:50'), on('07 09:20', attempts)]);
    expect(clock!.stopOpenMs! - clock!.startOpenMs).toBe(30 * MINUTE);
  });

  test('frappe/crm 1385, chatwoot: each time that a lead writes is a promise of its own, and may be missed by itself', () => {
    const next = { ...speed, answer: 'next' } as const satisfies Clause;
    const lines = [...delivered, asks('06 10:00'), on('06 11:00', attempts), asks('07 09:00'), asks('07 10:00'), on('07 12:00', attempts), asks('08 09:00')];
    expect(promisesOn(next, lines, '08 10:00')).toEqual([
      '06 10:00 due 06 12:00: met 06 11:00',
      // The oldest of two counts.
      '07 09:00 due 07 11:00: answered_late 07 12:00',
      '08 09:00 due 08 11:00: running',
    ]);
  });

  test('rtCamp/next_crm 85: nothing told how promises are kept', () => {
    expect(findingOn(speed, [...delivered, on('06 12:00', attempts)]).sentence).toBe('Sales development answered 0 of 1 delivery within 2 working hours (0 %); agreed are 90 %.');
  });

  test('chatwoot: closed between two runs of a job, late was recorded as hit', () => {
    const [clock] = clocksIn(speed, [...delivered, on('06 11:00', attempts)]);
    expect(stateAt(clock, '06 12:00')).toBe('met');
    const [late] = clocksIn(speed, [...delivered, { ...attempts, at: moment('06 11:00') + 1 }]);
    expect(stateAt(late, '06 12:00')).toBe('answered_late');
  });

  test('chatwoot: one miss, and a later target could no longer be met', () => {
    const lines = [...delivered, on('06 11:30', accepts), on('06 12:00', attempts), opens('06 16:00')];
    expect([speed, resolved].map((clause) => findingOn(clause, lines).evidence[0]!.state)).toEqual(['answered_late', 'met']);
  });

  test('salesforce: completed late, and the actions of success ran', () => {
    const { counts, numerator } = findingOn(speed, [...delivered, on('06 12:00', attempts)]);
    expect([counts.met, counts.answeredLate, numerator]).toEqual([0, 1, 0]);
  });

  test('salesforce, frappe/crm: promises were for cases, not for leads', () => {
    expect(clocksIn(speed, delivered)[0]).toMatchObject({ leadId: 'a', dueAt: moment('06 11:00') });
  });

  test('zammad: breaks were counted to the minute', () => {
    const lines = [...delivered, { ...waitsFrom('06 09:30'), at: moment('06 09:30') + 20_500 }, { ...waitsUntil('06 10:00'), at: moment('06 10:00') + 40_250 }];
    expect(dueOf(waits, lines)).toEqual([moment('06 11:30') + 19_750]);
  });

  test('leandata: what happened was forgotten after a year', () => {
    const [clock] = clocksIn(speed, [...delivered, on('06 12:00', attempts)]);
    expect(judgeClock(clock!, Date.parse('2036-04-06T00:00:00Z'), office)).toEqual({ state: 'answered_late', over: HOUR });
  });

  test('leandata: several clocks on one record, both times side by side, and overdue goes on being counted', () => {
    const [clock] = clocksIn(speed, delivered);
    expect(judgeClock(clock!, moment('07 10:00'), office)).toEqual({ state: 'breached_open', over: 7 * HOUR });
    const { consumed } = explainClock(office, clock!, moment('07 10:00'));
    // Twenty-five hours on the wall, nine of them open.
    expect([moment('07 10:00') - clock!.startedAt, consumed.reduce((sum, { ms }) => sum + ms, 0)]).toEqual([25 * HOUR, 9 * HOUR]);
    expect([speed, resolved].flatMap((clause) => clocksIn(clause, delivered))).toHaveLength(2);
  });

  test('frappe/crm: a calendar without a working day ahead looped for ever, and elapsed time was walked by the second', () => {
    const once = openHours(aCalendar({ week: {}, openings: [{ date: '2026-04-06', name: 'The one day', hours: hours('09:00-17:00') }] }));
    expect(() => add(once, moment('06 08:00'), 9 * HOUR)).toThrow('sla.beyond_horizon');
    expect(elapsed(once, EARLIEST, LATEST - 1)).toBe(8 * HOUR);
  });

  test('frappe/crm: converting a lead was not in its own history, a date of closing was overwritten, and what was lost had none', () => {
    const opened = (when: string, opportunityId: string): Line => on(when, { type: 'opportunity_opened', opportunityId, by: sdr });
    const lost = on('07 11:00', { type: 'opportunity_lost', opportunityId: 'o1', by: sales });
    const won = on('09 11:00', { type: 'opportunity_won', opportunityId: 'o2', by: sales });
    const { stageVisits, opportunities } = factsOf([...delivered, on('06 10:00', accepts), on('06 10:30', attempts), opened('07 10:00', 'o1'), lost, on('08 09:00', { type: 'recycled' }), opened('09 10:00', 'o2'), won]);
    expect(stageVisits.filter(({ stage }) => stage === 'sql').map(({ enteredAt, leftAt }) => [enteredAt, leftAt])).toContainEqual([moment('07 10:00'), moment('07 11:00')]);
    expect(opportunities.map(({ opportunityId, wonAt, lostAt }) => [opportunityId, wonAt, lostAt])).toEqual([
      ['o1', null, moment('07 11:00')],
      ['o2', moment('09 11:00'), null],
    ]);
    // And no probability is assumed from a stage.
    expect(new Set(stageVisits.map(({ probability }) => probability))).toEqual(new Set([null]));
  });

  test('jira: of goals that overlap, the wrong one was picked; and there was room for ninety', () => {
    const goals = { ...speed, windows: [{ tiers: ['A', 'B'], within: { minutes: 60 } }, { tiers: ['B'], within: { minutes: 30 } }] } as const satisfies Clause;
    // The first that applies, in the order written.
    expect(clocksIn(goals, [becomes('06 08:00', 'B'), ...delivered])[0]!.targetOpenMs).toBe(HOUR);
  });

  test('megatron: another time by source', () => {
    const bySource = { ...speed, windows: [{ sources: ['Web form'], within: { minutes: 5 } }] } as const satisfies Clause;
    const [, qualified, handed] = delivered;
    expect(clocksIn(bySource, [on('03 10:00', { type: 'inquiry', source: 'Web form' }), qualified!, handed!])[0]!.dueAt).toBe(moment('06 09:05'));
    expect(clocksIn(bySource, [on('03 10:00', { type: 'inquiry', source: 'Referral' }), qualified!, handed!])[0]!.dueAt).toBe(moment('06 11:00'));
  });

  test('salesforce, plain: warnings in minutes and in percent, both in working time', () => {
    const [clock] = clocksIn(speed, deliveredOn('06 16:00'));
    // An hour on Monday, one on Tuesday: half an hour before it is due, or once three quarters are used, is Tuesday half past nine.
    for (const warn of [{ minutes: 30 }, { share: '0.75' }, { after: { minutes: 90 } }]) {
      const flags = ['06 23:00', '07 09:29', '07 09:30'].map((when) => judgeClock(clock!, moment(when), office, warn)).map((judged) => ('flag' in judged ? judged.flag : null));
      expect(flags).toEqual(['green', 'green', 'yellow']);
    }
  });

  test('zendesk: one policy for the customer and one between teams at a time', () => {
    const held = { ...speed, id: 'held', kind: 'ownership', title: 'Not held for long', within: { minutes: 60 } } as unknown as Clause;
    const lines = [...delivered, on('06 09:30', attempts)];
    expect([speed, held, resolved].map((clause) => findingOn(clause, lines, { asOf: moment('06 12:00') }).evidence[0]!.state)).toEqual(['met', 'breached_open', 'running']);
  });
});
