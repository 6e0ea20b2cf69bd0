import * as z from 'zod';
import { Instant } from '../../kernel/instant.js';
import { schema } from '../../kernel/schema.js';
import { Money } from '../money.js';
import { ForecastCategory, OpportunityType } from '../opportunity.js';
import { ForeignId, Id, Words } from '../words.js';
import { leadEventBase } from './base.js';

const deal = /* @__PURE__ */ schema(() => ({ ...leadEventBase, opportunityId: ForeignId }));

/** What a deal is worth, as recorded at this moment. */
const worth = /* @__PURE__ */ schema(() => ({
  amount: Money.exactOptional(),
  /** The recurring value of its first year, where it is known apart from the amount. One-off parts are no part of it. */
  annual: Money.exactOptional(),
  /** Months that the amount is for. */
  termMonths: z.int().min(1).max(1200).exactOptional(),
}));

/** How sure it is, as recorded at this moment. */
const outlook = /* @__PURE__ */ schema(() => ({
  /** Percent. */
  probability: z.int().min(0).max(100).exactOptional(),
  forecast: ForecastCategory.exactOptional(),
  /** When it is expected to close. */
  expectedClose: Instant.exactOptional(),
}));

export const OpportunityOpenedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...deal,
    type: z.literal('opportunity_opened'),
    opportunityType: OpportunityType.exactOptional(),
    ...worth,
    ...outlook,
  }),
);
/** A deal moved on; probability is what was recorded then, in percent, never assumed from the stage. */
export const OpportunityAdvancedEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...deal,
    type: z.literal('opportunity_advanced'),
    ...worth,
    ...outlook,
  }),
);
export const OpportunityWonEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({ ...deal, type: z.literal('opportunity_won'), ...worth }),
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
  z.strictObject({
    ...leadEventBase,
    type: z.literal('advocacy'),
    kind: z.enum(['reference', 'case_study']),
    act: z.enum(['agreed', 'made', 'used']),
    /** The lead for which it was used. */
    usedFor: ForeignId.exactOptional(),
  }),
);
