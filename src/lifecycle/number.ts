import { EVENT_TYPES, type EventType } from '../vocabulary/event.js';
import type { StageId } from '../vocabulary/framework.js';
import { holds, type StepFacts } from './requirement.js';
import type { LifecycleTable } from './table.js';

/** An event type's number in a table: its place in `EVENT_TYPES`. */
export const EVENT_NUMBER = /* @__PURE__ */ (() =>
  Object.fromEntries(EVENT_TYPES.map((type, number) => [type, number])) as Readonly<Record<EventType, number>>)();

/** The numbers of stages as `enters` has them. `start` cannot be entered, and is no stage. */
export const stageNumbers = ({ stages }: LifecycleTable): ReadonlyMap<StageId, number> =>
  new Map(stages.slice(1).map((stage, i) => [stage, i + 1]));

/** The answers to everything that steps on an event type may require, one bit each. */
export const valuation = (table: LifecycleTable, event: number, facts: StepFacts): number => {
  const asked = table.guards[event] ?? [];
  let bits = 0;
  for (let bit = 0; bit < asked.length; bit += 1) {
    const requirement = asked[bit];
    if (requirement !== undefined && holds(requirement, facts)) bits |= 1 << bit;
  }
  return bits;
};
