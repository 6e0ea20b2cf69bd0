import type { Instant } from '../../kernel/instant.js';
import type { ClockPause, ClockRetarget } from '../../vocabulary/fact.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { add, openMsAt } from '../calendar/open-time.js';

/** A stretch in which a clock stood still. A pause whose end nobody knows ends never. */
export type Standstill = Pick<ClockPause, 'from' | 'until'>;

/** The open time that a clock runs through: open time from its start, pauses left out. */
export interface Run {
  /** How much of it has passed by a moment. */
  readonly ranAt: (at: Instant) => number;
  /** The earliest moment by which so much has passed; null where the clock stands still before that, nobody knows until when. */
  readonly momentOf: (ranMs: number) => Instant | null;
}

/**
 * The run of a clock. Each question is a search over the pauses, however many there are.
 *
 * @param pauses - Ascending, none of them overlapping, none before the start; only the last may be without an end.
 */
export const runOf = (open: OpenHours, startedAt: Instant, pauses: readonly Standstill[]): Run => {
  const startOpenMs = openMsAt(open, startedAt);
  /** By pause: what had run when it began, and the paused open time until it began; one more for after the last. */
  const ran: number[] = [];
  const paused: number[] = [0];
  pauses.forEach(({ from, until }, i) => {
    const begun = openMsAt(open, from);
    const before = paused[i] ?? 0;
    ran.push(begun - startOpenMs - before);
    paused.push(until === null ? Infinity : before + openMsAt(open, until) - begun);
  });
  return {
    ranAt: (at) => {
      const next = firstWhere(pauses.length, (i) => (pauses[i]?.from ?? Infinity) >= at);
      const last = pauses[next - 1];
      if (last !== undefined && (last.until === null || at < last.until)) return ran[next - 1] ?? 0;
      return openMsAt(open, at) - startOpenMs - (paused[next] ?? 0);
    },
    momentOf: (ranMs) => {
      if (ranMs <= 0) return startedAt;
      const before = paused[firstWhere(ran.length, (i) => (ran[i] ?? 0) >= ranMs)] ?? 0;
      return before === Infinity ? null : add(open, startedAt, ranMs + before);
    },
  };
};

/** The first of so many positions from which on something holds, as it does for all after it; the number where it never does. */
export const firstWhere = (length: number, holds: (position: number) => boolean): number => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * When a level that depends on the target is reached first: the earliest moment at which what ran is at least the level of
 * the target that applies then. A later target never makes it earlier than its own moment. Null where the clock stands
 * still before that, nobody knows until when.
 *
 * @param levelOf - What must have run, from the target: the target itself for when it is due.
 */
export const reachedAt = (
  run: Run,
  targetOpenMs: number,
  retargets: readonly Pick<ClockRetarget, 'at' | 'targetOpenMs'>[],
  levelOf: (targetOpenMs: number) => number = (target) => target,
): Instant | null => {
  let from: Instant = -Infinity;
  let level = levelOf(targetOpenMs);
  for (let i = 0; ; i += 1) {
    const next = retargets[i];
    // Where the next target comes before the level is reached, this one has no moment of its own: it may lie beyond every calendar.
    if (next === undefined || run.ranAt(next.at) >= level) {
      const reached = run.momentOf(level);
      const moment = reached === null ? null : Math.max(reached, from);
      if (next === undefined || (moment !== null && moment < next.at)) return moment;
    }
    from = next.at;
    level = levelOf(next.targetOpenMs);
  }
};
