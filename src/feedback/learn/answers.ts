import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { EVIDENCE_MINIMUM, shareOf, type Share } from '../../kernel/share.js';
import type { ClockFact, Facts, FeedbackFact, LeadEventFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { Period } from '../../vocabulary/period.js';
import type { ExitReason } from '../exit/exit-reason.js';

/**
 * How an answer stands. `open`: not given yet, and not overdue, or due at no agreed time. `let_go`: waived, excused, or owed no
 * more for another reason that the clause names, and not answered in time. `unproven`: known to the day only, and not
 * answered. `nobody`: no party owes one.
 */
export type AnswerState = 'answered' | 'answered_late' | 'open' | 'overdue' | 'let_go' | 'unproven' | 'nobody';

/** What somebody owes an item of feedback. */
export interface AnswerOwed {
  /** The event that gave the feedback. */
  readonly event: string;
  readonly leadId: string;
  readonly delivery: number;
  readonly kind: FeedbackFact['kind'];
  readonly at: Instant;
  readonly reason: string | null;
  /** Who gave the feedback. */
  readonly from: PartyId;
  /** Who owes the answer; null where nobody does. */
  readonly owner: PartyId | null;
  /** The clause whose clock runs for it; null where no clock does. */
  readonly clause: string | null;
  /** Null where no clock runs, while it is paused, and where the day only is known. */
  readonly dueAt: Instant | null;
  /** The first answer by a person of the owner. */
  readonly answeredAt: Instant | null;
  readonly answeredEvent: string | null;
  readonly state: AnswerState;
}

/** How one party closes its loops. */
export interface LoopsOf {
  readonly party: PartyId;
  /** Answers owed, those let go left out. */
  readonly owed: number;
  readonly answered: number;
  readonly overdue: number;
  readonly closure: Share;
}

/** Who owes which answers, and how many loops were closed. */
export interface AnswersOwed {
  /** In the order of the feedback. */
  readonly items: readonly AnswerOwed[];
  /** In the order in which each first owes one. */
  readonly owners: readonly LoopsOf[];
  /** Loop-closure rate: answered, in time or late, of all that were owed and not let go. */
  readonly closure: Share;
  /** Answered in time, of those with a time to be due that were answered or are overdue. */
  readonly inTime: Share;
}

/**
 * Who owes an answer to what was fed back, by when, and whether it came. The party that the agreed reason names owes it,
 * else the party that delivered the lead, else the one whose clock runs for it; a party owes itself none. When it is due is
 * what the clock of a `feedback_answered` clause by that party says: of several the one that is due first.
 *
 * @param facts - Computed as of the same moment. Feedback of the period: `period.start` ≤ at < `period.end`, all of it
 *   where left out; always strictly before `asOf`, as are answers.
 * @example
 * ```ts
 * import { answersOwed } from 'revpact/feedback';
 * import { NO_FACTS } from 'revpact/vocabulary';
 *
 * answersOwed([], NO_FACTS, { asOf: 0 }).closure.value // => null
 * ```
 */
export const answersOwed = (
  reasons: readonly ExitReason[],
  facts: Pick<Facts, 'feedback' | 'handOffs' | 'clocks' | 'leadEvents'>,
  options: { readonly asOf: Instant; readonly period?: Period; readonly minimum?: number },
): AnswersOwed => {
  const { asOf, period, minimum = EVIDENCE_MINIMUM } = options;
  const agreedOwner = new Map(reasons.map(({ id, answeredBy }) => [id, answeredBy]));
  const deliverers = new Map(facts.handOffs.map((one) => [deliveryOf(one), one.fromParty]));
  const clocks = groupBy(
    facts.clocks.filter(({ kind }) => kind === 'feedback_answered'),
    ({ startedEvent }) => startedEvent,
  );
  const answerOf = answersIn(facts.leadEvents, asOf);

  const items = facts.feedback
    .filter(({ at }) => at < asOf && (period === undefined || (period.start <= at && at < period.end)))
    .map((item): AnswerOwed => {
      const { event, leadId, delivery, kind, at, reason, party: from } = item;
      const running = clocks.get(event) ?? [];
      const named = [reason === null ? undefined : agreedOwner.get(reason), deliverers.get(deliveryOf(item)), ...running.map(({ party }) => party)];
      const owner = named.find((party) => party !== undefined && party !== from) ?? null;
      const clock = firstDue(running.filter(({ party }) => party === owner), asOf);
      const answer = owner === null ? null : answerOf(item, owner);
      const given = { answeredAt: answer?.at ?? null, answeredEvent: answer?.eventId ?? null };
      const state = owner === null ? 'nobody' : stateOf(clock, given.answeredAt, asOf);
      return { event, leadId, delivery, kind, at, reason, from, owner, clause: clock?.clause ?? null, dueAt: clock === null ? null : dueOf(clock), ...given, state };
    });

  const owed = items.filter(({ state }) => state !== 'nobody' && state !== 'let_go');
  const closed = (some: readonly AnswerOwed[]): number => some.filter(({ answeredAt }) => answeredAt !== null).length;
  const timed = owed.filter(({ dueAt, state }) => dueAt !== null && (state === 'answered' || state === 'answered_late' || state === 'overdue'));
  return {
    items,
    owners: [...groupBy(owed, ({ owner }) => owner)].flatMap(([party, mine]) =>
      party === null
        ? []
        : [
            {
              party,
              owed: mine.length,
              answered: closed(mine),
              overdue: mine.filter(({ state }) => state === 'overdue').length,
              closure: shareOf(closed(mine), mine.length, minimum),
            },
          ],
    ),
    closure: shareOf(closed(owed), owed.length, minimum),
    inTime: shareOf(timed.filter(({ state }) => state === 'answered').length, timed.length, minimum),
  };
};

const deliveryOf = ({ leadId, delivery }: { readonly leadId: string; readonly delivery: number }): string => `${String(delivery)} ${leadId}`;

/** The first answer of a party's people to an item, on its lead and after it in the log. */
const answersIn = (events: readonly LeadEventFact[], asOf: Instant): ((item: FeedbackFact, party: PartyId) => LeadEventFact | null) => {
  const places = new Map<string, number>();
  const given = events.filter(({ type, human, answers, at }) => type === 'feedback_answered' && human && answers !== null && at < asOf);
  const asked = new Set(given.map(({ answers }) => answers));
  for (const { eventId, order } of events) if (asked.has(eventId)) places.set(eventId, order);
  const byItem = groupBy([...given].sort((a, b) => a.order - b.order), ({ answers }) => answers);
  return ({ event, leadId }, owner) =>
    byItem.get(event)?.find((answer) => answer.party === owner && answer.leadId === leadId && answer.order > (places.get(event) ?? -1)) ?? null;
};

/** Of several clocks on one answer the one that is due first: those let go after those that are owed, those without a date last. */
const firstDue = (clocks: readonly ClockFact[], asOf: Instant): ClockFact | null =>
  [...clocks].sort((a, b) => Number(isLetGo(a, asOf)) - Number(isLetGo(b, asOf)) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0)[0] ?? null;

const isLetGo = ({ waivedAt, cancelledAt, excusedBy }: ClockFact, asOf: Instant): boolean =>
  excusedBy !== null || [waivedAt, cancelledAt].some((at) => at !== null && at < asOf);

/** When an answer is due, where anybody can say. */
const dueOf = ({ dueAt, unproven }: ClockFact): Instant | null => (unproven ? null : dueAt);

const stateOf = (clock: ClockFact | null, answeredAt: Instant | null, asOf: Instant): AnswerState => {
  if (clock === null) return answeredAt === null ? 'open' : 'answered';
  const dueAt = dueOf(clock);
  if (answeredAt !== null && (dueAt === null || answeredAt <= dueAt)) return 'answered';
  if (isLetGo(clock, asOf)) return 'let_go';
  if (answeredAt !== null) return 'answered_late';
  if (clock.unproven) return 'unproven';
  return dueAt !== null && asOf > dueAt ? 'overdue' : 'open';
};
