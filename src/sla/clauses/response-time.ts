import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { Facts } from '../../vocabulary/fact.js';
import { answersByLead, countsShape, daysOnly, doubtfulAt, firstAfter } from '../reading/answer.js';
import { answersToEach, updatesFrom, type Series } from '../reading/answer-series.js';
import { beginOf } from '../reading/begin.js';
import { timedBase, type ClauseContext, type ClockContext } from '../clause.js';
import { deliveriesOf, ending, type Course, type Moment } from '../clock/course.js';
import { Condition } from '../condition.js';
import { departuresFrom, lettingGo, optOutsIn } from '../reading/departure.js';
import { firstAnswer } from '../reading/first-answer.js';
import { logOrder } from '../reading/log-order.js';
import { momentsOf } from '../reading/moments.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How a response-time clause is written. */
export const responseTimeShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      ...timedBase,
      kind: z.literal('response_time'),
      /** What starts the clock; with next and periodic, from when on the lead is with the receiver. */
      from: z.enum(['delivered', 'accepted']),
      /**
       * first: one answer, to the delivery. next: one to each time that the lead asks; of several unanswered ones the oldest
       * counts. periodic: one at least every so often, each beginning the next. Where absent, first.
       */
      answer: z.enum(['first', 'next', 'periodic']).exactOptional(),
      /** With next: by what the lead asks. Where absent, by an inquiry. */
      asks: z.array(Condition).min(1).max(16).readonly().exactOptional(),
      /** What counts as an answer. Where absent, an attempt by a human of the receiving party. */
      counts: countsShape.exactOptional(),
      /** A lead whose promise is broken and still open is to expire; see `proposeExpiries`. */
      expires: z.literal(true).exactOptional(),
    })
    .refine(({ answer, asks }) => asks === undefined || answer === 'next', {
      path: ['asks'],
      error: 'only a clause about the next answer says by what the lead asks',
    })
    .refine(({ answer, reopen }) => reopen === undefined || answer === undefined || answer === 'first', {
      path: ['reopen'],
      error: 'a promise of the next or of periodic answers begins anew by itself; nothing reopens it',
    }),
);
/** The receiver answers soon enough after a delivery or after accepting it, or each time, or at least every so often. */
export interface ResponseTime extends z.infer<typeof responseTimeShape> {}
export const ResponseTime: z.ZodType<ResponseTime> = responseTimeShape;

const coursesOf = (clause: ResponseTime, facts: Facts, context: ClockContext): readonly Course[] => {
  const { milestones, isInForce = () => true } = context;
  const order = logOrder(facts);
  const answers = answersByLead(facts, clause.by, clause.counts ?? {}, order);
  const days = daysOnly(answers);
  const optOuts = optOutsIn(facts);
  const where = (conditions: readonly Condition[] = []): ReadonlyMap<string, readonly Moment[]> => momentsOf(conditions, facts, milestones, order);
  const isSeries = clause.answer === 'next' || clause.answer === 'periodic';
  const departures = isSeries ? departuresFrom(clause.by, facts, context, order) : null;
  const cancelling = where(isSeries ? clause.cancelledBy : []);
  const asks = where(clause.answer === 'next' ? (clause.asks ?? ASKS) : []);
  const eligible = clause.onlyAfter === undefined ? null : where(clause.answer === 'next' ? clause.onlyAfter : []);
  // What a lead asked before it was one of those that the clause is about, or before that was promised, leaves no promise unanswered.
  const asksOf = (leadId: string): readonly Moment[] => {
    const all = (asks.get(leadId) ?? []).filter(({ at }) => isInForce(at));
    if (eligible === null) return all;
    const first = eligible.get(leadId)?.[0];
    return first === undefined ? [] : all.filter((ask) => !order.isAfter(first, ask));
  };
  return deliveriesOf(facts, clause.to, clause.by, clause.handOff).flatMap((delivery): readonly Course[] => {
    const start = beginOf(clause.from, delivery);
    if (start === null) return [];
    const handed = { at: delivery.deliveredAt, event: delivery.deliveredEvent };
    const head = { leadId: delivery.leadId, delivery: delivery.delivery, person: delivery.toPerson, handed };
    const ofLead = answers.get(delivery.leadId) ?? [];
    const lets = lettingGo(delivery, optOuts);
    const left = firstAfter(departures?.get(delivery.leadId) ?? [], start, start.at, order);
    const ofDays = days.get(delivery.leadId) ?? [];
    const series: Series = {
      delivery: head,
      start,
      answers: ofLead,
      days: ofDays,
      endings: left === null ? lets : [...lets, left],
      cancelling: cancelling.get(delivery.leadId) ?? [],
    };
    switch (clause.answer ?? 'first') {
      case 'next':
        return answersToEach(series, asksOf(delivery.leadId), order);
      case 'periodic':
        return updatesFrom(series, order);
      case 'first':
        return [{
          ...head,
          start,
          fulfilled: firstAnswer(clause, delivery, start, ofLead, order),
          endings: [...lets, ...ending(delivery.rejectedAt, 'rejected')],
          doubtful: doubtfulAt(ofDays, start.at),
        }];
    }
  });
};

const ASKS: readonly Condition[] = [{ on: ['inquiry'] }];

/** What was answered, in the words of the clause: what is judged, and how a party did. */
const wordsOf = (clause: ResponseTime, { partyNames }: ClauseContext): { readonly none: string; readonly did: string; readonly one: string; readonly many: string } => {
  const party = partyWithin(clause.by, partyNames);
  switch (clause.answer ?? 'first') {
    case 'next':
      return { none: `request of a lead with ${party}`, did: 'answered', one: 'request of a lead', many: 'requests of leads' };
    case 'periodic':
      return { none: `update by ${party}`, did: 'gave', one: 'update', many: 'updates' };
    case 'first':
      return clause.from === 'delivered'
        ? { none: `delivery to ${party}`, did: 'answered', one: 'delivery', many: 'deliveries' }
        : { none: `acceptance by ${party}`, did: 'answered', one: 'acceptance', many: 'acceptances' };
  }
};

/**
 * Speed to lead: the share of deliveries that the receiving party answers with a human attempt in time; or of the times that
 * a lead asked; or of the updates that were due. Automation does not stop the clock, unless the clause counts it.
 *
 * A first answer is not owed where the delivery is rejected, delivered anew or opted out before it is due; it is where the
 * delivery expires. A next or periodic one is owed while the lead is with the receiver: until any exit, until it is won,
 * or handed on, or steps into another party's stage.
 */
export const responseTime = /* @__PURE__ */ timedKind<ResponseTime>({
  kind: 'response_time',
  title: 'Response time',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const { none, did, one, many } = wordsOf(clause, context);
    const within = promisedTime(clause);
    return judged === 0
      ? `No ${none} has yet been judged against ${within}.`
      : `${partyWords(clause.by, context.partyNames)} ${did} ${String(met)} of ${counted(judged, one, many)} within ${within} ` +
          againstAgreed(clause, met, judged);
  },
});
