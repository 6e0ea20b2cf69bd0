/**
 * lifecycle/xstate: the machine itself, for applications that run it as an actor or draw it. Its types are XState's, so
 * that it is an entry of its own; what an application stores is a `StateRecord`, never a snapshot.
 *
 * @module lifecycle/xstate
 */
import type { LeadEvent } from '../vocabulary/event.js';
import type { StageId } from '../vocabulary/framework.js';
import type { Lifecycle } from './lifecycle.js';
import type { MachineEvent } from './chart.js';
import { machineOf } from './machine.js';
import { stepFacts, type Standing } from './standing.js';

export type { MachineEvent } from './chart.js';
export type { GateParams, StageMeta } from './machine.js';

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
export const lifecycleMachine = <S extends StageId>({ framework, stages }: Lifecycle<S>) => machineOf(framework, stages);

/** What to send the machine for an event of a lead that stands so. */
export const machineEvent = (event: LeadEvent, standing: Standing): MachineEvent => ({
  type: event.type,
  ...(event.stage === undefined ? {} : { stage: event.stage }),
  facts: stepFacts(standing, event),
});
