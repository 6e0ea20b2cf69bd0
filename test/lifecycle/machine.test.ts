import { describe, expect, test } from 'vitest';
import { createActor, getNextTransitions, initialTransition, transition as step } from 'xstate';
import { createLifecycle, NOTHING_YET, type StepFacts } from 'revpact/lifecycle';
import { lifecycleMachine, machineEvent } from 'revpact/lifecycle/xstate';
import { STANDARD_FRAMEWORKS, sirius2006 } from 'revpact/vocabulary';
import { story, delivers, inquires, isAboutLead } from '../support/lead-log.js';

const facts: StepFacts = {
  party: 'sales_development',
  human: true,
  rejectionClass: null,
  delivered: true,
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
    facts: { party: 'marketing', human: true, rejectionClass: null, delivered: false, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 },
  });
  expect(handOff === undefined ? null : machineEvent(handOff, { ...NOTHING_YET, delivered: true }).facts.delivered).toBe(true);
});
