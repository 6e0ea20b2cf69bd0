import type { Opportunity } from '../../vocabulary/opportunity.js';
import type { HubspotAgreement } from './agreement.js';
import { contactsOf } from './associations.js';
import type { Change } from './contact-history.js';
import { dealEvents, type DealDesk, type DealStep } from './deal-events.js';
import { withDealsOfCustomers, type Followed } from './deal-of-customer.js';
import type { DealRows } from './deal-points.js';
import { hubspotIssue } from './issues.js';
import { isOpen, leaveOut, refuse, refuseNoEvents, type Entry } from './ledger.js';

/** What the deals of an export are and went through. */
export interface Deals {
  readonly opportunities: readonly Opportunity[];
  readonly steps: readonly DealStep[];
  /** The lead that a deal is followed under. */
  readonly leadOf: ReadonlyMap<string, string>;
  readonly rest: readonly Change[];
}

const NAMED = ['dealstage', 'amount', 'hs_deal_stage_probability', 'hubspot_owner_id', 'createdate'];

/** Read each deal with all its rows. */
export const readDeals = (all: ReadonlyMap<string, DealRows>, desk: DealDesk): Deals => {
  const followed: Followed[] = [];
  const rest: Change[] = [];
  for (const [deal, rows] of all) {
    const { chosen, others } = contactsOf(deal, desk.contacts.get(deal) ?? [], desk.agreement.deals, desk.createdAt, desk.contactHomes);
    const lead = chosen ?? (desk.agreement.deals.withoutContact === 'deal_as_lead' ? `deal:${deal}` : null);
    if (lead === null) {
      withoutContact(deal, rows, desk.agreement.deals.withoutContact);
      continue;
    }
    const made = dealEvents(deal, lead, others, rows, desk);
    followed.push({ deal, lead, made });
    if (made.opportunity !== null) for (const [property, changes] of rows.history) if (!NAMED.includes(property)) rest.push(...changes);
  }
  const told = desk.agreement.deals.ofCustomer === 'own_lead' ? withDealsOfCustomers(followed, desk.contactHomes) : followed;
  return {
    opportunities: told.flatMap(({ made }) => made.opportunity ?? []),
    steps: told.flatMap(({ made }) => made.steps).filter(stands),
    leadOf: new Map(told.map(({ deal, lead }) => [deal, lead])),
    rest,
  };
};

/** Whether the row of a step is not refused: only then can a stage be told by it. */
const stands = ({ entry }: DealStep): boolean => {
  refuseNoEvents(entry);
  return entry.issues.length === 0;
};

const entriesOf = ({ row, stageRows, history }: DealRows): readonly Entry[] => [
  ...(row === null ? [] : [row]),
  ...stageRows,
  ...[...history.values()].flatMap((changes) => changes.map(({ entry }) => entry)),
];

const withoutContact = (deal: string, rows: DealRows, rule: HubspotAgreement['deals']['withoutContact']): void => {
  for (const entry of entriesOf(rows)) {
    if (!isOpen(entry)) continue;
    if (rule === 'ignore') leaveOut(entry, 'without_contact');
    else refuse(entry, hubspotIssue('hubspot_no_contact', { what: 'deal', id: deal }));
  }
};
