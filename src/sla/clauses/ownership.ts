import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import { schema } from '../../kernel/schema.js';
import type { Facts } from '../../vocabulary/fact.js';
import { doubtfulAt, firstAfter, onDaysOnly } from '../reading/answer.js';
import { timedBase, type ClockContext } from '../clause.js';
import { deliveriesOf, ending, type Course, type Moment } from '../clock/course.js';
import { departuresFrom, lettingGo, optOutsIn } from '../reading/departure.js';
import { logOrder } from '../reading/log-order.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How an ownership clause is written. */
export const ownershipShape = /* @__PURE__ */ schema(() => z.strictObject({ ...timedBase, kind: z.literal('ownership') }));
/** A party holds no lead for longer than agreed: the promise between teams that support desks call an OLA. */
export interface Ownership extends z.infer<typeof ownershipShape> {}
export const Ownership: z.ZodType<Ownership> = ownershipShape;

const coursesOf = (clause: Ownership, facts: Facts, context: ClockContext): readonly Course[] => {
  const order = logOrder(facts);
  const optOuts = optOutsIn(facts);
  const departures = [...departuresFrom(clause.by, facts, context, order)].flatMap(([leadId, all]) => all.map((one) => ({ leadId, ...one })));
  const lettings = groupBy(departures.filter(({ because }) => because !== 'expired'), ({ leadId }) => leadId);
  const expiries = groupBy(departures.filter(({ because }) => because === 'expired'), ({ leadId }) => leadId);
  const days = onDaysOnly(lettings, facts);
  return deliveriesOf(facts, clause.to, clause.by, clause.handOff).map((delivery): Course => {
    const { leadId } = delivery;
    const start: Moment = { at: delivery.deliveredAt, event: delivery.deliveredEvent };
    const expired = firstAfter(expiries.get(leadId) ?? [], start, start.at, order);
    return {
      leadId,
      delivery: delivery.delivery,
      person: delivery.toPerson,
      start,
      fulfilled: (since) => firstAfter(lettings.get(leadId) ?? [], start, since, order),
      endings: [...lettingGo(delivery, optOuts), ...ending(expired?.at ?? null, 'expired')],
      doubtful: doubtfulAt(days.get(leadId) ?? [], start.at),
    };
  });
};

/**
 * Ownership: the share of deliveries that the receiving party lets out of its hands in time: it hands the lead on, the lead
 * leaves by a rejection, disqualification or loss, or is won, is assigned to another party, or steps into a stage that
 * another party owns. An expiry fulfils nothing; from then on nothing is owed either.
 */
export const ownership = /* @__PURE__ */ timedKind<Ownership>({
  kind: 'ownership',
  title: 'Ownership',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const within = promisedTime(clause);
    return judged === 0
      ? `No delivery that ${partyWithin(clause.by, context.partyNames)} holds has yet been judged against ${within}.`
      : `${partyWords(clause.by, context.partyNames)} held ${String(met)} of ${counted(judged, 'delivery', 'deliveries')} ` +
          `no longer than ${within} ${againstAgreed(clause, met, judged)}`;
  },
});
