import { byText } from '../../kernel/group.js';
import type { Facts, ProvisionFact } from '../../vocabulary/fact.js';
import type { ClauseBase, ClauseContext } from '../clause.js';

/** What one party provided to the other as an item in the period, before the moment of judgement; the earliest first. */
export const provisionsOf = (
  { by, to, item }: ClauseBase & { readonly item: string },
  { provisions }: Facts,
  { period, asOf }: ClauseContext,
): readonly ProvisionFact[] =>
  provisions
    .filter((one) => one.fromParty === by && one.toParty === to && one.item === item)
    .filter(({ at }) => at >= period.start && at < Math.min(period.end, asOf))
    .sort((a, b) => a.at - b.at || a.order - b.order || byText(a.event, b.event));
