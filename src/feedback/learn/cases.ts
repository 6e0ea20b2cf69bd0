import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Facts, FeedbackFact, HandOffFact, LeadFact } from '../../vocabulary/fact.js';
import { windowMs } from '../../vocabulary/outcome-window.js';
import type { Period } from '../../vocabulary/period.js';
import type { ExitReason, Lesson } from '../exit/exit-reason.js';

/** One lead that was delivered, had its time, and taught something: why it left, or that it had not left. */
export interface Case {
  readonly lead: LeadFact;
  /** The items of feedback behind each lesson; a lead counts once in each. Empty where it had not left. */
  readonly lessons: ReadonlyMap<Lesson, readonly string[]>;
  /** Whether anybody of ours spoke with it, and what came up. */
  readonly spokenWith: boolean;
  readonly messages: ReadonlySet<string>;
  readonly objections: ReadonlySet<string>;
}

/** How many leads had their time by the end of a period, and how many of them are no evidence. */
export interface CaseCounts {
  /** Leads delivered, whose time was over in the period. */
  readonly delivered: number;
  /** Left for a reason that teaches nothing, for none, or by the clock: no evidence either way. */
  readonly unsaid: number;
}

/** The leads to learn from: `delivered = unsaid + cases`. */
export interface Cases extends CaseCounts {
  readonly cases: readonly Case[];
}

/** Which leads are learned from. */
export interface CaseOptions {
  readonly period: Period;
  readonly asOf: Instant;
  /** How long each lead is looked at from its delivery on, in days of 24 hours; whole ones, 1 to 3,660. */
  readonly windowDays: number;
}

/**
 * The leads whose time ended in a period: so many days after they were delivered, each looked at for the same time. A
 * campaign that began last week is compared with nothing yet. Of several deliveries whose time ended in the period the first
 * counts, and a lead once.
 */
export const casesOf = (
  reasons: readonly ExitReason[],
  facts: Pick<Facts, 'leads' | 'handOffs' | 'feedback' | 'conversations'>,
  { period, asOf, windowDays }: CaseOptions,
): Cases => {
  const window = windowMs(windowDays);
  const lessonOf = lessonsIn(reasons);
  const deliveries = groupBy(facts.handOffs, ({ leadId }) => leadId);
  const items = groupBy(facts.feedback, ({ leadId }) => leadId);
  const talks = groupBy(facts.conversations.filter(({ human }) => human), ({ leadId }) => leadId);
  let [delivered, unsaid] = [0, 0];
  const cases = facts.leads.flatMap((lead): readonly Case[] => {
    const mine = deliveries.get(lead.leadId) ?? [];
    const endOf = ({ deliveredAt }: HandOffFact): Instant => deliveredAt + window;
    const first = mine.find((one) => period.start <= endOf(one) && endOf(one) < period.end && endOf(one) <= asOf);
    if (first === undefined) return [];
    delivered += 1;
    const end = endOf(first);
    const left = (items.get(lead.leadId) ?? []).filter(({ delivery, at, kind }) => delivery >= first.delivery && at < end && kind !== 'meeting_declined');
    const lessons = groupedBy(left, lessonOf);
    if (lessons.size === 0 && (left.length > 0 || mine.some((one) => hasExpired(one, first, end)))) {
      unsaid += 1;
      return [];
    }
    const spoken = (talks.get(lead.leadId) ?? []).filter(({ at }) => first.deliveredAt <= at && at < end);
    const said = (field: 'message' | 'objection'): ReadonlySet<string> =>
      new Set(spoken.flatMap((talk) => (talk[field] === null ? [] : [talk[field]])));
    return [{ lead, lessons, spokenWith: spoken.length > 0, messages: said('message'), objections: said('objection') }];
  });
  return { delivered, unsaid, cases };
};

const hasExpired = ({ delivery, expiredAt }: HandOffFact, first: HandOffFact, end: Instant): boolean =>
  delivery >= first.delivery && expiredAt !== null && expiredAt < end;

/** What an item teaches, where its reason is agreed for such an exit and says so. */
const lessonsIn = (reasons: readonly ExitReason[]): ((item: FeedbackFact) => Lesson | undefined) => {
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  return ({ reason: id, kind }) => {
    const reason = id === null ? undefined : byId.get(id);
    return reason?.exits.some((exit) => exit === kind) === true ? reason.lesson : undefined;
  };
};

const groupedBy = (items: readonly FeedbackFact[], lessonOf: (item: FeedbackFact) => Lesson | undefined): ReadonlyMap<Lesson, readonly string[]> => {
  const lessons = new Map<Lesson, string[]>();
  for (const item of items) {
    const lesson = lessonOf(item);
    if (lesson === undefined) continue;
    const events = lessons.get(lesson);
    if (events === undefined) lessons.set(lesson, [item.event]);
    else events.push(item.event);
  }
  return lessons;
};
