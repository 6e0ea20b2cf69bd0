import type { Event } from '../../vocabulary/event.js';
import { leadOf } from './row.js';
import type { Homes } from './merge.js';
import { peopleIn, type ErasedNames } from './personal.js';

/** Whose data is erased: a lead, with all the leads that merges made one with it, or one of our own people. */
export type ErasureTarget = { readonly leadId: string } | { readonly person: string };

/** Leads and people that a log without erasures names. */
export const NOBODY_ERASED: ErasedNames = { leads: /* @__PURE__ */ new Map(), people: /* @__PURE__ */ new Map() };

/** `erased:1`, `erased:2`, … and `erased:1.2`, … for what was merged into the first. */
const NAME = /^erased:\d{1,15}(?:\.\d{1,15})?$/;

/**
 * Names for who is erased, in the order of the erasures: `erased:1`, `erased:2`, … Those of leads that were merged into
 * an erased one go by its name with a number behind: they were leads of their own before the merge. Another merge or a
 * later erasure changes no name that was given. A name that is one already is kept, and one that the log uses otherwise
 * is passed over.
 *
 * @param events - All of the log, so that no name is taken twice.
 * @param homes - All merges followed, whenever they were recorded.
 */
export const namesAfterErasure = (targets: readonly ErasureTarget[], events: readonly Event[], { homeOf, applied }: Homes): ErasedNames => {
  if (targets.length === 0) return NOBODY_ERASED;
  const taken = takenNames(events);
  const leads = new Map<string, string>();
  const people = new Map<string, string>();
  const numbered = new Set<string>();
  let last = 0;
  const nextName = (): string => {
    do last += 1;
    while (taken.has(`erased:${String(last)}`));
    return `erased:${String(last)}`;
  };
  for (const target of targets) {
    if ('person' in target) {
      if (!people.has(target.person)) people.set(target.person, NAME.test(target.person) ? target.person : nextName());
      continue;
    }
    const { leadId } = target;
    if (numbered.has(leadId)) continue;
    numbered.add(leadId);
    // A number for each that was named, so that it changes no other name when two of them are merged.
    const name = NAME.test(leadId) ? leadId : nextName();
    const home = homeOf(leadId);
    if (!leads.has(home)) leads.set(home, NAME.test(home) ? home : name);
  }
  const parts = new Map<string, number>();
  for (const { event } of applied) {
    const [whole] = leads.get(homeOf(event.into))?.split('.') ?? [];
    if (whole === undefined) continue;
    for (const leadId of [event.from, event.into]) {
      if (leads.has(leadId)) continue;
      if (NAME.test(leadId)) {
        leads.set(leadId, leadId);
        continue;
      }
      let part = parts.get(whole) ?? 1;
      do part += 1;
      while (taken.has(`${whole}.${String(part)}`));
      parts.set(whole, part);
      leads.set(leadId, `${whole}.${String(part)}`);
    }
  }
  return { leads, people };
};

/** Names of erased leads and people that the log has already. */
const takenNames = (events: readonly Event[]): ReadonlySet<string> => {
  const taken = new Set<string>();
  const take = (id: string | undefined): void => {
    if (id?.startsWith('erased:') === true) taken.add(id);
  };
  for (const event of events) {
    if ('leadId' in event) take(event.leadId);
    if (event.type === 'merge') [event.from, event.into].forEach(take);
    if (event.type === 'advocacy') take(event.usedFor);
    peopleIn(event).forEach(take);
  }
  return taken;
};

/**
 * Whether an event is about an erased lead, so that what was written in it goes: the lead's own events, disputes about
 * it and how they were settled, merges and erasures of it, and the corrections of any of these.
 */
export const aboutErased = (events: readonly Event[], leads: ReadonlyMap<string, string>): ((event: Event) => boolean) => {
  if (leads.size === 0) return () => false;
  const disputes = new Set(
    events.flatMap((event) => (event.type === 'dispute_raised' && event.leadId !== undefined && leads.has(event.leadId) ? [event.disputeId] : [])),
  );
  const isAbout = (event: Event): boolean => {
    if (event.type === 'merge') return leads.has(event.from) || leads.has(event.into);
    if (event.type === 'dispute_settled') return disputes.has(event.disputeId);
    const leadId = leadOf(event);
    return leadId !== undefined && leads.has(leadId);
  };
  const corrections = correctionsAbout(events, isAbout);
  return (event) => (event.type === 'correction' ? corrections.has(event.id) : isAbout(event));
};

/** Ids of corrections of events that something holds of, and of the corrections of those. */
const correctionsAbout = (events: readonly Event[], isAbout: (event: Event) => boolean): ReadonlySet<string> => {
  const found = new Set<string>();
  const of = new Map<string, string[]>();
  for (const event of events) {
    if (event.type !== 'correction') continue;
    const known = of.get(event.corrects);
    if (known === undefined) of.set(event.corrects, [event.id]);
    else known.push(event.id);
  }
  if (of.size === 0) return found;
  const open = events.filter(isAbout).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const correction of of.get(id) ?? []) {
      if (found.has(correction)) continue;
      found.add(correction);
      open.push(correction);
    }
    of.delete(id);
  }
  return found;
};
