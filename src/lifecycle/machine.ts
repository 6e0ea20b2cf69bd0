import { getNextTransitions, setup, transition } from 'xstate';
import type { EventType } from '../vocabulary/event.js';
import { START, type Framework, type Requirement, type Stage, type StageId } from '../vocabulary/framework.js';
import type { Chart, MachineEvent } from './chart.js';
import { holds } from './requirement.js';

/** What a state says about itself: a stage as agreed, or null before the first. */
export interface StageMeta {
  readonly stage: Stage | null;
}

/** A guard's static parameters: where its step leads, and what that takes. */
export interface GateParams {
  readonly to: StageId;
  readonly requires: readonly Requirement[];
}

type Gate = (args: { readonly event: MachineEvent }, params: GateParams) => boolean;

/** A step's guard is named after what it asks, so that a drawing of the machine can be read. */
const gateName = (requires: readonly Requirement[]): string =>
  requires.length === 0 ? 'as_recorded' : requires.map(({ kind }) => kind).join(' and ');

const gateBy =
  (holdsIn: (requirement: Requirement, event: MachineEvent) => boolean): Gate =>
  ({ event }, { to, requires }) =>
    (event.stage === undefined || event.stage === to) && requires.every((requirement) => holdsIn(requirement, event));

const gatesBy = (framework: Framework, gate: Gate): Record<string, Gate> =>
  Object.fromEntries(framework.transitions.map(({ requires = [] }) => [gateName(requires), gate]));

const stepsFrom = (framework: Framework, from: StageId) => {
  const on: Partial<Record<EventType, { target: StageId; guard: { type: string; params: GateParams } }[]>> = {};
  for (const step of framework.transitions.filter((one) => one.from.includes(from))) {
    const { requires = [], to } = step;
    (on[step.on] ??= []).push({ target: to, guard: { type: gateName(requires), params: { to, requires } } });
  }
  return on;
};

/**
 * The XState machine of a framework whose references have been checked. Flat: one state a stage, and `start`. Static
 * context, no actions, no timers, no wildcards, no final states; every guard named, with static parameters.
 */
export const machineOf = <S extends StageId>(framework: Framework, stages: readonly S[]) => {
  const states = [START, ...stages].map((id) => {
    const stage = framework.stages.find((one) => one.id === id) ?? null;
    return [
      id,
      {
        on: stepsFrom(framework, id),
        tags: stage === null ? [] : [stage.owner, stage.class, stage.kind],
        meta: { stage },
        ...(stage === null ? {} : { description: `${stage.term}. ${stage.definition}` }),
      },
    ] as const;
  });
  return setup({
    types: {
      context: {},
      events: {} as MachineEvent,
      meta: {} as StageMeta,
      tags: {} as string,
    },
    guards: gatesBy(framework, gateBy((requirement, event) => holds(requirement, event.facts))),
  }).createMachine({
    id: framework.id,
    context: {},
    initial: START,
    // What fromEntries forgets: the keys are these stages.
    states: Object.fromEntries(states) as Record<S | typeof START, (typeof states)[number][1]>,
  });
};

/** The machine of a framework behind the few questions that this room asks it. */
export const chartOf = (framework: Framework): Chart => {
  const built = machineOf(framework, framework.stages.map(({ id }) => id));
  const chart = (machine: typeof built): Chart => ({
    step: (from, event) => {
      const before = machine.resolveState({ value: from, context: {} });
      // An unchanged snapshot does not mean refused, and `can` does not look at the status: ask both before stepping.
      if (before.status !== 'active' || !before.can(event)) return null;
      const [after] = transition(machine, before, event);
      return after.value;
    },
    handled: (from) => {
      const found = new Map<string, readonly Requirement[]>();
      for (const { eventType, guard } of getNextTransitions(machine.resolveState({ value: from, context: {} }))) {
        const type = String(eventType);
        found.set(type, [...(found.get(type) ?? []), ...requirementsOf(guard)]);
      }
      return found;
    },
    answering: (holdsIn) => chart(machine.provide({ guards: gatesBy(framework, gateBy(holdsIn)) })),
  });
  return chart(built);
};

/** Every guard of ours carries its parameters; one without them would escape the table, and is a bug. */
const requirementsOf = (guard: unknown): readonly Requirement[] => {
  if (typeof guard !== 'object' || guard === null || !('params' in guard)) throw new Error('a guard without static parameters');
  return (guard.params as GateParams).requires;
};
