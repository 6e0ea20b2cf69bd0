import type { Instant } from '../../kernel/instant.js';
import type { ClockFact, ClockPause, ClockRetarget } from '../../vocabulary/fact.js';
import type { OpenHours } from '../calendar/open-hours.js';
import { reachedAt, runOf, type Run } from './run.js';

/** What is known of a clock as of a moment: its row, with what came at or after the moment taken away. */
export interface KnownClock {
  readonly run: Run;
  readonly pauses: readonly ClockPause[];
  readonly retargets: readonly ClockRetarget[];
  /** The target that applies; once it is due, the one by which it was. */
  readonly targetOpenMs: number;
  /** When it is due; null while it stands still. */
  readonly due: Instant | null;
  /** What holds it now; null where it runs, or was fulfilled. */
  readonly paused: ClockPause | null;
  /** What fulfilled it, in time or late; null again once it was reopened. */
  readonly stopped: { readonly at: Instant; readonly event: string | null } | null;
}

/** A clock as it was known at a moment: what happened strictly before it counts. */
export const knownBy = (clock: ClockFact, asOf: Instant, open: OpenHours): KnownClock => {
  const begun = clock.pauses.filter(({ from }) => from < asOf);
  const last = begun.at(-1);
  const lasts = last !== undefined && (last.until === null || last.until >= asOf);
  const answered = lasts && last.because === 'answered' ? last : null;
  // While it is answered, the time from the answer on is no pause yet: nobody knows that it will be reopened.
  const pauses = answered !== null ? begun.slice(0, -1) : lasts ? [...begun.slice(0, -1), { ...last, until: null, untilEvent: null }] : begun;
  const retargets = clock.retargets.filter(({ at }) => at < asOf);
  const run = runOf(open, clock.startedAt, pauses);
  const all = retargets.length === clock.retargets.length && begun.length === clock.pauses.length && !lasts;
  const due = all ? clock.dueAt : reachedAt(run, clock.targetOpenMs, retargets);
  return {
    run,
    pauses,
    retargets,
    targetOpenMs: retargets.filter(({ at }) => due === null || at <= due).at(-1)?.targetOpenMs ?? clock.targetOpenMs,
    due,
    paused: lasts && answered === null ? last : null,
    stopped: answered !== null ? { at: answered.from, event: answered.fromEvent } : stopOf(clock, asOf),
  };
};

const stopOf = ({ stoppedAt, stoppedEvent }: ClockFact, asOf: Instant): KnownClock['stopped'] =>
  stoppedAt !== null && stoppedAt < asOf ? { at: stoppedAt, event: stoppedEvent } : null;
