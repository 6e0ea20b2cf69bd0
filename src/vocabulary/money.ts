import * as z from 'zod';
import { IsoDate } from '../kernel/date.js';
import { isSpan, SPAN_ERROR } from './span.js';
import { schema } from '../kernel/schema.js';

/** An ISO 4217 code. */
export type Currency = string;
export const Currency = /* @__PURE__ */ schema(() => z.string().regex(/^[A-Z]{3}$/, { error: 'a currency is three capitals, such as "EUR"' }));

const moneyShape = /* @__PURE__ */ schema(() => z.strictObject({ minor: z.int(), currency: Currency }));
/** An amount in whole minor units (cents), with its currency. Never a float. */
export interface Money extends z.infer<typeof moneyShape> {}
export const Money: z.ZodType<Money> = moneyShape;

const spendShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      id: z.string().min(1).max(200),
      /** The civil days it was spent over, both included; at most ten years. */
      from: IsoDate,
      to: IsoDate,
      amount: moneyShape,
      /** What it went into, such as `media`, `salaries`, `tools`: what a cost counts as fully loaded is made of these. */
      kind: z.string().min(1).max(200).exactOptional(),
      channel: z.string().min(1).max(200).exactOptional(),
      campaign: z.string().min(1).max(200).exactOptional(),
    })
    .refine(isSpan, { path: ['to'], error: SPAN_ERROR }),
);
/** What marketing spent, on what, when. */
export interface Spend extends z.infer<typeof spendShape> {}
export const Spend: z.ZodType<Spend> = spendShape;

/** How many minor units make one of a currency, as ISO 4217 lists them; 2 for any other code. */
export const minorDigits = (currency: Currency): number => {
  if (['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].includes(currency)) return 0;
  return ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].includes(currency) ? 3 : 2;
};

/** Text such as `1234.5` as minor units, exactly; null where it is no amount of the currency (too many places, too large). */
export const parseMinor = (text: string, currency: Currency): number | null => {
  const found = /^(-?)(\d{1,15})(?:\.(\d{0,6}))?$/.exec(text);
  if (found === null) return null;
  const digits = minorDigits(currency);
  const part = (found[3] ?? '').replace(/0+$/, '');
  if (part.length > digits) return null;
  const minor = Number(`${found[1] ?? ''}${found[2] ?? '0'}${part.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor + 0 : null;
};

/** Minor units as text for people: `1,234.50 EUR`. Beyond 2^53 the units come as decimal digits. */
export const formatMoney = ({ minor, currency }: { readonly minor: number | string; readonly currency: Currency }): string => {
  const digits = minorDigits(currency);
  const text = String(minor).replace(/^-/, '').padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${String(minor).startsWith('-') ? '−' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`} ${currency}`;
};
