import { toInstant, toIso, type Instant, type InstantInput } from '../kernel/instant.js';
import { RevpactError } from '../kernel/issue.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { inputIssue } from '../kernel/schema.js';
import { TREND_LOOKS, type TrendLook } from '../metrics/scorecard/trend.js';
import type { Period } from '../vocabulary/period.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';
import { periodUnder, versionAt, versionsInForce, type VersionInForce } from './versions.js';

/** Which period, judged when, and with what was known by when. */
export interface ReviewOptions {
  /** `2026-Q2`, `2026-05`, `2026` or two dates, in the pact's zone; or a period of one's own. */
  readonly period: string | Period;
  /** The moment of judgement: what happened before it counts. A moment, never a date. */
  readonly asOf: InstantInput;
  /** Only what was recorded before this moment counts. */
  readonly knownBy?: InstantInput;
  /** The scorecard over so many periods of the same kind, this one the last: 2 to 36. Each but the last costs as much as a review. */
  readonly trend?: { readonly periods: number; readonly look: TrendLook };
  /** The version of the host's time-zone data, such as Node's `process.versions.tz`: the review carries it, nothing is computed from it. */
  readonly zoneData?: string;
}

/** What is asked of a pact, read and found to make sense. */
export interface Asked {
  readonly versions: readonly VersionInForce[];
  /** The version in force at the end of the period, or at `asOf` if that is earlier. */
  readonly inForce: VersionInForce;
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
  readonly zoneData: string | null;
  readonly trend: { readonly periods: number; readonly look: TrendLook } | null;
}

/**
 * Read what is asked of the versions of a pact.
 *
 * Issues: those of {@link versionsInForce}, `pact.no_version_in_force`, `pact.review_too_early` (asOf at or before the start
 * of the period), `input.invalid` (a period, moment or trend that is none).
 */
export const askedOf = (pacts: readonly Pact[], options: ReviewOptions): Result<Asked> => {
  const versions = versionsInForce(pacts);
  const moments = momentsOf(options);
  if (!versions.ok || !moments.ok) return fail([...(versions.ok ? [] : versions.issues), ...(moments.ok ? [] : moments.issues)]);
  const { asOf, knownBy } = moments.value;
  const period = typeof options.period === 'string' ? periodUnder(versions.value, options.period, asOf) : options.period;
  if (period === null) {
    const reason =
      'a period is written as 2026-Q2, 2026-H1, 2026-05, 2026-W14, 2026, 2026-04-01 or 2026-04-01/2026-06-30, ' +
      'and as FY2027, FY2027-H1 or FY2027-Q2 where the pact says when its fiscal year begins';
    return fail([inputIssue('invalid', { reason }, ['period'])]);
  }
  if (!(period.start < period.end)) return fail([inputIssue('invalid', { reason: 'a period ends after it begins' }, ['period'])]);
  if (asOf <= period.start) return fail([pactIssue('review_too_early', { asOf: toIso(asOf), start: toIso(period.start) }, ['asOf'])]);
  const inForce = versionAt(versions.value, Math.min(period.end, asOf));
  if (!inForce.ok) return inForce;
  return ok({ versions: versions.value, inForce: inForce.value, period, asOf, knownBy, zoneData: options.zoneData ?? null, trend: options.trend ?? null });
};

/** What is judged, or the issues of a calendar: that working hours end before a promise is due is found only while judging. */
export const whileJudging = <T>(judge: () => Result<T>): Result<T> => {
  try {
    return judge();
  } catch (error) {
    if (error instanceof RevpactError) return fail(error.issues, error.issueCount);
    throw error;
  }
};

const momentsOf = ({ asOf, knownBy, trend }: ReviewOptions): Result<{ readonly asOf: Instant; readonly knownBy: Instant | null }> => {
  const at = toInstant(asOf);
  const known = knownBy === undefined ? null : toInstant(knownBy);
  const issues = [
    ...(typeof at === 'number' ? [] : [inputIssue('invalid', { reason: at.reason }, ['asOf'])]),
    ...(known === null || typeof known === 'number' ? [] : [inputIssue('invalid', { reason: known.reason }, ['knownBy'])]),
    ...(trend === undefined || (Number.isInteger(trend.periods) && trend.periods >= 2 && trend.periods <= 36)
      ? []
      : [inputIssue('invalid', { reason: 'a trend is over 2 to 36 periods' }, ['trend', 'periods'])]),
    ...(trend === undefined || TREND_LOOKS.includes(trend.look) ? [] : [inputIssue('invalid', { reason: `a trend is looked at ${TREND_LOOKS.join(', ')}` }, ['trend', 'look'])]),
  ];
  return issues.length === 0 && typeof at === 'number' && (known === null || typeof known === 'number') ? ok({ asOf: at, knownBy: known }) : fail(issues);
};
