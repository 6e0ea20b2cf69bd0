import type { LeadEventFact } from '../../vocabulary/fact.js';

/**
 * The events of each of some leads, in the order of (at, order). Kept as columns of positions: millions of rows are not
 * copied into a list for each lead, which is made when it is asked for.
 */
export const eventsOf = (leads: Iterable<string>, events: readonly LeadEventFact[]): ((leadId: string) => readonly LeadEventFact[]) => {
  const index = new Map<string, number>();
  for (const leadId of leads) if (!index.has(leadId)) index.set(leadId, index.size);
  const leadOf = new Int32Array(events.length);
  const starts = new Int32Array(index.size + 1);
  events.forEach(({ leadId }, i) => {
    const lead = index.get(leadId) ?? -1;
    leadOf[i] = lead;
    if (lead >= 0) starts[lead + 1] = (starts[lead + 1] ?? 0) + 1;
  });
  for (let lead = 0; lead < index.size; lead += 1) starts[lead + 1] = (starts[lead + 1] ?? 0) + (starts[lead] ?? 0);
  const next = starts.slice();
  const positions = new Int32Array(starts[index.size] ?? 0);
  leadOf.forEach((lead, i) => {
    if (lead < 0) return;
    const place = next[lead] ?? 0;
    positions[place] = i;
    next[lead] = place + 1;
  });
  return (leadId) => {
    const lead = index.get(leadId);
    if (lead === undefined) return [];
    const own: LeadEventFact[] = [];
    for (const i of positions.subarray(starts[lead], starts[lead + 1])) {
      const event = events[i];
      if (event !== undefined) own.push(event);
    }
    return inOrder(own);
  };
};

/** Most logs are in order already. */
const inOrder = (events: LeadEventFact[]): readonly LeadEventFact[] => {
  const compare = (a: LeadEventFact, b: LeadEventFact): number => a.at - b.at || a.order - b.order;
  return events.every((event, i) => i === 0 || compare(events[i - 1] ?? event, event) <= 0) ? events : events.sort(compare);
};
