import * as z from 'zod';
import { IsoDate } from '../kernel/date.js';
import { DECIMAL_TEXT } from '../kernel/ratio.js';
import { schema } from '../kernel/schema.js';
import { Currency } from './money.js';

const rateShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      from: Currency,
      to: Currency,
      /** The first civil day on which it applies; it does until the next one of the same two currencies. */
      since: IsoDate,
      /** How many major units of `to` one major unit of `from` is, as decimal text; above zero. */
      rate: z
        .string()
        .regex(DECIMAL_TEXT, { error: 'a rate is decimal text, such as "1.0825"' })
        .refine((text) => !/^-|^[0.]+$/.test(text), { error: 'a rate is above zero' }),
    })
    .refine(({ from, to }) => from !== to, { path: ['to'], error: 'a rate is between two currencies' }),
);
/** What one currency is worth in another, from a day on. Never inverted and never chained: each pair is written down. */
export interface Rate extends z.infer<typeof rateShape> {}
export const Rate: z.ZodType<Rate> = rateShape;
