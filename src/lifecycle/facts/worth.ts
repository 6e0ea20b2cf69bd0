import type { Issue } from '../../kernel/issue.js';
import type { ForecastCategory, OpportunityType } from '../../vocabulary/opportunity.js';
import type { Money } from '../../vocabulary/money.js';
import type { Instant } from '../../kernel/instant.js';
import { lifecycleIssue } from '../issues.js';
import type { DealEvent } from './deal.js';

/** What is known of a deal's worth and outlook: of each the last that was recorded. */
export interface Worth {
  type: OpportunityType;
  amount: Money | null;
  annual: Money | null;
  termMonths: number | null;
  probability: number | null;
  forecast: ForecastCategory | null;
  expectedCloseAt: Instant | null;
}

export const unknownWorth = (): Worth => ({
  type: 'new_business',
  amount: null,
  annual: null,
  termMonths: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
});

/** Take in what one more event of the deal says. */
export const learnWorth = (worth: Worth, event: DealEvent): void => {
  if (event.type === 'opportunity_lost') return;
  worth.amount = event.amount ?? worth.amount;
  worth.annual = event.annual ?? worth.annual;
  worth.termMonths = event.termMonths ?? worth.termMonths;
  if (event.type === 'opportunity_won') return;
  if (event.type === 'opportunity_opened') worth.type = event.opportunityType ?? worth.type;
  worth.probability = event.probability ?? worth.probability;
  worth.forecast = event.forecast ?? worth.forecast;
  worth.expectedCloseAt = event.expectedClose ?? worth.expectedCloseAt;
};

/** What of a deal's worth a row says. One currency: a first-year value in another one than the amount's is none, and reported. */
export const moneyOf = (
  { amount, annual, termMonths }: Worth,
  opportunityId: string,
  report: (notice: Issue) => void,
): { readonly amountMinor: number | null; readonly currency: string | null; readonly annualMinor: number | null } => {
  if (amount === null) return { amountMinor: null, currency: annual?.currency ?? null, annualMinor: annual?.minor ?? null };
  const { minor: amountMinor, currency } = amount;
  if (annual === null) return { amountMinor, currency, annualMinor: termMonths === null ? null : perYear(amountMinor, termMonths) };
  if (annual.currency === currency) return { amountMinor, currency, annualMinor: annual.minor };
  report(lifecycleIssue('annual_of_other_currency', { opportunityId, currency, annual: annual.currency }));
  return { amountMinor, currency, annualMinor: null };
};

/** An amount for so many months as that of twelve, half to even; null where that is no safe integer. */
export const perYear = (minor: number, months: number): number | null => {
  const [whole, of] = [BigInt(minor) * 12n, BigInt(months)];
  const sign = whole < 0n ? -1n : 1n;
  const size = whole * sign;
  const [quotient, rest] = [size / of, (size % of) * 2n];
  const up = rest > of || (rest === of && quotient % 2n === 1n);
  const year = Number(sign * (quotient + (up ? 1n : 0n)));
  return Number.isSafeInteger(year) ? year : null;
};
