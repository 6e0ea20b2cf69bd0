import * as z from 'zod';
import { IsoDate, parseDate } from '../kernel/date.js';
import { schema } from '../kernel/schema.js';
import { Money } from './money.js';
import { daysOf, isSpan, SPAN_ERROR } from './span.js';
import { Id } from './words.js';

const quotaShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: z.string().min(1).max(200),
      /** What it is a quota of, such as `revenue`, `pipeline`, `mql`, `budget`, `workload`. */
      kind: Id,
      /** The civil days that it is for, both included; at most ten years. */
      from: IsoDate,
      to: IsoDate,
      party: Id.exactOptional(),
      person: z.string().min(1).max(200).exactOptional(),
      /** So many. */
      count: z.int().min(0).exactOptional(),
      /** So much. */
      amount: Money.exactOptional(),
      /** Weekdays over which it is spread, 1 for Monday to 7 for Sunday; every day where it is left out. */
      weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().exactOptional(),
    })
    .refine(({ count, amount }) => (count === undefined) !== (amount === undefined), { path: ['count'], error: 'a quota is a count or an amount, one of them' })
    .refine(isSpan, { path: ['to'], error: SPAN_ERROR })
    .refine((quota) => [quota.from, quota.to].some((date) => parseDate(date) === null) || !isSpan(quota) || daysOf(quota).length > 0, {
      path: ['weekdays'],
      error: 'there is none of these weekdays among its days',
    }),
);
/** What was planned or promised for some days: a revenue quota, so many leads, a budget, a person's workload. */
export interface Quota extends z.infer<typeof quotaShape> {}
export const Quota: z.ZodType<Quota> = quotaShape;
