import type { Whole } from '../kernel/ratio.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { rejudge, type RejudgedRow } from '../sla/clock/rejudge.js';
import type { ClauseFinding, FindingState } from '../sla/finding/finding.js';
import type { ClockFact } from '../vocabulary/fact.js';
import { askedOf, whileJudging, type Asked, type ReviewOptions } from './asked.js';
import { pactFacts, type PactFacts } from './facts.js';
import { findingsOf } from './findings.js';
import { hoursOfClocks } from './hours.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';
import type { Evidence } from './review.js';
import type { VersionInForce } from './versions.js';

/** What became of a clause, shortly. */
export interface ShortFinding {
  readonly state: FindingState;
  readonly numerator: Whole;
  readonly denominator: Whole;
  readonly sentence: string;
}

/** What a draft would have made of a clause. */
export interface RejudgedFinding {
  readonly clause: string;
  readonly title: string;
  /** Null where the clause was not in force. */
  readonly before: ShortFinding | null;
  /** Null where the draft has no such clause. */
  readonly after: ShortFinding | null;
}

/** What would have become of a period under another text of the pact. */
export interface PactRejudged {
  readonly period: string;
  /** The version that a review of the period speaks of, and the draft's. */
  readonly before: string;
  readonly after: string;
  /** Promises begun in the period that the draft sees differently: which, and what differs. */
  readonly rows: readonly RejudgedRow[];
  /** How many stand as they stood. */
  readonly unchanged: number;
  /** Every clause of either text: in the order of the pact, then what only the draft has. */
  readonly findings: readonly RejudgedFinding[];
}

/**
 * What a draft of the pact would have made of a period, had it been in force for as long as the pact is: for those who
 * negotiate. Nothing is rewritten: what was promised stays judged by the version that it was promised under.
 *
 * @param draft - A well-formed pact; when it says that it takes effect is not asked.
 * @param options - As for a review, without a trend.
 *
 * Issues: those of `safeReview`; `pact.different_pacts` where the draft is of another pact.
 */
export const rejudgePact = (pacts: readonly Pact[], draft: Pact, evidence: Evidence, options: Omit<ReviewOptions, 'trend'>): Result<PactRejudged> => {
  const asked = askedOf(pacts, options);
  if (!asked.ok) return asked;
  const { pact } = asked.value.inForce;
  if (pact.id !== draft.id) return fail([pactIssue('different_pacts', { ids: [pact.id, draft.id] }, ['draft', 'id'])]);
  return whileJudging(() => ok(compared(asked.value, draft, evidence)));
};

const compared = (asked: Asked, draft: Pact, { events }: Evidence): PactRejudged => {
  const { versions, inForce, period, asOf, knownBy } = asked;
  const alone: VersionInForce = { pact: draft, from: versions[0]?.from ?? inForce.from, until: null };
  const drafted: Asked = { ...asked, versions: [alone], inForce: alone };
  const factsOf = (of: Asked): PactFacts => pactFacts(of.versions, of.inForce, events, knownBy === null ? { asOf } : { asOf, knownBy });
  const [was, is] = [factsOf(asked), factsOf(drafted)];
  const begun = ({ facts }: PactFacts): readonly ClockFact[] => facts.clocks.filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end);
  return {
    period: period.label,
    before: inForce.pact.version,
    after: draft.version,
    ...rejudge(begun(was), begun(is), { asOf, hoursBefore: hoursOfClocks(versions), hoursAfter: hoursOfClocks(drafted.versions) }),
    findings: sideBySide(findingsOf(asked, was), findingsOf(drafted, is)),
  };
};

const sideBySide = (before: readonly ClauseFinding[], after: readonly ClauseFinding[]): readonly RejudgedFinding[] => {
  const byClause = (findings: readonly ClauseFinding[]): ReadonlyMap<string, ClauseFinding> => new Map(findings.map((finding) => [finding.clause, finding]));
  const [was, is] = [byClause(before), byClause(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((clause) => ({
    clause,
    title: is.get(clause)?.title ?? was.get(clause)?.title ?? clause,
    before: short(was.get(clause)),
    after: short(is.get(clause)),
  }));
};

const short = (finding: ClauseFinding | undefined): ShortFinding | null => {
  if (finding === undefined) return null;
  const { state, numerator, denominator, sentence } = finding;
  return { state, numerator, denominator, sentence };
};
