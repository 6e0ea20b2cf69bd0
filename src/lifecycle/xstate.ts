/**
 * lifecycle/xstate: the machine itself, for applications that run it as an actor or draw it; actors restored from stored
 * records; and the adapter that tells a running one when its time is up. Its types are XState's, so that it is an entry of
 * its own; what an application stores is a `StateRecord`, never a snapshot.
 *
 * @module lifecycle/xstate
 */
export { lifecycleMachine, machineEvent, type LifecycleMachine } from './live/actor-machine.js';
export { liveLead, restoreLead, type LiveLead, type LiveOptions } from './live/live-lead.js';
export { watchExpiry, type ClauseDeadline, type Deadline, type Expiry, type ExpiryClock, type ExpiryPlan } from './live/expiry.js';

export type { MachineEvent } from './chart.js';
export type { GateParams, StageMeta } from './machine.js';
