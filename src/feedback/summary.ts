import { byText, groupBy } from '../kernel/group.js';
import type { Instant } from '../kernel/instant.js';
import type { ContactMadeEvent } from '../vocabulary/event.js';
import type { RejectionClass } from '../vocabulary/events/hand-off.js';
import type { ExitFact } from '../vocabulary/fact.js';
import { EXITS, type Exit } from '../vocabulary/framework.js';
import type { Period } from '../vocabulary/period.js';
import { checkExit } from './check-exit.js';
import { isReasoned, type ExitReason } from './exit-reason.js';
import { EVIDENCE_MINIMUM, shareOf, type Share } from './share.js';

/** One reason for one exit, in one class. */
export interface ReasonCount {
  readonly exit: Exit;
  /** Null where none was given. */
  readonly reason: string | null;
  readonly class: RejectionClass | null;
  /** Whether it is on the agreed list. */
  readonly agreed: boolean;
  /** Gone for good; null for a reason that is not agreed. */
  readonly terminal: boolean | null;
  readonly count: number;
  /** How many of them say everything that was agreed. */
  readonly complete: number;
  /** How many were brought back, strictly before asOf. */
  readonly recycled: number;
  /** Of all leads that left by this exit. */
  readonly share: Share;
}

/** One message or objection, and in how many conversations it came up. */
export interface LearningCount {
  readonly id: string;
  readonly count: number;
  /** Of all conversations. */
  readonly share: Share;
}

/** What conversations taught. */
export interface Learnings {
  readonly contacts: number;
  /** Conversations with anything learned, of all. */
  readonly reported: Share;
  /** By message that came up, most frequent first. */
  readonly messages: readonly LearningCount[];
  readonly objections: readonly LearningCount[];
}

/** What marketing should learn from a period's exits. */
export interface FeedbackSummary {
  readonly period: string;
  readonly asOf: Instant;
  /** Exits that need a reason. */
  readonly exits: number;
  /** Exits by the clock, which need none. */
  readonly expired: number;
  /** Complete ÷ all that need a reason. */
  readonly completeness: Share;
  /** By exit, then by count, then by name. */
  readonly reasons: readonly ReasonCount[];
  /** Null where no conversations were handed in. */
  readonly learnings: Learnings | null;
}

/**
 * Sum up the exits of a period: `period.start` ≤ at < `period.end`, and strictly before asOf.
 *
 * @param options - `contacts` are conversations of any time; those of the period are summed up beside the exits. Shares
 *   of fewer cases than `minimum` are marked as not enough evidence; 30 where left out.
 */
export const feedbackSummary = (
  reasons: readonly ExitReason[],
  exits: readonly ExitFact[],
  options: { readonly period: Period; readonly asOf: Instant; readonly contacts?: readonly ContactMadeEvent[]; readonly minimum?: number },
): FeedbackSummary => {
  const { period, asOf, contacts, minimum = EVIDENCE_MINIMUM } = options;
  const inPeriod = ({ at }: { readonly at: Instant }): boolean => period.start <= at && at < period.end && at < asOf;
  const left = exits.filter(inPeriod).map((fact) => ({ fact, ...checkExit(reasons, fact) }));
  const asked = left.filter(({ state }) => state !== 'not_asked');
  const complete = asked.filter(({ state }) => state === 'complete');

  const leftBy = new Map<Exit, number>();
  for (const { fact } of left) leftBy.set(fact.exit, (leftBy.get(fact.exit) ?? 0) + 1);

  const groups = groupBy(left, ({ fact }) => JSON.stringify([fact.exit, fact.reason, fact.class]));
  const counts = [...groups.values()].map((group): ReasonCount => {
    const [first] = group;
    const { exit, reason, class: rejectionClass } = first.fact;
    return {
      exit,
      reason,
      class: rejectionClass,
      agreed: first.reason !== null && isReasoned(exit) && first.reason.exits.includes(exit),
      terminal: first.reason?.terminal ?? null,
      count: group.length,
      complete: group.filter(({ state }) => state === 'complete').length,
      recycled: group.filter(({ fact }) => fact.recycledAt !== null && fact.recycledAt < asOf).length,
      share: shareOf(group.length, leftBy.get(exit) ?? 0, minimum),
    };
  });
  return {
    period: period.label,
    asOf,
    exits: asked.length,
    expired: left.length - asked.length,
    completeness: shareOf(complete.length, asked.length, minimum),
    reasons: counts.sort(
      (a, b) =>
        EXITS.indexOf(a.exit) - EXITS.indexOf(b.exit) ||
        b.count - a.count ||
        byText(a.reason ?? '', b.reason ?? '') ||
        byText(a.class ?? '', b.class ?? ''),
    ),
    learnings: contacts === undefined ? null : learningsOf(contacts.filter(inPeriod), minimum),
  };
};

const learningsOf = (contacts: readonly ContactMadeEvent[], minimum: number): Learnings => {
  const tally = (ids: readonly (string | undefined)[]): readonly LearningCount[] => {
    const counts = new Map<string, number>();
    for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ id, count, share: shareOf(count, contacts.length, minimum) }))
      .sort((a, b) => b.count - a.count || byText(a.id, b.id));
  };
  const taught = contacts.filter(
    ({ learned, message, objection }) => learned !== undefined || message !== undefined || objection !== undefined,
  );
  return {
    contacts: contacts.length,
    reported: shareOf(taught.length, contacts.length, minimum),
    messages: tally(contacts.map(({ message }) => message)),
    objections: tally(contacts.map(({ objection }) => objection)),
  };
};
