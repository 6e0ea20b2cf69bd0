import type { Instant } from '../../kernel/instant.js';
import type { ClockFact } from '../../vocabulary/fact.js';
import type { OpenHours } from '../calendar/open-hours.js';
import type { TimedClause } from './course.js';
import { knownBy, type KnownClock } from './known.js';

/** How long one person held a lead while its clock ran. */
export interface LedgerRow {
  /** Null where nobody is named. */
  readonly person: string | null;
  readonly from: Instant;
  readonly until: Instant;
  /** Open milliseconds that the clock ran meanwhile. */
  readonly openMs: number;
}

/**
 * Who held a lead while its clock ran, and how much of its time each of them took: in order, without a gap, up to the
 * answer, the end or `asOf`. The open time adds up to what the clock ran. Empty before it starts.
 */
export const ledgerOf = (clock: ClockFact, open: OpenHours, asOf: Instant): readonly LedgerRow[] => {
  if (asOf <= clock.startedAt) return [];
  const { run, stopped } = knownBy(clock, asOf, open);
  const end = stopped?.at ?? (clock.endedAt !== null && clock.endedAt < asOf ? clock.endedAt : asOf);
  const held = clock.holders.filter(({ from }, i) => i === 0 || (from < asOf && from < end));
  return held.map(({ person, from }, i) => {
    const until = held[i + 1]?.from ?? end;
    return { person, from, until, openMs: run.ranAt(until) - run.ranAt(from) };
  });
};

/**
 * Who answers for a clock: who held it when it began; where it is split, who held it when it was fulfilled or due, whichever
 * came first, or holds it now.
 */
export const answerable = (
  { person, holders }: ClockFact,
  reassign: NonNullable<TimedClause['reassign']>,
  { stopped, due }: Pick<KnownClock, 'stopped' | 'due'>,
  asOf: Instant,
): string | null => {
  if (reassign !== 'split') return person;
  const decided = Math.min(stopped?.at ?? Infinity, due ?? Infinity);
  return holders.filter(({ from }) => from < asOf && from <= decided).at(-1)?.person ?? person;
};
