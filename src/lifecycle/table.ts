import { EVENT_TYPES, type EventType } from '../vocabulary/event.js';
import { START, type Requirement, type StageId } from '../vocabulary/framework.js';
import type { Candidate, Chart } from './chart.js';
import { isObservation } from './observation.js';
import { requirementKey } from './requirement.js';

/** In a cell and in a verdict: the lower seven bits are the stage after. */
export const STAGE_BITS = 0x7f;
/** The agreed life refuses the step. */
export const REFUSED = 0x80;
/** In a cell only: the event was a step, taken or refused; without it, it left the lead where it was. */
export const STEP = 0x100;
/** In a cell only: a stay begins, in another stage or by a legal step into the same one. */
export const ENTERED = 0x200;

/**
 * The machine as integers. Stages are numbered as in the framework from 1, and 0 is `start`; event types as in
 * `EVENT_TYPES`; `enters` is 0 where the event names no stage, else the stage's number, and `unknown` for a stage that
 * the framework does not have.
 */
export interface LifecycleTable {
  /** `start`, then the stages. */
  readonly stages: readonly StageId[];
  /** The `enters` of a stage the framework does not have. */
  readonly unknown: number;
  /** By event type, in the order of `EVENT_TYPES`: what bit 0, 1, … of `guards` answers. */
  readonly guards: readonly (readonly Requirement[])[];
  /** By event type: where its cells begin. */
  readonly offsets: Uint32Array;
  /** By event type: how many bits of `guards` it has. */
  readonly guardBits: Uint8Array;
  /** One cell for each (event, enters, guards, stage before), the stage innermost. */
  readonly cells: Uint16Array;
}

/** Where a cell lies, stage before 0; add the stage. */
export const cellBase = (table: LifecycleTable, event: number, enters: number, guards: number): number =>
  (table.offsets[event] ?? 0) + ((enters << (table.guardBits[event] ?? 0)) | guards) * table.stages.length;

/**
 * A machine's own transitions as a table: for every stage, event type, recorded stage and every combination of answers to
 * the requirements that steps on the event type ask about, what its decision list decides.
 */
export const tabulate = (ids: readonly StageId[], eventTypes: ReadonlySet<EventType>, chart: Chart): LifecycleTable => {
  const stages = [START, ...ids];
  const unknown = stages.length;
  const guards = EVENT_TYPES.map((type) => distinct(stages.flatMap((from) => chart.stepsOn(from, type)).flatMap(({ requires }) => requires)));
  const guardBits = Uint8Array.from(guards, (asked) => asked.length);
  const offsets = new Uint32Array(EVENT_TYPES.length);
  let size = 0;
  EVENT_TYPES.forEach((_, event) => {
    offsets[event] = size;
    size += (unknown + 1) * (stages.length << (guardBits[event] ?? 0));
  });
  const table = { stages, unknown, guards, offsets, guardBits, cells: new Uint16Array(size) };

  const numberOf = new Map<StageId, number>(ids.map((id, i) => [id, i + 1]));
  EVENT_TYPES.forEach((type, event) => {
    const bitOf = new Map((guards[event] ?? []).map((one, bit) => [requirementKey(one), 1 << bit]));
    const isDecision = eventTypes.has(type) && !isObservation(type);
    stages.forEach((from, before) => {
      const choices = chart.stepsOn(from, type).map((step) => choiceOf(step, numberOf, bitOf));
      for (let answers = 0; answers < 1 << bitOf.size; answers += 1) {
        for (let enters = 0; enters <= unknown; enters += 1) {
          table.cells[cellBase(table, event, enters, answers) + before] =
            enters === 0 ? unnamed(choices, answers, before, isDecision) : enters === unknown ? STEP | REFUSED | before : named(choices, answers, before, enters, isObservation(type));
        }
      }
    });
  });
  return table;
};

/** A step in numbers: where it leads, and the answers that must be yes. */
interface Choice {
  readonly to: number;
  readonly needs: number;
}

const choiceOf = ({ to, requires }: Candidate, numberOf: ReadonlyMap<StageId, number>, bitOf: ReadonlyMap<string, number>): Choice => ({
  to: numberOf.get(to) ?? 0,
  needs: requires.reduce((bits, one) => bits | (bitOf.get(requirementKey(one)) ?? 0), 0),
});

/** An event that names no stage: the first step whose requirements hold. A decision that none allows is refused; an observation is no step. */
const unnamed = (choices: readonly Choice[], answers: number, before: number, isDecision: boolean): number => {
  for (const { to, needs } of choices) if ((answers & needs) === needs) return STEP | ENTERED | to;
  return isDecision ? STEP | REFUSED | before : before;
};

/** A recorded stage is entered, legal or not; an observation that names the stage where the lead is says nothing new. */
const named = (choices: readonly Choice[], answers: number, before: number, enters: number, observed: boolean): number => {
  for (const { to, needs } of choices) if (to === enters && (answers & needs) === needs) return STEP | ENTERED | enters;
  if (observed && enters === before) return before;
  return STEP | REFUSED | enters | (enters === before ? 0 : ENTERED);
};

const distinct = (requirements: readonly Requirement[]): readonly Requirement[] => [
  ...new Map(requirements.map((one) => [requirementKey(one), one])).values(),
];
