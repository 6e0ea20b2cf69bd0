import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { Channel } from '../../vocabulary/activity.js';
import type { Facts, LeadEventFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { Moment } from '../clock/course.js';
import type { LogOrder } from './log-order.js';

/** How a clause says what counts as an answer. */
export const countsShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** human: people only, as where it is absent. any: automation too. */
    actor: z.enum(['human', 'any']).exactOptional(),
    /** An attempt counts over one of these channels only. A meeting goes over none, and is not held to it. */
    channels: z.array(Channel).min(1).max(20).readonly().exactOptional(),
    /** A meeting that is booked or moved counts too, where it is still to come then. Where absent, it does not. */
    futureMeeting: z.boolean().exactOptional(),
  }),
);
/** What counts as an answer of the receiving party: attempts by its people, where nothing else is said. */
export interface Counts extends z.infer<typeof countsShape> {}

/** Something by which the receiving party answered a lead. */
export interface Answer extends Moment {
  /** Known to the day only: `at` is the start of that day. */
  readonly byDay: boolean;
}

/**
 * What answers each lead, the earliest first, in whatever order it was recorded. A conversation is none by itself: it may
 * have been the lead who called; where we did, the attempt is recorded too.
 */
export const answersByLead = (
  facts: Facts,
  party: PartyId,
  { actor = 'human', channels, futureMeeting = false }: Counts,
  { compare }: LogOrder,
): ReadonlyMap<string, readonly Answer[]> => {
  const who = (one: { readonly party: PartyId; readonly human: boolean }): boolean => one.party === party && (actor === 'any' || one.human);
  const attempts = facts.activities
    .filter((one) => one.kind === 'attempt' && who(one) && (channels === undefined || channels.includes(one.channel)))
    .map(({ leadId, at, eventId, byDay }) => ({ leadId, at, event: eventId, byDay }));
  const meetings = futureMeeting
    ? facts.leadEvents
        .filter((event) => isToCome(event) && who(event))
        .map(({ leadId, at, eventId, byDay }) => ({ leadId, at, event: eventId, byDay }))
    : [];
  return groupBy([...attempts, ...meetings].sort(compare), ({ leadId }) => leadId);
};

const isToCome = ({ type, at, startsAt }: LeadEventFact): boolean =>
  (type === 'meeting_booked' || type === 'meeting_rescheduled') && startsAt !== null && startsAt > at;

/** The position of the first that is at or after a moment. */
export const positionSince = (moments: readonly Moment[], since: Instant): number => {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.at ?? Infinity) < since) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many of one moment are looked through one by one; of more, the place in the log tells. */
const FEW = 16;

/** The first that came after a start, and at or after a moment. Both sorted by the order of the log. */
export const firstAfter = <One extends Moment>(moments: readonly One[], start: Moment, since: Instant, { isAfter }: LogOrder): One | null => {
  const isLater = (i: number): boolean => isAfter(moments[i] ?? start, start);
  let low = positionSince(moments, Math.max(since, start.at));
  const few = Math.min(moments.length, low + FEW);
  while (low < few && !isLater(low)) low += 1;
  if (low < few) return moments[low] ?? null;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isLater(middle)) high = middle;
    else low = middle + 1;
  }
  return moments[low] ?? null;
};

/** No civil day is longer, whatever its zone does. */
export const LONGEST_DAY = 26 * 3_600_000;

/** Of what answers each lead, that which is known to the day only. */
export const daysOnly = (answers: ReadonlyMap<string, readonly Answer[]>): ReadonlyMap<string, readonly Answer[]> =>
  new Map([...answers].map(([leadId, ofLead]) => [leadId, ofLead.filter(({ byDay }) => byDay)]));

/** Moments by lead, or by what else they are about, of which only those are left whose event is known to the day only. */
export const onDaysOnly = <Key>(
  moments: ReadonlyMap<Key, readonly Moment[]>,
  { leadEvents, stageVisits }: Facts,
): ReadonlyMap<Key, readonly Moment[]> => {
  const known = new Set<string>();
  for (const { byDay, eventId } of leadEvents) if (byDay) known.add(eventId);
  for (const { enteredByDay, enteredEvent } of stageVisits) if (enteredByDay) known.add(enteredEvent);
  return known.size === 0 ? new Map() : new Map([...moments].map(([key, all]) => [key, all.filter(({ event }) => known.has(event))]));
};

/**
 * Whether something known to the day only lies on the day on which a clock began: it may have been after the start.
 *
 * @param days - Only what is known to the day only, so that one look is enough however much happened that day.
 */
export const doubtfulAt = (days: readonly Moment[], start: Instant): boolean =>
  (days[positionSince(days, start - LONGEST_DAY)]?.at ?? Infinity) <= start;
