import { EVENT_TYPES, type EventType, type LeadEvent } from '../vocabulary/event.js';
import type { StageId } from '../vocabulary/framework.js';
import { holds } from './requirement.js';
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
  if (asked === undefined || asked.length === 0) return 0;
  const facts = stepFacts(standing, event);
  return asked.reduce((bits, requirement, bit) => (holds(requirement, facts) ? bits | (1 << bit) : bits), 0);
};
