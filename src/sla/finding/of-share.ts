import { ratioOf, type Ratio } from '../../kernel/ratio.js';
import type { ClauseBase, ClauseContext } from '../clause.js';
import { counted } from '../words.js';
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

/** A clause that promises a share of its cases. */
export interface ShareClause extends ClauseBase {
  readonly share: string;
}

/** What a finding says in words, from its counts. */
export interface Sayings {
  /** The first sentence: how many were kept of how many. */
  readonly say: (counts: ClauseCounts, judged: number) => string;
  /** What is left out of the share, and why: how many, and what one or several of them are. */
  readonly besides: (counts: ClauseCounts, agreed: Ratio) => readonly (readonly [count: number, one: string, many: string])[];
}

/** The finding that follows from the evidence of a clause about a share, with or without clocks. */
export const findingOfShare = (
  clause: ShareClause,
  context: ClauseContext,
  evidence: readonly ClauseEvidence[],
  alarms: readonly Alarm[],
  { say, besides }: Sayings,
): ClauseFinding => {
  const counts = countStates(evidence);
  const judged = judgedOf(counts);
  const agreed = ratioOf(clause.share);
  const left = besides(counts, agreed)
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => counted(count, one, many));
  return {
    ...findingHead(clause, context),
    state: stateOf(counts, agreed, clause.minimumSample),
    counts,
    numerator: counts.met,
    denominator: judged,
    agreed,
    evidence,
    alarms,
    sentence: [
      say(counts, judged),
      ...(left.length === 0 ? [] : [`${left.join('; ')}.`]),
      ...tooFew(clause, judged),
      ...alarms.map(({ sentence }) => sentence),
    ].join(' '),
  };
};

const tooFew = ({ minimumSample = 0 }: ClauseBase, judged: number): readonly string[] =>
  judged >= minimumSample ? [] : [`${counted(minimumSample, 'is', 'are')} needed before the share is judged.`];
