import { describe, expect, expectTypeOf, test } from 'vitest';
import { createActor, getNextTransitions, initialTransition, SimulatedClock, transition as step } from 'xstate';
import { createLifecycle, NOTHING_YET, stateRecord, transition, type StepFacts, type Verdict } from 'revpact/lifecycle';
import { lifecycleMachine, liveLead, machineEvent, watchExpiry } from 'revpact/lifecycle/xstate';
import { hubspot, STANDARD_FRAMEWORKS, sirius2006, type Framework } from 'revpact/vocabulary';
import { story, delivers, inquires, isAboutLead } from '../support/lead-log.js';

const facts: StepFacts = {
  party: 'sales_development',
  human: true,
  rejectionClass: null,
  delivered: true,
  receiver: 'sales_development',
  attemptsSinceDelivery: 0,
  attemptsSinceAcceptance: 0,
};
const machine = lifecycleMachine(createLifecycle(sirius2006));

describe.each(STANDARD_FRAMEWORKS)('the machine of $id', (framework) => {
  const built = lifecycleMachine(createLifecycle(framework));

  test('is flat: start and one state a stage, none of them final', () => {
    expect(Object.keys(built.states)).toEqual(['start', ...framework.stages.map(({ id }) => id)]);
    expect(Object.values(built.states).map(({ type }) => type)).toEqual(Object.keys(built.states).map(() => 'atomic'));
  });

  test('has a static context and does nothing by itself: no actions, timers, invocations, wildcards or eventless steps', () => {
    expect(built.config.context).toEqual({});
    for (const { entry, exit, invoke, after, always, ownEvents } of Object.values(built.states)) {
      expect([entry, exit, invoke, after, always ?? []].flat()).toEqual([]);
      expect(ownEvents.filter((event) => event.includes('*'))).toEqual([]);
    }
    expect(initialTransition(built)[1]).toEqual([]);
  });

  test('names every guard, with static parameters that survive JSON', () => {
    for (const state of Object.keys(built.states)) {
      for (const { guard, actions } of getNextTransitions(built.resolveState({ value: state, context: {} }))) {
        expect(actions).toEqual([]);
        expect(typeof guard === 'object' ? JSON.parse(JSON.stringify(guard)) : guard).toEqual(guard);
        expect(guard).toMatchObject({ type: expect.any(String) as string, params: { to: expect.any(String) as string } });
      }
    }
  });

  test('says of each stage who owns it and what it is', () => {
    for (const stage of framework.stages) {
      const snapshot = built.resolveState({ value: stage.id, context: {} });
      expect([...snapshot.tags]).toEqual([...new Set([stage.owner, stage.class, stage.kind])]);
      expect(Object.values(snapshot.getMeta())).toEqual([{ stage }]);
    }
  });
});

test('an actor lives through it, and a snapshot value is a stage of the framework', () => {
  const actor = createActor(machine).start();
  actor.send({ type: 'inquiry', facts });
  actor.send({ type: 'qualified', facts });
  actor.send({ type: 'accepted', facts: { ...facts, delivered: false } });
  const value: 'start' | (typeof sirius2006)['stages'][number]['id'] = actor.getSnapshot().value;
  expect(value).toBe('mql');
  actor.send({ type: 'accepted', stage: 'sal', facts });
  expect(actor.getSnapshot().value).toBe('sal');
});

test('the stage that an event names selects between steps, and refuses the rest', () => {
  const mql = machine.resolveState({ value: 'mql', context: {} });
  expect(mql.can({ type: 'accepted', facts })).toBe(true);
  expect(mql.can({ type: 'accepted', stage: 'sal', facts })).toBe(true);
  expect(mql.can({ type: 'accepted', stage: 'sql', facts })).toBe(false);
});

test('a refusal gives back the same snapshot, which is why nobody here asks whether it changed', () => {
  const mql = machine.resolveState({ value: 'mql', context: {} });
  expect(step(machine, mql, { type: 'opportunity_won', facts })[0]).toBe(mql);
});

test('an accepted step into the same stage gives back the same value, and is not taken for a refusal', () => {
  const again = createLifecycle({
    ...sirius2006,
    transitions: [...sirius2006.transitions, { on: 'qualified', from: ['mql'], to: 'mql' }],
  });
  expect(again.chart.step('mql', { type: 'qualified', facts })).toBe('mql');
  expect(createLifecycle(sirius2006).chart.step('mql', { type: 'qualified', facts })).toBeNull();
});

test('of two steps on one event the first whose requirements hold is taken', () => {
  const fork = createLifecycle({
    ...sirius2006,
    transitions: [
      { on: 'qualified', from: ['start'], to: 'mql', requires: [{ kind: 'human' }] },
      { on: 'qualified', from: ['start'], to: 'inquiry' },
      { on: 'expired', from: ['mql', 'inquiry'], to: 'expired' },
    ],
  });
  expect(fork.chart.step('start', { type: 'qualified', facts })).toBe('mql');
  expect(fork.chart.step('start', { type: 'qualified', facts: { ...facts, human: false } })).toBe('inquiry');
  expect(fork.chart.step('start', { type: 'qualified', stage: 'inquiry', facts })).toBe('inquiry');
  expect(fork.chart.step('start', { type: 'qualified', stage: 'mql', facts: { ...facts, human: false } })).toBeNull();
});

test('an event of the log becomes one of the machine: type, recorded stage, folded facts', () => {
  const [inquiry, handOff] = story({ ...inquires, stage: 'inquiry' }, delivers).filter(isAboutLead);
  expect(inquiry === undefined ? null : machineEvent(inquiry, NOTHING_YET)).toEqual({
    type: 'inquiry',
    stage: 'inquiry',
    facts: {
      party: 'marketing',
      human: true,
      rejectionClass: null,
      delivered: false,
      receiver: null,
      attemptsSinceDelivery: 0,
      attemptsSinceAcceptance: 0,
      at: 1000,
      attemptsAt: [],
      contacted: false,
      fitTier: null,
      fields: {},
      recorded: null,
      qualification: {},
      says: inquiry,
    },
  });
  expect(handOff === undefined ? null : machineEvent(handOff, { ...NOTHING_YET, delivered: true }).facts.delivered).toBe(true);
});

describe('literal types survive', () => {
  const actor = createActor(machine);
  type Ours = (typeof sirius2006)['stages'][number]['id'] | 'start';

  test('a snapshot’s value is a stage of the framework, and nothing else', () => {
    expectTypeOf(actor.getSnapshot().value).toEqualTypeOf<Ours>();
    // @ts-expect-error "mqll" is no stage
    expect(actor.getSnapshot().matches('mqll')).toBe(false);
    expect(actor.getSnapshot().matches('start')).toBe(true);
  });

  test('an event that no step is on, and a stage that there is none, fail to compile', () => {
    const snapshot = machine.resolveState({ value: 'mql', context: {} });
    expect(snapshot.can({ type: 'accepted', stage: 'sal', facts })).toBe(true);
    // @ts-expect-error nothing happens by this name
    expect(snapshot.can({ type: 'acepted', facts })).toBe(false);
    // @ts-expect-error "advocacy" happens, and no step of this framework is on it
    expect(snapshot.can({ type: 'advocacy', facts })).toBe(false);
    // @ts-expect-error "marketingqualifiedlead" is HubSpot's
    expect(snapshot.can({ type: 'accepted', stage: 'marketingqualifiedlead', facts })).toBe(false);
    // @ts-expect-error who acts, and how the lead stands, must be said
    expect(() => snapshot.can({ type: 'accepted' })).toThrow();
    expectTypeOf<Parameters<(typeof actor)['send']>[0]['type']>().toEqualTypeOf<(typeof sirius2006)['transitions'][number]['on']>();
  });

  test('`transition` takes stages and events of the framework only', () => {
    const lifecycle = createLifecycle(sirius2006);
    expectTypeOf(transition(lifecycle, 'mql', { type: 'accepted' }, facts)).toEqualTypeOf<Verdict<Exclude<Ours, 'start'>>>();
    // @ts-expect-error "mqll" is no stage
    expect(transition(lifecycle, 'mqll', { type: 'accepted' }, facts).ok).toBe(false);
    // @ts-expect-error "advocacy" is on no step of this framework
    expect(transition(lifecycle, 'won', { type: 'advocacy' }, facts).ok).toBe(false);
    expect(transition(createLifecycle(hubspot), 'customer', { type: 'advocacy' }, facts)).toEqual({ ok: true, stage: 'evangelist' });
  });

  test('a live lead and its deadlines know the stages, too', () => {
    const lead = liveLead(createLifecycle(sirius2006), stateRecord(createLifecycle(sirius2006)));
    expectTypeOf(lead.actor.getSnapshot().value).toEqualTypeOf<Ours>();
    const asked: string[] = [];
    const plan = { leadId: 'a', clock: new SimulatedClock(), by: 'marketing', eventId: () => 'x' };
    watchExpiry(lead, { ...plan, deadline: (stage) => (stage === 'mql' ? asked.push(stage) : null) });
    // @ts-expect-error "mqll" is no stage, so that nothing can be equal to it
    watchExpiry(lead, { ...plan, deadline: (stage) => (stage === 'mqll' ? asked.push(stage) : null) });
    expect(asked).toEqual([]);
  });

  test('a framework read at run time has stages and events that are only text', () => {
    const read: Framework = JSON.parse(JSON.stringify(sirius2006)) as Framework;
    const wide = lifecycleMachine(createLifecycle(read));
    expectTypeOf(wide.resolveState({ value: 'mql', context: {} }).value).toEqualTypeOf<string>();
    expect(wide.resolveState({ value: 'mql', context: {} }).can({ type: 'advocacy', stage: 'x', facts })).toBe(false);
  });
});
