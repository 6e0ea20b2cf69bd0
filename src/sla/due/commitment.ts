import type { Instant } from '../../kernel/instant.js';
import type { Ratio } from '../../kernel/ratio.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ClauseFinding, FindingState } from '../finding/finding.js';

/** What somebody owes in a period as a whole, such as so many leads, and how far it is. */
export interface Commitment {
  /** The same however often it is asked for. */
  readonly id: string;
  readonly clause: string;
  readonly kind: string;
  readonly title: string;
  readonly by: PartyId;
  readonly to: PartyId;
  readonly state: FindingState;
  /** The first moment that is too late: as a rule the end of the period. */
  readonly dueAt: Instant;
  readonly reached: Ratio;
  readonly sentence: string;
}

/**
 * What is still owed in a period as a whole, from the findings over it: each that has a deadline of its own which has not
 * come and of which not all is there yet, the earliest first. What is judged case by case is not among them: its clocks have
 * dates of their own.
 */
export const commitments = (findings: readonly ClauseFinding[], asOf: Instant): readonly Commitment[] =>
  findings
    .flatMap(({ clause, kind, title, by, to, period, state, numerator, denominator, deadline, sentence }): readonly Commitment[] =>
      deadline === null || deadline <= asOf || BigInt(numerator) >= BigInt(denominator)
        ? []
        : [{ id: `${clause}:${period}`, clause, kind, title, by, to, state, dueAt: deadline, reached: { numerator, denominator }, sentence }],
    )
    .sort((a, b) => a.dueAt - b.dueAt);
