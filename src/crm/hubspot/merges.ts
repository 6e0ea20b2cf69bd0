import type { Instant } from '../../kernel/instant.js';
import { hubspotIssue } from './issues.js';
import { firstText, leaveOut, refuse, text, use, type Entry } from './ledger.js';
import type { Clock, Moment } from './moment.js';

/** What an id stands for after all merges that are known. Chains are followed. */
export interface Homes {
  readonly of: (id: string) => string;
  /** Says that `from` is now `into`; false where that closes a circle. */
  readonly join: (from: string, into: string) => boolean;
}

export const homes = (): Homes => {
  const into = new Map<string, string>();
  const of = (id: string): string => {
    const trail: string[] = [];
    let home = id;
    for (let next = into.get(home); next !== undefined; next = into.get(home)) {
      trail.push(home);
      home = next;
    }
    for (const passed of trail) into.set(passed, home);
    return home;
  };
  return {
    of,
    join: (from, target) => {
      const [source, home] = [of(from), of(target)];
      if (source === home) return false;
      into.set(source, home);
      return true;
    },
  };
};

/** A merge of contacts, to become an event of the row it stands in. */
interface Merge {
  readonly entry: Entry;
  readonly from: string;
  readonly into: string;
  readonly at: Moment | null;
}

/**
 * Contacts that became one: the merge audit with its moments, then `hs_calculated_merged_vids` (`vid:moment` pairs) and
 * `hs_merged_object_ids` of contact rows for what the audit does not have. The last has no moment: the event stands at the
 * one by which the merge is known, and says so.
 */
export const contactMerges = (audit: readonly Entry[], contacts: ReadonlyMap<string, Entry>, clock: Clock, party: string): Homes => {
  const known = homes();
  const told = new Set<string>();
  const tell = ({ entry, from, into, at }: Merge, fallback: Instant | null): void => {
    if (from === into) {
      refuse(entry, hubspotIssue('hubspot_self_merge', { id: from }));
      return;
    }
    if (told.has(`${from}\n${into}`)) {
      if (entry.table === 'contactMerges') leaveOut(entry, 'duplicate_row');
      return;
    }
    const moment = at?.at ?? fallback;
    if (moment === null) {
      refuse(entry, hubspotIssue('hubspot_no_moment', { columns: ['hs_merged_object_ids', ...KNOWN_BY] }));
      return;
    }
    if (!known.join(from, into)) {
      refuse(entry, hubspotIssue('hubspot_merge_circle', { from, into }));
      return;
    }
    told.add(`${from}\n${into}`);
    if (at === null) entry.notices.push(hubspotIssue('hubspot_merge_moment', { from, into }));
    const input = { id: `hubspot:merge:${from}:${into}`, type: 'merge', at: moment, seq: 90, by: { party, kind: 'automation' }, from, into };
    entry.drafts.push({ subject: null, input, attributes: {} });
    entry.used = true;
  };

  for (const entry of audit) {
    const [into, from] = [text(entry, 'canonical_vid'), text(entry, 'vid_to_merge')];
    if (into === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'canonical_vid' }, ['canonical_vid']));
    if (from === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'vid_to_merge' }, ['vid_to_merge']));
    const at = clock.need(entry, ['timestamp']);
    if (into !== null && from !== null && at !== null) tell({ entry, from, into, at }, null);
  }
  for (const [into, entry] of contacts) {
    for (const pair of parts(text(entry, 'hs_calculated_merged_vids'))) {
      const cut = pair.indexOf(':');
      const at = cut === -1 ? null : clock.read(pair.slice(cut + 1));
      if (cut !== -1 && at === null) refuse(entry, hubspotIssue('hubspot_not_moment', { received: pair.slice(0, 60) }, ['hs_calculated_merged_vids']));
      else tell({ entry, from: cut === -1 ? pair : pair.slice(0, cut), into, at }, cut === -1 ? knownBy(entry, clock) : null);
    }
    for (const from of parts(text(entry, 'hs_merged_object_ids'))) {
      if (known.of(from) !== known.of(into)) tell({ entry, from, into, at: null }, knownBy(entry, clock));
    }
  }
  return known;
};

const parts = (list: string | null): readonly string[] =>
  (list ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const KNOWN_BY = ['lastmodifieddate', 'hs_lastmodifieddate', 'updated_at', '_fivetran_synced', 'createdate', 'created_at'] as const;

/** The moment by which a record is known to be as its row says: when it was last changed, else when it was read. */
export const knownBy = (entry: Entry, clock: Clock): Instant | null => {
  const written = firstText(entry, KNOWN_BY);
  return written === null ? null : (clock.read(written)?.at ?? null);
};

/** Deals that became one. The table has no moments, and none is needed: the rows of a merged deal are read under the one that is left. */
export const dealMerges = (rows: readonly Entry[]): { readonly homes: Homes; readonly merged: ReadonlyMap<string, ReadonlySet<string>> } => {
  const known = homes();
  const merged = new Map<string, Set<string>>();
  for (const entry of rows) {
    const [into, from] = [text(entry, 'deal_id'), text(entry, 'merged_deal_id')];
    if (into === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'deal_id' }, ['deal_id']));
    else if (from === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'merged_deal_id' }, ['merged_deal_id']));
    else if (from === into) refuse(entry, hubspotIssue('hubspot_self_merge', { id: from }));
    else if (merged.get(into)?.has(from) === true) leaveOut(entry, 'duplicate_row');
    else if (!known.join(from, into)) refuse(entry, hubspotIssue('hubspot_merge_circle', { from, into }));
    else {
      merged.set(into, (merged.get(into) ?? new Set()).add(from));
      use(entry);
    }
  }
  return { homes: known, merged };
};
