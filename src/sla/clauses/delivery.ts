import * as z from 'zod';
import { ratioOf } from '../../kernel/ratio.js';
import { schema } from '../../kernel/schema.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import { clauseKind, deliveryBase, type ClauseBase } from '../clause.js';
import { deliveriesOf } from '../course.js';
import { waived } from '../excuse.js';
import { countStates, findingHead, judgedOf, stateOf, type ClauseEvidence } from '../finding.js';
import { againstAgreed } from '../timed.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a delivery clause is written. It has no excuse: nothing on the same delivery comes earlier. */
export const deliveryShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...deliveryBase,
    kind: z.literal('delivery'),
    /** Names of the fields that each delivery comes with, none of them empty. */
    requires: z.array(z.string().min(1).max(200)).min(1).max(200).readonly(),
  }),
);
/** The deliverer brings everything that was agreed along with each delivery. */
export interface Delivery extends z.infer<typeof deliveryShape> {}
export const Delivery: z.ZodType<Delivery> = deliveryShape;

const missingOf = (clause: Delivery, { fields }: HandOffFact): readonly string[] =>
  clause.requires.filter((field) => !fields.includes(field));

const isDelivery = (clause: ClauseBase): clause is Delivery => clause.kind === 'delivery';

/** Complete hand-offs: the share of deliveries that came with every agreed field. Judged at the delivery; there is no clock. */
export const delivery = /* @__PURE__ */ clauseKind<Delivery>({
  kind: 'delivery',
  title: 'Complete delivery',
  byDelivery: true,
  lint: () => [],
  clocks: () => [],
  breaches: (clause, facts) =>
    deliveriesOf(facts, clause.by, clause.to, clause.handOff)
      .filter((one) => missingOf(clause, one).length > 0)
      .map((one) => ({ clause: clause.id, leadId: one.leadId, delivery: one.delivery, at: one.deliveredAt })),
  assess: (clause, facts, context) => {
    const { period, asOf } = context;
    const made = deliveriesOf(facts, clause.by, clause.to, clause.handOff).map((one) => ({ ...one, startedAt: one.deliveredAt }));
    const letGo = waived(clause.id, made, context.waivers);
    const evidence = made
      .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
      .flatMap((one): readonly ClauseEvidence[] => {
        const worded = context.wordingAt(clause, one.startedAt);
        if (worded === null || !isDelivery(worded)) return [];
        const missing = missingOf(worded, one);
        const waiver = letGo.get(one);
        const isWaived = missing.length > 0 && waiver !== undefined && waiver.at < asOf;
        return [{
          leadId: one.leadId,
          delivery: one.delivery,
          person: null,
          state: missing.length === 0 ? 'met' : isWaived ? 'waived' : 'breached_open',
          startedAt: one.startedAt,
          startedEvent: one.deliveredEvent,
          dueAt: null,
          stoppedAt: null,
          stoppedEvent: null,
          marginMs: null,
          because: isWaived ? waiver.event : missing.length === 0 ? null : `missing: ${missing.join(', ')}`,
        }];
      })
      .sort((a, b) => a.startedAt - b.startedAt);
    const counts = countStates(evidence);
    const agreed = ratioOf(clause.share);
    const judged = judgedOf(counts);
    const receiver = partyWithin(clause.to, context.partyNames);
    const sentence =
      judged === 0
        ? `${partyWords(clause.by, context.partyNames)} made no delivery to ${receiver} that could be judged.`
        : `${partyWords(clause.by, context.partyNames)} sent ${String(counts.met)} of ${counted(judged, 'delivery', 'deliveries')} ` +
          `to ${receiver} complete ${againstAgreed(clause, counts.met, judged)}`;
    return {
      ...findingHead(clause, context),
      state: stateOf(counts, agreed),
      counts,
      numerator: counts.met,
      denominator: judged,
      agreed,
      evidence,
      sentence: counts.waived === 0 ? sentence : `${sentence} ${counted(counts.waived, 'was waived', 'were waived')}.`,
    };
  },
});
