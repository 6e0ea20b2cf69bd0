import type { Entries } from '../entries.js';
import { ORDER, STAGES } from '../entries.js';
import type { StageRow } from '../result.js';

/** One entry, as rows come from a CRM or a driver. */
export interface EntryObject {
  readonly leadId: string;
  readonly stage: string;
  readonly at: number;
}

export const objectsOf = ({ lead, at, stage }: Entries): readonly EntryObject[] =>
  Array.from(lead, (code, row) => ({ leadId: `l${String(code)}`, stage: STAGES[(stage[row] ?? 0) - 1] ?? '', at: at[row] ?? 0 }));

/** The same in ordinary code: an array of objects, a `Map` by lead, sorted arrays. */
export const objectFunnel = (entries: readonly EntryObject[]): readonly StageRow[] => {
  const now = new Map<string, EntryObject>();
  const seen = new Map<string, Set<string>>();
  const stays = new Map<string, number[]>(STAGES.map((stage) => [stage, []]));
  const counts = new Map<string, number>(STAGES.map((stage) => [stage, 0]));
  for (const entry of entries) {
    const before = now.get(entry.leadId);
    if (before !== undefined) stays.get(before.stage)?.push(entry.at - before.at);
    now.set(entry.leadId, entry);
    counts.set(entry.stage, (counts.get(entry.stage) ?? 0) + 1);
    const stages = seen.get(entry.leadId) ?? new Set();
    seen.set(entry.leadId, stages.add(entry.stage));
  }
  const leads = new Map<string, number>();
  const furthest = new Array<number>(ORDER.length + 1).fill(0);
  for (const stages of seen.values()) {
    for (const stage of stages) leads.set(stage, (leads.get(stage) ?? 0) + 1);
    const far = ORDER.reduce((most, stage, i) => (stages.has(stage) ? i + 1 : most), 0);
    furthest[far] = (furthest[far] ?? 0) + 1;
  }
  return STAGES.map((stage, i) => {
    const times = (stays.get(stage) ?? []).sort((a, b) => a - b);
    const entered = counts.get(stage) ?? 0;
    return {
      entries: entered,
      leads: leads.get(stage) ?? 0,
      reached: i < ORDER.length ? furthest.slice(i + 1).reduce((a, b) => a + b, 0) : null,
      open: entered - times.length,
      times: [50, 90, 99].map((rank) => times[Math.ceil((rank * times.length) / 100) - 1] ?? NaN),
    };
  });
};
