import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import { clauseKind, deliveryBase, type ClauseBase } from '../clause.js';
import { deliveriesOf } from '../clock/course.js';
import { assessShare, casesOf } from '../finding/share.js';
import { againstAgreed } from '../finding/timed.js';
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
      .map((one) => ({ clause: clause.id, leadId: one.leadId, delivery: one.delivery, startedAt: one.deliveredAt, at: one.deliveredAt })),
  assess: (clause, facts, context) =>
    assessShare(clause, context, {
      all: casesOf(deliveriesOf(facts, clause.by, clause.to, clause.handOff)),
      outcome: (one) => {
        const worded = context.wordingAt(clause, one.startedAt);
        if (worded === null || !isDelivery(worded)) return null;
        const missing = missingOf(worded, one);
        if (missing.length === 0) return { state: 'met', because: null };
        return { state: 'breached_open', because: `missing: ${missing.join(', ')}` };
      },
      say: ({ met }, judged) => {
        const [deliverer, receiver] = [partyWords(clause.by, context.partyNames), partyWithin(clause.to, context.partyNames)];
        return judged === 0
          ? `${deliverer} made no delivery to ${receiver} that could be judged.`
          : `${deliverer} sent ${String(met)} of ${counted(judged, 'delivery', 'deliveries')} to ${receiver} complete ` +
              againstAgreed(clause, met, judged);
      },
    }),
});
