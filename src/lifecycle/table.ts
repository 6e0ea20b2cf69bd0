import { EVENT_TYPES, type EventType } from '../vocabulary/event.js';
import { START, type Framework, type Requirement, type StageId } from '../vocabulary/framework.js';
import { isObservation } from './observation.js';
import type { Chart } from './chart.js';
import { requirementKey, type StepFacts } from './requirement.js';

/** In a cell and in a verdict: the lower seven bits are the stage after. */
export const STAGE_BITS = 0x7f;
/** The agreed life refuses the step. */
export const REFUSED = 0x80;
/** In a cell only: the event was a step, taken or refused; without it, it left the lead where it was. */
export const STEP = 0x100;

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
  /** Bits of `guards` in a cell's number. */
  readonly guardBits: number;
  /** One cell for each (event, enters, guards, stage before), the stage innermost. */
  readonly cells: Uint16Array;
}

/** Where a cell lies, stage before 0; add the stage. */
export const cellBase = (table: LifecycleTable, event: number, enters: number, guards: number): number =>
  (((event * (table.unknown + 1) + enters) << table.guardBits) | guards) * table.stages.length;

/** The machine does not read these where the guards are answered from outside. */
const NO_FACTS: StepFacts = {
  party: 'nobody',
  human: false,
  rejectionClass: null,
  delivered: false,
  attemptsSinceDelivery: 0,
  attemptsSinceAcceptance: 0,
};

/**
 * Walk a machine's own transitions into a table: for every stage, event type, recorded stage and every combination of
 * answers to the requirements that the cell's guards ask about, the machine is asked what it does.
 */
export const walk = (framework: Framework, chart: Chart): LifecycleTable => {
  const stages = [START, ...framework.stages.map(({ id }) => id)];
  const handled = stages.map((stage) => chart.handled(stage));
  const guards = EVENT_TYPES.map((type) => distinct(handled.flatMap((byType) => byType.get(type) ?? [])));
  const guardBits = Math.max(...guards.map((asked) => asked.length));
  const unknown = stages.length;
  const cells = new Uint16Array((EVENT_TYPES.length * (unknown + 1) * stages.length) << guardBits);
  const table = { stages, unknown, guards, guardBits, cells };

  const yes = new Set<string>();
  const judge = judgeWith(chart.answering((requirement) => yes.has(requirementKey(requirement))), stages, handled);
  EVENT_TYPES.forEach((type, event) => {
    const asked = (guards[event] ?? []).map(requirementKey);
    stages.forEach((_, before) => {
      const used = new Set((handled[before]?.get(type) ?? []).map(requirementKey));
      const mask = asked.reduce((bits, key, bit) => (used.has(key) ? bits | (1 << bit) : bits), 0);
      for (let enters = 0; enters <= unknown; enters += 1) {
        for (let bits = 0; bits < 1 << guardBits; bits += 1) {
          const cell = cellBase(table, event, enters, bits) + before;
          if ((bits & mask) === bits) {
            yes.clear();
            asked.forEach((key, bit) => (bits & (1 << bit)) !== 0 && yes.add(key));
            cells[cell] = judge(type, before, enters);
          } else {
            // Requirements that the cell does not ask about change nothing: it repeats the one that was walked.
            cells[cell] = cells[cellBase(table, event, enters, bits & mask) + before] ?? 0;
          }
        }
      }
    });
  });
  return table;
};

/** What one cell holds: the machine's answer, and whether the event was a step at all. */
const judgeWith =
  (chart: Chart, stages: readonly StageId[], handled: readonly ReadonlyMap<string, unknown>[]) =>
  (type: EventType, before: number, enters: number): number => {
    if (enters === stages.length) return STEP | REFUSED | before;
    const from = stages[before] ?? START;
    if (enters > 0) {
      const legal = chart.step(from, { type, stage: stages[enters] ?? START, facts: NO_FACTS }) !== null;
      return STEP | (legal ? 0 : REFUSED) | enters;
    }
    const agreedHere = handled[before]?.has(type) === true;
    const agreedSomewhere = handled.some((byType) => byType.has(type));
    if (!agreedHere && (!agreedSomewhere || isObservation(type))) return before;
    const after = chart.step(from, { type, facts: NO_FACTS });
    return STEP | (after === null ? REFUSED | before : stages.indexOf(after));
  };

const distinct = (requirements: readonly Requirement[]): readonly Requirement[] => [
  ...new Map(requirements.map((one) => [requirementKey(one), one])).values(),
];
