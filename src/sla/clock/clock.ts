import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { isOpen, nextOpening } from '../calendar/open-time.js';
import type { Warn } from '../clause.js';
import { knownBy, type KnownClock } from './known.js';
import { yellowFrom } from './warn.js';

/** green: time enough. yellow: the clause's warning is reached. red: nothing left. */
export const CLOCK_FLAGS = ['green', 'yellow', 'red'] as const;
/** The colour of a clock that is owed. */
export type ClockFlag = (typeof CLOCK_FLAGS)[number];

/** What is owed and not yet due: how much time is left, and the colour that this makes. */
interface Owed {
  readonly left: number;
  readonly flag: ClockFlag;
}

/** Where one promise stands. Each state carries only what it knows; all durations are open milliseconds. */
export type ClockJudgement =
  /** Nothing has been delivered yet, as of this moment. */
  | { readonly state: 'not_started' }
  /** Owed and not yet due, in working hours. */
  | ({ readonly state: 'running'; readonly due: Instant } & Owed)
  /** Owed and not yet due, and the calendar is closed now. `opens` is null where it opens no more before 2200. */
  | ({ readonly state: 'outside_hours'; readonly due: Instant; readonly opens: Instant | null } & Owed)
  /** Owed, and standing still since an event: nobody knows when it is due. */
  | ({ readonly state: 'paused'; readonly since: Instant; readonly event: string } & Owed)
  | { readonly state: 'met'; readonly spare: number }
  /** Due and still not answered. */
  | { readonly state: 'breached_open'; readonly over: number }
  /** Answered after it was due: never "met late". `over` is 0 where only closed or paused time passed since. */
  | { readonly state: 'answered_late'; readonly over: number }
  /** Let go by a person: by which event, who and why. */
  | { readonly state: 'waived'; readonly event: string | null; readonly by: string | null; readonly why: string | null }
  /** Broken, and the other side's earlier breach of this clause excuses it. */
  | { readonly state: 'excused'; readonly by: string; readonly over: number }
  /** Another clock took its place before it was due: delivered anew, or given to somebody else for whom it begins anew. */
  | { readonly state: 'superseded'; readonly by: string | null }
  /** It stopped mattering before it was due: sent back, opted out, or what else the clause says. */
  | { readonly state: 'cancelled'; readonly by: string | null }
  /** A moment that decides is known to the day only: a clock in hours proves nothing. */
  | { readonly state: 'unproven' };

/** The name of each state a clock can be in. */
export type ClockState = ClockJudgement['state'];

/** What ends a clock because another takes its place. */
export const REPLACED: readonly string[] = ['delivered_anew', 'reassigned'];

/**
 * Judge one clock as of a moment. What happened strictly before `asOf` counts, also of pauses, later targets and
 * reopenings: the same row tells every moment of its life. A clock is met when stopped at or before it is due, and breached
 * when `asOf` is after that and it was not, however late the answer came; nothing that comes after heals a breach. A met
 * clock stays met until it is reopened; any other is waived from the waiver on, and only a breach can be excused.
 *
 * @param open - The working hours that the clock runs on.
 * @param warn - When it turns yellow, as the clause says; null for never.
 */
export const judgeClock = (clock: ClockFact, asOf: Instant, open: OpenHours, warn: Warn | null = null): ClockJudgement => {
  return asOf <= clock.startedAt ? { state: 'not_started' } : judgeKnown(clock, knownBy(clock, asOf, open), asOf, open, warn);
};

/** Judge a clock that has started, of which is known what is known by `asOf`. */
export const judgeKnown = (clock: ClockFact, known: KnownClock, asOf: Instant, open: OpenHours, warn: Warn | null): ClockJudgement => {
  const happened = (at: Instant | null): at is Instant => at !== null && at < asOf;
  const { stopped, due } = known;
  if (clock.unproven) return { state: 'unproven' };
  if (stopped !== null && (due === null || stopped.at <= due)) {
    return { state: 'met', spare: Math.max(0, known.targetOpenMs - known.run.ranAt(stopped.at)) };
  }
  if (happened(clock.cancelledAt)) return { state: REPLACED.includes(clock.endedBy ?? '') ? 'superseded' : 'cancelled', by: clock.endedBy };
  if (happened(clock.waivedAt)) return { state: 'waived', event: clock.waivedEvent, by: clock.waivedBy, why: clock.waivedWhy };
  if (due === null || asOf <= due) return owed(known, asOf, open, warn);
  const until = stopped?.at ?? (happened(clock.endedAt) ? clock.endedAt : asOf);
  const over = known.run.ranAt(until) - known.run.ranAt(due);
  if (clock.excusedBy !== null) return { state: 'excused', by: clock.excusedBy, over };
  return { state: stopped === null ? 'breached_open' : 'answered_late', over };
};

const owed = ({ targetOpenMs, run, due, paused }: KnownClock, asOf: Instant, open: OpenHours, warn: Warn | null): ClockJudgement => {
  const ran = run.ranAt(asOf);
  const left = targetOpenMs - ran;
  const flag = left <= 0 ? 'red' : warn !== null && ran >= yellowFrom(warn, targetOpenMs) ? 'yellow' : 'green';
  if (paused !== null) return { state: 'paused', since: paused.from, event: paused.fromEvent, left, flag };
  if (due === null) throw new Error('a clock that runs is due some time');
  return isOpen(open, asOf)
    ? { state: 'running', due, left, flag }
    : { state: 'outside_hours', due, opens: nextOpening(open, asOf), left, flag };
};
