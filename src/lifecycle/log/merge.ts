import type { MergeEvent } from '../../vocabulary/event.js';
import type { Row } from './row.js';

/** A merge, with the row it stood in. */
export interface MergeRow {
  readonly row: number;
  readonly event: MergeEvent;
}

/** Which leads are one. */
export interface Homes {
  /** Which lead an id stands for after all merges. */
  readonly homeOf: (leadId: string) => string;
  /** Merges that made two leads one, in order, with the number of events that moved to another lead by it. */
  readonly applied: readonly (MergeRow & { readonly moved: number })[];
  /** Merges of leads that were one already. */
  readonly circular: readonly MergeRow[];
}

/**
 * Follow merges. They chain: what was merged into a lead goes along when that lead is merged on, in whatever order the
 * merges were recorded.
 *
 * @param merges - Merges in order, with their rows; other events are passed over.
 * @param recorded - How many events were recorded of each lead.
 */
export const homesOf = (merges: readonly Row[], recorded: ReadonlyMap<string, number> = new Map()): Homes => {
  const into = new Map<string, string>();
  const sizes = new Map(recorded);
  const applied: (MergeRow & { moved: number })[] = [];
  const circular: MergeRow[] = [];
  const homeOf = (leadId: string): string => {
    let home = leadId;
    for (let next = into.get(home); next !== undefined; next = into.get(home)) home = next;
    // Shorten the way for the next who asks, or a long chain would be walked once for each of its events.
    for (let passed = leadId; passed !== home; ) {
      const next = into.get(passed) ?? home;
      into.set(passed, home);
      passed = next;
    }
    return home;
  };
  for (const { row, event } of merges) {
    if (event.type !== 'merge') continue;
    const [from, home] = [homeOf(event.from), homeOf(event.into)];
    if (from === home) {
      circular.push({ row, event });
      continue;
    }
    const moved = sizes.get(from) ?? 0;
    into.set(from, home);
    sizes.set(home, (sizes.get(home) ?? 0) + moved);
    applied.push({ row, event, moved });
  }
  return { homeOf, applied, circular };
};
