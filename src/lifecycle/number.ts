import { EVENT_TYPES, type EventType, type LeadEvent } from '../vocabulary/event.js';
import type { Requirement, StageId } from '../vocabulary/framework.js';
import { holds, type StepFacts } from './requirement.js';
import { stepFacts, type Standing } from './standing.js';
import type { LifecycleTable } from './table.js';

/** An event type's number in a table: its place in `EVENT_TYPES`. */
export const EVENT_NUMBER = /* @__PURE__ */ (() =>
  Object.fromEntries(EVENT_TYPES.map((type, number) => [type, number])) as Readonly<Record<EventType, number>>)();

/** The numbers of stages as `enters` has them. `start` cannot be entered, and is no stage. */
export const stageNumbers = ({ stages }: LifecycleTable): ReadonlyMap<StageId, number> =>
  new Map(stages.slice(1).map((stage, i) => [stage, i + 1]));

/** The answers to everything that steps on an event's type may require, one bit each. Most types require nothing. */
export const valuation = (table: LifecycleTable, code: number, standing: Standing, event: LeadEvent): number => {
  const asked = table.guards[code];
  return asked === undefined || asked.length === 0 ? 0 : answersOf(asked, stepFacts(standing, event));
};

const answersOf = (asked: readonly Requirement[], facts: StepFacts): number => {
  let bits = 0;
  for (let bit = 0; bit < asked.length; bit += 1) {
    const one = asked[bit];
    if (one !== undefined && holds(one, facts)) bits |= 1 << bit;
  }
  return bits;
};
