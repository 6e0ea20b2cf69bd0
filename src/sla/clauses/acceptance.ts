import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import type { Facts, HandOffFact } from '../../vocabulary/fact.js';
import { add } from '../calendar/open-time.js';
import { answersByLead, daysOnly, doubtfulAt, positionSince, type Answer } from '../reading/answer.js';
import { OpenMinutes, timedBase, type ClauseBase, type ClauseContext } from '../clause.js';
import { deliveriesOf, ending, type Course, type Moment } from '../clock/course.js';
import { optOutsIn } from '../reading/departure.js';
import type { Alarm } from '../finding/finding.js';
import { logOrder } from '../reading/log-order.js';
import { againstAgreed, type JudgedClock } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How an acceptance clause is written. */
export const acceptanceShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...timedBase,
    kind: z.literal('acceptance'),
    /** Open time from the acceptance in which a human attempt should follow; an accepted lead without one raises an alarm. */
    attemptWithin: OpenMinutes.exactOptional(),
    /** A lead whose promise is broken and still open is to expire; see `proposeExpiries`. */
    expires: z.literal(true).exactOptional(),
  }),
);
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

/** Every yes and no by people of the receiving party, by lead, the earliest first. */
const answersIn = (clause: Acceptance, facts: Facts): ReadonlyMap<string, readonly Answer[]> => {
  const answers = facts.leadEvents
    .filter(({ type, party, human }) => (type === 'accepted' || type === 'rejected') && party === clause.by && human)
    .map(({ leadId, at, eventId, byDay }) => ({ leadId, at, event: eventId, byDay }));
  return groupBy(answers.sort(logOrder(facts).compare), ({ leadId }) => leadId);
};

const coursesOf = (clause: Acceptance, facts: Facts): readonly Course[] => {
  const given = answersIn(clause, facts);
  const days = daysOnly(given);
  // The fact about a delivery holds its first answer; what answers it once more after it was reopened, the log has.
  const answeredSince = (delivery: HandOffFact, since: Instant): Moment | null => {
    const first = answerOf(delivery);
    if (first === null || first.at >= since) return first;
    const answers = given.get(delivery.leadId) ?? [];
    return answers[positionSince(answers, since)] ?? null;
  };
  return deliveriesOf(facts, clause.to, clause.by, clause.handOff).map((delivery) => ({
    leadId: delivery.leadId,
    delivery: delivery.delivery,
    person: delivery.toPerson,
    start: { at: delivery.deliveredAt, event: delivery.deliveredEvent },
    fulfilled: (since) => answeredSince(delivery, since),
    endings: ending(delivery.supersededAt, 'delivered_anew'),
    doubtful: doubtfulAt(days.get(delivery.leadId) ?? [], delivery.deliveredAt),
  }));
};

const isAcceptance = (clause: ClauseBase): clause is Acceptance => clause.kind === 'acceptance';

/** Deliveries that were accepted, and not tried in the time agreed when they were made: of those whose time is over. */
const rubberStamps = (clause: Acceptance, judged: readonly JudgedClock[], facts: Facts, context: ClauseContext): readonly Alarm[] => {
  const { asOf, hoursOfClock, wordingAt } = context;
  const place = (one: { readonly leadId: string; readonly delivery: number }): string => JSON.stringify([one.leadId, one.delivery]);
  const agreed = judged.flatMap(({ clock, evidence }) => {
    const worded = wordingAt(clause, clock.startedAt);
    const minutes = worded !== null && isAcceptance(worded) ? worded.attemptWithin?.minutes : undefined;
    return minutes === undefined || clock.unproven ? [] : [{ clock, evidence, withinMs: minutes * 60_000 }];
  });
  if (agreed.length === 0) return [];
  const deliveries = new Map(facts.handOffs.map((one) => [place(one), one]));
  const days = daysOnly(answersByLead(facts, clause.by, {}, logOrder(facts)));
  const optOuts = optOutsIn(facts);
  // A promise that began anew has several clocks on one delivery: the last one speaks for it.
  const over = [...new Map(agreed.map((one) => [place(one.clock), one]))].flatMap(([key, { clock, evidence, withinMs }]) => {
    const delivery = deliveries.get(key);
    const acceptedAt = delivery?.acceptedAt ?? null;
    if (delivery === undefined || acceptedAt === null || acceptedAt >= asOf) return [];
    const until = add(hoursOfClock(clock), acceptedAt, withinMs);
    const letGo = Math.min(delivery.supersededAt ?? Infinity, optOuts.get(clock.leadId) ?? Infinity);
    const tried = (delivery.firstAttemptAt ?? Infinity) <= until || doubtfulAt(days.get(clock.leadId) ?? [], delivery.deliveredAt);
    // Who was tried counts, whatever came after; who could be tried no more is nobody's rubber stamp.
    return asOf <= until || (!tried && letGo <= until) ? [] : [{ evidence, tried }];
  });
  const untried = over.filter(({ tried }) => !tried).map(({ evidence }) => evidence);
  const sentence = `${String(untried.length)} of ${counted(over.length, 'accepted delivery was', 'accepted deliveries were')} not tried in the agreed time.`;
  return untried.length === 0 ? [] : [{ kind: 'rubber_stamp', count: untried.length, sentence, evidence: untried }];
};

/**
 * The acceptance window: the share of deliveries that the receiving party answers in time, with yes or no. A delivery that
 * expires was not answered: expiry is the clock's doing. One delivered anew before it is due needs no answer of its own.
 *
 * With `attemptWithin`, a finding carries the alarm `rubber_stamp`: who accepts everything and tries nobody keeps this promise
 * and breaks its sense. An attempt before the acceptance counts too.
 */
export const acceptance = /* @__PURE__ */ timedKind<Acceptance>({
  kind: 'acceptance',
  title: 'Acceptance window',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const within = promisedTime(clause);
    return judged === 0
      ? `No delivery to ${partyWithin(clause.by, context.partyNames)} has yet been judged against ${within}, yes or no.`
      : `${partyWords(clause.by, context.partyNames)} accepted or rejected ${String(met)} of ` +
          `${counted(judged, 'delivery', 'deliveries')} within ${within} ${againstAgreed(clause, met, judged)}`;
  },
  alarms: rubberStamps,
});
