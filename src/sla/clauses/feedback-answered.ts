import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import { schema } from '../../kernel/schema.js';
import type { FeedbackFact, Facts } from '../../vocabulary/fact.js';
import { doubtfulAt, firstAfter, onDaysOnly } from '../reading/answer.js';
import { timedBase } from '../clause.js';
import { type Course, type Moment } from '../clock/course.js';
import { logOrder } from '../reading/log-order.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How a feedback-answered clause is written. */
export const feedbackAnsweredShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...timedBase,
    kind: z.literal('feedback_answered'),
    /** Only feedback of these kinds; all of it where absent. */
    about: z.array(z.enum(['rejected', 'disqualified', 'lost', 'meeting_declined'])).min(1).max(4).readonly().exactOptional(),
  }),
);
/** What one side feeds back about a lead gets an answer from the other soon enough. */
export interface FeedbackAnswered extends z.infer<typeof feedbackAnsweredShape> {}
export const FeedbackAnswered: z.ZodType<FeedbackAnswered> = feedbackAnsweredShape;

/** Whether feedback is about a delivery of the hand-off that a clause names, or of one whose event named none. */
const isOfHandOff = (facts: Facts, handOff: string | undefined): ((item: FeedbackFact) => boolean) => {
  if (handOff === undefined) return () => true;
  const ofLead = groupBy(facts.handOffs, ({ leadId }) => leadId);
  return ({ leadId, delivery }) =>
    (ofLead.get(leadId) ?? []).some((one) => one.delivery === delivery && (one.handOff === null || one.handOff === handOff));
};

/**
 * Answers by the party that owes them, by what they answer. Another party's answer may come first: the fact about an item
 * names that one, and the log has ours.
 */
const answersIn = (clause: FeedbackAnswered, facts: Facts): ReadonlyMap<string, readonly (Moment & { readonly answers: string })[]> => {
  const order = logOrder(facts);
  const told = facts.feedback.flatMap(({ event: answers, answeredAt: at, answeredEvent: event, answeredParty }) =>
    at === null || event === null || answeredParty !== clause.by ? [] : [{ at, event, answers }],
  );
  const leadOf = new Map(facts.feedback.map(({ event, leadId }) => [event, leadId]));
  const logged = facts.leadEvents
    .filter(({ type, party, human }) => type === 'feedback_answered' && party === clause.by && human)
    // One on another lead is reported with the facts, and answers nothing.
    .flatMap(({ at, eventId, answers, leadId }) => (answers === null || leadOf.get(answers) !== leadId ? [] : [{ at, event: eventId, answers }]));
  return groupBy([...told, ...logged].sort(order.compare), ({ answers }) => answers);
};

const coursesOf = (clause: FeedbackAnswered, facts: Facts): readonly Course[] => {
  const order = logOrder(facts);
  const answers = answersIn(clause, facts);
  const days = onDaysOnly(answers, facts);
  const isOurs = isOfHandOff(facts, clause.handOff);
  return facts.feedback
    .filter((item) => item.party === clause.to && (clause.about?.includes(item.kind) ?? true) && isOurs(item))
    .map((item): Course => {
      const start: Moment = { at: item.at, event: item.event };
      return {
        leadId: item.leadId,
        delivery: item.delivery,
        person: null,
        start,
        fulfilled: (since) => firstAfter(answers.get(item.event) ?? [], start, since, order),
        endings: [],
        doubtful: doubtfulAt(days.get(item.event) ?? [], start.at),
      };
    });
};

/**
 * Feedback answered: the share of what the other side fed back, by sending a lead back, letting it go, losing it or declining
 * its meeting, that a human of the party who owes it answers in time. Only a `feedback_answered` event that names the
 * feedback answers it; delivering the lead anew does not. Nothing lets it go, unless the clause says so.
 */
export const feedbackAnswered = /* @__PURE__ */ timedKind<FeedbackAnswered>({
  kind: 'feedback_answered',
  title: 'Feedback answered',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const within = promisedTime(clause);
    return judged === 0
      ? `No feedback by ${partyWithin(clause.to, context.partyNames)} has yet been judged against ${within}.`
      : `${partyWords(clause.by, context.partyNames)} answered ${String(met)} of ${counted(judged, 'item', 'items')} of feedback ` +
          `within ${within} ${againstAgreed(clause, met, judged)}`;
  },
});
