import { groupBy } from '../../kernel/group.js';
import { holds } from '../reading/emit.js';
import type { HubspotAgreement } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { isOpen, refuse, text, use, type Entry } from './ledger.js';
import type { Homes } from './merges.js';

/** One association: a row with both its ids. */
export interface Association {
  readonly entry: Entry;
  readonly from: string;
  readonly to: string;
}

/** Rows of an association table by the record they start from, in the order of the rows. Each pair counts once. */
export const associations = (rows: readonly Entry[], from: string, to: string, homeOf: (id: string) => string): ReadonlyMap<string, readonly Association[]> => {
  const known = new Set<string>();
  const list: Association[] = [];
  for (const entry of rows.filter(isOpen)) {
    const [a, b] = [text(entry, from), text(entry, to)];
    if (a === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: from }, [from]));
    if (b === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: to }, [to]));
    if (a === null || b === null) continue;
    use(entry);
    if (known.has(`${homeOf(a)}\n${b}`)) continue;
    known.add(`${homeOf(a)}\n${b}`);
    list.push({ entry, from: homeOf(a), to: b });
  }
  return groupBy(list, (one) => one.from);
};

/** Under which contact a deal is followed, and which other contacts it has. */
export interface DealContacts {
  readonly chosen: string | null;
  readonly others: readonly string[];
}

/** Choose the contact of a deal as the agreement says; each other association says that it is not followed there. */
export const contactsOf = (
  deal: string,
  list: readonly Association[],
  { contact: rule }: HubspotAgreement['deals'],
  createdAt: (contact: string) => number | undefined,
  contactHomes: Homes,
): DealContacts => {
  const preferred = list.filter(({ entry }) => (rule.prefer ?? []).every((condition) => holds(entry.read, condition)));
  const among = preferred.length > 0 ? preferred : list;
  const chosen =
    rule.then === 'first' ? among[0] : [...among].sort((a, b) => (createdAt(a.to) ?? Infinity) - (createdAt(b.to) ?? Infinity))[0];
  if (chosen === undefined) return { chosen: null, others: [] };
  const others = list.filter(({ to }) => contactHomes.of(to) !== contactHomes.of(chosen.to));
  for (const { entry, to } of others) entry.notices.push(hubspotIssue('hubspot_other_contact', { deal, contact: to, chosen: chosen.to }));
  return { chosen: chosen.to, others: others.map(({ to }) => to) };
};
