import type { Instant } from '../../kernel/instant.js';
import type { EventType, ExpiredEvent } from '../../vocabulary/event.js';
import { START, type StageId } from '../../vocabulary/framework.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { Advance } from '../stored/advance.js';
import type { LiveLead } from './live-lead.js';

/** The host's clock and timers, as XState's `SimulatedClock` has them. */
export interface ExpiryClock {
  now(): Instant;
  setTimeout(run: () => void, ms: number): unknown;
  /** `timer` is what `setTimeout` gave. Only the clock knows what that is, so that any type will do for it. */
  clearTimeout(timer: never): void;
}

/** A stay that ends by the clock. */
export interface Deadline<S extends StageId = StageId> {
  readonly leadId: string;
  readonly stage: S;
  readonly enteredAt: Instant;
  readonly deadline: Instant;
  /** The clause that says so; null where none does. */
  readonly clause: string | null;
}

/** When a stay ends by the clock, and which clause of the pact says so. */
export interface ClauseDeadline {
  readonly at: Instant;
  readonly clause: string;
}

/** An expiry that was sent, and what became of it: a framework may agree on none from that stage. */
export interface Expiry<S extends StageId = StageId> extends Advance<S> {
  readonly event: ExpiredEvent;
}

/** When a lead's stays end, and in whose name that is recorded. */
export interface ExpiryPlan<S extends StageId = StageId> {
  readonly leadId: string;
  readonly clock: ExpiryClock;
  /**
   * The moment at which a stay ends by the clock, such as the SLA room's `add` gives it, with the clause that says so where
   * one does (the SLA room's `deadlineFrom`); null where it has no end. Asked again after every event that was taken.
   */
  readonly deadline: (stage: S, enteredAt: Instant) => Instant | ClauseDeadline | null;
  /** The party whose automation records expiries. */
  readonly by: PartyId;
  /** An id for the event. One that only depends on the stay lets `resolve` drop what a crash made a host send twice. */
  readonly eventId: (due: Deadline<S>) => string;
  /** The host's part: put the event into its log and store the record, or look into the refusal. */
  readonly onExpired?: (expiry: Expiry<S>) => void;
}

/** The longest delay that hosts' timers keep; a longer one fires at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Tell a live lead when its time is up. An expiry is an event like any other, at the deadline in business time; no timer is
 * part of the machine, so that none is lost on a restart. A deadline that has passed meanwhile (after a restore, or because
 * the host slept) is caught up with before this returns: the event is `at` the deadline and `knownAt` now.
 *
 * One timer at most is set; each stage that is entered sets it anew. Each stay is told once, whatever the answer. A stage
 * entered by an expiry may have a deadline itself, and that may have passed as well.
 *
 * What `onExpired` throws reaches whoever moved the clock or the lead; the stays after it are watched all the same.
 * Throws a `RangeError` where `deadline` gives something that is neither null nor a whole number of milliseconds.
 *
 * @returns Stops watching. Stopping the lead does too.
 */
export const watchExpiry = <S extends StageId, E extends EventType>(lead: LiveLead<S, E>, plan: ExpiryPlan<S>): (() => void) => {
  const { clock, leadId } = plan;
  const told = new Set<string>();
  let timer: { readonly id: unknown } | null = null;
  let watching = true;
  let busy = false;

  const cancel = (): void => {
    // The clock's own answer goes back to it.
    if (timer !== null) clock.clearTimeout(timer.id as never);
    timer = null;
  };

  const tell = (due: Deadline<S>): void => {
    told.add(keyOf(due));
    const event: ExpiredEvent = {
      id: plan.eventId(due),
      type: 'expired',
      at: due.deadline,
      knownAt: clock.now(),
      by: { party: plan.by, kind: 'automation' },
      leadId,
      leftStage: due.stage,
      ...(due.clause === null ? {} : { clause: due.clause }),
    };
    const advanced = lead.take(event);
    plan.onExpired?.({ ...advanced, event });
  };

  /** The stay that is due now, or null; for one that is not yet due the timer is set. */
  const nextDue = (): Deadline<S> | null => {
    cancel();
    const due = watching ? dueOf(lead, plan) : null;
    if (due === null || told.has(keyOf(due))) return null;
    const left = due.deadline - clock.now();
    if (left <= 0) return due;
    // A timer may fire early, and one that was cut short always does: the clock is asked again.
    timer = { id: clock.setTimeout(arm, Math.min(left, LONGEST_DELAY)) };
    return null;
  };

  /** Catch up with what is due, one stay after the other, and set the timer for the stay that the lead is in then. */
  const arm = (): void => {
    // What is told takes the lead on, which calls here again: the loop below goes on from there.
    if (busy) return;
    busy = true;
    let failed = false;
    try {
      for (let due = nextDue(); due !== null; due = nextDue()) {
        failed = true;
        tell(due);
        failed = false;
      }
    } finally {
      busy = false;
      // A host that fails at one stay hears of the next all the same.
      if (failed) arm();
    }
  };

  const forget = lead.onTaken(arm);
  const stop = (): void => {
    watching = false;
    cancel();
    forget();
  };
  lead.onStopped(stop);
  arm();
  return stop;
};

const keyOf = ({ stage, enteredAt }: Deadline): string => `${stage} ${String(enteredAt)}`;

const dueOf = <S extends StageId, E extends EventType>(lead: LiveLead<S, E>, { leadId, deadline }: ExpiryPlan<S>): Deadline<S> | null => {
  const { value } = lead.actor.getSnapshot();
  const entered = lead.record().history.at(-1);
  // Before a lead's first stage nothing runs.
  if (entered === undefined || value === START) return null;
  const stage: S = value;
  const due = deadline(stage, entered.at);
  if (due === null) return null;
  const { at, clause } = typeof due === 'object' ? due : { at: due, clause: null };
  if (!Number.isSafeInteger(at)) throw new RangeError(`the deadline of "${stage}" is no moment: ${String(at)}`);
  return { leadId, stage, enteredAt: entered.at, deadline: at, clause };
};
