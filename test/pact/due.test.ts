import { describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { unwrap } from 'revpact/kernel';
import { createLifecycle, resolve, stateRecord, type StateRecord } from 'revpact/lifecycle';
import { liveLead, watchExpiry, type Expiry } from 'revpact/lifecycle/xstate';
import { deadlineOf, escalationsOf, expiriesOf, frameworkOf, lintPact, pactFacts, planOf, safeParsePact, scheduleOf, versionsInForce, type Pact, type PactFacts, type VersionInForce } from 'revpact/pact';
import { agenda, expiryId } from 'revpact/sla';
import type { Event, LeadEvent } from 'revpact/vocabulary';
import { isAboutLead } from '../support/lead-log.js';
import { acme, life, ny, withoutLadder } from '../support/pact.js';

const sdr = 'sales_development/sdr_ben';
const at = (day: string, time: string): number => Date.parse(ny(day, time));

/** Acme, with a ladder on the acceptance window alone and leads that expire when it lapses; Chloe manages Ben and the others. */
const escalating = (over: Record<string, unknown> = {}): Pact => {
  const pact = acme();
  const changed = {
    ...pact,
    clauses: pact.clauses.map((clause) =>
      clause.id === 'sdr_answer'
        ? { ...clause, expires: true, escalation: [{ when: { share: '0.5' }, tell: 'owner' }, { when: { before: { minutes: 60 } }, tell: 'manager' }, { when: { after: { minutes: 60 } }, tell: 'sponsor' }], ...over }
        : withoutLadder(clause),
    ),
  };
  return unwrap(safeParsePact(changed));
};

const delivered = (leadId: string, when: string): readonly Event[] =>
  life(
    leadId,
    { type: 'inquiry', at: ny('04-01', '09:00'), by: 'marketing', stage: 'inquiry', source: 'webinar' },
    { type: 'qualified', at: when, by: 'marketing', stage: 'mql' },
    { type: 'handed_off', at: when, by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: ['company', 'job_title', 'source', 'trigger'] },
  );
const accepted = { type: 'accepted', by: sdr, stage: 'tal' } as const;
const rejected = { type: 'rejected', by: sdr, stage: 'rejected', class: 'clerical', reason: 'bad_data' } as const;

const under = (pacts: readonly Pact[], events: readonly Event[], asOf: number): { readonly versions: readonly VersionInForce[]; readonly made: PactFacts } => {
  const versions = unwrap(versionsInForce(pacts));
  return { versions, made: pactFacts(versions, versions.at(-1)!, events, { asOf }) };
};

// New York, 08:30 to 17:30. Eight hours from Monday the 20th at ten: 450 minutes that day, 30 the next: due Tuesday at nine.
const MONDAY_TEN = ny('04-20', '10:00');
const DUE = at('04-21', '09:00');
const ALL = { from: at('04-01', '00:00'), to: at('06-01', '00:00') };

describe('who is told under a pact', () => {
  const told = (events: readonly Event[], pacts: readonly Pact[] = [escalating()]) => {
    const { versions, made } = under(pacts, events, at('06-01', '00:00'));
    return escalationsOf(versions, made.facts, ALL).map(({ leadId, at: moment, tell, person }) => [leadId, moment, tell, person]);
  };

  test('half of the time used up, an hour before, an hour after', () => {
    expect(told(delivered('L', MONDAY_TEN))).toEqual([
      ['L', at('04-20', '14:00'), 'owner', 'sdr_ben'],
      ['L', at('04-20', '17:00'), 'manager', 'sdr_chloe'],
      ['L', at('04-21', '10:00'), 'sponsor', acme().sponsor.name],
    ]);
  });

  test('nobody of what was accepted before, and nobody once the lead has left', () => {
    const early = [...delivered('L', MONDAY_TEN), ...life('L', { ...accepted, at: ny('04-20', '13:00') })];
    const gone = [...delivered('G', MONDAY_TEN), ...life('G', { type: 'expired', at: ny('04-21', '09:30'), by: 'sales_development', kind: 'automation', stage: 'expired' })];
    expect(told([...early, ...gone]).map(([leadId, moment]) => [leadId, moment])).toEqual([['G', at('04-20', '14:00')], ['G', at('04-20', '17:00')]]);
  });

  test('each promise by the ladder of the version under which it began', () => {
    const later: Pact = { ...escalating({ escalation: [{ when: { after: { minutes: 0 } }, tell: 'owner' }] }), version: '2026.2', effectiveFrom: ny('04-22', '00:00') };
    const events = [...delivered('L', MONDAY_TEN), ...delivered('M', ny('04-22', '10:00'))];
    expect(told(events, [escalating(), later]).map(([leadId, moment]) => [leadId, moment])).toEqual([
      ['L', at('04-20', '14:00')],
      ['L', at('04-20', '17:00')],
      ['L', at('04-21', '10:00')],
      ['M', at('04-23', '09:00')],
    ]);
  });

  test('a manager must be somebody else whom the pact knows; a ladder that tells managers needs one', () => {
    const people = (manager: string) => ({ ...acme(), parties: acme().parties.map((party) => ({ ...party, people: party.people.map((person) => ({ ...person, manager })) })) });
    const unknown = safeParsePact(people('nobody'));
    expect(unknown.ok ? [] : unknown.issues.map(({ code }) => code)).toContain('pact.unknown_reference');
    const own = safeParsePact(people('sdr_ben'));
    expect(own.ok ? [] : own.issues.map(({ code, path }) => [code, path.slice(0, 2)])).toEqual([['pact.own_manager', ['parties', 1]]]);
    const unmanaged = acme().parties.map((party) => ({ ...party, people: party.people.map(({ id, name }) => ({ id, name })) }));
    const codes = (pact: Pact) => lintPact(pact).map(({ code }) => code);
    expect(codes({ ...escalating(), parties: unmanaged })).toContain('pact.nobody_to_tell');
    expect(codes(escalating())).not.toContain('pact.nobody_to_tell');
    const silent: Pact = { ...acme(), clauses: acme().clauses.flatMap((clause) => (clause.kind === 'acceptance' ? [{ ...clause, expires: true as const, escalation: undefined, warn: undefined }] : [])).map((clause) => JSON.parse(JSON.stringify(clause)) as Pact['clauses'][number]) };
    const endless: Pact = { ...escalating(), framework: { ...frameworkOf(acme()), transitions: frameworkOf(acme()).transitions.filter(({ on }) => on !== 'expired') } };
    expect(codes(endless)).toContain('pact.no_way_to_expire');
    expect(codes(escalating())).not.toContain('pact.no_way_to_expire');
    expect(codes(silent)).toContain('pact.nobody_knows_of_expiry');
    expect(codes(escalating())).not.toContain('pact.nobody_knows_of_expiry');
  });
});

describe('what is left to do under a pact', () => {
  const due = (events: readonly Event[], asOf: string) => {
    const { versions, made } = under([escalating()], events, Date.parse(asOf));
    return scheduleOf(versions, made.facts, Date.parse(asOf)).map(({ leadId, clause, state }) => [leadId, clause, state]);
  };

  test('nothing on a lead that was sent back, nor on one that came back since: that is another delivery’s', () => {
    const back = [...delivered('L', MONDAY_TEN), ...life('L', { ...rejected, at: ny('04-20', '16:00') }, { type: 'recycled', at: ny('04-20', '16:30'), by: 'marketing', stage: 'recycled' })];
    expect(due(back, ny('04-20', '15:00'))).toEqual([['L', 'sdr_first_response', 'breached_open'], ['L', 'sdr_answer', 'running']]);
    expect(due(back, ny('04-20', '16:15'))).toEqual([]);
    expect(due(back, ny('04-20', '17:00'))).toEqual([]);
  });
});

test('a lead that was sent back is owed an answer to that, though it has left', () => {
  const answers = { id: 'feedback_answers', kind: 'feedback_answered', title: 'Marketing answers what was sent back', by: 'marketing', to: 'sales_development', within: { minutes: 960 }, share: '0.9' };
  const pact = unwrap(safeParsePact({ ...acme(), clauses: [...acme().clauses, answers] }));
  const events = [...delivered('L', MONDAY_TEN), ...life('L', { ...rejected, at: ny('04-20', '16:00') })];
  const asOf = at('04-21', '03:00');
  const { versions, made } = under([pact], events, asOf);
  // Rejected at ten in the evening in Berlin: sixteen hours from Tuesday at nine, eight a day.
  expect(scheduleOf(versions, made.facts, asOf).map(({ leadId, clause, by, dueAt }) => [leadId, clause, by, dueAt])).toEqual([
    ['L', 'feedback_answers', 'marketing', Date.parse('2026-04-22T18:00:00+02:00')],
  ]);
});

test('a plan holds everything with a date: what is owed, who will be told, what the quarter asks for, the reviews', () => {
  const pact: Pact = { ...escalating(), review: { ...acme().review, dates: ['2026-07-02', '2026-04-02', '2026-04-21'] } };
  const rows = unwrap(planOf([pact], { events: delivered('L', MONDAY_TEN) }, { period: '2026-Q2', asOf: ny('04-20', '15:00') }));
  // In Berlin, six hours ahead of New York; the quarter ends with the thirtieth of June.
  expect(agenda(rows, pact.zone).days.map(({ date, entries }) => [date, entries.map(({ what, at: moment }) => [what, new Date(moment).toISOString().slice(0, 16)])])).toEqual([
    // The first response fell due at noon in New York, and half an hour before it turned yellow.
    ['2026-04-20', [['warning', '2026-04-20T15:30'], ['due', '2026-04-20T16:00'], ['warning', '2026-04-20T20:00'], ['escalation', '2026-04-20T21:00']]],
    ['2026-04-21', [['review', '2026-04-20T22:00'], ['due', '2026-04-21T13:00'], ['escalation', '2026-04-21T14:00']]],
    ['2026-06-30', [['commitment', '2026-06-30T21:59']]],
    ['2026-07-02', [['review', '2026-07-01T22:00']]],
  ]);
  const refused = planOf([pact], { events: [] }, { period: 'soon', asOf: 'now' });
  expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['input.invalid']);
});

describe('leads that the clock has ended', () => {
  const proposed = (events: readonly Event[], asOf: number) => {
    const { versions, made } = under([escalating()], events, asOf);
    return expiriesOf(versions, made.facts, { asOf });
  };

  test('are proposed once broken, and no more once recorded or answered', () => {
    const events = delivered('L', MONDAY_TEN);
    expect(proposed(events, DUE)).toEqual([]);
    const [event] = proposed(events, DUE + 1);
    expect(event).toMatchObject({ id: expiryId('L', DUE + 1), at: DUE + 1, leadId: 'L', clause: 'sdr_answer', leftStage: 'mql', by: { party: 'sales_development', kind: 'automation' } });
    expect(proposed([...events, event!], DUE + 86_400_000)).toEqual([]);
    expect(proposed([...events, ...life('L', { ...accepted, at: ny('04-21', '11:00') })], DUE + 86_400_000)).toEqual([]);
  });

  test('the recorded expiry heals nothing: the window was broken', () => {
    const events = delivered('L', MONDAY_TEN);
    const asOf = at('05-01', '00:00');
    const { made } = under([escalating()], [...events, ...proposed(events, DUE + 1)], asOf);
    const clock = made.facts.clocks.find(({ clause }) => clause === 'sdr_answer');
    expect([clock?.stoppedAt, clock?.cancelledAt, clock?.dueAt]).toEqual([null, null, DUE]);
  });
});

describe('a live lead expires at the business-time deadline of its pact', () => {
  const host = (pact: Pact, leadId = 'L') => {
    const lifecycle = createLifecycle(frameworkOf(pact));
    const versions = unwrap(versionsInForce([pact]));
    const clock = new SimulatedClock();
    const log: Event[] = [];
    const expiries: Expiry[] = [];
    let stored: StateRecord = stateRecord(lifecycle);
    const open = () => {
      const lead = liveLead(lifecycle, stored);
      lead.onTaken((record) => {
        stored = record;
      });
      const stop = watchExpiry(lead, {
        leadId,
        clock,
        by: 'sales_development',
        deadline: deadlineOf(versions, leadId, () => log),
        eventId: ({ leadId: id, deadline }) => expiryId(id, deadline),
        onExpired: (expiry) => {
          expiries.push(expiry);
          log.push(expiry.event);
        },
      });
      const take = (events: readonly Event[]): void => {
        for (const event of events.filter((one): one is LeadEvent => isAboutLead(one))) {
          if (event.at > clock.now()) clock.set(event.at);
          log.push(event);
          lead.take(event);
        }
      };
      return { lead, take, stop };
    };
    return { clock, log, expiries, open, versions };
  };

  test('not a millisecond before it is broken; the event names the clause, and a batch would propose the same', () => {
    const { clock, log, expiries, open, versions } = host(escalating());
    const { lead, take } = open();
    take(delivered('L', MONDAY_TEN));
    clock.set(DUE);
    expect(expiries).toEqual([]);
    const [batch] = expiriesOf(versions, pactFacts(versions, versions[0]!, log, { asOf: DUE + 1 }).facts, { asOf: DUE + 1 });
    clock.increment(1);
    expect(lead.actor.getSnapshot().value).toBe('expired');
    expect(expiries.map(({ event, verdict }) => [event, verdict.ok])).toEqual([[batch, true]]);
    // Told twice, it counts once.
    expect(resolve([...log, batch!]).counts.duplicates).toBe(1);
    clock.increment(30 * 86_400_000);
    expect(expiries).toHaveLength(1);
  });

  test('an answer in the last minute, and at the very moment, is in time', () => {
    for (const when of [ny('04-21', '08:59'), ny('04-21', '09:00')]) {
      const { clock, expiries, open } = host(escalating());
      const { take } = open();
      take([...delivered('L', MONDAY_TEN), ...life('L', { ...accepted, at: when })]);
      clock.increment(90 * 86_400_000);
      expect(expiries).toEqual([]);
    }
  });

  test('over a restart: what passed meanwhile is caught up with, at its moment, known now', () => {
    const { clock, expiries, open } = host(escalating());
    const first = open();
    first.take(delivered('L', MONDAY_TEN));
    first.lead.stop();
    clock.set(at('04-24', '12:00'));
    expect(expiries).toEqual([]);
    const second = open();
    expect(expiries.map(({ event }) => [event.at, event.knownAt, event.clause])).toEqual([[DUE + 1, at('04-24', '12:00'), 'sdr_answer']]);
    expect(second.lead.record().stage).toBe('expired');
  });

  test('over a restart before it is due, the timer is set anew', () => {
    const { clock, expiries, open } = host(escalating());
    const first = open();
    first.take(delivered('L', MONDAY_TEN));
    first.lead.stop();
    clock.set(at('04-20', '20:00'));
    open();
    clock.set(DUE);
    expect(expiries).toEqual([]);
    clock.increment(1);
    expect(expiries).toHaveLength(1);
  });

  test('a pause holds it off, and what ends the pause sets it going again', () => {
    const paused = escalating({ pauses: [{ from: { on: ['meeting_booked'] }, until: { on: ['meeting_held', 'meeting_cancelled'] } }] });
    const { clock, expiries, open } = host(paused);
    const { take } = open();
    const meeting = { meetingId: 'm1', by: sdr } as const;
    // Booked at noon on Monday after 120 minutes; called off on Thursday at nine: 360 minutes are left, until three.
    take([...delivered('L', MONDAY_TEN), ...life('L', { ...meeting, type: 'meeting_booked', at: ny('04-20', '12:00'), startsAt: ny('04-30', '12:00') })]);
    clock.set(at('04-23', '08:00'));
    expect(expiries).toEqual([]);
    take(life('L', { ...meeting, type: 'meeting_cancelled', at: ny('04-23', '09:00') }));
    clock.set(at('04-23', '15:00'));
    expect(expiries).toEqual([]);
    clock.increment(1);
    expect(expiries.map(({ event }) => event.at)).toEqual([at('04-23', '15:00') + 1]);
  });
});
