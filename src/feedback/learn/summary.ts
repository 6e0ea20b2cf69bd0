import { byText, groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { EVIDENCE_MINIMUM, shareOf, type Share } from '../../kernel/share.js';
import type { RejectionClass } from '../../vocabulary/events/hand-off.js';
import type { ConversationFact, ExitFact } from '../../vocabulary/fact.js';
import { EXITS, type Exit } from '../../vocabulary/framework.js';
import type { Period } from '../../vocabulary/period.js';
import { checkExit } from '../exit/check-exit.js';
import { isReasoned, type ExitReason } from '../exit/exit-reason.js';
import type { Reportable } from '../report/check-report.js';
import type { ReportRules } from '../report/rules.js';
import { unsuggested } from '../suggest.js';

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
  /** Whether it is on the agreed list; null where no list was handed in. */
  readonly agreed: boolean | null;
  readonly count: number;
  /** Of all conversations. */
  readonly share: Share;
}

/** What conversations taught that people of ours had: contacts made, and meetings held. */
export interface Learnings {
  readonly contacts: number;
  /** Conversations that taught anything, of all: something learned, a message, an objection, a fact put right. */
  readonly reported: Share;
  /** Reports that say all that was agreed and nothing that was not, of all that were asked for; null where none was. */
  readonly complete: Share | null;
  /** Conversations that put facts about the account or contact right, of all. */
  readonly corrected: Share;
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

/** What was agreed about reports. */
export interface AgreedReports extends Reportable {
  readonly rules: ReportRules;
}

/**
 * Sum up the exits of a period: `period.start` ≤ at < `period.end`, and strictly before asOf.
 *
 * @param options - `conversations` of any time; those that people of ours had in the period are summed up beside the
 *   exits. `reports` says which messages and objections were agreed. Shares of fewer cases than `minimum` are marked as
 *   not enough evidence; 30 where left out.
 */
export const feedbackSummary = (
  reasons: readonly ExitReason[],
  exits: readonly ExitFact[],
  options: {
    readonly period: Period;
    readonly asOf: Instant;
    readonly conversations?: readonly ConversationFact[];
    readonly reports?: AgreedReports;
    readonly minimum?: number;
  },
): FeedbackSummary => {
  const { period, asOf, conversations, reports = null, minimum = EVIDENCE_MINIMUM } = options;
  const inPeriod = ({ at }: { readonly at: Instant }): boolean => period.start <= at && at < period.end && at < asOf;
  const left = exits.filter(inPeriod).map((fact) => ({ fact, ...checkExit(reasons, fact, unsuggested) }));
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
    learnings: conversations === undefined ? null : learningsOf(conversations.filter((one) => one.human && inPeriod(one)), reports, minimum),
  };
};

const learningsOf = (had: readonly ConversationFact[], reports: AgreedReports | null, minimum: number): Learnings => {
  const tally = (ids: readonly (string | null)[], agreed: readonly string[] | null): readonly LearningCount[] => {
    const counts = new Map<string, number>();
    for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts]
      .map(([id, count]) => ({ id, agreed: agreed?.includes(id) ?? null, count, share: shareOf(count, had.length, minimum) }))
      .sort((a, b) => b.count - a.count || byText(a.id, b.id));
  };
  const taught = had.filter(({ learned, message, objection, corrected }) => learned || message !== null || objection !== null || corrected > 0);
  const asked = had.filter(({ complete }) => complete !== null);
  return {
    contacts: had.length,
    reported: shareOf(taught.length, had.length, minimum),
    complete: asked.length === 0 ? null : shareOf(asked.filter(({ complete }) => complete).length, asked.length, minimum),
    corrected: shareOf(had.filter(({ corrected }) => corrected > 0).length, had.length, minimum),
    messages: tally(had.map(({ message }) => message), reports?.messages ?? null),
    objections: tally(had.map(({ objection }) => objection), reports?.rules.objections.map(({ id }) => id) ?? null),
  };
};
