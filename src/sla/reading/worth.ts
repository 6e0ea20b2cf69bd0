import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Facts, OpportunityFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Currency } from '../../vocabulary/money.js';

/** What a lead that reached a milestone is worth in one currency. */
export interface Worth {
  /** Smallest units of the currency; null where no amount in it is recorded. */
  readonly minor: bigint | null;
  /** Other currencies in which it has deals, each once, in order. */
  readonly elsewhere: readonly Currency[];
}

/**
 * What a lead is worth when it enters a stage: the amounts last recorded of the deals that the entering event opened or
 * won. Where it opened and won none, those of all deals of the lead that were opened before `asOf`; of a stage that stands
 * for having won, of those that were won.
 */
export const worthIn = (facts: Facts, currency: Currency, asOf: Instant, isWon: boolean): ((visit: StageVisitFact) => Worth) => {
  const dealsOf = groupBy(facts.opportunities, ({ leadId }) => leadId);
  const isThere = ({ openedAt, wonAt }: OpportunityFact): boolean => ((isWon ? wonAt : openedAt) ?? Infinity) < asOf;
  return ({ leadId, enteredEvent }) => {
    const deals: readonly OpportunityFact[] = dealsOf.get(leadId) ?? [];
    const own = deals.filter(({ openedEvent, closedEvent, wonAt }) =>
      isWon ? wonAt !== null && closedEvent === enteredEvent : openedEvent === enteredEvent,
    );
    const counted = own.length > 0 ? own : deals.filter(isThere);
    const amounts = counted.flatMap(({ amountMinor, currency: of }) => (amountMinor === null || of === null ? [] : [{ amountMinor, of }]));
    const ours = amounts.filter(({ of }) => of === currency);
    return {
      minor: ours.length === 0 ? null : ours.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
      elsewhere: [...new Set(amounts.map(({ of }) => of))].filter((of) => of !== currency).sort(),
    };
  };
};
