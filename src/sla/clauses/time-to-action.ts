import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import { schema } from '../../kernel/schema.js';
import type { Facts, HandOffFact } from '../../vocabulary/fact.js';
import { timedBase, type ClockContext } from '../clause.js';
import { ending, type Course, type Moment } from '../clock/course.js';
import { Condition } from '../condition.js';
import { againstAgreed } from '../finding/timed.js';
import { doubtfulAt, firstAfter, onDaysOnly } from '../reading/answer.js';
import { optOutsIn } from '../reading/departure.js';
import { logOrder, type LogOrder } from '../reading/log-order.js';
import { momentsOf } from '../reading/moments.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How a time-to-action clause is written. */
export const timeToActionShape = /* @__PURE__ */ schema(() => {
  const conditions = z.array(Condition).min(1).max(16).readonly();
  return z
    .strictObject({
      ...timedBase,
      kind: z.literal('time_to_action'),
      /** What starts a clock: any of these. */
      starts: conditions,
      /** What stops it in fulfilment: any of these, after the start. */
      stops: conditions,
    })
    .refine(({ reopen }) => reopen === undefined, {
      path: ['reopen'],
      error: 'what brings it back is among what starts it; nothing else reopens it',
    });
});
/** A party does something soon enough after something happened, whatever the two are. */
export interface TimeToAction extends z.infer<typeof timeToActionShape> {}
export const TimeToAction: z.ZodType<TimeToAction> = timeToActionShape;

/** The earliest of some moments that may be missing. */
const earliest = (moments: readonly (Moment | null)[], { compare }: LogOrder): Moment | null =>
  moments.filter((moment) => moment !== null).sort(compare)[0] ?? null;

/** Starts of each lead that the clause is about: while it was in force, and no earlier than what it asks to have happened. */
const startsOf = (clause: TimeToAction, facts: Facts, { milestones, isInForce }: ClockContext, order: LogOrder): ReadonlyMap<string, readonly Moment[]> => {
  const starts = momentsOf(clause.starts, facts, milestones, order);
  const asked = clause.onlyAfter === undefined ? null : momentsOf(clause.onlyAfter, facts, milestones, order);
  const isOurs = (leadId: string, start: Moment): boolean => {
    const first = asked?.get(leadId)?.[0];
    return (isInForce?.(start.at) ?? true) && (asked === null || (first !== undefined && !order.isAfter(first, start)));
  };
  return new Map([...starts].map(([leadId, all]) => [leadId, all.filter((start) => isOurs(leadId, start))]));
};

const coursesOf = (clause: TimeToAction, facts: Facts, context: ClockContext): readonly Course[] => {
  const order = logOrder(facts);
  const stops = momentsOf(clause.stops, facts, context.milestones, order);
  const cancels = momentsOf(clause.cancelledBy ?? [], facts, context.milestones, order);
  const exits = groupBy(
    facts.exits.map(({ leadId, at, event, exit }) => ({ leadId, at, event, exit })).sort(order.compare),
    ({ leadId }) => leadId,
  );
  const days = onDaysOnly(stops, facts);
  const optOuts = optOutsIn(facts);
  const deliveries = groupBy([...facts.handOffs].sort((a, b) => a.deliveredOrder - b.deliveredOrder), ({ leadId }) => leadId);
  return [...startsOf(clause, facts, context, order)].flatMap(([leadId, begun]) => {
    const [stopping, cancelling, leaving] = [stops.get(leadId) ?? [], cancels.get(leadId) ?? [], exits.get(leadId) ?? []];
    const ofLead = deliveries.get(leadId) ?? [];
    const courses: Course[] = [];
    let delivered = 0;
    let last: HandOffFact | null = null;
    let between: HandOffFact | null = null;
    let settled: Moment | null = null;
    for (const start of begun) {
      // What starts while it is owed already starts nothing; what settles it may itself start another.
      if (courses.length > 0 && (settled === null || !(settled.event === start.event || order.isAfter(start, settled)))) continue;
      for (; isBy(ofLead[delivered], start, order); delivered += 1) {
        last = ofLead[delivered] ?? null;
        if (last !== null && isBetween(last, clause)) between = last;
      }
      if (clause.handOff !== undefined && (last === null || (last.handOff !== null && last.handOff !== clause.handOff))) continue;
      const stop = firstAfter(stopping, start, start.at, order);
      const left = firstAfter(leaving, start, start.at, order);
      courses.push({
        leadId,
        delivery: between?.delivery ?? 0,
        person: between?.toParty === clause.by ? between.toPerson : null,
        ...(between === null ? {} : { handed: { at: between.deliveredAt, event: between.deliveredEvent } }),
        start,
        fulfilled: (since) => firstAfter(stopping, start, since, order),
        endings: [...ending(left?.at ?? null, left?.exit ?? ''), ...ending(optOuts.get(leadId) ?? null, 'opted_out')],
        doubtful: doubtfulAt(days.get(leadId) ?? [], start.at),
      });
      settled = earliest([stop, left, firstAfter(cancelling, start, start.at, order)], order);
    }
    return courses;
  });
};

/** Whether a delivery was from one of the two parties to the other. */
const isBetween = ({ fromParty, toParty }: HandOffFact, { by, to }: TimeToAction): boolean =>
  (fromParty === to && toParty === by) || (fromParty === by && toParty === to);

/** Whether a delivery was made by a moment, or is what happened then. */
const isBy = (delivery: HandOffFact | undefined, start: Moment, { isAfter }: LogOrder): boolean => {
  if (delivery === undefined) return false;
  const { deliveredAt: at, deliveredEvent: event } = delivery;
  return event === start.event || isAfter(start, { at, event });
};

/**
 * Time to action: the share of occasions on which what was agreed is done in time. Both ends are conditions on events, so
 * that any promise of this form can be written: a proposal after a meeting that was held, a call after a second visit. What
 * starts while it is owed already starts nothing; once it was done, or stopped mattering, another start begins another.
 * A lead that leaves by an exit, or opts out, before it is due is owed nothing more, unless leaving is what was agreed.
 * It needs no delivery; where the lead was delivered between the two, it is counted on the last delivery by then.
 */
export const timeToAction = /* @__PURE__ */ timedKind<TimeToAction>({
  kind: 'time_to_action',
  title: 'Time to action',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const within = promisedTime(clause);
    return judged === 0
      ? `No occasion on which ${partyWithin(clause.by, context.partyNames)} owed it has yet been judged against ${within}.`
      : `${partyWords(clause.by, context.partyNames)} did what was agreed on ${String(met)} of ${counted(judged, 'occasion', 'occasions')} ` +
          `within ${within} ${againstAgreed(clause, met, judged)}`;
  },
});
