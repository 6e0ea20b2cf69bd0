import { instantOf, toIso, type Instant } from '../kernel/instant.js';
import { fail, ok, type Result } from '../kernel/result.js';
import type { ZoneId } from '../kernel/zone.js';
import type { Issue } from '../kernel/issue.js';
import type { Clause } from '../sla/clauses/index.js';
import type { PeriodCalendar } from '../vocabulary/period-calendar.js';
import { periodOf, type Period } from '../vocabulary/period.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';

/** A version of the pact and the time in which promises begin under it. */
export interface VersionInForce {
  readonly pact: Pact;
  readonly from: Instant;
  /** When the next version takes over; null for the last. */
  readonly until: Instant | null;
}

/**
 * The versions of one pact by the time they take effect. A promise is judged by the version under which it began,
 * whatever was agreed later.
 *
 * Issues: `pact.different_pacts`, `pact.same_effective_date`, `pact.same_version`, `pact.no_version_in_force` (no version at all).
 */
export const versionsInForce = (pacts: readonly Pact[]): Result<readonly VersionInForce[]> => {
  const sorted = pacts
    .map((pact) => ({ pact, from: instantOf(pact.effectiveFrom) }))
    .sort((a, b) => a.from - b.from);
  const ids = [...new Set(pacts.map((pact) => pact.id))];
  const issues: Issue[] = ids.length > 1 ? [pactIssue('different_pacts', { ids })] : [];
  sorted.forEach(({ pact, from }, i) => {
    const next = sorted[i + 1];
    if (next?.from === from) {
      issues.push(pactIssue('same_effective_date', { versions: [pact.version, next.pact.version], at: pact.effectiveFrom }, [i, 'effectiveFrom']));
    }
  });
  const names = pacts.map(({ version }) => version);
  names.forEach((version, i) => {
    if (names.indexOf(version) < i) issues.push(pactIssue('same_version', { version }, [i, 'version']));
  });
  if (sorted.length === 0) issues.push(pactIssue('no_version_in_force', { at: 'any time' }));
  return issues.length > 0 ? fail(issues) : ok(sorted.map((one, i) => ({ ...one, until: sorted[i + 1]?.from ?? null })));
};

/**
 * The version in force at the last moment before `at`: the one whose promises a review speaks of.
 *
 * Issues: `pact.no_version_in_force`.
 */
export const versionAt = (versions: readonly VersionInForce[], at: Instant): Result<VersionInForce> => {
  const found = versions.filter(({ from }) => from < at).at(-1);
  return found === undefined ? fail([pactIssue('no_version_in_force', { at: toIso(at) })]) : ok(found);
};

/** The version in force at a moment: the one under which what begins then begins. */
export const atMoment = <Version extends Pick<VersionInForce, 'from' | 'until'>>(versions: readonly Version[], at: Instant): Version | undefined =>
  versions.find(({ from, until }) => from <= at && (until === null || at < until));

/**
 * A clause as the version in force at a moment words it; null where no version was, or where it had no such clause.
 */
export const wordingIn =
  (versions: readonly VersionInForce[]) =>
  ({ id }: { readonly id: string }, at: Instant): Clause | null =>
    atMoment(versions, at)?.pact.clauses.find((clause) => clause.id === id) ?? null;

/**
 * The period that a label names, in the zone of the version that it will be reviewed under. Null where the label names none.
 */
export const periodUnder = (versions: readonly VersionInForce[], label: string, asOf: Instant): Period | null => {
  for (const version of [...versions].reverse()) {
    const period = periodOf(label, calendarOf(version.pact));
    // Another version may know a fiscal year that this one does not.
    if (period === null) continue;
    const inForce = versionAt(versions, Math.min(period.end, asOf));
    if (inForce.ok && inForce.value === version) return period;
  }
  const [first] = versions;
  return periodOf(label, first === undefined ? 'UTC' : calendarOf(first.pact));
};

/** By what a pact cuts its periods: what it says of weeks and fiscal years, or its zone alone. */
const calendarOf = ({ zone, periods }: Pact): ZoneId | PeriodCalendar => (periods === undefined ? zone : { zone, ...periods });
