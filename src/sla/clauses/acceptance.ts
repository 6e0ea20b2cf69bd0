import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import { clauseKind, timedBase } from '../clause.js';
import { clocksFor, deliveriesOf, ending, type Moment } from '../course.js';
import { clockBreaches } from '../excuse.js';
import { againstAgreed, assessTimed, lintWarning } from '../timed.js';
import { counted, partyWithin, partyWords, workingTime } from '../words.js';

/** How an acceptance clause is written. */
export const acceptanceShape = /* @__PURE__ */ schema(() => z.strictObject({ ...timedBase, kind: z.literal('acceptance') }));
/** The receiver accepts or rejects each delivery soon enough. */
export interface Acceptance extends z.infer<typeof acceptanceShape> {}
export const Acceptance: z.ZodType<Acceptance> = acceptanceShape;

/** The earlier of acceptance and rejection. */
const answerOf = ({ acceptedAt, acceptedEvent, rejectedAt, rejectedEvent }: HandOffFact): Moment | null => {
  const accepted = acceptedAt === null || acceptedEvent === null ? null : { at: acceptedAt, event: acceptedEvent };
  const rejected = rejectedAt === null || rejectedEvent === null ? null : { at: rejectedAt, event: rejectedEvent };
  if (accepted === null || rejected === null) return accepted ?? rejected;
  return rejected.at < accepted.at ? rejected : accepted;
};

/**
 * The acceptance window: the share of deliveries that the receiving party answers in time, with yes or no. A delivery that
 * expires was not answered: expiry is the clock's doing. One delivered anew before it is due needs no answer of its own.
 */
export const acceptance = /* @__PURE__ */ clauseKind<Acceptance>({
  kind: 'acceptance',
  title: 'Acceptance window',
  byDelivery: true,
  lint: lintWarning,
  clocks: (clause, facts, context) =>
    clocksFor(
      clause,
      deliveriesOf(facts, clause.to, clause.by, clause.handOff).map((delivery) => ({
        delivery,
        person: delivery.toPerson,
        start: { at: delivery.deliveredAt, event: delivery.deliveredEvent },
        stop: answerOf(delivery),
        endings: ending(delivery.supersededAt, 'delivered_anew'),
        doubtful: false,
      })),
      facts,
      context,
    ),
  breaches: (_clause, _facts, clocks) => clockBreaches(clocks),
  assess: (clause, facts, context) =>
    assessTimed(clause, facts, context, ({ met }, judged) => {
      const within = workingTime(clause.within.minutes);
      return judged === 0
        ? `No delivery to ${partyWithin(clause.by, context.partyNames)} has yet been judged against ${within}, yes or no.`
        : `${partyWords(clause.by, context.partyNames)} accepted or rejected ${String(met)} of ` +
            `${counted(judged, 'delivery', 'deliveries')} within ${within} ${againstAgreed(clause, met, judged)}`;
    }),
});
