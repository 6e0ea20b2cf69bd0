import fc from 'fast-check';
import { openSegments, type OpenHours } from 'revpact/sla';
import type { ClockFact, ClockPause, ClockRetarget } from 'revpact/vocabulary';
import { aClock } from './promises.js';

const MINUTE = 60_000;

/** A row of facts.clocks that is running and nothing else. */
export const aClockRow = (startedAt: number, targetOpenMs: number, over: Partial<ClockFact> = {}): ClockFact =>
  aClock({ startedAt, targetOpenMs, dueAt: null, person: null, holders: [], ...over });

/** Open milliseconds from the start to a moment, pauses left out, counted stretch by stretch. */
export const ranBy = (open: OpenHours, startedAt: number, pauses: readonly Pick<ClockPause, 'from' | 'until'>[], at: number): number => {
  const openIn = (from: number, to: number): number => openSegments(open, from, to).reduce((sum, { start, end }) => sum + end - start, 0);
  const paused = pauses.map(({ from, until }) => openIn(from, Math.min(until ?? Infinity, at)));
  return paused.reduce((sum, ms) => sum - ms, openIn(startedAt, at));
};

/** The first moment at which as much has run as the target of that moment asks for, by halving; null where none is in sight. */
export const dueByHalving = (open: OpenHours, row: Pick<ClockFact, 'startedAt' | 'targetOpenMs' | 'pauses' | 'retargets'>, horizon: number): number | null => {
  const { startedAt, targetOpenMs, pauses, retargets } = row;
  const changes = [{ at: startedAt, targetOpenMs }, ...retargets];
  const reached = (at: number, target: number): boolean => ranBy(open, startedAt, pauses, at) >= target;
  for (const [i, { at, targetOpenMs: target }] of changes.entries()) {
    const end = changes[i + 1]?.at ?? horizon;
    // The target of this stretch holds up to, not at, the moment of the next.
    if (end <= at || !reached(end - 1, target)) continue;
    let [low, high] = [at, end - 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (reached(middle, target)) high = middle;
      else low = middle + 1;
    }
    return high;
  }
  return null;
};

/** How a random clock goes: all lengths in minutes, one after another. */
const plan = fc.record({
  start: fc.integer({ min: 0, max: 20 * 1440 }),
  target: fc.integer({ min: 1, max: 1800 }),
  pauses: fc.array(fc.record({ after: fc.integer({ min: 0, max: 1500 }), length: fc.integer({ min: 1, max: 1500 }), answered: fc.boolean() }), { maxLength: 4 }),
  isLastOpen: fc.boolean(),
  retargets: fc.array(fc.record({ after: fc.integer({ min: 1, max: 2000 }), target: fc.integer({ min: 1, max: 2500 }) }), { maxLength: 3 }),
  finish: fc.constantFrom('stop', 'end', 'reassigned', 'none'),
  finishAfter: fc.integer({ min: 0, max: 5000 }),
  waivedAfter: fc.option(fc.integer({ min: 1, max: 6000 })),
  isExcused: fc.boolean(),
  isUnproven: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

/** Rows as the clauses make them, of clocks that begin within twenty days after a moment. */
export const clockRows = (open: OpenHours, from: number, horizon: number): fc.Arbitrary<ClockFact> =>
  plan.map((one) => {
    const startedAt = from + one.start * MINUTE;
    let at = startedAt;
    const pauses = one.pauses.map(({ after, length, answered }, i): ClockPause => {
      const begins = at + after * MINUTE;
      at = begins + length * MINUTE;
      const lasts = one.isLastOpen && i === one.pauses.length - 1;
      const because = answered && !lasts ? 'answered' : 'held';
      return { because, from: begins, fromEvent: `p${String(i)}`, until: lasts ? null : at, untilEvent: lasts ? null : `u${String(i)}` };
    });
    const lastPause = pauses.at(-1);
    let changed = startedAt;
    const retargets = one.retargets.map(({ after, target }, i): ClockRetarget => {
      changed += after * MINUTE;
      return { at: changed, event: `t${String(i)}`, targetOpenMs: target * MINUTE };
    });
    // What fulfils or ends it comes after all pauses that have an end.
    const finishedAt = (lastPause?.until ?? lastPause?.from ?? startedAt) + one.finishAfter * MINUTE;
    const row = aClockRow(startedAt, one.target * MINUTE, {
      pauses,
      retargets,
      waivedAt: one.waivedAfter === null ? null : startedAt + one.waivedAfter * MINUTE,
      excusedBy: one.isExcused ? 'other' : null,
      unproven: one.isUnproven,
    });
    const dueAt = dueByHalving(open, row, horizon);
    if (one.finish === 'none') return { ...row, dueAt };
    if (one.finish === 'stop') return { ...row, dueAt, stoppedAt: finishedAt, stoppedEvent: 'stop' };
    const cancelledAt = dueAt === null || finishedAt <= dueAt ? finishedAt : null;
    return { ...row, dueAt, endedAt: finishedAt, endedBy: one.finish === 'end' ? 'rejected' : 'reassigned', cancelledAt };
  });
