import * as z from 'zod';
import { Instant } from '../kernel/instant.js';
import { schema } from '../kernel/schema.js';
import { Money } from './money.js';
import { Attributes, ForeignId } from './words.js';

/** Whom a deal is with: a new customer, or one that buys more or again. */
export const OPPORTUNITY_TYPES = ['new_business', 'expansion', 'renewal'] as const;
export const OpportunityType = /* @__PURE__ */ schema(() => z.enum(OPPORTUNITY_TYPES));
/** Whom a deal is with: a new customer, or one that buys more or again. */
export type OpportunityType = z.infer<typeof OpportunityType>;

/** How sure the seller is: what a forecast rolls up. An omitted deal is in none. */
export const FORECAST_CATEGORIES = ['omitted', 'pipeline', 'best_case', 'most_likely', 'commit', 'closed'] as const;
export const ForecastCategory = /* @__PURE__ */ schema(() => z.enum(FORECAST_CATEGORIES));
/** How sure the seller is: what a forecast rolls up. An omitted deal is in none. */
export type ForecastCategory = z.infer<typeof ForecastCategory>;

const opportunityShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: ForeignId,
    leadId: ForeignId.exactOptional(),
    accountId: ForeignId.exactOptional(),
    type: OpportunityType.exactOptional(),
    amount: Money.exactOptional(),
    openedAt: Instant,
    attributes: Attributes.exactOptional(),
  }),
);
/** A deal that someone means to close: it has a value and a close date in view. */
export interface Opportunity extends z.infer<typeof opportunityShape> {}
export const Opportunity: z.ZodType<Opportunity, z.input<typeof opportunityShape>> = opportunityShape;
