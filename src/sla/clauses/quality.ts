import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { RejectionClass } from '../../vocabulary/events/hand-off.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import { TierName } from '../../vocabulary/words.js';
import { clauseKind, deliveryBase, type ClauseBase } from '../clause.js';
import { deliveriesOf } from '../clock/course.js';
import type { Breach } from '../clock/excuse.js';
import { assessShare, casesOf, type Outcome } from '../finding/share.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a quality clause is written. */
export const qualityShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      ...deliveryBase,
      kind: z.literal('quality'),
      /** The lead's fit tier, as last recorded before the delivery, is one of these. */
      tiers: z.array(TierName).min(1).max(100).readonly().exactOptional(),
      /** The receiver does not send it back on one of these grounds, such as `definitional`. */
      notRejectedAs: z.array(RejectionClass).min(1).max(3).readonly().exactOptional(),
    })
    .refine(({ tiers, notRejectedAs }) => tiers !== undefined || notRejectedAs !== undefined, {
      path: ['tiers'],
      error: 'quality is said by tiers, by grounds on which nothing is to be sent back, or both',
    }),
);
/** What is delivered is what was agreed. */
export interface Quality extends z.infer<typeof qualityShape> {}
export const Quality: z.ZodType<Quality> = qualityShape;

const isQuality = (clause: ClauseBase): clause is Quality => clause.kind === 'quality';

const isSentBack = ({ notRejectedAs }: Quality, { rejectionClass }: HandOffFact): boolean =>
  rejectionClass !== null && (notRejectedAs ?? []).includes(rejectionClass);

const isOffTier = ({ tiers }: Quality, { fitTier }: HandOffFact): boolean =>
  tiers !== undefined && fitTier !== null && !tiers.includes(fitTier);

/** What breaks the promise first: the tier does at the delivery, a rejection when it comes. */
const breachOf = (clause: Quality, one: HandOffFact): Breach | null => {
  const at = isOffTier(clause, one) ? one.deliveredAt : isSentBack(clause, one) ? one.rejectedAt : null;
  return at === null ? null : { clause: clause.id, leadId: one.leadId, delivery: one.delivery, startedAt: one.deliveredAt, at };
};

const outcomeOf = (clause: Quality, one: HandOffFact, asOf: number): Outcome => {
  const known = (at: number | null): boolean => at !== null && at < asOf;
  if (isOffTier(clause, one)) return { state: 'breached_open', because: `tier ${one.fitTier ?? ''}` };
  if (isSentBack(clause, one) && known(one.rejectedAt)) {
    return { state: 'breached_open', because: `sent back as ${one.rejectionClass ?? ''}: ${one.reason ?? ''}` };
  }
  if (clause.tiers !== undefined && one.fitTier === null) return { state: 'unproven', because: 'no tier was recorded' };
  const answered = [one.acceptedAt, one.rejectedAt, one.expiredAt, one.supersededAt].some(known);
  return { state: clause.notRejectedAs === undefined || answered ? 'met' : 'running', because: null };
};

/**
 * Quality: the share of deliveries that are of an agreed tier and are not sent back on the agreed grounds. While a delivery
 * is unanswered it may still be sent back. One without a tier proves nothing where tiers are agreed.
 */
export const quality = /* @__PURE__ */ clauseKind<Quality>({
  kind: 'quality',
  title: 'Quality',
  byDelivery: true,
  lint: () => [],
  clocks: () => [],
  breaches: (clause, facts) =>
    deliveriesOf(facts, clause.by, clause.to, clause.handOff)
      .map((one) => breachOf(clause, one))
      .filter((breach) => breach !== null),
  assess: (clause, facts, context) =>
    assessShare(clause, context, {
      all: casesOf(deliveriesOf(facts, clause.by, clause.to, clause.handOff)),
      outcome: (one) => {
        const worded = context.wordingAt(clause, one.startedAt);
        return worded === null || !isQuality(worded) ? null : outcomeOf(worded, one, context.asOf);
      },
      say: ({ met }, judged) => {
        const receiver = partyWithin(clause.to, context.partyNames);
        return judged === 0
          ? `${partyWords(clause.by, context.partyNames)} made no delivery to ${receiver} whose quality could be judged.`
          : `Of ${counted(judged, 'delivery', 'deliveries')} by ${partyWithin(clause.by, context.partyNames)} to ${receiver}, ${String(met)} ` +
              `${met === 1 ? 'was' : 'were'} as agreed ${againstAgreed(clause, met, judged)}`;
      },
    }),
});
