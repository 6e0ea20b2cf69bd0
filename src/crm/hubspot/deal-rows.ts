import { groupBy } from '../../kernel/group.js';
import { changesOf, type Change } from './contact-history.js';
import type { DealRows } from './deal-points.js';
import { hubspotIssue } from './issues.js';
import { isOpen, leaveOut, refuse, text, type Entry } from './ledger.js';
import type { Homes } from './merges.js';
import type { Clock } from './moment.js';
import { byId } from './records.js';
import type { HubspotTable } from './tables.js';

/** A deleted deal takes its history along. (A deleted contact does not: merged contacts are deleted, too, and their history counts.) */
export const leaveOutWithDeal = (found: ReadonlyMap<HubspotTable, readonly Entry[]>): void => {
  const deleted = new Set((found.get('deals') ?? []).filter(({ rule }) => rule === 'deleted').map((entry) => text(entry, 'deal_id')));
  for (const table of ['dealStages', 'dealHistory'] as const) {
    for (const entry of found.get(table) ?? []) if (isOpen(entry) && deleted.has(text(entry, 'deal_id'))) leaveOut(entry, 'of_deleted');
  }
};

/**
 * All rows of each deal, under the deal that is left after merges. The rows of a merged deal are left out, unless the one
 * that is left has none: then those of the first merged into it stand for it, and no other's.
 */
export const dealRows = (
  rows: (table: HubspotTable) => readonly Entry[],
  dealHomes: Homes,
  merged: ReadonlyMap<string, ReadonlySet<string>>,
  clock: Clock,
): ReadonlyMap<string, DealRows> => {
  const own = byId(rows('deals'), 'deal_id');
  const stages = new Map(groupBy(rows('dealStages'), (entry) => text(entry, 'deal_id')));
  for (const entry of stages.get(null) ?? []) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'deal_id' }, ['deal_id']));
  stages.delete(null);
  const history: ReadonlyMap<string, ReadonlyMap<string, readonly Change[]>> = changesOf(rows('dealHistory'), 'deal_id', clock);
  const known = new Set([...own.keys(), ...[...stages.keys()].filter((deal) => deal !== null), ...history.keys()]);
  const found = new Map<string, DealRows>();
  const of = (deal: string): DealRows => ({ row: own.get(deal) ?? null, stageRows: stages.get(deal) ?? [], history: history.get(deal) ?? new Map() });
  const standIns = new Map<string, string>();
  for (const deal of known) {
    const home = dealHomes.of(deal);
    if (home === deal) found.set(deal, of(deal));
    else if (!known.has(home) && !standIns.has(home)) standIns.set(home, deal);
  }
  for (const [home, deal] of standIns) {
    const first = [...(merged.get(home) ?? [])].find((one) => known.has(one)) ?? deal;
    standIns.set(home, first);
    const read = of(first);
    found.set(home, read);
    const entry = read.row ?? read.stageRows[0] ?? [...read.history.values()][0]?.[0]?.entry;
    entry?.notices.push(hubspotIssue('hubspot_stand_in', { deal: home, merged: first }));
  }
  for (const deal of known) {
    const home = dealHomes.of(deal);
    if (home === deal || standIns.get(home) === deal) continue;
    const { row, stageRows, history: changes } = of(deal);
    for (const entry of [...(row === null ? [] : [row]), ...stageRows, ...[...changes.values()].flatMap((list) => list.map((one) => one.entry))]) {
      if (isOpen(entry)) leaveOut(entry, 'merged_deal');
    }
  }
  return found;
};
