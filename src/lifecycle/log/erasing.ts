import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { ErasureEvent, Event } from '../../vocabulary/event.js';
import { aboutErased, namesAfterErasure, NOBODY_ERASED, type ErasureTarget } from './erasure.js';
import { lifecycleIssue } from '../issues.js';
import { learnedBy, type Learned } from './learned.js';
import { listing, type Listed } from './listed.js';
import { inOrder } from './order.js';
import { leadOf, type Row } from './row.js';
import type { AppliedErasure } from './report.js';
import { homesOf, type Homes } from './merge.js';
import { peopleIn, type ErasedNames } from './personal.js';
import { tally } from './tally.js';

/** An erasure, with the row it stood in. */
export interface ErasureRow {
  readonly row: number;
  readonly event: ErasureEvent;
}

/** The erasures of a log, and what of it they concern, known to the horizon or not. */
export interface Erasing {
  readonly erasures: readonly ErasureRow[];
  readonly names: ErasedNames;
  readonly isAbout: (event: Event) => boolean;
  /** All merges followed, whenever they were recorded. */
  readonly homes: Homes;
  readonly facts: readonly Row[];
}

/**
 * Find what the erasures of a log concern. They hold whatever was known when: also for leads that became one with the
 * erased by a merge after the horizon.
 */
export const erasingIn = (events: readonly Event[], knownBy: Instant, learned: Learned, homes: Homes): Erasing => {
  // Also one that a duplicate hides: what was asked to be erased is.
  const erasures = erasuresOf(events);
  if (erasures.length === 0) return { erasures, names: NOBODY_ERASED, isAbout: () => false, homes, facts: [] };
  const all = knownBy === Infinity ? learned : learnedBy(events, Infinity, () => undefined);
  const allHomes = knownBy === Infinity ? homes : homesOf(all.merges);
  const names = namesAfterErasure(erasures.flatMap(targetOf), events, allHomes);
  return { erasures, names, isAbout: aboutErased(events, names.leads), homes: allHomes, facts: all.facts };
};

/** Erasures in order, with their rows. */
export const erasuresOf = (events: readonly Event[]): readonly ErasureRow[] =>
  inOrder(events.flatMap((event, row) => (event.type === 'erasure' ? [{ row, event }] : [])));

/** Whom an erasure names. */
export const targetOf = ({ event: { leadId, person } }: ErasureRow): readonly ErasureTarget[] =>
  leadId !== undefined ? [{ leadId }] : person !== undefined ? [{ person }] : [];

/** What the erasures came to, and a notice for each that names nobody of this log. */
export const appliedErasures = ({ erasures, names, homes, facts }: Erasing, recorded: readonly Row[], report: (notice: Issue) => void): Listed<AppliedErasure> => {
  const list = listing<AppliedErasure>();
  if (erasures.length === 0) return list.list();
  const homeOf = ({ event }: Row): string | undefined => {
    const leadId = leadOf(event);
    return leadId === undefined ? undefined : homes.homeOf(leadId);
  };
  const ofLeads = { known: new Set(facts.map(homeOf)), events: tally(recorded, homeOf) };
  const ofPeople = { known: new Set(facts.flatMap(({ event }) => peopleIn(event))), events: tally(recorded.flatMap(({ event }) => peopleIn(event)), (person) => person) };
  for (const { row, event } of erasures) {
    const [of, target] = event.person === undefined ? (['lead', homes.homeOf(event.leadId ?? '')] as const) : (['person', event.person] as const);
    const { known, events } = of === 'lead' ? ofLeads : ofPeople;
    const name = (of === 'lead' ? names.leads : names.people).get(target);
    if (!known.has(target)) report(lifecycleIssue('erasure_without_target', { erasure: event.id, of }, [row]));
    if (name !== undefined) list.add({ erasure: event.id, of, name, events: events.get(target) ?? 0 });
  }
  return list.list();
};
