import { describe, expect, test } from 'vitest';
import { createActor, createMachine, getNextTransitions, setup, SimulatedClock, transition as step, type InspectionEvent } from 'xstate';
import { createLifecycle, replay, stateRecord, type Lifecycle, type StepFacts } from 'revpact/lifecycle';
import { lifecycleMachine, liveLead, restoreLead, type GateParams } from 'revpact/lifecycle/xstate';
import { hubspot, sirius2006, STANDARD_FRAMEWORKS, type LeadEvent } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, isAboutLead, logOf, qualifies, recycles, rejects, robot, story, type Line } from '../support/lead-log.js';

const facts: StepFacts = { party: 'sales_development', human: true, rejectionClass: null, delivered: true, receiver: 'sales_development', attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
const lifecycle = createLifecycle(sirius2006);
const machine = lifecycleMachine(lifecycle);
const at = (value: string) => machine.resolveState({ value, context: {} });
const events = (...lines: readonly Line[]): readonly LeadEvent[] => story(...lines).filter(isAboutLead);

// The traps of XState 5, each with the test that we do not step into it.
describe('a trap of the engine', () => {
  test('timers (`after`) are lost on a restore: no state of any shipped machine has one', () => {
    for (const framework of STANDARD_FRAMEWORKS) {
      const { states } = lifecycleMachine(createLifecycle(framework));
      expect(Object.values(states).flatMap(({ after }) => after)).toEqual([]);
    }
    // That they are lost: a machine with one, restored in the middle of its delay, never moves.
    const timed = createMachine({ initial: 'a', states: { a: { after: { 1000: 'b' } }, b: {} } });
    const clock = new SimulatedClock();
    const first = createActor(timed, { clock }).start();
    clock.increment(900);
    const stored = first.getPersistedSnapshot();
    first.stop();
    const restored = createActor(timed, { clock, snapshot: stored }).start();
    clock.increment(60_000);
    expect(restored.getSnapshot().value).toBe('a');
  });

  test('`can` ignores the status of a snapshot: our verdicts come from active states only, and no state of ours is final', () => {
    const ended = createMachine({ initial: 'a', on: { go: '.a' }, states: { a: { type: 'final' } } });
    const done = ended.resolveState({ value: 'a', context: {} });
    expect([done.status, done.can({ type: 'go' })]).toEqual(['done', true]);
    for (const framework of STANDARD_FRAMEWORKS) {
      const built = lifecycleMachine(createLifecycle(framework));
      expect(Object.keys(built.states).map((value) => built.resolveState({ value, context: {} }).status)).toEqual(Object.keys(built.states).map(() => 'active'));
    }
    // A stopped actor takes nothing: a live lead says so instead of losing the event.
    const lead = liveLead(lifecycle, stateRecord(lifecycle));
    lead.stop();
    expect(() => lead.take(events(inquires)[0]!)).toThrow('stopped');
  });

  test('a wildcard makes `can` true for everything: no machine of ours handles one', () => {
    const open = createMachine({ initial: 'a', states: { a: { on: { '*': 'a' } } } });
    expect(open.resolveState({ value: 'a', context: {} }).can({ type: 'anything' })).toBe(true);
    for (const framework of STANDARD_FRAMEWORKS) {
      const built = lifecycleMachine(createLifecycle(framework));
      expect(built.events.filter((type) => type.includes('*'))).toEqual([]);
      // @ts-expect-error nothing happens by this name
      expect(Object.keys(built.states).some((value) => built.resolveState({ value, context: {} }).can({ type: 'anything', facts }))).toBe(false);
    }
  });

  test('a context factory runs on every transition, without its input: ours is one static object', () => {
    let runs = 0;
    const lazy = setup({}).createMachine({ context: () => ({ n: (runs += 1) }), initial: 'a', states: { a: { on: { go: 'a' } } } });
    step(lazy, lazy.resolveState({ value: 'a', context: { n: 0 } }), { type: 'go' });
    expect(runs).toBeGreaterThan(0);
    expect(machine.config.context).toEqual({});
    expect(typeof machine.config.context).toBe('object');
  });

  test('an eventless loop hangs by default: ours has a limit, and no eventless steps', () => {
    expect(machine.options.maxIterations).toBe(100);
    expect(Object.values(machine.states).flatMap(({ always }) => always ?? [])).toEqual([]);
    const endless = createMachine({ initial: 'a', options: { maxIterations: 100 }, states: { a: { always: 'b' }, b: { always: 'a' } } });
    expect(createActor(endless).getSnapshot().status).toBe('error');
  });

  test('an incompatible stored snapshot is no error to createActor, which then ends the process: ours is refused before an actor is made', () => {
    const stored = { ...stateRecord(lifecycle), stage: 'no_such_stage' };
    expect(restoreLead(lifecycle, stored)).toMatchObject({ ok: false, issues: [{ code: 'lifecycle.unknown_stage' }] });
    expect(restoreLead(lifecycle, { value: 'mql', status: 'active', context: {} })).toMatchObject({ ok: false });
    expect(restoreLead(createLifecycle(hubspot), stateRecord(lifecycle))).toMatchObject({ ok: false, issues: [{ code: 'lifecycle.other_framework' }] });
    expect(() => at('no_such_stage')).toThrow();
    // Who goes round the parser is told at once.
    expect(() => liveLead(lifecycle, stored)).toThrow('safeParseStateRecord');
    expect(() => liveLead(lifecycle, { ...stateRecord(lifecycle), frameworkDigest: '0'.repeat(64) })).toThrow('safeParseStateRecord');
  });

  test('an unchanged snapshot does not mean refused: `take` answers from the verdict', () => {
    const again = createLifecycle({ ...sirius2006, transitions: [...sirius2006.transitions, { on: 'qualified', from: ['mql'], to: 'mql' }] });
    const built = lifecycleMachine(again);
    const mql = built.resolveState({ value: 'mql', context: {} });
    expect(mql.can({ type: 'qualified', facts })).toBe(true);
    expect(step(built, mql, { type: 'qualified', facts })[0].value).toBe('mql');
    const lead = liveLead(again, stateRecord(again));
    const [inquiry, first, second] = events(inquires, qualifies, qualifies);
    expect([inquiry!, first!, second!].map((event) => lead.take(event).verdict)).toEqual([
      { ok: true, stage: 'inquiry' },
      { ok: true, stage: 'mql' },
      { ok: true, stage: 'mql' },
    ]);
    expect(lead.record().history.map(({ stage }) => stage)).toEqual(['inquiry', 'mql', 'mql']);
  });

  test('a refusal is silent: the verdict of `take` says why, and the actor is not sent to', () => {
    const sent: string[] = [];
    const lead = liveLead(lifecycle, stateRecord(lifecycle), { inspect: ({ type }) => sent.push(type) });
    for (const event of events(inquires, qualifies, delivers)) lead.take(event);
    const before = sent.length;
    const [, , , early] = events(inquires, qualifies, delivers, { ...accepts, by: robot });
    expect(lead.take(early!).verdict).toMatchObject({ ok: false, guard: 'human' });
    expect(sent.length).toBe(before);
    expect(lead.actor.getSnapshot().value).toBe('mql');
  });

  test('why a guard refused can only be asked where it has a name and static parameters: each one has', () => {
    for (const framework of STANDARD_FRAMEWORKS) {
      const built = lifecycleMachine(createLifecycle(framework));
      for (const value of Object.keys(built.states)) {
        for (const { guard } of getNextTransitions(built.resolveState({ value, context: {} }))) {
          const { type, params } = guard as { type: string; params: GateParams };
          expect(typeof built.implementations.guards[type]).toBe('function');
          expect(type).toBe(params.requires.length === 0 ? 'as_recorded' : params.requires.map(({ kind }) => kind).join(' and '));
        }
      }
    }
  });

  test('history is lost where only the value is stored: ours is in the record', () => {
    const lead = liveLead(lifecycle, stateRecord(lifecycle));
    for (const event of events(inquires, qualifies, delivers, rejects, recycles)) lead.take(event);
    const restored = restoreLead(lifecycle, JSON.parse(JSON.stringify(lead.record())));
    expect(restored.ok ? restored.value.record() : null).toEqual(lead.record());
    expect(lead.record()).toMatchObject({ standing: { recycles: 1 }, history: [{ stage: 'inquiry' }, { stage: 'mql' }, { stage: 'rejected' }, { stage: 'recycled' }] });
  });
});

describe('tools', () => {
  test('inspection sees the actor start and every step it takes', () => {
    const seen: string[] = [];
    const inspect = (event: InspectionEvent): void => {
      if (event.type === '@xstate.snapshot') seen.push(`${event.event.type} → ${(event.snapshot as unknown as { value: string }).value}`);
    };
    const lead = liveLead(lifecycle, stateRecord(lifecycle), { inspect, id: 'lead-a' });
    for (const event of events(inquires, qualifies, delivers, attempts, accepts)) lead.take(event);
    expect(seen).toEqual(['xstate.init → start', 'inquiry → inquiry', 'qualified → mql', 'accepted → sal']);
    expect(lead.actor.id).toBe('lead-a');
  });

  test.each(STANDARD_FRAMEWORKS)('$id as JSON imports again, and lives the same life (Stately)', (framework) => {
    const built = lifecycleMachine(createLifecycle(framework));
    const config = JSON.parse(JSON.stringify(built.config)) as Parameters<typeof createMachine>[0];
    const again = createMachine(config).provide({ guards: built.implementations.guards as never });
    expect(JSON.parse(JSON.stringify(again.toJSON()))).toEqual(JSON.parse(JSON.stringify(built.toJSON())));
    for (const from of Object.keys(built.states)) {
      const [here, there] = [built.resolveState({ value: from, context: {} }), again.resolveState({ value: from, context: {} })];
      for (const type of built.events) {
        const sent = { type, facts } as never;
        expect(there.can(sent)).toBe(here.can(sent));
        expect(step(again, there, sent)[0].value).toEqual(step(built, here, sent)[0].value);
      }
      expect([...there.tags]).toEqual([...here.tags]);
    }
  });

  test('the exported definition carries what people read: term, owner, class, kind, and what each step asks', () => {
    const { states } = JSON.parse(JSON.stringify(machine.config)) as {
      states: Record<string, { tags: string[]; meta: { stage: { term: string; owner: string } | null }; description?: string; on: Record<string, { target: string; guard: { type: string } }[]> }>;
    };
    expect(states['sal']).toMatchObject({
      tags: ['sales_development', 'qualification', 'sla'],
      meta: { stage: { term: 'Sales accepted lead (SAL)', owner: 'sales_development', kind: 'sla' } },
      on: { disqualified: [{ target: 'disqualified', guard: { type: 'attempted_since_acceptance', params: { to: 'disqualified' } } }] },
    });
    expect(states['sal']?.description).toMatch(/^Sales accepted lead \(SAL\)\. /);
    expect(states['start']).toMatchObject({ tags: [], meta: { stage: null } });
  });
});

describe('a live lead', () => {
  test('comes to the record that the whole log comes to, restarted after every event', () => {
    const life = [inquires, qualifies, delivers, accepts, attempts, disqualifies, recycles];
    let stored: unknown = JSON.parse(JSON.stringify(stateRecord(lifecycle)));
    for (const event of events(...life)) {
      const restored = restoreLead(lifecycle, stored);
      if (!restored.ok) throw new Error('refused');
      expect(restored.value.take(event).verdict.ok).toBe(true);
      expect(restored.value.actor.getSnapshot().value).toBe(restored.value.record().stage);
      stored = JSON.parse(JSON.stringify(restored.value.record()));
      restored.value.stop();
    }
    expect(stored).toEqual(stateRecord(lifecycle, replay(lifecycle, logOf(...life)).states.get('a')));
  });

  test('is restored from a record that an earlier text of the framework made', () => {
    const renamed: Lifecycle = createLifecycle({
      ...sirius2006,
      stages: sirius2006.stages.map((stage) => ({ ...stage, id: stage.id === 'mql' ? 'aql' : stage.id })),
      transitions: [
        { on: 'qualified', from: ['start'], to: 'aql' },
        { on: 'accepted', from: ['aql'], to: 'sal' },
      ],
      milestones: {},
      migrations: [{ from: lifecycle.digest, stages: { mql: 'aql' } }],
    });
    const stored = stateRecord(lifecycle, replay(lifecycle, logOf(inquires, qualifies)).states.get('a'));
    const restored = restoreLead(renamed, stored);
    expect(restored.ok ? restored.value.actor.getSnapshot().value : restored.issues).toBe('aql');
  });

  test('tells what was taken, and nothing of what was refused', () => {
    const lead = liveLead(lifecycle, stateRecord(lifecycle));
    const told: string[] = [];
    const forget = lead.onTaken(({ stage }) => told.push(stage));
    const [inquiry, touch, won, mql] = events(inquires, { type: 'touch' }, { type: 'opportunity_won', opportunityId: 'o' }, qualifies);
    for (const event of [inquiry!, touch!, won!]) lead.take(event);
    forget();
    lead.take(mql!);
    expect(told).toEqual(['inquiry', 'inquiry']);
  });

  test('whose actor was sent to behind its back says so, and does not go on', () => {
    const lead = liveLead(lifecycle, stateRecord(lifecycle));
    lead.actor.send({ type: 'qualified', facts });
    expect(() => lead.take(events(inquires)[0]!)).toThrow('by another way');
    expect(lead.record()).toEqual(stateRecord(lifecycle));
  });

  test('whose actor was stopped is stopped', () => {
    const lead = liveLead(lifecycle, stateRecord(lifecycle));
    let ends = 0;
    lead.onStopped(() => { ends += 1; });
    lead.actor.stop();
    lead.stop();
    expect(ends).toBe(1);
    expect(() => lead.take(events(inquires)[0]!)).toThrow('stopped');
    expect(lead.record()).toEqual(stateRecord(lifecycle));
  });
});
