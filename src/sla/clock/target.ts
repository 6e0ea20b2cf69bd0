import type { Instant } from '../../kernel/instant.js';
import type { ClockRetarget } from '../../vocabulary/fact.js';
import type { TimedClause } from './course.js';
import type { Life } from './life.js';
import { firstWhere, type Run } from './run.js';
import { firstFrom, type Mark, type Place, type Priority, type Story } from './story.js';

const MINUTE = 60_000;

/** What a clock has to do, and what it has to do later. */
export interface Targets {
  readonly targetOpenMs: number;
  readonly retargets: readonly ClockRetarget[];
}

/**
 * The target of a clock at its start, and those that came while it was neither due nor over. Where the lead changes while
 * the promise is fulfilled, what it is by then counts from the reopening on.
 *
 * @param end - The place at which nothing matters any more: it was fulfilled, or ended.
 */
export const targetsOf = (
  clause: TimedClause,
  story: Story,
  { start, end }: { readonly start: Place; readonly end: Place | null },
  answered: Life['answered'],
  run: Run,
): Targets => {
  const first = firstFrom(story.priorities, start.passed);
  const targetOpenMs = windowOf(clause, story.priorities[first - 1]?.said ?? story.priority);
  const retargets: ClockRetarget[] = [];
  if ((clause.whenWindowChanges ?? 'keep') === 'keep') return { targetOpenMs, retargets };
  const last = end === null ? story.priorities.length : firstFrom(story.priorities, end.passed);
  let base = targetOpenMs;
  let current = { at: -Infinity, target: base };
  for (const { at, event, said } of changesOf(story.priorities.slice(first, last), answered, story)) {
    const ran = run.ranAt(at);
    if (isDueBefore(at, ran, current, run)) break;
    const next = windowOf(clause, said);
    if (next === base) continue;
    const target = clause.whenWindowChanges === 'from_start' ? next : ran + shareLeft(current.target - ran, base, next);
    if (retargets.at(-1)?.at === at) retargets.pop();
    retargets.push({ at, event, targetOpenMs: target });
    base = next;
    current = { at, target };
  }
  return { targetOpenMs, retargets };
};

interface Change {
  readonly at: Instant;
  readonly event: string;
  readonly said: Priority;
}

/** Marks with the moments at which they count. Of those that came while it was fulfilled, the last counts when it is reopened. */
const changesOf = (marks: readonly Mark<Priority>[], answered: Life['answered'], story: Story): readonly Change[] => {
  const gaps = answered.map(({ from, until }) => ({ from: story.afterStop(from).passed, until: story.afterStop(until) }));
  const changes: Change[] = [];
  let within: object | null = null;
  for (const { at, event, said, position } of marks) {
    const next = gaps[firstWhere(gaps.length, (i) => (gaps[i]?.until.passed ?? Infinity) > position)];
    const gap = next !== undefined && next.from <= position ? next : null;
    if (gap !== null && gap === within) changes.pop();
    changes.push({ at: gap?.until.at ?? at, event, said });
    within = gap;
  }
  return changes;
};

/** Open milliseconds that are promised to a lead: of the first window that applies, else of the clause. */
const windowOf = ({ windows, within }: TimedClause, { tier, source }: Priority): number => {
  const applies = windows?.find(
    ({ tiers, sources }) =>
      (tiers === undefined || (tier !== null && tiers.includes(tier))) && (sources === undefined || (source !== null && sources.includes(source))),
  );
  return (applies ?? { within }).within.minutes * MINUTE;
};

/** Whether a clock was due before a moment by the target that applied until then. */
const isDueBefore = (at: number, ran: number, { at: since, target }: { readonly at: number; readonly target: number }, run: Run): boolean => {
  if (ran < target) return false;
  const reached = run.momentOf(target);
  return reached !== null && Math.max(reached, since) < at;
};

/** The same share of another time as `left` is of a time; whole milliseconds, rounded down. Nothing left stays nothing. */
const shareLeft = (left: number, of: number, another: number): number => Number((BigInt(Math.max(0, left)) * BigInt(another)) / BigInt(of));

