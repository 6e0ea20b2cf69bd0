import { byText } from '../../kernel/group.js';
import { toWhole } from '../../kernel/ratio.js';
import type { Currency, Money } from '../../vocabulary/money.js';
import type { CreditedMoney } from './attribution.js';

/** Minor units by currency, added up. */
export type Sums = ReadonlyMap<Currency, bigint>;
/** The same, while it is added to. */
export type OpenSums = Map<Currency, bigint>;

/** Add so many minor units to a currency. */
export const addTo = (sums: OpenSums, currency: Currency, minor: bigint): void => {
  sums.set(currency, (sums.get(currency) ?? 0n) + minor);
};

/** What a list of amounts comes to; `null` is no amount. */
export const sumsOf = (amounts: readonly (Money | null)[]): Sums => {
  const sums: OpenSums = new Map();
  for (const amount of amounts) if (amount !== null) addTo(sums, amount.currency, BigInt(amount.minor));
  return sums;
};

/** As results carry it: one entry for each of these currencies, in order of text. */
export const moneyOf = (sums: Sums, currencies: Iterable<Currency> = sums.keys()): readonly CreditedMoney[] =>
  [...currencies].sort(byText).map((currency) => ({ currency, minor: toWhole(sums.get(currency) ?? 0n) }));
