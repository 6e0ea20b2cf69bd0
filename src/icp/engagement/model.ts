import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { CallOutcome, Channel } from '../../vocabulary/activity.js';
import { LeadEventType } from '../../vocabulary/event.js';
import { Id, TierName, Words } from '../../vocabulary/words.js';

const signalShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** Which events are this signal: of this type, and where said of this channel, outcome, source or campaign. */
    on: z.strictObject({
      type: LeadEventType,
      channel: Channel.exactOptional(),
      outcome: CallOutcome.exactOptional(),
      source: Words.exactOptional(),
      campaign: Words.exactOptional(),
    }),
    /** What one is worth while it is fresh. */
    points: z.int().min(-1000).max(1000),
    /** No more than so many of them count for one lead and day (UTC), the first ones. */
    mostPerDay: z.int().min(1).max(1000).exactOptional(),
  }),
);
/** What a lead does that shows interest, and what it is worth. */
export interface Signal extends z.infer<typeof signalShape> {}

const engagementShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Id,
    title: Words,
    /** After so many days of 24 hours a signal is worth half. */
    halfLifeDays: z.int().min(1).max(3650),
    signals: z.array(signalShape).min(1).max(100).readonly(),
    /** Best first, such as 1 to 4. */
    levels: z
      .array(z.strictObject({ id: TierName, atLeast: z.int() }))
      .min(1)
      .max(26)
      .readonly(),
  }),
);
/** How much interest a lead or account shows of late, apart from how well it fits. */
export interface EngagementModel extends z.infer<typeof engagementShape> {}
export const EngagementModel: z.ZodType<EngagementModel> = engagementShape;
