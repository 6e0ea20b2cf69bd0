import { byText, groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import type { HandOffFact } from '../vocabulary/fact.js';

/** How the deliveries of one source were followed up by a person. */
export interface FollowUpRow {
  /** The source; null where it is not known. */
  readonly of: string | null;
  readonly delivered: number;
  /** Tried at least once by a person of the receiver. */
  readonly tried: number;
  /** Sent back without a try, as what is no lead may be. They wait for nobody and are in no rank. */
  readonly sentBack: number;
  /** Neither: nobody has tried. */
  readonly untried: number;
  /** Tries of people, all deliveries together. */
  readonly attempts: number;
  /** Working time until the first try of half of those tried and untried, and of nine in ten; untried ones rank last. */
  readonly median: TimeToTry;
  readonly ninth: TimeToTry;
}

/** Working milliseconds at a rank. */
export interface TimeToTry {
  /** Null where nothing is ranked, where the rank falls on one that nobody has tried, or where a delivery's hour is not known. */
  readonly ms: number | null;
  /** Where the rank falls on one that nobody has tried: the longest that a first try took. */
  readonly atLeast: number | null;
}

/** Follow-up by source, the source with the most deliveries first. */
export const followedUp = (deliveries: readonly HandOffFact[], asOf: Instant, of: (delivery: HandOffFact) => string | null): readonly FollowUpRow[] =>
  [...groupBy(deliveries, of)]
    .map(([key, group]): FollowUpRow => {
      const wasTried = ({ firstAttemptAt }: HandOffFact): boolean => firstAttemptAt !== null && firstAttemptAt < asOf;
      const tried = group.filter(wasTried);
      const sentBack = group.filter((one) => !wasTried(one) && one.rejectedAt !== null && one.rejectedAt < asOf);
      const untried = group.length - tried.length - sentBack.length;
      const took = tried.map(workingMs);
      return {
        of: key,
        delivered: group.length,
        tried: tried.length,
        sentBack: sentBack.length,
        untried,
        attempts: group.reduce((sum, { attempts }) => sum + attempts, 0),
        median: rankOf(took, untried, 1, 2),
        ninth: rankOf(took, untried, 9, 10),
      };
    })
    .sort((a, b) => b.delivered - a.delivered || byText(a.of, b.of));

/** Null where a delivery is known to the day only, or its hours are not known. */
const workingMs = ({ deliveredByDay, deliveredOpenMs, firstAttemptOpenMs }: HandOffFact): number | null =>
  deliveredByDay || deliveredOpenMs === null || firstAttemptOpenMs === null ? null : firstAttemptOpenMs - deliveredOpenMs;

const NOT_KNOWN: TimeToTry = { ms: null, atLeast: null };

/** Nearest rank over those tried, those untried behind all of them. */
const rankOf = (took: readonly (number | null)[], untried: number, part: number, whole: number): TimeToTry => {
  const known = took.flatMap((ms) => (ms === null ? [] : [ms])).sort((a, b) => a - b);
  const n = known.length + untried;
  if (n === 0 || known.length < took.length) return NOT_KNOWN;
  const ms = known[Math.ceil((part * n) / whole) - 1];
  return ms === undefined ? { ms: null, atLeast: known.at(-1) ?? null } : { ms, atLeast: null };
};
