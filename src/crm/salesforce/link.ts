import { groupBy } from '../../kernel/group.js';
import type { Draft } from './desk.js';
import type { LeadBook } from './lead-book.js';
import { idIn, isTrue, textIn, type Sheet } from './sheet.js';

/** Which lead an opportunity or a contact belongs to, as far as a record says so. */
export interface Links {
  /** The lead of an opportunity: by its conversion, else by its contact role where that leads to one lead only. */
  readonly leadOfOpportunity: (opportunity: string) => string | null;
  /** Leads that an opportunity may come from by its contacts or its account: material for a person to decide on. */
  readonly mayComeFrom: (opportunity: string, account: string | null) => readonly string[];
  /** The leads that became a contact: most often one. */
  readonly leadsOfContact: (contact: string) => readonly string[];
}

/** As many as a person looks at. */
const NEAR = 10;

/** Read the links between leads, contacts and opportunities; rows of `OpportunityContactRole` are in `roles`. */
export const linksOf = (book: LeadBook, roles: { readonly sheet: Sheet; readonly drafts: readonly Draft[] } | null): Links => {
  const leads = [...book.records.values()];
  const by = (key: (lead: (typeof leads)[number]) => string | null): ReadonlyMap<string | null, readonly string[]> =>
    new Map([...groupBy(leads, key)].map(([value, group]) => [value, group.map(({ id }) => id)]));
  const [byOpportunity, byContact, byAccount] = [by((lead) => lead.opportunity), by((lead) => lead.contact), by((lead) => lead.account)];
  const contactsOf = groupBy(
    (roles?.drafts ?? []).flatMap(({ row, rule, issues }) => {
      if (roles === null || rule !== null || issues.length > 0) return [];
      const [opportunity, contact] = [idIn(roles.sheet, row, 'OpportunityId'), idIn(roles.sheet, row, 'ContactId')];
      return opportunity === null || contact === null ? [] : [{ opportunity, contact, primary: isTrue(textIn(roles.sheet, row, 'IsPrimary')) }];
    }),
    ({ opportunity }) => opportunity,
  );
  /** The leads of its contacts, those of the primary one alone where it has any. */
  const byRole = (opportunity: string): readonly string[] => {
    const contacts = contactsOf.get(opportunity) ?? [];
    const leadsOf = (some: readonly { readonly contact: string }[]): readonly string[] => [
      ...new Set(some.flatMap(({ contact }) => byContact.get(contact) ?? [])),
    ];
    const primary = leadsOf(contacts.filter((role) => role.primary));
    return primary.length > 0 ? primary : leadsOf(contacts);
  };
  const only = (found: readonly string[] | undefined): string | null => (found?.length === 1 ? (found[0] ?? null) : null);
  return {
    leadOfOpportunity: (opportunity) => {
      const converted = byOpportunity.get(opportunity);
      if (converted !== undefined) return only(converted);
      const lead = only(byRole(opportunity));
      // A lead that was converted into another opportunity has its deal; a later one of the same contact is another demand.
      return lead !== null && (book.records.get(lead)?.opportunity ?? null) === null ? lead : null;
    },
    mayComeFrom: (opportunity, account) => {
      const some = (leads: readonly string[] = []): readonly string[] => leads.slice(0, NEAR);
      const near = [...some(byOpportunity.get(opportunity)), ...some(byRole(opportunity)), ...(account === null ? [] : some(byAccount.get(account)))];
      return [...new Set(near)].slice(0, NEAR);
    },
    leadsOfContact: (contact) => byContact.get(contact) ?? [],
  };
};
