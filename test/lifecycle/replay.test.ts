import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, foldStanding, NOTHING_YET, replay, resolve, stepFacts, transition, type Replay, type Standing } from 'revpact/lifecycle';
import { hubspot, sirius2006, type Event, type EventType } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, isAboutLead, logOf, opens, qualifies, recycles, sdr, wins, type Line } from '../support/lead-log.js';
import { anyLife } from '../support/random-life.js';
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
      inferred: false,
      probability: null,
      answeredAt: null,
      earlierMs: 0,
      enteredOpenMs: null,
      leftOpenMs: null,
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
      inferred: false,
      probability: null,
      answeredAt: null,
      earlierMs: 0,
      enteredOpenMs: null,
      leftOpenMs: null,
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
      inferred: false,
      probability: null,
      answeredAt: null,
      earlierMs: 0,
      enteredOpenMs: null,
      leftOpenMs: null,
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
      missing: [{ code: 'lifecycle.needs_delivery' }, { code: 'lifecycle.needs_receiver' }],
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

describe('a stage that is said to have been left, where the log has the lead elsewhere', () => {
  const gaps = ({ notices }: Replay): readonly string[] => notices.map(({ code, path, params }) => `${code.replace('lifecycle.', '')} at ${String(path[0])}: ${[params['from'], params['left'], params['stage']].filter((one) => typeof one === 'string').join(' ')}`);
  const marked = ({ visits }: Replay): string => visits.map(({ stage, legal, inferred }) => `${inferred ? '(' : ''}${stage}${inferred ? ')' : ''}${legal ? '' : '!'}`).join(' ');

  test.each<{ when: string; life: readonly Line[]; visits: string; violations: readonly string[]; notices: readonly string[] }>([
    {
      when: 'a history cut off at the left begins with the first stage known',
      life: [{ ...opens, leftStage: 'sal', stage: 'sql' }, wins],
      visits: '(sal) sql won',
      violations: [],
      notices: ['history_gap at 0: start sal'],
    },
    {
      when: 'a missing step in between is nobody\'s violation',
      life: [inquires, { ...opens, leftStage: 'sal', stage: 'sql' }],
      visits: 'inquiry (sal) sql',
      violations: [],
      notices: ['history_gap at 1: inquiry sal'],
    },
    {
      when: 'the step is judged from the stage left',
      life: [inquires, { ...wins, leftStage: 'mql', stage: 'won' }],
      visits: 'inquiry (mql) won!',
      violations: ['no_such_step in mql to won'],
      notices: ['history_gap at 1: inquiry mql'],
    },
    { when: 'where the log agrees there is nothing to infer', life: [inquires, { ...qualifies, leftStage: 'inquiry' }], visits: 'inquiry mql', violations: [], notices: [] },
    {
      when: 'a refused event that names no stage leaves the lead in the stage inferred',
      life: [inquires, { ...wins, leftStage: 'mql' }, { ...accepts, leftStage: 'mql' }],
      visits: 'inquiry (mql)',
      violations: ['no_such_step in mql', 'requirement_missing in mql'],
      notices: ['history_gap at 1: inquiry mql'],
    },
    {
      when: 'an event that is no step says where the lead is, too',
      life: [{ ...attempts, leftStage: 'mql' }, { type: 'expired' }],
      visits: '(mql) expired',
      violations: [],
      notices: ['history_gap at 0: start mql'],
    },
    {
      when: 'a stage that the framework does not have infers nothing, and is reported',
      life: [inquires, { ...qualifies, leftStage: 'inquiri' }],
      visits: 'inquiry mql',
      violations: [],
      notices: ['unknown_stage at 1: inquiri'],
    },
    { when: 'nor does start', life: [{ ...inquires, leftStage: 'start' }], visits: 'inquiry', violations: [], notices: ['unknown_stage at 0: start'] },
  ])('$when', ({ life, visits, violations, notices }) => {
    const replayed = replay(lifecycle, logOf(...life));
    expect(marked(replayed)).toBe(visits);
    expect(codes(replayed)).toEqual(violations);
    expect(gaps(replayed)).toEqual(notices);
  });

  test('an inferred stay has the moment and the event that revealed it, and ends at once', () => {
    const { visits } = replay(lifecycle, logOf(inquires, { ...opens, leftStage: 'sal', stage: 'sql', probability: 40 }));
    expect(visits[1]).toEqual({
      leadId: 'a',
      visit: 2,
      stage: 'sal',
      entry: 1,
      enteredAt: 2000,
      enteredOrder: 1,
      enteredEvent: 'e2',
      enteredByDay: false,
      enteredParty: 'sales',
      leftAt: 2000,
      leftEvent: 'e2',
      legal: true,
      inferred: true,
      probability: null,
      answeredAt: null,
      earlierMs: 0,
      enteredOpenMs: null,
      leftOpenMs: null,
    });
    expect(visits[0]).toMatchObject({ stage: 'inquiry', leftAt: 2000, leftEvent: 'e2' });
    expect(visits[2]).toMatchObject({ visit: 3, stage: 'sql', leftAt: null, leftEvent: null, inferred: false, probability: 40 });
  });

  test('of many gaps the first thousand are told, and all are counted', () => {
    const life = Array.from({ length: 1200 }, (_, i) => ({ ...opens, leftStage: i % 2 === 0 ? 'sal' : 'mql' }));
    const { notices, noticeCount } = replay(lifecycle, logOf(...life));
    expect([notices.length, noticeCount]).toEqual([1000, 1200]);
  });
});

describe('what only the order of the rows decides', () => {
  test('is marked, with both events of the tie', () => {
    const { violations } = replay(lifecycle, logOf(inquires, { ...accepts, at: 5000 }, { ...qualifies, at: 5000 }, { ...wins, at: 6000 }));
    // In which stage the tie left the lead is not known either.
    expect(violations.map(({ type, tied }) => `${type} ${tied ? 'tied' : 'clear'}`)).toEqual(['accepted tied', 'opportunity_won tied']);
  });

  test('and is not, where the source says which came first', () => {
    const { violations } = replay(lifecycle, logOf(inquires, { ...accepts, at: 5000, seq: 1 }, { ...qualifies, at: 5000, seq: 2 }));
    expect(violations.map(({ tied }) => tied)).toEqual([false]);
  });
});

test('a stage entered again counts its entries, and the standing how often the lead was brought back', () => {
  const { visits, states } = replay(lifecycle, logOf(inquires, { type: 'expired' }, recycles, inquires, { type: 'expired' }, recycles, inquires));
  expect(visits.filter(({ stage }) => stage === 'inquiry').map(({ entry }) => entry)).toEqual([1, 2, 3]);
  expect(states.get('a')?.standing.recycles).toBe(2);
});

test('equal refusals are explained in equal words, and different figures in different ones', () => {
  const late = { ...disqualifies, by: sdr };
  const { violations } = replay(
    createLifecycle({ ...sirius2006, transitions: sirius2006.transitions.map((one) => (one.on === 'disqualified' ? { ...one, requires: [{ kind: 'attempted_since_acceptance', atLeast: 2 }] } : one)) }),
    logOf(inquires, qualifies, delivers, accepts, late, late, attempts, late, { ...wins, stage: 'qm' }, { ...wins, stage: 'wom' }),
  );
  expect(violations.map(({ message }) => message)).toEqual([
    'a lead in "sal" cannot take "disqualified" now: the accepter had made 0 attempts since accepting, and 2 are agreed',
    'a lead in "sal" cannot take "disqualified" now: the accepter had made 0 attempts since accepting, and 2 are agreed',
    'a lead in "sal" cannot take "disqualified" now: the accepter had made 1 attempt since accepting, and 2 are agreed',
    'no stage "qm" in this framework',
    'no stage "wom" in this framework; did you mean "won"?',
  ]);
});

describe('laws', () => {
  test('every violation says what `transition` says, whatever was explained before it', () => {
    fc.assert(
      fc.property(anyLife, ({ framework, events }) => {
        const any = createLifecycle(framework);
        const log = resolve(events);
        const standings = new Map<string, Standing>();
        const { violations } = replay(any, log);
        log.events.filter(isAboutLead).forEach((event) => {
          const standing = standings.get(event.leadId) ?? NOTHING_YET;
          standings.set(event.leadId, foldStanding(standing, event));
          const found = violations.find((one) => one.event === event.id);
          if (found === undefined) return;
          const verdict = transition<string, EventType>(any, found.from, event, stepFacts(standing, event));
          expect(verdict).toMatchObject({ ok: false, code: found.code, guard: found.guard, missing: found.missing, message: found.message });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('without the events that only reveal a gap, nothing else changes: inferred stays come right before the real one', () => {
    fc.assert(
      fc.property(anyLife, ({ framework, events }) => {
        const { visits } = replay(createLifecycle(framework), resolve(events));
        visits.forEach((visit, i) => {
          const next = visits[i + 1];
          if (next !== undefined) expect(visit.enteredOrder).toBeLessThanOrEqual(next.enteredOrder);
          if (visit.enteredOrder === next?.enteredOrder) expect([visit.inferred, next.inferred, visit.leftAt]).toEqual([true, false, visit.enteredAt]);
        });
      }),
    );
  });

  test('a longer log only extends the history', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), fc.nat(60), (events, length) => {
        const log = resolve(events);
        const whole = replay(lifecycle, log);
        const part = replay(lifecycle, { ...log, events: log.events.slice(0, length) });
        const entered = ({ visits }: Replay): readonly object[] => visits.map(({ leftAt: _at, leftEvent: _event, answeredAt: _answered, ...visit }) => visit);
        expect(entered(whole).slice(0, part.visits.length)).toEqual(entered(part));
        expect(whole.violations.slice(0, part.violations.length)).toEqual(part.violations);
      }),
    );
  });

  test('what follows from the recorded stages alone, as a window function sees it', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), (events) => {
        const known = new Set<string>(lifecycle.stages);
        const named = events
          .filter((event) => 'stage' in event && event.stage !== undefined && known.has(event.stage))
          .map((event) => Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'leftStage')) as unknown as Event);
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
