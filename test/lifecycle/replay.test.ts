import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, replay, resolve, type Replay } from 'revpact/lifecycle';
import { hubspot, sirius2006 } from 'revpact/vocabulary';
import { accepts, attempts, delivers, inquires, logOf, opens, qualifies, recycles, sdr, wins, type Line } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

const lifecycle = createLifecycle(sirius2006);
const stays = ({ visits }: Replay): string => visits.map(({ stage, legal }) => (legal ? stage : `${stage}!`)).join(' ');
const codes = ({ violations }: Replay): readonly string[] => violations.map(({ code, from, to }) => `${code.replace('lifecycle.', '')} in ${from}${to === null ? '' : ` to ${to}`}`);

describe('what was recorded is judged, never rewritten', () => {
  test.each<{ when: string; life: readonly Line[]; visits: string; violations: readonly string[] }>([
    {
      when: 'the agreed life, from inquiry to order',
      life: [inquires, qualifies, delivers, accepts, attempts, opens, wins],
      visits: 'inquiry mql sal sql won',
      violations: [],
    },
    { when: 'a stage recorded against the agreement is entered', life: [inquires, { ...opens, stage: 'sql' }], visits: 'inquiry sql!', violations: ['no_such_step in inquiry to sql'] },
    {
      when: 'and life goes on from there',
      life: [inquires, { ...opens, stage: 'sql' }, wins],
      visits: 'inquiry sql! won',
      violations: ['no_such_step in inquiry to sql'],
    },
    { when: 'a refused event that names no stage leaves the lead where it is', life: [inquires, opens, qualifies], visits: 'inquiry mql', violations: ['no_such_step in inquiry'] },
    { when: 'qualified once more is no new stay, and is reported', life: [inquires, qualifies, qualifies], visits: 'inquiry mql', violations: ['no_such_step in mql'] },
    {
      when: 'nor when its stage is named',
      life: [inquires, qualifies, { ...qualifies, stage: 'mql' }],
      visits: 'inquiry mql',
      violations: ['already_there in mql to mql'],
    },
    { when: 'another stage than agreed', life: [inquires, { ...qualifies, stage: 'sal' }], visits: 'inquiry sal!', violations: ['leads_elsewhere in inquiry to sal'] },
    { when: 'a stage that the framework does not have cannot be entered', life: [inquires, { ...qualifies, stage: 'mqll' }], visits: 'inquiry', violations: ['unknown_stage in inquiry to mqll'] },
    { when: 'nor can start', life: [inquires, { ...qualifies, stage: 'start' }], visits: 'inquiry', violations: ['unknown_stage in inquiry to start'] },
    { when: 'what no step uses and names no stage is no step', life: [inquires, attempts, delivers, { type: 'touch' }], visits: 'inquiry', violations: [] },
    { when: 'what no step uses but names a stage is one', life: [inquires, { ...attempts, stage: 'sal' }], visits: 'inquiry sal!', violations: ['no_such_step in inquiry to sal'] },
    { when: 'a second inquiry of an MQL breaks no agreement', life: [inquires, qualifies, inquires], visits: 'inquiry mql', violations: [] },
    {
      when: 'recycled, a stage is entered a second time',
      life: [inquires, { type: 'expired' }, recycles, inquires],
      visits: 'inquiry expired recycled inquiry',
      violations: [],
    },
  ])('$when', ({ life, visits, violations }) => {
    const replayed = replay(lifecycle, logOf(...life));
    expect(stays(replayed)).toBe(visits);
    expect(codes(replayed)).toEqual(violations);
  });

  test('with HubSpot, a touch opens the life and every later one is only a touch', () => {
    const replayed = replay(createLifecycle(hubspot), logOf({ type: 'touch' }, { type: 'touch' }, inquires, { type: 'touch' }, qualifies));
    expect(stays(replayed)).toBe('subscriber lead marketingqualifiedlead');
    expect(replayed.violations).toEqual([]);
  });

  test('a legal step into the same stage is a new stay', () => {
    const again = createLifecycle({ ...sirius2006, transitions: [...sirius2006.transitions, { on: 'qualified', from: ['mql'], to: 'mql' }] });
    const replayed = replay(again, logOf(inquires, qualifies, qualifies));
    expect(replayed.visits.map(({ stage, entry, leftAt }) => [stage, entry, leftAt])).toEqual([
      ['inquiry', 1, 2000],
      ['mql', 1, 3000],
      ['mql', 2, null],
    ]);
    expect(replayed.violations).toEqual([]);
  });
});

test('a stay says when and by what it began and ended, and how often the lead had been there', () => {
  const log = logOf(inquires, { ...inquires, leadId: 'b' }, { ...qualifies, precision: 'day', zone: 'UTC' });
  expect(replay(lifecycle, log).visits).toEqual([
    {
      leadId: 'a',
      visit: 1,
      stage: 'inquiry',
      entry: 1,
      enteredAt: 1000,
      enteredOrder: 0,
      enteredEvent: 'e1',
      enteredByDay: false,
      enteredParty: 'marketing',
      leftAt: 3000,
      leftEvent: 'e3',
      legal: true,
    },
    {
      leadId: 'b',
      visit: 1,
      stage: 'inquiry',
      entry: 1,
      enteredAt: 2000,
      enteredOrder: 1,
      enteredEvent: 'e2',
      enteredByDay: false,
      enteredParty: 'marketing',
      leftAt: null,
      leftEvent: null,
      legal: true,
    },
    {
      leadId: 'a',
      visit: 2,
      stage: 'mql',
      entry: 1,
      enteredAt: 3000,
      enteredOrder: 2,
      enteredEvent: 'e3',
      enteredByDay: true,
      enteredParty: 'marketing',
      leftAt: null,
      leftEvent: null,
      legal: true,
    },
  ]);
});

test('a violation says who did what from where, and what was missing', () => {
  const { violations } = replay(lifecycle, logOf(inquires, qualifies, { ...accepts, stage: 'sal' }));
  expect(violations).toMatchObject([
    {
      leadId: 'a',
      event: 'e3',
      type: 'accepted',
      order: 2,
      at: 3000,
      from: 'mql',
      to: 'sal',
      code: 'lifecycle.requirement_missing',
      guard: 'delivered',
      missing: [{ code: 'lifecycle.needs_delivery' }],
      party: sdr.party,
    },
  ]);
});

test('the state to carry on from: where each lead is, and how it stands', () => {
  const { states, steps } = replay(lifecycle, logOf(inquires, qualifies, delivers, attempts, { type: 'touch', leadId: 'b' }, opens));
  expect([...states.keys()]).toEqual(['a', 'b']);
  expect(states.get('a')).toMatchObject({
    stage: 'mql',
    standing: { delivered: true, receiver: 'sales_development', attemptsSinceDelivery: 1, accepter: null, attemptsSinceAcceptance: 0 },
    steps: 3,
    violations: 1,
  });
  expect(states.get('b')).toMatchObject({ stage: 'start', visits: [], steps: 0, violations: 0 });
  expect(steps).toBe(3);
});

describe('laws', () => {
  test('a longer log only extends the history', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), fc.nat(60), (events, length) => {
        const log = resolve(events);
        const whole = replay(lifecycle, log);
        const part = replay(lifecycle, { ...log, events: log.events.slice(0, length) });
        const entered = ({ visits }: Replay): readonly object[] => visits.map(({ leftAt: _at, leftEvent: _event, ...visit }) => visit);
        expect(entered(whole).slice(0, part.visits.length)).toEqual(entered(part));
        expect(whole.violations.slice(0, part.violations.length)).toEqual(part.violations);
      }),
    );
  });

  test('what follows from the recorded stages alone, as a window function sees it', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), (events) => {
        const known = new Set<string>(lifecycle.stages);
        const named = events.filter((event) => 'stage' in event && event.stage !== undefined && known.has(event.stage));
        const log = resolve(named);
        const expected = ['a', 'b', 'c'].map((lead) => {
          const stages = log.events.flatMap((event) => ('stage' in event && event.stage !== undefined && 'leadId' in event && event.leadId === lead ? [event.stage] : []));
          return stages.filter((stage, i) => stage !== stages[i - 1]);
        });
        const { visits } = replay(lifecycle, log);
        expect(['a', 'b', 'c'].map((lead) => visits.filter(({ leadId }) => leadId === lead).map(({ stage }) => stage))).toEqual(expected);
      }),
    );
  });

  test('each stay ends where the next begins', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), (events) => {
        const { states } = replay(lifecycle, resolve(events));
        for (const { visits } of states.values()) {
          visits.forEach((visit, i) => {
            expect([visit.leftAt, visit.leftEvent]).toEqual([visits[i + 1]?.enteredAt ?? null, visits[i + 1]?.enteredEvent ?? null]);
            expect(visit.visit).toBe(i + 1);
            expect(visit.entry).toBe(visits.slice(0, i + 1).filter(({ stage }) => stage === visit.stage).length);
          });
        }
      }),
    );
  });
});
