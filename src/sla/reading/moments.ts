import { groupBy } from '../../kernel/group.js';
import type { Facts } from '../../vocabulary/fact.js';
import type { Milestones } from '../../vocabulary/framework.js';
import type { Moment } from '../clock/course.js';
import { meets, type Condition } from '../condition.js';
import type { LogOrder } from './log-order.js';

/** Events of each lead that are what any of some conditions asks for, in the order of the log. */
export const momentsOf = (
  conditions: readonly Condition[],
  facts: Facts,
  milestones: Milestones,
  { compare }: LogOrder,
): ReadonlyMap<string, readonly Moment[]> => {
  if (conditions.length === 0) return new Map();
  const met = facts.leadEvents.filter((event) => conditions.some((condition) => meets(condition, event, milestones)));
  return groupBy(met.map(({ leadId, at, eventId }) => ({ leadId, at, event: eventId })).sort(compare), ({ leadId }) => leadId);
};
