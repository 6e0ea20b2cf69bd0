import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import type { ActivityFact, Facts, HandOffFact } from '../../vocabulary/fact.js';
import { clauseKind, timedBase } from '../clause.js';
import { clocksFor, deliveriesOf, ending, type Course } from '../course.js';
import { clockBreaches } from '../excuse.js';
import { againstAgreed, assessTimed, lintWarning } from '../timed.js';
import { counted, partyWithin, partyWords, workingTime } from '../words.js';

/** How a response-time clause is written. */
export const responseTimeShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...timedBase,
    kind: z.literal('response_time'),
    /** What starts the clock. */
    from: z.enum(['delivered', 'accepted']),
  }),
);
/** The receiver makes a first attempt, by a human, soon enough after a delivery or after accepting it. */
export interface ResponseTime extends z.infer<typeof responseTimeShape> {}
export const ResponseTime: z.ZodType<ResponseTime> = responseTimeShape;

/** Human attempts by lead, earliest first, in whatever order they were recorded. */
const attemptsByLead = (facts: Facts): ReadonlyMap<string, readonly ActivityFact[]> => {
  const attempts = facts.activities.filter(({ kind, human }) => kind === 'attempt' && human).sort((a, b) => a.at - b.at);
  return groupBy(attempts, ({ leadId }) => leadId);
};

/** The position of the first attempt at or after a moment. */
const firstSince = (attempts: readonly ActivityFact[], since: Instant): number => {
  let [low, high] = [0, attempts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((attempts[middle]?.at ?? Infinity) < since) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** No civil day is longer, whatever its zone does. */
const LONGEST_DAY = 26 * 3_600_000;

/** Whether the receiver tried on the day on which the clock began, and only the day is known: it may have been after. */
const triedThatDay = (attempts: readonly ActivityFact[], start: Instant, party: string): boolean => {
  for (let i = firstSince(attempts, start - LONGEST_DAY); (attempts[i]?.at ?? Infinity) <= start; i += 1) {
    const attempt = attempts[i];
    if (attempt?.byDay === true && attempt.party === party) return true;
  }
  return false;
};

/**
 * Since delivery: what the hand-off fact says. Since acceptance: the earliest attempt by the receiving party at or after
 * it; earlier ones answered the delivery, not the acceptance.
 */
const courseOf = (clause: ResponseTime, delivery: HandOffFact, attempts: readonly ActivityFact[]): Omit<Course, 'endings'> | null => {
  const { toPerson: person, toParty, firstAttemptAt: at, firstAttemptEvent: event, acceptedAt, acceptedEvent } = delivery;
  if (clause.from === 'delivered') {
    const stop = at === null || event === null ? null : { at, event };
    const doubtful = triedThatDay(attempts, delivery.deliveredAt, toParty);
    return { delivery, person, start: { at: delivery.deliveredAt, event: delivery.deliveredEvent }, stop, doubtful };
  }
  if (acceptedAt === null || acceptedEvent === null) return null;
  let next = firstSince(attempts, acceptedAt);
  while (next < attempts.length && attempts[next]?.party !== toParty) next += 1;
  const stop = attempts[next];
  return {
    delivery,
    person,
    start: { at: acceptedAt, event: acceptedEvent },
    stop: stop === undefined ? null : { at: stop.at, event: stop.eventId },
    doubtful: triedThatDay(attempts, acceptedAt, toParty),
  };
};

/**
 * Speed to lead: the share of deliveries that the receiving party answers with a human attempt in time. Automation does
 * not stop the clock. A delivery that is rejected, delivered anew or opted out before it is due needs no answer; one that
 * expires does.
 */
export const responseTime = /* @__PURE__ */ clauseKind<ResponseTime>({
  kind: 'response_time',
  title: 'Response time',
  byDelivery: true,
  lint: lintWarning,
  clocks: (clause, facts, context) => {
    const optedOut = new Map(facts.leads.map((lead) => [lead.leadId, lead.optedOutAt]));
    const attempts = attemptsByLead(facts);
    const courses = deliveriesOf(facts, clause.to, clause.by, clause.handOff).map((delivery) => {
      const course = courseOf(clause, delivery, attempts.get(delivery.leadId) ?? []);
      const endings = [
        ...ending(delivery.supersededAt, 'delivered_anew'),
        ...ending(delivery.rejectedAt, 'rejected'),
        ...ending(optedOut.get(delivery.leadId) ?? null, 'opted_out'),
      ];
      return course === null ? null : { ...course, endings };
    });
    return clocksFor(clause, courses.filter((course) => course !== null), facts, context);
  },
  breaches: (_clause, _facts, clocks) => clockBreaches(clocks),
  assess: (clause, facts, context) =>
    assessTimed(clause, facts, context, ({ met }, judged) => {
      const [one, many] = clause.from === 'delivered' ? ['delivery', 'deliveries'] : ['acceptance', 'acceptances'];
      const within = workingTime(clause.within.minutes);
      const whose = `${clause.from === 'delivered' ? 'to' : 'by'} ${partyWithin(clause.by, context.partyNames)}`;
      return judged === 0
        ? `No ${one} ${whose} has yet been judged against ${within}.`
        : `${partyWords(clause.by, context.partyNames)} answered ${String(met)} of ${counted(judged, one, many)} within ${within} ` +
            againstAgreed(clause, met, judged);
    }),
});
