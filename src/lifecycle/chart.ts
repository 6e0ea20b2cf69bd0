import type { EventType } from '../vocabulary/event.js';
import type { Requirement, StageId } from '../vocabulary/framework.js';
import { holds, type StepFacts } from './requirement.js';

/** What the machine is sent: what happened, the stage it was recorded to enter, and the facts folded outside. */
export interface MachineEvent<E extends EventType = EventType, S extends StageId = StageId> {
  readonly type: E;
  readonly stage?: S;
  readonly facts: StepFacts;
}

/** A legal step, from one stage. */
export interface Candidate<S extends StageId = StageId> {
  readonly on: EventType;
  readonly to: S;
  readonly requires: readonly Requirement[];
}

/** The machine's own transitions, read once: every step by the stage it starts from and its event type, in the machine's order. */
export type Transitions<S extends StageId = StageId> = ReadonlyMap<StageId, ReadonlyMap<string, readonly Candidate<S>[]>>;

/** The machine as this room asks it, in no words of XState's. That it answers as XState does is proved for every cell in the tests. */
export interface Chart<S extends StageId = StageId> {
  /** The stage after the event, or null where the machine refuses it. */
  readonly step: (from: StageId, event: MachineEvent) => S | null;
  /** The steps on an event type from a stage: the first whose requirements hold is taken. */
  readonly stepsOn: (from: StageId, type: EventType) => readonly Candidate<S>[];
  /** All steps from a stage. */
  readonly stepsFrom: (from: StageId) => readonly Candidate<S>[];
}

const NONE: readonly never[] = [];

/** The decision lists of a machine, and what they decide. */
export const chartOf = <S extends StageId>(transitions: Transitions<S>): Chart<S> => {
  const all = new Map<StageId, readonly Candidate<S>[]>();
  const stepsOn = (from: StageId, type: EventType): readonly Candidate<S>[] => transitions.get(from)?.get(type) ?? NONE;
  return {
    step: (from, { type, stage, facts }) => firstOpen(stepsOn(from, type), stage, facts)?.to ?? null,
    stepsOn,
    stepsFrom: (from) => {
      const known = all.get(from);
      if (known !== undefined) return known;
      const read = [...(transitions.get(from)?.values() ?? NONE)].flat();
      all.set(from, read);
      return read;
    },
  };
};

/** Of the steps on one event, the first into the stage that was recorded, where one was, whose requirements hold. */
export const firstOpen = <S extends StageId>(
  steps: readonly Candidate<S>[],
  stage: StageId | undefined,
  facts: StepFacts,
): Candidate<S> | undefined => {
  for (const step of steps) {
    if ((stage === undefined || stage === step.to) && allHold(step.requires, facts)) return step;
  }
  return undefined;
};

const allHold = (requires: readonly Requirement[], facts: StepFacts): boolean => {
  for (const one of requires) if (!holds(one, facts)) return false;
  return true;
};
