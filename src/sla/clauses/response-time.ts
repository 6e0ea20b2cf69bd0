import * as z from 'zod';
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

/** Human attempts by lead, in the order of the log. */
const attemptsByLead = (facts: Facts): ReadonlyMap<string, readonly ActivityFact[]> => {
  const found = new Map<string, ActivityFact[]>();
  for (const activity of facts.activities) {
    if (activity.kind !== 'attempt' || !activity.human) continue;
    const known = found.get(activity.leadId);
    if (known === undefined) found.set(activity.leadId, [activity]);
    else known.push(activity);
  }
  return found;
};

/**
 * Since delivery: what the hand-off fact says. Since acceptance: the earliest attempt by the receiving party at or after
 * it, in whatever order the attempts were recorded; earlier ones answered the delivery, not the acceptance.
 */
const courseOf = (clause: ResponseTime, delivery: HandOffFact, attempts: readonly ActivityFact[]): Omit<Course, 'endings'> | null => {
  if (clause.from === 'delivered') {
    const { firstAttemptAt: at, firstAttemptEvent: event } = delivery;
    const stop = at === null || event === null ? null : { at, event };
    return { delivery, person: delivery.toPerson, start: { at: delivery.deliveredAt, event: delivery.deliveredEvent }, stop };
  }
  const { acceptedAt, acceptedEvent } = delivery;
  if (acceptedAt === null || acceptedEvent === null) return null;
  const stop = attempts
    .filter(({ at, party }) => at >= acceptedAt && party === delivery.toParty)
    .reduce<ActivityFact | null>((first, next) => (first === null || next.at < first.at ? next : first), null);
  return {
    delivery,
    person: delivery.toPerson,
    start: { at: acceptedAt, event: acceptedEvent },
    stop: stop === null ? null : { at: stop.at, event: stop.eventId },
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
    const attempts = clause.from === 'accepted' ? attemptsByLead(facts) : new Map<string, readonly ActivityFact[]>();
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
