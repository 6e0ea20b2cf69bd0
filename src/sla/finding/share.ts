import type { HandOffFact } from '../../vocabulary/fact.js';
import type { ClauseContext } from '../clause.js';
import { waived } from '../clock/excuse.js';
import type { Alarm, ClauseEvidence, ClauseFinding } from './finding.js';
import { findingOfShare, type Sayings, type ShareClause } from './of-share.js';
import { evidenceAt } from './target.js';

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
  readonly say: Sayings['say'];
  readonly alarms?: (evidence: readonly ClauseEvidence[]) => readonly Alarm[];
}

/**
 * Judge a clause by the share of its cases that lie in the period, before `asOf`, and are as agreed. A breach that a person
 * let go is in neither part of the share.
 */
export const assessShare = <One extends Case>(clause: ShareClause, context: ClauseContext, cases: Cases<One>): ClauseFinding => {
  const { all, outcome, say, alarms } = cases;
  const { period, asOf, waivers } = context;
  // Of what nothing was promised, nothing can be let go.
  const promised = waivers.some((waiver) => waiver.clause === clause.id) ? all.filter((one) => outcome(one) !== null) : [];
  const letGo = waived(clause.id, promised, waivers);
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
  return findingOfShare(clause, context, evidence, alarms?.(evidence) ?? [], { say, besides });
};

const besides: Sayings['besides'] = ({ running, waived: letGo, unproven }) => [
  [running, 'is still undecided', 'are still undecided'],
  [letGo, 'was waived', 'were waived'],
  [unproven, 'is unproven', 'are unproven'],
];
