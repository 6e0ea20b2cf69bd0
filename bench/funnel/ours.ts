import { funnelMany, type EntryColumns } from 'revpact/metrics';
import { AS_OF, entriesFile, leadsOf, ORDER, STAGES } from './entries.js';
import type { StageRow } from './result.js';

const RANKS = [50, 90, 99].map((numerator) => ({ numerator, denominator: 100 }));

export const columnsOf = (size: number): EntryColumns => ({ rows: size, leads: { length: leadsOf(size) }, stages: STAGES, ...entriesFile(size) });

export const ourFunnel = (entries: EntryColumns): readonly StageRow[] => {
  const found = funnelMany(entries, { asOf: AS_OF, order: ORDER, ranks: RANKS, unended: 'left_out' });
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value.map(({ entries: entered, leads, reached, times }) => ({
    entries: entered,
    leads,
    reached,
    open: times[0]?.open ?? NaN,
    times: times.map(({ value }) => value ?? NaN),
  }));
};
