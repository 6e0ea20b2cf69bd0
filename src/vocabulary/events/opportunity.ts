import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { Money } from '../money.js';
import { OpportunityType } from '../opportunity.js';
import { ForeignId, Id, Words } from '../words.js';
import { leadEventBase } from './base.js';

const deal = /* @__PURE__ */ schema(() => ({ ...leadEventBase, opportunityId: ForeignId }));

export const OpportunityOpenedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...deal,
    type: z.literal('opportunity_opened'),
    opportunityType: OpportunityType.exactOptional(),
    amount: Money.exactOptional(),
    probability: z.int().min(0).max(100).exactOptional(),
  }),
);
/** A deal moved on; probability is what was recorded then, in percent, never assumed from the stage. */
export const OpportunityAdvancedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...deal,
    type: z.literal('opportunity_advanced'),
    amount: Money.exactOptional(),
    probability: z.int().min(0).max(100).exactOptional(),
  }),
);
export const OpportunityWonEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...deal, type: z.literal('opportunity_won'), amount: Money.exactOptional() }),
);
export const OpportunityLostEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...deal, type: z.literal('opportunity_lost'), reason: Id.exactOptional(), note: Words.exactOptional() }),
);
/** A won customer handed over to those who deliver, with the promises made. */
export const HandedOverEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...deal, type: z.literal('handed_over'), to: Id, promises: z.array(Words).max(100).readonly() }),
);
/** A customer agreed to speak for us, did so, or that was used. */
export const AdvocacyEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...leadEventBase, type: z.literal('advocacy'), kind: z.enum(['reference', 'case_study']), act: z.enum(['agreed', 'made', 'used']), usedFor: ForeignId.exactOptional() }),
);
