import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { Money } from '../../vocabulary/money.js';
import { attributionIssue } from './issues.js';

/** One touch on the way to a conversion. */
export interface PathTouch {
  readonly eventId: string;
  readonly at: Instant;
  /** What gets the credit: a channel, a source, a campaign. `null` where that is not known; such touches are credited too. */
  readonly channel: string | null;
}

/** The moments that a touch can stand out by. `null` where it never came, or is not known. */
export interface PathMilestones {
  readonly leadCreated: Instant | null;
  readonly mql: Instant | null;
  readonly opportunityCreated: Instant | null;
}

/** How a lead, an account or a deal was touched until it converted, or until now where it did not. */
export interface Path {
  /** The lead, account or opportunity. */
  readonly id: string;
  /** In order of time; none after the conversion. */
  readonly touches: readonly PathTouch[];
  /** `null` where it did not convert. */
  readonly convertedAt: Instant | null;
  /** What the conversion is worth; `null` where that is not known, or there is none. */
  readonly amount: Money | null;
  readonly milestones: PathMilestones;
}

/** At most so many touches on one path: with more, a share of a deal is less than a ten-thousandth. */
export const LONGEST_PATH = 10_000;
/** At most so many touches on all paths of one call. */
export const MOST_TOUCHES = 10_000_000;

/** Everything that is wrong with paths: order, length, doubles, amounts that are not whole. */
export const pathIssues = (paths: readonly Path[]): readonly Issue[] => {
  const touches = paths.reduce((sum, path) => sum + path.touches.length, 0);
  if (touches > MOST_TOUCHES) return [attributionIssue('too_many_touches', { touches, limit: MOST_TOUCHES })];
  const seen = new Set<string>();
  return paths.flatMap((path, i) => {
    const double = seen.has(path.id);
    seen.add(path.id);
    return [...(double ? [attributionIssue('duplicate_path', { path: path.id }, [i, 'id'])] : []), ...issuesOf(path, i)];
  });
};

const issuesOf = ({ id, touches, convertedAt, amount, milestones }: Path, i: number): readonly Issue[] => {
  if (touches.length > LONGEST_PATH) {
    return [attributionIssue('path_too_long', { path: id, touches: touches.length, limit: LONGEST_PATH }, [i, 'touches'])];
  }
  const moments = [convertedAt, milestones.leadCreated, milestones.mql, milestones.opportunityCreated];
  const known = (at: Instant | null): boolean => at === null || Number.isSafeInteger(at);
  const end = convertedAt ?? Infinity;
  return [
    ...(moments.every(known) && touches.every(({ at }) => known(at)) ? [] : [attributionIssue('not_a_moment', { path: id }, [i])]),
    ...(touches.some(({ at }, nth) => at < (touches[nth - 1]?.at ?? at))
      ? [attributionIssue('out_of_order', { path: id }, [i, 'touches'])]
      : []),
    ...(touches.some(({ at }) => at > end) ? [attributionIssue('after_conversion', { path: id }, [i, 'touches'])] : []),
    ...(amount === null || Number.isSafeInteger(amount.minor)
      ? []
      : [attributionIssue('not_an_amount', { path: id, minor: String(amount.minor) }, [i, 'amount'])]),
  ];
};
