import { callSummary, type CallSummary } from '../feedback/calls/summary.js';
import { answersOwed, type AnswersOwed } from '../feedback/learn/answers.js';
import { learnedFrom, type Learned } from '../feedback/learn/learnings.js';
import { feedbackSummary, type FeedbackSummary } from '../feedback/learn/summary.js';
import { scorer } from '../icp/score/score.js';
import type { RejectedRow } from '../crm/import-events.js';
import type { LinkTemplates } from '../crm/back/link.js';
import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { ok, unwrap, type Result } from '../kernel/result.js';
import { conformance, type Conformance } from '../lifecycle/conformance.js';
import type { Violation } from '../lifecycle/replay.js';
import type { LogCounts } from '../lifecycle/log/resolve.js';
import { funnel, type Funnel } from '../metrics/flow/funnel.js';
import type { SharedGoal } from '../metrics/scorecard/scorecard.js';
import type { ClauseFinding } from '../sla/finding/finding.js';
import { commitments, type Commitment } from '../sla/due/commitment.js';
import type { Escalation } from '../sla/due/escalation.js';
import type { DueItem } from '../sla/due/schedule.js';
import type { Account } from '../vocabulary/account.js';
import type { Event, ExpiredEvent } from '../vocabulary/event.js';
import type { Spend } from '../vocabulary/money.js';
import type { Period } from '../vocabulary/period.js';
import type { Quota } from '../vocabulary/quota.js';
import type { Rate } from '../vocabulary/rate.js';
import { approvalStatus, type ApprovalStatus } from './approval.js';
import { countedOn, type CountedOn } from './counted-on.js';
import { askedOf, whileJudging, type Asked, type ReviewOptions } from './asked.js';
import { disputesOf, type Dispute } from './disputes.js';
import { escalationsOf, expiriesOf, scheduleOf } from './due/due.js';
import { factsUnder, type PactFacts } from './facts.js';
import { findingsOf } from './findings.js';
import { frameworkOf } from './framework.js';
import { hoursOfClocks } from './hours.js';
import { listStandings, type ListStanding } from './lists.js';
import { namesOf, type Names } from './names.js';
import { numbersOf, type Numbers } from './numbers.js';
import type { Pact } from './pact.js';
import { leadQuality, type LeadQuality } from './quality.js';
import { reportsIn } from './reported.js';

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
  /** What was spent and what was planned, for metrics over cost, quotas and budgets. */
  readonly spend?: readonly Spend[];
  readonly quotas?: readonly Quota[];
  /** What currencies are worth in one another, for metrics that convert amounts. */
  readonly rates?: readonly Rate[];
  /** How the events and accounts were read, to be carried into the review. */
  readonly imports?: readonly ImportAccount[];
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
export interface Review extends Numbers {
  readonly pact: ReviewedPact;
  readonly period: Period;
  readonly asOf: Instant;
  readonly knownBy: Instant | null;
  /** The calendars that its promises were counted on. */
  readonly calendars: readonly CountedOn[];
  /** The version of the time-zone data that they were counted with, where the host said it. */
  readonly zoneData: string | null;
  /** One a clause, in the pact's order; then those that an earlier version promised in this period and this one does not. */
  readonly findings: readonly ClauseFinding[];
  readonly funnel: Funnel;
  readonly quality: readonly LeadQuality[];
  readonly feedback: FeedbackSummary;
  /** What became of calls and messages; why leads left is another matter. */
  readonly calls: CallSummary;
  /** What leads taught whose {@link LEARNING_DAYS} days after the delivery ended in the period: by source, campaign and so on. */
  readonly learned: Learned;
  /** Who owes an answer to the feedback of the period, and how many loops were closed. */
  readonly answers: AnswersOwed;
  /** One a party that works by a target list. */
  readonly lists: readonly ListStanding[];
  /** How closely the whole log follows the agreed life. */
  readonly conformance: Conformance;
  /** The period's steps against it. */
  readonly violations: readonly Violation[];
  readonly disputes: readonly Dispute[];
  /** What is owed now on leads still in the cycle, the earliest due first: overdue and open first of all, paused last. */
  readonly due: readonly DueItem[];
  /** What the period as a whole still asks for, such as so many leads, the earliest due first. */
  readonly commitments: readonly Commitment[];
  /** Who was to be told in the period, up to `asOf`: what the ladders of its promises say. */
  readonly escalations: readonly Escalation[];
  /** Leads that the clock has ended and nobody has recorded: the events that a host should record. */
  readonly expiries: readonly ExpiredEvent[];
  readonly log: LogCounts;
  /** What had to be decided about the log: ties, duplicates, corrections without effect. */
  readonly notices: readonly Issue[];
  readonly imports: readonly ImportAccount[];
}

/** How long after its delivery a lead is looked at for what it taught, in days of 24 hours. */
export const LEARNING_DAYS = 60;

/**
 * Judge a period: every clause, the scorecard, the funnel with its exits, what was learned, what is due next.
 *
 * @param pacts - The versions of one pact, in any order. Each promise is judged by the version in force when it began;
 *   words, scorecard and funnel are those of the version in force at the end of the period, or at asOf if that is earlier.
 *
 * Issues: `pact.different_pacts`, `pact.same_effective_date`, `pact.no_version_in_force`, `pact.review_too_early` (asOf at
 * or before the start of the period), `input.invalid` (a period or moment that is none); of spend and quotas
 * `lifecycle.duplicate_record`, `lifecycle.no_days` and `lifecycle.too_many_days`.
 */
export const safeReview = (pacts: readonly Pact[], evidence: Evidence, options: ReviewOptions): Result<Review> => {
  const asked = askedOf(pacts, options);
  return asked.ok ? whileJudging(() => judged(asked.value, evidence)) : asked;
};

const judged = (asked: Asked, evidence: Evidence): Result<Review> => {
  const { versions, inForce, period, asOf, knownBy, zoneData } = asked;
  const { pact } = inForce;
  const factsOf = factsUnder(versions, inForce, evidence);
  const factsAt = (at: Instant): PactFacts => factsOf(evidence.events, knownBy === null ? { asOf: at } : { asOf: at, knownBy });
  const known = factsAt(asOf);
  const { facts, log, replay, notices } = known;
  const numbers = numbersOf(asked, evidence.rates, (at) => (at === asOf ? facts : factsAt(at).facts));
  if (!numbers.ok) return numbers;

  const hoursOfClock = hoursOfClocks(versions);
  const findings = findingsOf(asked, known, hoursOfClock);

  const reports = reportsIn(pact);
  const answers = answersOwed(pact.exitReasons, facts, { period, asOf });
  const score = pact.targetFilter === undefined ? null : scorer(pact.targetFilter, asOf);
  const ofLeads = new Set(facts.leads.map(({ accountId }) => accountId));
  const scores = score === null ? [] : (evidence.accounts ?? []).filter(({ id }) => ofLeads.has(id)).map((account) => score(account));
  const channels = pact.contactRules?.channels;

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
    calendars: countedOn(facts.clocks),
    zoneData,
    findings,
    ...numbers.value,
    funnel: funnel(facts, { framework: frameworkOf(pact), period, asOf }),
    quality: leadQuality(facts, { period, asOf, filter: pact.targetFilter ?? null, accounts: evidence.accounts ?? [] }),
    feedback: feedbackSummary(pact.exitReasons, facts.exits, { period, asOf, conversations: facts.conversations, ...(reports === null ? {} : { reports }) }),
    calls: callSummary(facts.activities, { period, asOf, conversations: facts.conversations }),
    learned: learnedFrom(pact.exitReasons, facts, { scores, answers: answersOwed(pact.exitReasons, facts, { asOf }).items }, { period, asOf, windowDays: LEARNING_DAYS }),
    answers,
    lists: listStandings(facts, known.exceptions, { period, asOf, ...(channels === undefined ? {} : { channels }) }),
    conformance: conformance(replay),
    violations: replay.violations.filter(({ at }) => at >= period.start && at < period.end),
    disputes: disputesOf(log.events),
    due: scheduleOf(versions, facts, asOf, hoursOfClock),
    commitments: commitments(findings, asOf),
    escalations: escalationsOf(versions, facts, { from: period.start, to: Math.min(period.end, asOf) }, hoursOfClock),
    expiries: expiriesOf(versions, facts, { asOf, hoursOfClock }),
    log: log.counts,
    notices,
    imports: evidence.imports ?? [],
  });
};

/** As {@link safeReview}, but throws one `RevpactError` with every issue. */
export const review = (pacts: readonly Pact[], evidence: Evidence, options: ReviewOptions): Review =>
  unwrap(safeReview(pacts, evidence, options));
