import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../../vocabulary/activity.js';
import type { Facts } from '../../vocabulary/fact.js';
import { daysOnly, doubtfulAt, firstAfter, LONGEST_DAY, positionSince, type Answer } from '../reading/answer.js';
import { beginOf } from '../reading/begin.js';
import { timedBase, type ClockContext } from '../clause.js';
import { deliveriesOf, type Course, type Ending, type Moment } from '../clock/course.js';
import { departuresFrom, lettingGo, optOutsIn, type Departure } from '../reading/departure.js';
import { slaIssue } from '../issues.js';
import { logOrder, type LogOrder } from '../reading/log-order.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

const channels = /* @__PURE__ */ schema(() => z.array(Channel).min(1).max(20).readonly());

/** How an attempts clause is written. */
export const attemptsShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...timedBase,
    kind: z.literal('attempts'),
    /** What starts the clock. */
    from: z.enum(['delivered', 'accepted']),
    /** How many attempts by people of the receiving party. */
    atLeast: z.int().min(1).max(100),
    /** Only attempts over one of these channels count; over any where absent. */
    channels: channels.exactOptional(),
    /** How many of them over which channels: two calls among six attempts. Each must hold. */
    mix: z.array(z.strictObject({ channels, atLeast: z.int().min(1).max(100) })).min(1).max(20).readonly().exactOptional(),
  }),
);
/** The receiver tries often enough to reach each lead before it gives up. */
export interface Attempts extends z.infer<typeof attemptsShape> {}
export const Attempts: z.ZodType<Attempts> = attemptsShape;

interface Attempt extends Answer {
  readonly leadId: string;
  readonly channel: Channel;
}

/** The attempts that count, by lead, in order. */
const attemptsByLead = (clause: Attempts, { activities }: Facts, { compare }: LogOrder): ReadonlyMap<string, readonly Attempt[]> =>
  groupBy(
    activities
      .filter(({ kind, human, party }) => kind === 'attempt' && human && party === clause.by)
      .filter(({ channel }) => clause.channels === undefined || clause.channels.includes(channel))
      .map(({ leadId, at, eventId, byDay, channel }): Attempt => ({ leadId, at, event: eventId, byDay, channel }))
      .sort(compare),
    ({ leadId }) => leadId,
  );

/** The attempt that makes them enough, in number and in mix, of those from a moment on that a test lets through. */
const enough = (
  { atLeast, mix = [] }: Attempts,
  attempts: readonly Attempt[],
  since: Instant,
  until: Instant,
  counts: (attempt: Attempt) => boolean,
): Moment | null => {
  let count = 0;
  const left = mix.map((part) => part.atLeast);
  for (let i = positionSince(attempts, since); i < attempts.length; i += 1) {
    const attempt = attempts[i];
    if (attempt === undefined || attempt.at > until) return null;
    if (!counts(attempt)) continue;
    count += 1;
    mix.forEach((part, k) => {
      if (part.channels.includes(attempt.channel)) left[k] = (left[k] ?? 0) - 1;
    });
    if (count >= atLeast && left.every((one) => one <= 0)) return { at: attempt.at, event: attempt.event };
  }
  return null;
};

const coursesOf = (clause: Attempts, facts: Facts, context: ClockContext): readonly Course[] => {
  const order = logOrder(facts);
  const attempts = attemptsByLead(clause, facts, order);
  const byDay = daysOnly(attempts);
  const optOuts = optOutsIn(facts);
  // Who gives up, or lets the clock do it, has tried often enough or broken the promise.
  const letsGo = ({ because }: Departure): boolean => because !== 'disqualified' && because !== 'expired';
  const departures = new Map([...departuresFrom(clause.by, facts, context, order)].map(([leadId, all]) => [leadId, all.filter(letsGo)]));
  return deliveriesOf(facts, clause.to, clause.by, clause.handOff).flatMap((delivery): readonly Course[] => {
    const { leadId } = delivery;
    const start = beginOf(clause.from, delivery);
    if (start === null) return [];
    const ofLead = attempts.get(leadId) ?? [];
    const left = firstAfter(departures.get(leadId) ?? [], start, start.at, order);
    const endings: readonly Ending[] = [...lettingGo(delivery, optOuts), ...(left === null ? [] : [left])];
    const isAfter = (one: Attempt): boolean => order.isAfter(one, start);
    const until = endings.reduce((earliest, { at }) => Math.min(earliest, at), Infinity);
    return [{
      leadId,
      delivery: delivery.delivery,
      person: delivery.toPerson,
      handed: { at: delivery.deliveredAt, event: delivery.deliveredEvent },
      start,
      fulfilled: (since) => enough(clause, ofLead, Math.max(since, start.at), until, isAfter),
      endings,
      // Attempts known to the day of the start only may have come before it; they matter where they would be enough with the rest.
      doubtful:
        doubtfulAt(byDay.get(leadId) ?? [], start.at) &&
        enough(clause, ofLead, start.at - LONGEST_DAY, until, (one) => one.byDay || isAfter(one)) !== null,
    }];
  });
};

/** A part that is more than the whole makes the whole say nothing; one over channels that do not count is never reached. */
const lintMix = ({ id, atLeast, channels: counting, mix = [] }: Attempts, path: Path): readonly Issue[] =>
  mix.flatMap((part, k) => [
    ...(part.atLeast <= atLeast ? [] : [slaIssue('mix_beyond_total', { clause: id, part: part.atLeast, total: atLeast }, [...path, 'mix', k, 'atLeast'])]),
    ...(counting === undefined || part.channels.some((channel) => counting.includes(channel))
      ? []
      : [slaIssue('mix_never_counts', { clause: id, channels: part.channels }, [...path, 'mix', k, 'channels'])]),
  ]);

/**
 * Depth of effort: the share of deliveries, or of acceptances, on which people of the receiving party tried often enough in
 * time. Nobody has to go on with a lead that was sent back, handed on, won or lost, delivered anew, or wants no contact; a
 * disqualification or expiry excuses nobody. What else makes further attempts idle, such as having reached the lead, is
 * for `cancelledBy` to say.
 */
export const attempts = /* @__PURE__ */ timedKind<Attempts>({
  kind: 'attempts',
  title: 'Attempts',
  lint: lintMix,
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const [one, many] = clause.from === 'delivered' ? ['delivery', 'deliveries'] : ['acceptance', 'acceptances'];
    const within = promisedTime(clause);
    const asked = counted(clause.atLeast, 'attempt', 'attempts');
    const whose = `${clause.from === 'delivered' ? 'to' : 'by'} ${partyWithin(clause.by, context.partyNames)}`;
    return judged === 0
      ? `No ${one} ${whose} has yet been judged against ${asked} within ${within}.`
      : `${partyWords(clause.by, context.partyNames)} made ${asked} on ${String(met)} of ${counted(judged, one, many)} within ${within} ` +
          againstAgreed(clause, met, judged);
  },
});
