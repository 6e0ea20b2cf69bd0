import type { Event } from '../../vocabulary/event.js';
import type { ProvisionFact } from '../../vocabulary/fact.js';

/** One row a thing provided, in order. An account that is named twice is one. */
export const provisionFacts = (events: readonly Event[]): readonly ProvisionFact[] => {
  const rows: ProvisionFact[] = [];
  events.forEach((event, order) => {
    if (event.type !== 'provided') return;
    const { id, item, by, to, at, precision, count, amount, accountIds } = event;
    rows.push({
      event: id,
      item,
      fromParty: by.party,
      toParty: to,
      at,
      order,
      byDay: precision === 'day',
      count: count ?? null,
      amountMinor: amount?.minor ?? null,
      currency: amount?.currency ?? null,
      accountIds: [...new Set(accountIds)].sort(),
    });
  });
  return rows;
};
