import { feedbackSummary, type FeedbackSummary } from '../feedback/summary.js';
import type { RejectedRow } from '../crm/import-events.js';
import type { LinkTemplates } from '../crm/back/link.js';
import { toInstant, toIso, type Instant, type InstantInput } from '../kernel/instant.js';
import { inputIssue } from '../kernel/schema.js';
import { RevpactError, type Issue } from '../kernel/issue.js';
import { fail, ok, unwrap, type Result } from '../kernel/result.js';
import { conformance, type Conformance } from '../lifecycle/conformance.js';
import type { Violation } from '../lifecycle/replay.js';
import type { LogCounts } from '../lifecycle/log/resolve.js';
import { funnel, type Funnel } from '../metrics/funnel.js';
import { scorecard, type ScorecardRow } from '../metrics/score.js';
import type { SharedGoal } from '../metrics/scorecard.js';
import { assessClauses } from '../sla/clocks.js';
import type { ClauseFinding } from '../sla/finding.js';
import { schedule, type DueItem } from '../sla/schedule.js';
import type { Account } from '../vocabulary/account.js';
import type { ContactMadeEvent, Event } from '../vocabulary/event.js';
import type { Facts } from '../vocabulary/fact.js';
import { previousPeriod, type Period } from '../vocabulary/period.js';
import { approvalStatus, type ApprovalStatus } from './approval.js';
import { disputesOf, type Dispute } from './disputes.js';
import { pactFacts, type PactFacts } from './facts.js';
import { frameworkOf } from './framework.js';
import { hoursOf, hoursOfClocks } from './hours.js';
import { pactIssue } from './issues.js';
import { namesOf, type Names } from './names.js';
import type { Pact } from './pact.js';
import { leadQuality, type LeadQuality } from './quality.js';
import { metricsOf } from './references.js';
import { promisesOf } from './promises.js';
import { periodUnder, versionAt, versionsInForce, wordingIn, type VersionInForce } from './versions.js';
import { waiversOf } from './waivers.js';

/** What was read from one file or table, row by row: read = accepted + rejected + ignored. */
export interface ImportAccount {
  readonly source: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  readonly rejectedRows: readonly RejectedRow[];
}

/** What a review is made of besides the pact. */
export interface Evidence {
  readonly events: readonly Event[];
  readonly accounts?: readonly Account[];
  /** How the events and accounts were read, to be carried into the review. */
  readonly imports?: readonly ImportAccount[];
}

/** Which period, judged when, and with what was known by when. */
export interface ReviewOptions {
  /** `2026-Q2`, `2026-05`, `2026` or two dates, in the pact's zone; or a period of one's own. */
  readonly period: string | Period;
  /** The moment of judgement: what happened before it counts. A moment, never a date. */
  readonly asOf: InstantInput;
  /** Only what was recorded before this moment counts. */
  readonly knownBy?: InstantInput;
}

/** Which text was reviewed, and what a report needs of it. */
export interface ReviewedPact {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly zone: string;
  readonly approval: ApprovalStatus;
  readonly sharedGoal: SharedGoal | null;
  readonly links: LinkTemplates;
  readonly names: Names;
}

/** One period under the pact, as both sides sit down over it. Plain data throughout. */
export interface Review {
  readonly pact: ReviewedPact;
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
  /** One a clause, in the pact's order; then those that an earlier version promised in this period and this one does not. */
  readonly findings: readonly ClauseFinding[];
  readonly scorecard: readonly ScorecardRow[];
  /**
   * The same metrics over the period before, looked at equally early, so that a young cohort is held against one that was
   * as young; null where that period begins before the pact.
   */
  readonly before: readonly ScorecardRow[] | null;
  readonly funnel: Funnel;
  readonly quality: readonly LeadQuality[];
  readonly feedback: FeedbackSummary;
  /** How closely the whole log follows the agreed life. */
  readonly conformance: Conformance;
  /** The period's steps against it. */
  readonly violations: readonly Violation[];
  readonly disputes: readonly Dispute[];
  /** What is owed now on leads still in the cycle, the earliest due first; overdue and open first of all. */
  readonly due: readonly DueItem[];
  readonly log: LogCounts;
  /** What had to be decided about the log: ties, duplicates, corrections without effect. */
  readonly notices: readonly Issue[];
  readonly imports: readonly ImportAccount[];
}

/**
 * Judge a period: every clause, the scorecard, the funnel with its exits, what was learned, what is due next.
 *
 * @param pacts - The versions of one pact, in any order. Each promise is judged by the version in force when it began;
 *   words, scorecard and funnel are those of the version in force at the end of the period, or at asOf if that is earlier.
 *
 * Issues: `pact.different_pacts`, `pact.same_effective_date`, `pact.no_version_in_force`, `pact.review_too_early` (asOf at
 * or before the start of the period), `input.invalid` (a period or moment that is none).
 */
export const safeReview = (pacts: readonly Pact[], evidence: Evidence, options: ReviewOptions): Result<Review> => {
  const versions = versionsInForce(pacts);
  const asked = momentsOf(options);
  if (!versions.ok || !asked.ok) return fail([...(versions.ok ? [] : versions.issues), ...(asked.ok ? [] : asked.issues)]);
  const { asOf, knownBy } = asked.value;
  const period = typeof options.period === 'string' ? periodUnder(versions.value, options.period, asOf) : options.period;
  if (period === null) {
    const reason = 'a period is written as 2026-Q2, 2026-05, 2026 or 2026-04-01/2026-06-30';
    return fail([inputIssue('invalid', { reason }, ['period'])]);
  }
  if (asOf <= period.start) return fail([pactIssue('review_too_early', { asOf: toIso(asOf), start: toIso(period.start) }, ['asOf'])]);
  const inForce = versionAt(versions.value, Math.min(period.end, asOf));
  if (!inForce.ok) return inForce;
  try {
    return judged(versions.value, inForce.value, evidence, { period, asOf, knownBy });
  } catch (error) {
    // Working hours that end before a promise is due are found while judging, not while reading the pact.
    if (error instanceof RevpactError) return fail(error.issues, error.issueCount);
    throw error;
  }
};

interface Asked {
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
}

const judged = (versions: readonly VersionInForce[], inForce: VersionInForce, evidence: Evidence, { period, asOf, knownBy }: Asked): Result<Review> => {
  const { pact, from } = inForce;
  const factsAt = (at: Instant): PactFacts => pactFacts(versions, inForce, evidence.events, knownBy === null ? { asOf: at } : { asOf: at, knownBy });
  const { facts, log, replay, notices } = factsAt(asOf);
  const hoursOfClock = hoursOfClocks(versions);
  const context = {
    period,
    asOf,
    waivers: waiversOf(log.events),
    milestones: frameworkOf(pact).milestones,
    hoursOfClock,
    wordingAt: wordingIn(versions),
  };
  const promises = promisesOf(versions, inForce, period);
  const scores = (over: Period, at: Instant, known: Facts): Result<readonly ScorecardRow[]> =>
    scorecard(pact.scorecard.entries, metricsOf(pact), known, { framework: frameworkOf(pact), period: over, asOf: at, ...(knownBy === null ? {} : { knownBy }) });
  const now = scores(period, asOf, facts);
  if (!now.ok) return now;
  const earlier = previousPeriod(period);
  const then = earlier === null ? asOf : asEarly(period, earlier, asOf);
  const before = earlier === null || earlier.start < from ? null : scores(earlier, then, factsAt(then).facts);

  return ok({
    pact: {
      id: pact.id,
      title: pact.title,
      version: pact.version,
      zone: pact.zone,
      approval: approvalStatus(pact),
      sharedGoal: pact.scorecard.sharedGoal ?? null,
      links: pact.links ?? {},
      names: namesOf(pact),
    },
    period,
    asOf,
    knownBy,
    findings: promises.flatMap(({ version, clauses }) =>
      assessClauses(clauses, facts, {
        ...context,
        pactVersion: version.pact.version,
        openHoursOf: hoursOf(version.pact),
        partyNames: namesOf(version.pact).parties,
      }),
    ),
    scorecard: now.value,
    before: before?.ok === true ? before.value : null,
    funnel: funnel(facts, { framework: frameworkOf(pact), period, asOf }),
    quality: leadQuality(facts, { period, asOf, filter: pact.targetFilter ?? null, accounts: evidence.accounts ?? [] }),
    feedback: feedbackSummary(pact.exitReasons, facts.exits, { period, asOf, contacts: log.events.filter(isContact) }),
    conformance: conformance(replay),
    violations: replay.violations.filter(({ at }) => at >= period.start && at < period.end),
    disputes: disputesOf(log.events),
    due: stillOwed(schedule(promises.flatMap(({ clauses }) => clauses), facts.clocks, asOf, hoursOfClock), facts, pact, asOf),
    log: log.counts,
    notices,
    imports: evidence.imports ?? [],
  });
};

/** As {@link safeReview}, but throws one `RevpactError` with every issue. */
export const review = (pacts: readonly Pact[], evidence: Evidence, options: ReviewOptions): Review =>
  unwrap(safeReview(pacts, evidence, options));

/** The moment that is to an earlier period what `asOf` is to a period: as long after its end, or as far into it. */
const asEarly = (period: Period, earlier: Period, asOf: Instant): Instant =>
  asOf >= period.end ? earlier.end + (asOf - period.end) : Math.min(earlier.end, earlier.start + (asOf - period.start));

/** What is due on leads that are still in the cycle: on one that has left, nothing is left to do. */
const stillOwed = (due: readonly DueItem[], { stageVisits }: Facts, pact: Pact, asOf: Instant): readonly DueItem[] => {
  const over = new Set(frameworkOf(pact).stages.filter((stage) => stage.class === 'exit' || stage.class === 'customer').map(({ id }) => id));
  const left = new Set(stageVisits.filter((visit) => over.has(visit.stage) && (visit.leftAt === null || visit.leftAt >= asOf)).map(({ leadId }) => leadId));
  return due.filter(({ leadId }) => !left.has(leadId));
};

const isContact = (event: Event): event is ContactMadeEvent => event.type === 'contact_made';

const momentsOf = ({ asOf, knownBy }: ReviewOptions): Result<{ readonly asOf: Instant; readonly knownBy: Instant | null }> => {
  const at = toInstant(asOf);
  const known = knownBy === undefined ? null : toInstant(knownBy);
  const issues = [
    ...(typeof at === 'number' ? [] : [inputIssue('invalid', { reason: at.reason }, ['asOf'])]),
    ...(known === null || typeof known === 'number' ? [] : [inputIssue('invalid', { reason: known.reason }, ['knownBy'])]),
  ];
  return typeof at === 'number' && (known === null || typeof known === 'number') ? ok({ asOf: at, knownBy: known }) : fail(issues);
};
