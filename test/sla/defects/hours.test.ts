import { afterEach, describe, expect, test, vi } from 'vitest';
import { add, elapsed, escalations, explainClock, isOpen, judgeClock, openHours, openSegments, safeOpenHours, schedule, type Clause, type ClauseContext, type OpenHours } from 'revpact/sla';
import { holidaysFromICalendar } from 'revpact/sla/icalendar';
import { unwrap } from 'revpact/kernel';
import { safeParseEvents, WEEKDAYS } from 'revpact/vocabulary';
import { aCalendar, at, hours, wall, weekOf } from '../../support/hours.js';
import { calendarOf, event } from '../../support/icalendar.js';
import { accepts, attempts, marketing } from '../../support/lead-log.js';
import { HOUR, MINUTE } from '../../support/promises.js';
import { clocksIn, delivered, findingOn, moment, on, promisesOn } from '../../support/timed.js';

/** Complaints about hours, weekends, breaks and time zones, by the public thread in which they were made. */
const ZONE = 'Europe/Berlin';
const speed = { id: 'speed', kind: 'response_time', title: 'Speed to lead', by: 'sales_development', to: 'marketing', share: '0.9', within: { minutes: 120 }, from: 'delivered' } as const satisfies Clause;

const onHours = (open: OpenHours): Partial<ClauseContext> => ({ openHoursOf: () => ({ id: open.id, open }), hoursOfClock: () => open });
const utcHours = (over: Parameters<typeof aCalendar>[0] = {}): OpenHours => openHours(aCalendar({ zone: 'Etc/UTC', ...over }));

afterEach(() => vi.useRealTimers());

describe('hours, weekends, breaks', () => {
  test.each([1107, 1168, 2131, 4969])('osTicket %i: clocks ran at night, on weekends and on holidays', () => {
    const open = openHours(aCalendar({ holidays: [{ date: '2026-04-13', name: 'Off' }] }));
    // Two hours on Friday, none over the weekend and on the holiday, six on Tuesday.
    expect(wall(ZONE, add(open, at(ZONE, '2026-04-10 15:00'), 8 * HOUR))).toBe('2026-04-14 15:00');
  });

  test('osTicket 4166: hours by person and by team, and a vacation does not stop the clock', () => {
    const late = utcHours({ id: 'late', week: weekOf(hours('12:00-20:00')) });
    const byWhom: Partial<ClauseContext> = { openHoursOf: (_party, person) => (person === 'dev' ? { id: 'late', open: late } : { id: 'office', open: utcHours() }) };
    expect(clocksIn(speed, delivered, byWhom).map(({ calendar, dueAt }) => [calendar, dueAt])).toEqual([['late', moment('06 14:00')]]);
    // Somebody's vacation is no holiday of the team: who is away is given the lead's next owner, and the clock runs on.
    const away = [...delivered, on('06 09:30', { type: 'assigned', to: 'eve', toParty: 'sales_development', by: marketing })];
    expect(promisesOn(speed, away, '06 12:00')).toEqual(['06 09:00 due 06 11:00: breached_open']);
  });

  test('osTicket 4807: a week without hours made everything due in 150 days', () => {
    expect(safeOpenHours(aCalendar({ week: {} }))).toMatchObject({ ok: false, issues: [{ code: 'sla.never_opens' }] });
  });

  test('osTicket 6739: wrong unless Monday and another day are worked', () => {
    for (const day of WEEKDAYS) {
      const open = openHours(aCalendar({ week: weekOf(hours('09:00-17:00'), [day]) }));
      // Any week has eight hours, and twelve of them reach into the next one.
      expect(elapsed(open, at(ZONE, '2026-04-06 00:00'), at(ZONE, '2026-04-13 00:00'))).toBe(8 * HOUR);
      const first = openSegments(open, at(ZONE, '2026-04-06 00:00'), at(ZONE, '2026-04-13 00:00'))[0]!.start;
      expect(add(open, first, 12 * HOUR)).toBe(first + 7 * 24 * HOUR + 4 * HOUR);
    }
  });

  test('osTicket 6847: lunch written as holidays broke due dates', () => {
    const lunches = ['06', '07', '08', '09', '10'].map((day) => ({ date: `2026-04-${day}`, name: 'Lunch', off: { from: '12:00', to: '13:00' } }));
    const asHolidays = openHours(aCalendar({ holidays: lunches }));
    const asBreaks = openHours(aCalendar({ week: weekOf(hours('09:00-12:00', '13:00-17:00')) }));
    for (const open of [asHolidays, asBreaks]) expect(wall(ZONE, add(open, at(ZONE, '2026-04-06 11:00'), 8 * HOUR))).toBe('2026-04-07 12:00');
  });

  test('chatwoot 14009, frappe/helpdesk 1528 and 2212: a lunch break could not be written, and ran the clock', () => {
    const split = utcHours({ week: weekOf(hours('09:00-12:00', '13:30-18:00')) });
    const atLunch = [...delivered.slice(0, 2), on('06 12:30', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    const [clock] = clocksIn(speed, atLunch, onHours(split));
    expect(judgeClock(clock!, moment('06 13:00'), split)).toMatchObject({ state: 'outside_hours', opens: moment('06 13:30'), left: 2 * HOUR });
    expect(clock!.dueAt).toBe(moment('06 15:30'));
  });

  test('chatwoot 13392, megaapp977/stack 144: a promise in hours ran by the calendar on the wall', () => {
    const evening = [...delivered.slice(0, 2), on('06 18:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    expect(promisesOn(speed, [...evening, on('07 09:30', attempts)])).toEqual(['06 18:00 due 07 11:00: met 07 09:30']);
  });

  test('frappe/helpdesk 2075: a ticket of a day off showed a first response of more than a day', () => {
    const saturday = [...delivered.slice(0, 2), on('11 10:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    const [clock] = clocksIn(speed, [...saturday, on('13 09:20', attempts)]);
    expect(clock!.stopOpenMs! - clock!.startOpenMs).toBe(20 * MINUTE);
  });

  test('frappe/helpdesk 102: weekdays were filled in by default', () => {
    const open = openHours(aCalendar({ week: weekOf(hours('09:00-17:00'), ['sun']) }));
    expect(isOpen(open, at(ZONE, '2026-04-06 10:00'))).toBe(false);
    expect(isOpen(open, at(ZONE, '2026-04-05 10:00'))).toBe(true);
  });

  test('freescout 3756: no working hours at all', () => {
    expect(wall(ZONE, add(openHours(aCalendar()), at(ZONE, '2026-04-06 16:00'), 4 * HOUR))).toBe('2026-04-07 12:00');
  });

  test('faveo 218: response and resolution overwrote one another, in hours with holidays', () => {
    const done = { ...speed, id: 'done', kind: 'resolution', reaches: 'sql', within: { minutes: 960 } } as const satisfies Clause;
    const open = utcHours({ holidays: [{ date: '2026-04-07', name: 'Off' }] });
    const lines = [...delivered, on('06 10:00', attempts)];
    // Answering settles the one; the other runs on, two working days over a holiday.
    expect([speed, done].map((clause) => findingOn(clause, lines, { ...onHours(open), asOf: moment('08 12:00') }).evidence[0])).toMatchObject([
      { state: 'met', dueAt: moment('06 11:00') },
      { state: 'running', dueAt: moment('08 17:00') },
    ]);
  });

  const ladder = { ...speed, within: { minutes: 240 }, escalation: [{ when: { before: { minutes: 60 } }, tell: 'manager' }, { when: { after: { minutes: 0 } }, tell: 'manager', inHours: true }] } as const satisfies Clause;
  const told = (open: OpenHours, from: string): readonly number[] => {
    const lines = [...delivered.slice(0, 2), on(from, { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    const directory = { managerOf: () => 'max', sponsor: null, hoursOf: () => open };
    return escalations([ladder], clocksIn(ladder, lines, onHours(open)), { from: moment('01 00:00'), to: moment('20 00:00') }, () => open, directory).map((one) => one.at);
  };

  test('yetiforce 10349: what was to fire in working hours fired in the evening and on Saturdays', () => {
    // Due at closing on Friday: told on Monday morning.
    expect(told(utcHours(), '10 13:00')).toEqual([moment('10 16:00'), moment('13 09:00')]);
  });

  test('glpi 15429: with a calendar that is not 24/7, tickets escalated as they were created', () => {
    expect(told(utcHours(), '06 09:00')).toEqual([moment('06 12:00'), moment('06 13:00')]);
    expect(told(utcHours({ week: weekOf(hours('00:00-24:00'), WEEKDAYS) }), '06 09:00')).toEqual([moment('06 12:00'), moment('06 13:00')]);
  });

  test('glpi 22678: an hour before Tuesday eleven was Tuesday midnight', () => {
    const open = utcHours({ week: weekOf(hours('08:00-18:00')) });
    expect(told(open, '06 17:00')).toEqual([moment('07 10:00'), moment('07 11:00')]);
  });

  test('glpi 15357: an escalation days before the end came at the end itself', () => {
    const clause = { ...ladder, within: { minutes: 15 * 480 }, escalation: [{ when: { before: { minutes: 10 * 480 } }, tell: 'manager' }] } as const satisfies Clause;
    const open = utcHours();
    const intents = escalations([clause], clocksIn(clause, delivered), { from: 0, to: moment('30 00:00') }, () => open, { managerOf: () => null, sponsor: null, hoursOf: () => open });
    // Fifteen working days from Monday the sixth at nine, less ten: five of them have passed at closing on Friday.
    expect(intents.map((one) => one.at)).toEqual([moment('10 17:00')]);
  });

  test('glpi 10594: a pause over a weekend gave back the weekend', () => {
    const waits = { ...speed, within: { minutes: 480 }, pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] } as const satisfies Clause;
    const friday = [...delivered.slice(0, 2), on('10 09:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    const held = [on('10 16:00', { type: 'meeting_booked', meetingId: 'm', startsAt: moment('13 10:00') }), on('13 10:00', { type: 'meeting_held', meetingId: 'm' })];
    // Held for one hour of Friday and one of Monday: the eighth hour is over at eleven.
    expect(clocksIn(waits, [...friday, ...held])[0]!.dueAt).toBe(moment('13 11:00'));
  });

  test('zammad 390: nobody could see why 48 hours had become six days', () => {
    const feed = unwrap(holidaysFromICalendar(calendarOf(...event('DTSTART;VALUE=DATE:20260406', 'SUMMARY:Easter Monday'), ...event('DTSTART;VALUE=DATE:20260403', 'SUMMARY:Good Friday')), { zone: 'Etc/UTC', from: '2026-01-01', to: '2026-12-31' }));
    const open = utcHours({ holidays: feed.holidays });
    const thursday = [on('01 10:00', { type: 'inquiry' }), on('01 11:00', { type: 'qualified' }), on('02 16:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing })];
    const [clock] = clocksIn(speed, thursday, onHours(open));
    const { holidays, sentences } = explainClock(open, clock!, moment('07 09:30'));
    expect(clock!.dueAt).toBe(moment('07 10:00'));
    expect(holidays.map(({ date, name }) => `${date} ${name}`)).toEqual(['2026-04-03 Good Friday', '2026-04-06 Easter Monday']);
    expect(sentences.join(' ')).toContain('Closed meanwhile: 2026-04-03 Good Friday; 2026-04-06 Easter Monday. It is due at 2026-04-07 10:00 Etc/UTC.');
  });

  test('zammad 4432: escalations were mailed at midnight and on weekends', () => {
    expect(told(utcHours(), '10 13:00').every((moment) => isOpen(utcHours(), moment))).toBe(true);
  });

  test('zammad: what a feed of holidays says of clocks that change is no holiday', () => {
    const feed = holidaysFromICalendar(calendarOf(...event('DTSTART;VALUE=DATE:20260329', 'SUMMARY:Daylight Saving Time starts')), { zone: ZONE, from: '2026-01-01', to: '2026-12-31', ignore: ['daylight saving'] });
    expect(feed).toMatchObject({ ok: true, value: { holidays: [], ignored: [{ because: 'not_asked_for' }] } });
  });
});

describe('time zones and clock changes', () => {
  test.each(['erpnext 38745', 'frappe/helpdesk 3776'])('%s: failed as soon as it was created, because the server is in another zone', () => {
    const riyadh = openHours(aCalendar({ zone: 'Asia/Riyadh', week: weekOf(hours('09:00-17:00'), ['sun', 'mon', 'tue', 'wed', 'thu']) }));
    // Half past one in the afternoon in Kolkata is eleven in Riyadh: the text says which it means.
    const lines = [...delivered.slice(0, 2), { ...on('06 00:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing }), at: Date.parse('2026-04-06T13:30:00+05:30') }];
    const [clock] = clocksIn(speed, lines, onHours(riyadh));
    expect(judgeClock(clock!, clock!.startedAt + 1, riyadh)).toMatchObject({ state: 'running', flag: 'green' });
    expect(wall('Asia/Riyadh', clock!.dueAt)).toBe('2026-04-06 13:00');
    const naive = { id: 'e', type: 'inquiry', at: '2026-04-06T13:30:00', by: { party: 'marketing', kind: 'human' }, leadId: 'a' };
    expect(safeParseEvents([naive])).toMatchObject({ ok: false });
  });

  test('frappe/helpdesk 3776: held from February to August and answered at once, it took 42 days', () => {
    const waits = { ...speed, pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held'] } }] } as const satisfies Clause;
    const february = (text: string): number => Date.parse(`2026-02-${text}Z`);
    const lines = [
      { type: 'inquiry', at: february('02T08:00') },
      { type: 'qualified', at: february('02T08:30') },
      { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing, at: february('02T09:00') },
      { type: 'meeting_booked', meetingId: 'm', startsAt: Date.parse('2026-08-03T09:00Z'), at: february('02T10:00') },
      { ...attempts, at: Date.parse('2026-08-04T15:00Z') },
    ] as const;
    const [clock] = clocksIn(waits, lines);
    expect([judgeClock(clock!, Date.parse('2026-09-01T00:00Z'), utcHours()).state, clock!.stopOpenMs! - clock!.startOpenMs]).toEqual(['met', HOUR]);
  });

  test('dbt_zendesk 25: an hour was wrong after clocks had changed', () => {
    const open = openHours(aCalendar({ zone: 'America/New_York' }));
    expect(add(open, Date.parse('2026-03-06T21:30:00Z'), HOUR)).toBe(Date.parse('2026-03-09T13:30:00Z'));
  });

  test.each([114, 154])('dbt_zendesk %i: old tickets were counted with today’s offset', () => {
    const open = openHours(aCalendar({ zone: 'America/New_York' }));
    // Before 2007, clocks there changed in April: on 20 March 2006 it was still winter.
    expect(add(open, Date.parse('2006-03-20T14:00:00Z'), HOUR)).toBe(Date.parse('2006-03-20T15:00:00Z'));
    expect(add(open, Date.parse('2026-03-20T13:00:00Z'), HOUR)).toBe(Date.parse('2026-03-20T14:00:00Z'));
  });

  test.each([116, 142])('dbt_zendesk %i: the moment of the breach was the last one, not the first', () => {
    const lines = [...delivered, on('06 12:00', accepts), on('08 10:00', attempts), on('09 10:00', attempts)];
    expect(findingOn(speed, lines).evidence).toMatchObject([{ state: 'answered_late', dueAt: moment('06 11:00'), stoppedAt: moment('08 10:00') }]);
  });

  test('dbt_zendesk 51: breached in the report, met in the desk', () => {
    const lines = [...delivered.slice(0, 2), on('10 16:30', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing }), on('13 10:20', attempts)];
    expect(promisesOn(speed, lines)).toEqual(['10 16:30 due 13 10:30: met 13 10:20']);
  });

  test('dbt_zendesk 144: twice in the week in which clocks change, and around holidays', () => {
    const open = openHours(aCalendar({ zone: 'America/New_York', holidays: [{ date: '2026-03-09', name: 'Off' }] }));
    const days = openSegments(open, Date.parse('2026-03-06T00:00:00Z'), Date.parse('2026-03-14T00:00:00Z'));
    // Friday, then Tuesday to Friday: each once.
    expect(days.map(({ start, end }) => [wall('America/New_York', start), end - start])).toEqual(
      ['06', '10', '11', '12', '13'].map((day) => [`2026-03-${day} 09:00`, 8 * HOUR]),
    );
    expect(clocksIn(speed, delivered, onHours(open))).toHaveLength(1);
  });

  test('frappe/crm: two clocks, the server’s and the site’s: no answer depends on any', () => {
    const results = ['1999-12-31T23:59:59Z', '2026-04-06T10:00:00Z', '2100-01-01T00:00:00Z'].map((now) => {
      vi.useFakeTimers({ now: new Date(now) });
      return findingOn(speed, delivered, { asOf: moment('06 10:00') });
    });
    expect(results[0]).toEqual(results[1]);
    expect(results[2]).toEqual(results[1]);
    expect(schedule([speed], clocksIn(speed, delivered), moment('06 10:00'), () => utcHours()).map(({ leftMs }) => leftMs)).toEqual([HOUR]);
  });
});
