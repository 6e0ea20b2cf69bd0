import type { Issue, Path } from '../../kernel/issue.js';
import { slaIssue } from '../issues.js';
import { covers, isImpossible } from '../condition.js';
import { conditionsIn } from './conditions.js';
import type { TimedClause } from './course.js';

/**
 * What is wrong with what a clause says of any clock: an option that could never do anything, or that another undoes.
 *
 * Issues: `sla.warns_from_start`, `sla.never_warns`, `sla.rung_before_start`, `sla.window_never_reached`,
 * `sla.window_never_changes`, `sla.pause_never_holds`, `sla.pause_never_ends`, `sla.condition_never_met`, `sla.cancelled_first`.
 */
export const lintTimed = (clause: TimedClause, path: Path): readonly Issue[] => [
  ...lintWarn(clause, path),
  ...lintRungs(clause, path),
  ...lintWindows(clause, path),
  ...lintPauses(clause, path),
  ...lintConditions(clause, path),
];

/** The shortest time that any lead may have, in minutes. */
const shortest = ({ within, windows = [] }: TimedClause): number => Math.min(within.minutes, ...windows.map((window) => window.within.minutes));

const lintWarn = (clause: TimedClause, path: Path): readonly Issue[] => {
  const { id, warn } = clause;
  const within = shortest(clause);
  const place = [...path, 'warn'];
  if (warn === undefined) return [];
  if ('minutes' in warn) return warn.minutes < within ? [] : [slaIssue('warns_from_start', { clause: id, warn: warn.minutes, within }, place)];
  const never = 'share' in warn ? Number(warn.share) === 1 : warn.after.minutes >= within;
  return never ? [slaIssue('never_warns', { clause: id, within }, place)] : [];
};

/** A step so long before a clock is due that the clock has not begun by then. */
const lintRungs = (clause: TimedClause, path: Path): readonly Issue[] =>
  (clause.escalation ?? []).flatMap(({ when }, i) => {
    const within = shortest(clause);
    if (!('before' in when) || when.before.minutes < within) return [];
    return [slaIssue('rung_before_start', { clause: clause.id, before: when.before.minutes, within }, [...path, 'escalation', i, 'when'])];
  });

const lintWindows = (clause: TimedClause, path: Path): readonly Issue[] => {
  const { id, windows = [], whenWindowChanges = 'keep' } = clause;
  const changes = whenWindowChanges === 'keep' || windows.length > 0;
  return [
    ...windows.flatMap(({ tiers, sources }, i) => {
      const hidden = windows.slice(0, i).some((earlier) => hasAll(earlier.tiers, tiers) && hasAll(earlier.sources, sources));
      return hidden ? [slaIssue('window_never_reached', { clause: id, window: i + 1 }, [...path, 'windows', i])] : [];
    }),
    ...(changes ? [] : [slaIssue('window_never_changes', { clause: id, whenWindowChanges }, [...path, 'whenWindowChanges'])]),
  ];
};

/** Whether a list that may say anything has all of another; one that is not said may be anything. */
const hasAll = (all: readonly string[] | undefined, some: readonly string[] | undefined): boolean =>
  all === undefined || (some?.every((one) => all.includes(one)) ?? false);

const lintPauses = (clause: TimedClause, path: Path): readonly Issue[] =>
  (clause.pauses ?? []).flatMap(({ from, until }, i) => {
    const place = [...path, 'pauses', i];
    return [
      ...(covers(until, from) ? [slaIssue('pause_never_holds', { clause: clause.id }, place)] : []),
      ...(isImpossible(until) ? [slaIssue('pause_never_ends', { clause: clause.id }, [...place, 'until'])] : []),
    ];
  });

/** Conditions that no event meets, and those that only events meet which end the clock before they count. */
const lintConditions = (clause: TimedClause, path: Path): readonly Issue[] => {
  const { id, cancelledBy = [] } = clause;
  return conditionsIn(clause).flatMap(({ condition, does, path: place }) => [
    ...(does !== 'unpause' && isImpossible(condition) ? [slaIssue('condition_never_met', { clause: id }, [...path, ...place])] : []),
    ...((does === 'pause' || does === 'reopen') && cancelledBy.some((cancel) => covers(cancel, condition))
      ? [slaIssue('cancelled_first', { clause: id }, [...path, ...place])]
      : []),
  ]);
};
