import type { Instant } from '../kernel/instant.js';
import type { ClockFact } from '../vocabulary/fact.js';
import type { OpenHours } from './open-hours.js';
import { isOpen, openMsAt } from './open-time.js';

/** green: time enough. yellow: the clause's warning is reached. red: nothing left. */
export const CLOCK_FLAGS = ['green', 'yellow', 'red'] as const;
/** The colour of a clock that is owed. */
export type ClockFlag = (typeof CLOCK_FLAGS)[number];

/** Where one promise stands. Each state carries only what it knows; all durations are open milliseconds. */
export type ClockJudgement =
  /** Nothing has been delivered yet, as of this moment. */
  | { readonly state: 'not_started' }
  /** Owed and not yet due. What depends on the calendar is null where no calendar was given. */
  | {
      readonly state: 'running';
      readonly due: Instant;
      readonly left: number | null;
      readonly flag: ClockFlag | null;
      readonly outsideHours: boolean | null;
    }
  | { readonly state: 'met'; readonly spare: number }
  /** Due and still not answered. `over` is null where no calendar was given. */
  | { readonly state: 'breached_open'; readonly over: number | null }
  /** Answered after it was due: never "met late". `over` is 0 where only closed time passed since. */
  | { readonly state: 'answered_late'; readonly over: number }
  /** Let go by a person: by which event. */
  | { readonly state: 'waived'; readonly event: string | null }
  /** Broken, and the other side's earlier breach of this clause excuses it. */
  | { readonly state: 'excused'; readonly by: string; readonly over: number | null }
  /** It stopped mattering before it was due: superseded, or answered otherwise. */
  | { readonly state: 'cancelled'; readonly by: string | null }
  /** A start or stop is known to the day only: a clock in hours proves nothing. */
  | { readonly state: 'unproven' };

/** The name of each state a clock can be in. */
export type ClockState = ClockJudgement['state'];

/**
 * Judge one clock as of a moment. What happened strictly before `asOf` counts. A clock is met when stopped at or before
 * it is due, and breached when `asOf` is after that and it was not, however late the answer came. A promise that was
 * overdue when it stopped mattering stays breached: delivering anew does not heal it. A met clock stays met; any other is
 * waived from the waiver on, and only a breach can be excused.
 *
 * @param open - The clock's calendar; without it, what is left of a running clock is not known.
 * @param warnOpenMs - Open milliseconds before the clock is due from which on it is yellow; null for never.
 */
export const judgeClock = (
  clock: ClockFact,
  asOf: Instant,
  open: OpenHours | null = null,
  warnOpenMs: number | null = null,
): ClockJudgement => {
  const happened = (at: Instant | null): at is Instant => at !== null && at < asOf;
  if (asOf <= clock.startedAt) return { state: 'not_started' };
  if (clock.unproven) return { state: 'unproven' };
  const dueOpenMs = clock.startOpenMs + clock.targetOpenMs;
  const stopped = happened(clock.stoppedAt);
  const stopOpenMs = clock.stopOpenMs ?? dueOpenMs;
  if (stopped && clock.stoppedAt <= clock.dueAt) return { state: 'met', spare: dueOpenMs - stopOpenMs };
  if (happened(clock.cancelledAt)) return { state: 'cancelled', by: clock.endedBy };
  if (happened(clock.waivedAt)) return { state: 'waived', event: clock.waivedEvent };
  if (!stopped && asOf <= clock.dueAt) {
    const left = open === null ? null : dueOpenMs - openMsAt(open, asOf);
    return {
      state: 'running',
      due: clock.dueAt,
      left,
      flag: left === null ? null : flagOf(left, warnOpenMs),
      outsideHours: open === null ? null : !isOpen(open, asOf),
    };
  }
  const end = happened(clock.endedAt) ? clock.endedAt : asOf;
  const over = stopped ? stopOpenMs - dueOpenMs : open === null ? null : openMsAt(open, end) - dueOpenMs;
  if (clock.excusedBy !== null) return { state: 'excused', by: clock.excusedBy, over };
  return stopped ? { state: 'answered_late', over: stopOpenMs - dueOpenMs } : { state: 'breached_open', over };
};

const flagOf = (left: number, warnOpenMs: number | null): ClockFlag =>
  left <= 0 ? 'red' : warnOpenMs !== null && left <= warnOpenMs ? 'yellow' : 'green';
