import type { EventObject, StateMachine, StateSchema } from 'xstate';
import type { EventType, LeadEvent } from '../../vocabulary/event.js';
import type { START, StageId } from '../../vocabulary/framework.js';
import type { MachineEvent } from '../chart.js';
import type { Lifecycle } from '../lifecycle.js';
import { machineOf, type GateParams, type StageMeta } from '../machine.js';
import { stepFacts, type Standing } from '../standing.js';

/** A lifecycle's machine in XState's types: its state values are the stages, and it takes the events its steps are on. */
export type LifecycleMachine<S extends StageId, E extends EventType> = StateMachine<
  Record<string, never>,
  MachineEvent<E, S>,
  Record<string, never>,
  never,
  never,
  { readonly type: string; readonly params: GateParams },
  never,
  S | typeof START,
  string,
  unknown,
  undefined,
  EventObject,
  StageMeta,
  StateSchema
>;

/**
 * A lifecycle's XState v5 machine: one flat state a stage and `start`; owner, class and kind as tags; the stage in meta.
 *
 * A snapshot says nothing about a refusal, and an unchanged one does not mean that there was one: ask
 * `snapshot.can(event)` before sending, or `transition`, which says why.
 *
 * @example
 * ```ts
 * import { createActor } from 'xstate';
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle } from 'revpact/lifecycle';
 * import { lifecycleMachine } from 'revpact/lifecycle/xstate';
 *
 * const facts = { party: 'marketing', human: false, rejectionClass: null, delivered: false, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
 * const actor = createActor(lifecycleMachine(createLifecycle(sirius2006))).start();
 * actor.send({ type: 'inquiry', facts });
 * actor.getSnapshot().value // => 'inquiry'
 * ```
 */
export const lifecycleMachine = <S extends StageId, E extends EventType>({ framework, stages }: Pick<Lifecycle<S, E>, 'framework' | 'stages' | 'eventTypes'>): LifecycleMachine<S, E> =>
  // The machine has no step on any other event type; XState's own types cannot be narrowed by a type parameter.
  machineOf(framework, stages) as unknown as LifecycleMachine<S, E>;

/** What to send the machine for an event of a lead that stands so. */
export const machineEvent = (event: LeadEvent, standing: Standing): MachineEvent => ({
  type: event.type,
  ...(event.stage === undefined ? {} : { stage: event.stage }),
  facts: stepFacts(standing, event),
});
