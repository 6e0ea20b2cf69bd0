import { createActor, type Actor, type ActorOptions } from 'xstate';
import { ok, type Result } from '../../kernel/result.js';
import type { EventType, LeadEvent } from '../../vocabulary/event.js';
import { START, type StageId } from '../../vocabulary/framework.js';
import { lifecycleMachine, type LifecycleMachine } from './actor-machine.js';
import { advance, factsOf, type Advance } from '../stored/advance.js';
import type { Lifecycle } from '../lifecycle.js';
import { safeParseStateRecord, type StateRecord } from '../stored/state.js';

/** A lead that lives in this process: its actor to look at, its record to store. */
export interface LiveLead<S extends StageId = StageId, E extends EventType = EventType> {
  /** XState's actor, started: to subscribe to, inspect and draw. What is sent to it directly, the record does not know; use `take`. */
  readonly actor: Actor<LifecycleMachine<S, E>>;
  /** What to store now. */
  record(): StateRecord;
  /** Judge an event; where it may be, take it: the record moves on, and a step is sent to the actor. Throws once stopped. */
  take(event: LeadEvent): Advance<S>;
  /** Be told after every event that was taken. The answer stops that. */
  onTaken(listener: (record: StateRecord) => void): () => void;
  /** Stop the actor, and all who listen; stopping the actor itself does too. */
  stop(): void;
  /** Be told when it stops. */
  onStopped(listener: () => void): void;
}

/** What XState may be told of an actor: who inspects it, what it is called, where it logs. */
export type LiveOptions = Pick<ActorOptions<LifecycleMachine<StageId, EventType>>, 'inspect' | 'id' | 'systemId' | 'logger'>;

/**
 * Bring a lead to life from its record: where the record says it is, or at `start`.
 *
 * @param record - One that `stateRecord`, `advance` or `safeParseStateRecord` gave, of this lifecycle. Throws for any other.
 */
export const liveLead = <S extends StageId, E extends EventType>(
  lifecycle: Lifecycle<S, E>,
  record: StateRecord,
  options: LiveOptions = {},
): LiveLead<S, E> => {
  const { framework, digest, stages } = lifecycle;
  const stage = record.stage === START ? START : stages.find((id) => id === record.stage);
  if (record.frameworkId !== framework.id || record.frameworkDigest !== digest || stage === undefined) {
    throw new Error('a record of another framework, or of another text of it: safeParseStateRecord reads and migrates');
  }
  const machine = lifecycleMachine(lifecycle);
  // Never what was stored: a snapshot that the machine itself has made of a stage it has.
  const actor = createActor(machine, { ...options, snapshot: machine.resolveState({ value: stage, context: {} }) }).start();
  const listeners = new Set<(record: StateRecord) => void>();
  const atTheEnd = new Set<() => void>();
  let now = record;
  let stopped = false;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    actor.stop();
    listeners.clear();
    for (const listener of atTheEnd) listener();
    atTheEnd.clear();
  };
  // Whoever holds the actor may stop it by its own means.
  actor.subscribe({ complete: stop });
  return {
    actor,
    record: () => now,
    take: (event) => {
      if (stopped) throw new Error('this lead was stopped in this process; restore it from its record');
      const before = now;
      const { value } = actor.getSnapshot();
      if (value !== before.stage) throw new Error(`the actor is in "${value}" and the record in "${before.stage}": the actor was sent to by another way`);
      const advanced = advance(lifecycle, before, event);
      if (!advanced.verdict.ok) return advanced;
      now = advanced.record;
      if (now.history.length > before.history.length) {
        actor.send({
          // A step is on an event type that the machine knows, into a stage it has.
          type: event.type as E,
          ...(event.stage === undefined ? {} : { stage: event.stage as S }),
          facts: factsOf(before, event),
        });
      }
      for (const listener of [...listeners]) listener(now);
      return advanced;
    },
    onTaken: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    stop,
    onStopped: (listener) => {
      atTheEnd.add(listener);
    },
  };
};

/**
 * Bring a lead to life from what was stored. The record is parsed and migrated first; one that does not fit is refused
 * here, and no actor is ever made of it: XState itself would let it pass and end the process a moment later.
 *
 * Issues: those of `safeParseStateRecord`.
 *
 * @example
 * ```ts
 * import { sirius2006 } from 'revpact/vocabulary';
 * import { createLifecycle, stateRecord } from 'revpact/lifecycle';
 * import { restoreLead } from 'revpact/lifecycle/xstate';
 *
 * const lifecycle = createLifecycle(sirius2006);
 * const stored = JSON.stringify(stateRecord(lifecycle));
 * const restored = restoreLead(lifecycle, JSON.parse(stored));
 * if (!restored.ok) throw new Error('not ours');
 *
 * const by = { party: 'marketing', kind: 'automation' } as const;
 * restored.value.take({ id: 'e1', type: 'inquiry', at: 0, by, leadId: 'a' }).verdict // => { ok: true, stage: 'inquiry' }
 * restored.value.actor.getSnapshot().value // => 'inquiry'
 * restored.value.record().history // => [{ stage: 'inquiry', at: 0, event: 'e1' }]
 * ```
 */
export const restoreLead = <S extends StageId, E extends EventType>(
  lifecycle: Lifecycle<S, E>,
  stored: unknown,
  options: LiveOptions = {},
): Result<LiveLead<S, E>> => {
  const read = safeParseStateRecord(lifecycle, stored);
  return read.ok ? ok(liveLead(lifecycle, read.value, options)) : read;
};
