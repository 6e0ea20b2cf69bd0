import { amount, exactly, isBelow, minus, over, plus, put, type Quantity, type Written } from './quantity.js';

/**
 * A part over its whole, such as accepted over delivered; `null` over nothing. Throws a `RangeError` for a part above its
 * whole.
 *
 * @example
 * ```ts
 * import { shareOf } from 'revpact/metrics';
 *
 * shareOf({ part: 12, whole: 100 }, { digits: 2, rounding: 'half-even' }) // => '0.12'
 * shareOf({ part: 0, whole: 0 }, { digits: 2, rounding: 'half-even' }) // => null
 * ```
 */
export const shareOf = ({ part, whole }: { readonly part: Quantity; readonly whole: Quantity }, written: Written): string | null => {
  const [one, all] = [amount(part, 'the part'), amount(whole, 'the whole')];
  if (isBelow(minus(all, one), 0n)) throw new RangeError('the part is above its whole');
  return put(over(one, all), written);
};

/**
 * Won over won and lost, as decimal text; `null` where nothing closed. Of counts, or of amounts.
 *
 * @example
 * ```ts
 * import { winRate } from 'revpact/metrics';
 *
 * winRate({ won: 3, lost: 7 }, { digits: 2, rounding: 'half-even' }) // => '0.30'
 * ```
 */
export const winRate = (deals: { readonly won: Quantity; readonly lost: Quantity }, written: Written): string | null => {
  const won = amount(deals.won, 'won');
  return put(over(won, plus(won, amount(deals.lost, 'lost'))), written);
};

/**
 * Won over all that were created, open ones among them: of the same deals never above the win rate of those closed.
 *
 * @example
 * ```ts
 * import { createdWinRate, winRate } from 'revpact/metrics';
 *
 * const written = { digits: 2, rounding: 'half-even' } as const;
 * createdWinRate({ won: 3, created: 100 }, written) // => '0.03'
 * ```
 */
export const createdWinRate = (deals: { readonly won: Quantity; readonly created: Quantity }, written: Written): string | null =>
  shareOf({ part: deals.won, whole: deals.created }, written);

/**
 * Meetings held over those that were to have begun, `cancelled` before their start left out; 0 counts these as not held.
 * Those still to come belong in neither.
 *
 * @example
 * ```ts
 * import { showRate } from 'revpact/metrics';
 *
 * showRate({ held: 18, scheduled: 25, cancelled: 0 }, { digits: 2, rounding: 'half-even' }) // => '0.72'
 * ```
 */
export const showRate = (
  meetings: { readonly held: Quantity; readonly scheduled: Quantity; readonly cancelled: Quantity },
  written: Written,
): string | null =>
  shareOf({ part: meetings.held, whole: minus(exactly(meetings.scheduled), amount(meetings.cancelled, 'cancelled')) }, written);

/**
 * How much larger a number of leads is than the one before it, as a share of that one: below zero where it shrank, `null`
 * where there were none.
 *
 * @example
 * ```ts
 * import { leadVelocity } from 'revpact/metrics';
 *
 * leadVelocity({ now: 120, before: 100 }, { digits: 2, rounding: 'half-even' }) // => '0.20'
 * ```
 */
export const leadVelocity = (leads: { readonly now: Quantity; readonly before: Quantity }, written: Written): string | null => {
  const before = amount(leads.before, 'before');
  return put(over(minus(amount(leads.now, 'now'), before), before), written);
};

/**
 * What was booked over what was asked for; above 1 where there was more. `null` without a quota.
 *
 * @example
 * ```ts
 * import { quotaAttainment } from 'revpact/metrics';
 *
 * quotaAttainment({ bookings: 235, quota: 250 }, { digits: 2, rounding: 'half-even' }) // => '0.94'
 * ```
 */
export const quotaAttainment = (sold: { readonly bookings: Quantity; readonly quota: Quantity }, written: Written): string | null =>
  put(over(exactly(sold.bookings), amount(sold.quota, 'the quota')), written);
