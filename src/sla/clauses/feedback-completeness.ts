import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import { schema } from '../../kernel/schema.js';
import type { Facts, FeedbackFact, HandOffFact } from '../../vocabulary/fact.js';
import { Id } from '../../vocabulary/words.js';
import { positionSince } from '../reading/answer.js';
import { clauseBase, clauseKind, Share, type ClauseBase } from '../clause.js';
import type { Moment } from '../clock/course.js';
import { assessShare, type Case, type Outcome } from '../finding/share.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords } from '../words.js';

const KINDS = ['rejected', 'disqualified', 'lost', 'meeting_declined'] as const satisfies readonly FeedbackFact['kind'][];

/** How a feedback-completeness clause is written. */
export const feedbackCompletenessShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('feedback_completeness'),
    /** After which of these a reason is owed; after each where absent. */
    about: z.array(z.enum(KINDS)).min(1).max(KINDS.length).readonly().exactOptional(),
    /** Only leads whose last delivery by then was this hand-off, or named none. */
    handOff: Id.exactOptional(),
    /** The reasons that are agreed; any where absent. */
    reasons: z.array(Id).min(1).max(500).readonly().exactOptional(),
    /** What has to be said besides, by reason: names of specifics. */
    specifics: z.record(Id, z.array(z.string().min(1).max(100)).min(1).max(50).readonly()).readonly().exactOptional(),
    /** The agreed share that says everything. */
    share: Share,
    /** The share is judged only once so many were: fewer prove nothing. */
    minimumSample: z.int().min(1).max(1_000_000).exactOptional(),
  }),
);
/** Whoever lets a lead go says why, and what else was agreed. */
export interface FeedbackCompleteness extends z.infer<typeof feedbackCompletenessShape> {}
export const FeedbackCompleteness: z.ZodType<FeedbackCompleteness> = feedbackCompletenessShape;

const isOwn = (clause: ClauseBase): clause is FeedbackCompleteness => clause.kind === 'feedback_completeness';

interface Said extends Case {
  readonly kind: string;
  readonly reason: string | null;
  readonly specifics: readonly string[];
}

/** What a party fed back, and its exits that said nothing: a stage was entered, and nobody recorded why. */
const saidBy = (party: string, { feedback, exits }: Facts): readonly Said[] => {
  const told = new Set(feedback.map(({ event }) => event));
  return [
    ...feedback.map((one) => ({ ...one, startedAt: one.at, delivery: one.delivery === 0 ? null : one.delivery })),
    ...exits
      .filter(({ event }) => !told.has(event))
      .map((one) => ({ ...one, kind: one.exit, startedAt: one.at, delivery: null })),
  ].filter((one) => one.party === party);
};

const askedFor = (specifics: FeedbackCompleteness['specifics'] = {}, reason: string): readonly string[] =>
  Object.hasOwn(specifics, reason) ? (specifics[reason] ?? []) : [];

const outcomeOf = ({ reasons, specifics }: FeedbackCompleteness, said: Said): Outcome => {
  if (said.reason === null) return { state: 'breached_open', because: 'no reason' };
  if (reasons !== undefined && !reasons.includes(said.reason)) {
    return { state: 'breached_open', because: `"${said.reason}" is no agreed reason` };
  }
  const missing = askedFor(specifics, said.reason).filter((name) => !said.specifics.includes(name));
  return missing.length === 0 ? { state: 'met', because: null } : { state: 'breached_open', because: `missing: ${missing.join(', ')}` };
};

/** Whether the lead's last delivery by then was of a hand-off, or named none. */
const deliveredBy = ({ handOffs }: Facts): ((one: Said, handOff: string) => boolean) => {
  const ofLead = groupBy([...handOffs].sort((a, b) => a.delivery - b.delivery), ({ leadId }) => leadId);
  const momentOf = ({ deliveredAt, deliveredEvent }: HandOffFact): Moment => ({ at: deliveredAt, event: deliveredEvent });
  const moments = new Map([...ofLead].map(([leadId, rows]) => [leadId, rows.map(momentOf)]));
  return ({ leadId, delivery, startedAt }, handOff) => {
    // Feedback knows its delivery; of an exit that said nothing only the moment is known.
    const place = delivery ?? positionSince(moments.get(leadId) ?? [], startedAt + 1);
    const last = ofLead.get(leadId)?.[place - 1];
    return last !== undefined && (last.handOff === null || last.handOff === handOff);
  };
};

/**
 * Complete feedback: the share of rejections, disqualifications, losses and declined meetings by a party that give an agreed
 * reason with its specifics. A lead that was put into an exit without a word counts against it; one that expired does not,
 * since nobody let it go.
 */
export const feedbackCompleteness = /* @__PURE__ */ clauseKind<FeedbackCompleteness>({
  kind: 'feedback_completeness',
  title: 'Complete feedback',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const isOf = deliveredBy(facts);
    return assessShare(clause, context, {
      all: saidBy(clause.by, facts),
      outcome: (one) => {
        const worded = context.wordingAt(clause, one.startedAt);
        if (worded === null || !isOwn(worded)) return null;
        if (!(worded.about ?? KINDS).some((kind) => kind === one.kind)) return null;
        return worded.handOff !== undefined && !isOf(one, worded.handOff) ? null : outcomeOf(worded, one);
      },
      say: ({ met }, judged) => {
        const [who, whom] = [partyWords(clause.by, context.partyNames), partyWithin(clause.to, context.partyNames)];
        if (judged === 0) return `${who} let no lead go that ${whom} is owed a reason for.`;
        const share = againstAgreed(clause, met, judged);
        return `${who} said everything that was agreed on ${String(met)} of ${counted(judged, 'lead', 'leads')} that it let go ${share}`;
      },
    });
  },
});
