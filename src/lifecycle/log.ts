import type { Event, EventType, LeadEvent } from '../vocabulary/event.js';

const ABOUT_THE_AGREEMENT: ReadonlySet<EventType> = /* @__PURE__ */ new Set<EventType>([
  'practice_held',
  'dispute_raised',
  'dispute_settled',
  'waived',
  'correction',
  'merge',
  'erasure',
]);

/** Whether an event belongs to the life of a lead; the others are about the agreement or the log. */
export const isLeadEvent = (event: Event): event is LeadEvent => !ABOUT_THE_AGREEMENT.has(event.type);

/** Where something lies in the total order of a log, before rows break ties. An event without `seq` follows those with one. */
export const compareMoments = (a: Event, b: Event): number => a.at - b.at || seqOf(a) - seqOf(b);

const seqOf = ({ seq }: Event): number => seq ?? Number.MAX_SAFE_INTEGER;

/** Row numbers in the total order (at, seq, row). A list in order already, as most are, is only looked through. */
export const inOrder = (rows: readonly number[], eventOf: (row: number) => Event): readonly number[] => {
  const compare = (a: number, b: number): number => compareMoments(eventOf(a), eventOf(b)) || a - b;
  const sorted = rows.every((row, i) => i === 0 || compare(rows[i - 1] ?? 0, row) < 0);
  return sorted ? rows : [...rows].sort(compare);
};
