import { setup } from 'xstate';
import type { EventType } from '../vocabulary/event.js';
import { START, type Framework, type Requirement, type Stage, type StageId } from '../vocabulary/framework.js';
import type { Candidate, MachineEvent, Transitions } from './chart.js';
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

type Steps = Partial<Record<EventType, { target: StageId; guard: { type: string; params: GateParams } }[]>>;

/** The steps of every stage, by event type, in the framework's order. */
const stepsByStage = (framework: Framework): ReadonlyMap<StageId, Steps> => {
  const byStage = new Map<StageId, Steps>();
  for (const { on, from, to, requires = [] } of framework.transitions) {
    const step = { target: to, guard: { type: gateName(requires), params: { to, requires } } };
    for (const stage of from) {
      const steps = byStage.get(stage) ?? {};
      byStage.set(stage, steps);
      (steps[on] ??= []).push(step);
    }
  }
  return byStage;
};

/** The engine's own default is no limit at all. */
const MICROSTEPS = 100;

/**
 * The XState machine of a framework whose references have been checked. Flat: one state a stage, and `start`. Static
 * context, no actions, no timers, no wildcards, no final states; every guard named, with static parameters.
 */
export const machineOf = <S extends StageId>(framework: Framework, stages: readonly S[]) => {
  const steps = stepsByStage(framework);
  const states = [START, ...stages].map((id) => {
    const stage = framework.stages.find((one) => one.id === id) ?? null;
    return [
      id,
      {
        on: steps.get(id) ?? {},
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
    // No step of ours is eventless; should one slip in, it ends in an error and not in a hang.
    options: { maxIterations: MICROSTEPS },
    // What fromEntries forgets: the keys are these stages.
    states: Object.fromEntries(states) as Record<S | typeof START, (typeof states)[number][1]>,
  });
};

/**
 * The transitions of a framework's machine, read out of its own definitions: target, event type and guard parameters, in the
 * order in which the machine tries them.
 */
export const transitionsOf = <S extends StageId>(framework: Framework, stages: readonly S[]): Transitions<S> => {
  const idOf = new Map<string, S>(stages.map((id) => [id, id]));
  const states: Readonly<Record<string, StateNode>> = machineOf(framework, stages).states;
  const found = new Map<StageId, ReadonlyMap<string, readonly Candidate<S>[]>>();
  for (const from of Object.values(states)) {
    const byType = new Map<string, readonly Candidate<S>[]>();
    for (const [type, definitions] of from.transitions) {
      byType.set(type, definitions.map(({ target, guard }) => candidate(type as EventType, idOf.get(target?.[0]?.key ?? ''), guard)));
    }
    found.set(from.key, byType);
  }
  return found;
};

/** Every step of ours has one target and a guard with its parameters; one without them would escape the table, and is a bug. */
const candidate = <S extends StageId>(on: EventType, to: S | undefined, guard: unknown): Candidate<S> => {
  if (to === undefined || typeof guard !== 'object' || guard === null || !('params' in guard)) {
    throw new Error('a step without a target, or a guard without static parameters');
  }
  return { on, to, requires: (guard.params as GateParams).requires };
};

/** What is read of a state. */
interface StateNode {
  readonly key: string;
  readonly transitions: ReadonlyMap<string, readonly { readonly target: readonly { readonly key: string }[] | undefined; readonly guard?: unknown }[]>;
}
