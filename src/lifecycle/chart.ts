import type { EventType } from '../vocabulary/event.js';
import type { Requirement, StageId } from '../vocabulary/framework.js';
import type { StepFacts } from './requirement.js';

/** What the machine is sent: what happened, the stage it was recorded to enter, and the facts folded outside. */
export interface MachineEvent {
  readonly type: EventType;
  readonly stage?: StageId;
  readonly facts: StepFacts;
}

/** The machine as this room asks it, in no words of XState's. */
export interface Chart {
  /** The stage after the event, or null where the machine refuses it. */
  readonly step: (from: StageId, event: MachineEvent) => StageId | null;
  /** Event types that the state handles at all, guards aside, with the requirements its guards ask about. */
  readonly handled: (from: StageId) => ReadonlyMap<string, readonly Requirement[]>;
  /** The same machine with its guards' requirements answered from outside, whatever the facts. */
  readonly answering: (holdsIn: (requirement: Requirement) => boolean) => Chart;
}
