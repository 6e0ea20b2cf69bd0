import { groupBy } from '../../kernel/group.js';
import type { ClockFact, StageVisitFact } from '../../vocabulary/fact.js';
import type { Framework } from '../../vocabulary/framework.js';

/**
 * Clocks for what is left to do: where the lead left the cycle while a promise on it was open, into an exit or as a customer,
 * it is ended there. What became of it is judged by the clock as it is; a promise that began on a lead that was out already,
 * such as an answer to why it was sent back, goes on.
 */
export const endedByLeaving = (framework: Framework, visits: readonly StageVisitFact[], clocks: readonly ClockFact[]): readonly ClockFact[] => {
  const out = new Set(framework.stages.filter((stage) => stage.class === 'exit' || stage.class === 'customer').map(({ id }) => id));
  const stays = groupBy(visits.filter(({ stage }) => out.has(stage)), ({ leadId }) => leadId);
  return clocks.map((clock) => {
    const ofLead = stays.get(clock.leadId) ?? [];
    if (ofLead.some(({ enteredAt, leftAt }) => enteredAt <= clock.startedAt && (leftAt === null || leftAt > clock.startedAt))) return clock;
    const left = ofLead.reduce((first, { enteredAt }) => (enteredAt > clock.startedAt ? Math.min(first, enteredAt) : first), clock.endedAt ?? Infinity);
    return left === (clock.endedAt ?? Infinity) ? clock : { ...clock, endedAt: left, endedBy: 'left' };
  });
};
