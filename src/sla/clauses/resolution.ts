import * as z from 'zod';
import { groupBy } from '../../kernel/group.js';
import { schema } from '../../kernel/schema.js';
import type { Facts } from '../../vocabulary/fact.js';
import { Milestone, MILESTONES, type Milestones, type StageId } from '../../vocabulary/framework.js';
import { doubtfulAt, firstAfter, onDaysOnly } from '../reading/answer.js';
import { beginOf } from '../reading/begin.js';
import { timedBase, type ClockContext } from '../clause.js';
import { deliveriesOf, type Course, type Moment } from '../clock/course.js';
import { lettingGo, optOutsIn } from '../reading/departure.js';
import { logOrder } from '../reading/log-order.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords, promisedTime } from '../words.js';
import { timedKind } from '../timed-kind.js';

/** How a resolution clause is written. */
export const resolutionShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...timedBase,
    kind: z.literal('resolution'),
    /** What starts the clock. */
    from: z.enum(['delivered', 'accepted']),
    /** What the lead is to reach, this or a later milestone, unless it leaves. */
    reaches: Milestone,
    /** A lead whose promise is broken and still open is to expire; see `proposeExpiries`. */
    expires: z.literal(true).exactOptional(),
  }),
);
/** The receiver brings each lead to a milestone, or lets it go with a reason, soon enough. */
export interface Resolution extends z.infer<typeof resolutionShape> {}
export const Resolution: z.ZodType<Resolution> = resolutionShape;

/** The stages of a milestone and of those that come after it: one that is skipped has been reached all the same. */
const stagesFrom = (milestone: Milestone, milestones: Milestones): ReadonlySet<StageId> =>
  new Set(MILESTONES.slice(MILESTONES.indexOf(milestone)).flatMap((one) => milestones[one] ?? []));

const coursesOf = (clause: Resolution, facts: Facts, { milestones }: ClockContext): readonly Course[] => {
  const order = logOrder(facts);
  const stages = stagesFrom(clause.reaches, milestones);
  if (stages.size === 0) return [];
  const optOuts = optOutsIn(facts);
  const resolving = groupBy(
    [
      ...facts.stageVisits
        .filter(({ stage }) => stages.has(stage))
        .map(({ leadId, enteredAt, enteredEvent }) => ({ leadId, at: enteredAt, event: enteredEvent })),
      ...facts.exits.filter(({ exit }) => exit !== 'expired').map(({ leadId, at, event }) => ({ leadId, at, event })),
    ].sort(order.compare),
    ({ leadId }) => leadId,
  );
  const days = onDaysOnly(resolving, facts);
  return deliveriesOf(facts, clause.to, clause.by, clause.handOff).flatMap((delivery): readonly Course[] => {
    const { leadId, rejectedAt, rejectedEvent } = delivery;
    const start = beginOf(clause.from, delivery);
    if (start === null) return [];
    // A rejection may enter no stage of its own; it resolves the delivery all the same.
    const rejected: readonly Moment[] = rejectedAt === null || rejectedEvent === null ? [] : [{ at: rejectedAt, event: rejectedEvent }];
    const ofLead = resolving.get(leadId) ?? [];
    return [{
      leadId,
      delivery: delivery.delivery,
      person: delivery.toPerson,
      handed: { at: delivery.deliveredAt, event: delivery.deliveredEvent },
      start,
      fulfilled: (since) =>
        [firstAfter(ofLead, start, since, order), firstAfter(rejected, start, since, order)]
          .filter((moment) => moment !== null)
          .sort(order.compare)[0] ?? null,
      endings: lettingGo(delivery, optOuts),
      doubtful: doubtfulAt(days.get(leadId) ?? [], start.at),
    }];
  });
};

/**
 * Resolution: the share of deliveries, or of acceptances, that come to something in time: the milestone, a later one, or a
 * rejection, disqualification or loss. Expiry resolves nothing: it is the clock's doing. A stay in the milestone that is
 * only inferred counts from the moment that revealed it: the lead was there by then. A framework without such a stage proves
 * nothing.
 */
export const resolution = /* @__PURE__ */ timedKind<Resolution>({
  kind: 'resolution',
  title: 'Resolution',
  courses: coursesOf,
  say: (clause, { met }, judged, context) => {
    const [one, many] = clause.from === 'delivered' ? ['delivery', 'deliveries'] : ['acceptance', 'acceptances'];
    const whose = `${clause.from === 'delivered' ? 'to' : 'by'} ${partyWithin(clause.by, context.partyNames)}`;
    const within = promisedTime(clause);
    if (stagesFrom(clause.reaches, context.milestones).size === 0) {
      return `The framework has no stage for "${clause.reaches}" or what comes after it, so that nothing can be judged.`;
    }
    return judged === 0
      ? `No ${one} ${whose} has yet been judged against ${within} until "${clause.reaches}" or an exit.`
      : `${partyWords(clause.by, context.partyNames)} brought ${String(met)} of ${counted(judged, one, many)} to "${clause.reaches}" or an exit ` +
          `within ${within} ${againstAgreed(clause, met, judged)}`;
  },
});
