import { ratioOf } from '../../kernel/ratio.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import type { ClauseBase, ClauseContext } from '../clause.js';
import { waived } from '../clock/excuse.js';
import {
  countStates,
  findingHead,
  judgedOf,
  stateOf,
  type Alarm,
  type ClauseCounts,
  type ClauseEvidence,
  type ClauseFinding,
} from './finding.js';
import { evidenceAt } from './target.js';
import { counted } from '../words.js';

/** A clause that promises a share of cases that have no clock. */
export interface ShareClause extends ClauseBase {
  readonly share: string;
}

/** One case that a share is made of. */
export interface Case {
  readonly leadId: string;
  readonly delivery: number | null;
  readonly person: string | null;
  readonly startedAt: number;
  readonly event: string;
}

/** Deliveries as the cases of a share, each at its moment. */
export const casesOf = (deliveries: readonly HandOffFact[]): readonly (HandOffFact & Case)[] =>
  deliveries.map((one) => ({ ...one, person: null, startedAt: one.deliveredAt, event: one.deliveredEvent }));

/** What became of a case: `because` says what was wrong, or why nobody can tell. */
export interface Outcome {
  readonly state: 'met' | 'breached_open' | 'running' | 'unproven';
  readonly because: string | null;
}

/** How a kind counts. */
export interface Cases<One extends Case> {
  /** All there ever were: a waiver is about the last one on its lead. */
  readonly all: readonly One[];
  /** What became of one as of the moment of judgement; null where nothing was promised of it. */
  readonly outcome: (one: One) => Outcome | null;
  /** The first sentence: how many were kept of how many. */
  readonly say: (counts: ClauseCounts, judged: number) => string;
  readonly alarms?: (evidence: readonly ClauseEvidence[]) => readonly Alarm[];
}

/**
 * Judge a clause by the share of its cases that lie in the period, before `asOf`, and are as agreed. A breach that a person
 * let go is in neither part of the share.
 */
export const assessShare = <One extends Case>(clause: ShareClause, context: ClauseContext, cases: Cases<One>): ClauseFinding => {
  const { all, outcome, say, alarms } = cases;
  const { period, asOf, waivers } = context;
  const letGo = waived(clause.id, all, waivers);
  const evidence = all
    .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
    .flatMap((one): readonly ClauseEvidence[] => {
      const found = outcome(one);
      if (found === null) return [];
      const waiver = letGo.get(one);
      const isWaived = found.state === 'breached_open' && waiver !== undefined && waiver.at < asOf;
      const { leadId, delivery, person, startedAt, event } = one;
      const verdict = isWaived ? { state: 'waived' as const, because: waiver.event } : found;
      return [evidenceAt({ leadId, delivery, person, startedAt, startedEvent: event, ...verdict })];
    })
    .sort((a, b) => a.startedAt - b.startedAt);
  const counts = countStates(evidence);
  const judged = judgedOf(counts);
  const agreed = ratioOf(clause.share);
  const raised = alarms?.(evidence) ?? [];
  return {
    ...findingHead(clause, context),
    state: stateOf(counts, agreed, clause.minimumSample),
    counts,
    numerator: counts.met,
    denominator: judged,
    agreed,
    evidence,
    alarms: raised,
    sentence: [say(counts, judged), ...besides(counts), ...tooFew(clause, judged), ...raised.map(({ sentence }) => sentence)].join(' '),
  };
};

/** What is left out of the share, and why. */
const besides = ({ running, waived: letGo, unproven }: ClauseCounts): readonly string[] => {
  const said: readonly (readonly [number, string, string])[] = [
    [running, 'is still undecided', 'are still undecided'],
    [letGo, 'was waived', 'were waived'],
    [unproven, 'is unproven', 'are unproven'],
  ];
  const parts = said.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return parts.length === 0 ? [] : [`${parts.join('; ')}.`];
};

const tooFew = ({ minimumSample = 0 }: ClauseBase, judged: number): readonly string[] =>
  judged >= minimumSample ? [] : [`A share is agreed to mean something from ${String(minimumSample)} on.`];
