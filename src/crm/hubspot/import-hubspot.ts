import type { Issue } from '../../kernel/issue.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import type { Lead } from '../../vocabulary/lead.js';
import type { Opportunity } from '../../vocabulary/opportunity.js';
import { crmImportOf, type CrmImport } from '../crm-import.js';
import { holds } from '../reading/emit.js';
import { isAttributeName } from '../mapping/event-fields.js';
import { wallClocks } from '../reading/read-cell.js';
import { actorsOf, peopleOf } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import { safeParseHubspotAgreement } from './agreement-check.js';
import { associations } from './associations.js';
import { carry } from './carry.js';
import { changesOf } from './contact-history.js';
import { carried, readContacts } from './contacts.js';
import { dealRows, leaveOutWithDeal } from './deal-rows.js';
import { stageKinds } from './deal-stage.js';
import { readDeals } from './deals.js';
import { readEngagements } from './engagements.js';
import { readForms } from './forms.js';
import { isOpen, leaveOut, outcomeOf, refuseNoEvents, text, use, type Entry } from './ledger.js';
import { contactMerges, dealMerges } from './merges.js';
import { clockOf } from './moment.js';
import { byId } from './records.js';
import { tellStages } from './stage-of-deal.js';
import { entriesOf, HUBSPOT_TABLES, isTrue, unknownTables, type HubspotTable, type HubspotTables } from './tables.js';

/** What became of a HubSpot export: events, and besides them the contacts and deals with their attributes. */
export interface HubspotImport extends CrmImport {
  /** Contacts by id; a lead here is a contact. */
  readonly leads: readonly Lead[];
  readonly opportunities: readonly Opportunity[];
}

/**
 * The tables of a HubSpot export as events, every row of every table accounted for: accepted, rejected with every issue
 * found, or ignored by a stated rule.
 *
 * A lead is a contact, an opportunity a deal. Lifecycle stages become the steps that the agreement says; deals open, move
 * on and close under one of their contacts; calls, mails and meetings become attempts, conversations and meetings; contact
 * merges become `merge` events, so that `resolve` joins the histories. The rules are on the page on HubSpot.
 *
 * The result fails only where the agreement or a table does not fit: `crm.hubspot_unknown_table`,
 * `crm.hubspot_column_missing`, and the issues of `safeParseHubspotAgreement`.
 *
 * @example
 * ```ts
 * import { HUBSPOT_AGREEMENT, importHubspot } from 'revpact/crm';
 *
 * const change = (timestamp: string, value: string, line: number) =>
 *   ({ line, cells: { contact_id: '7', name: 'lifecyclestage', value, timestamp, source: 'CRM_UI', source_id: null } });
 * const read = importHubspot({ contactHistory: { rows: [
 *   change('2026-03-02 6:49:18', 'lead', 2),
 *   change('2026-03-03 10:00:00.250', 'marketingqualifiedlead', 3),
 *   change('2026-03-04 10:00:00', '', 4),
 * ] } }, HUBSPOT_AGREEMENT);
 * read.ok && read.value.events.map((event) => event.type) // => ['inquiry', 'qualified']
 * read.ok && read.value.ignoredRows // => [{ table: 'contactHistory', line: 4, rule: 'reset' }]
 * ```
 */
export const importHubspot = (tables: HubspotTables, agreement: HubspotAgreement): Result<HubspotImport> => {
  const checked = safeParseHubspotAgreement(agreement);
  if (!checked.ok) return checked;
  const plan = checked.value;
  const found = new Map<HubspotTable, readonly Entry[]>();
  const issues: Issue[] = [...unknownTables(tables)];
  for (const table of HUBSPOT_TABLES) {
    const given = tables[table];
    if (given === undefined) continue;
    const read = entriesOf(table, given, plan.columns?.[table] ?? {});
    issues.push(...read.issues);
    found.set(table, read.entries);
  }
  if (issues.length > 0) return fail(issues);
  for (const entries of found.values()) for (const entry of entries) leaveOutByRule(entry, plan);
  leaveOutWithDeal(found);

  const rows = (table: HubspotTable): readonly Entry[] => (found.get(table) ?? []).filter(isOpen);
  const clock = clockOf(plan.zone, wallClocks());
  const people = peopleOf(found, plan);
  const acting = actorsOf(people, plan);
  const kinds = stageKinds(rows('pipelineStages'), plan);
  for (const entry of rows('pipelines')) use(entry);

  const contactRows = byId(rows('contacts'), 'contact_id');
  const contactHomes = contactMerges(rows('contactMerges'), contactRows, clock, plan.parties.automation);
  const contactHistory = changesOf(rows('contactHistory'), 'contact_id', clock);
  const contacts = readContacts(contactRows, contactHistory, plan, clock, acting, people);

  const { homes: dealHomes, merged } = dealMerges(rows('mergedDeals'));
  const deals = readDeals(dealRows(rows, dealHomes, merged, clock), {
    agreement: plan,
    clock,
    acting,
    kinds,
    contactHomes,
    createdAt: (contact) => contacts.leads.get(contact)?.createdAt,
    contacts: associations(rows('dealContacts'), 'deal_id', 'contact_id', dealHomes.of),
    companies: associations(rows('dealCompanies'), 'deal_id', 'company_id', dealHomes.of),
  });
  tellStages(contacts.steps, deals.steps, plan, contactHomes, acting, clock.zone);
  readEngagements(found, plan, clock, acting, {
    contacts: associations(rows('engagementContacts'), 'engagement_id', 'contact_id', (id) => id),
    deals: associations(rows('engagementDeals'), 'engagement_id', 'deal_id', (id) => id),
    leadOfDeal: (deal) => deals.leadOf.get(dealHomes.of(deal)),
    contactHomes,
  });
  readForms(rows('formSubmissions'), plan, clock, acting);

  for (const entries of found.values()) for (const entry of entries) refuseNoEvents(entry);
  const drafts = [...found.values()].flatMap((entries) => entries.flatMap((entry) => (entry.issues.length === 0 ? entry.drafts : [])));
  const leftOfContacts = carry(carried(contacts.rest, plan, isAttributeName), ({ record }) => `contact/${record}`, drafts);
  const leftOfDeals = carry(carried(deals.rest, plan, isAttributeName), ({ record }) => `deal/${dealHomes.of(record)}`, drafts);

  const imported = crmImportOf([...found].map(([table, entries]) => ({ table, outcomes: entries.map(outcomeOf) })));
  const told = new Set(imported.events.flatMap((event) => ('opportunityId' in event ? [event.opportunityId] : [])));
  return ok({
    ...imported,
    leads: [...contacts.leads.values()].flatMap((lead) => {
      // Of a refused row nothing is taken; its history may name the contact nevertheless.
      const refused = (contactRows.get(lead.id)?.issues.length ?? 0) > 0;
      if (refused && !contactHistory.has(lead.id)) return [];
      return [withMore(refused ? { id: lead.id, contactId: lead.id } : lead, leftOfContacts.get(`contact/${lead.id}`))];
    }),
    opportunities: deals.opportunities.filter(({ id }) => told.has(id)).map((deal) => withMore(deal, leftOfDeals.get(`deal/${deal.id}`))),
  });
};

/** What histories name when it is gone: who left the company acted, and a stage that was taken away was entered. */
const OUTLIVES: ReadonlySet<HubspotTable> = /* @__PURE__ */ new Set<HubspotTable>(['owners', 'users', 'teams', 'ownerTeams', 'teamUsers', 'pipelines', 'pipelineStages']);

const leaveOutByRule = (entry: Entry, { ignoreRows }: HubspotAgreement): void => {
  if (entry.issues.length > 0) return;
  if (!OUTLIVES.has(entry.table) && ['_fivetran_deleted', 'is_deleted', 'isDeleted', 'archived', 'deleted'].some((column) => isTrue(text(entry, column)))) {
    leaveOut(entry, 'deleted');
    return;
  }
  const rule = ignoreRows.find(({ table, when }) => table === entry.table && when.every((condition) => holds(entry.read, condition)));
  if (rule !== undefined) entry.rule = rule.id;
};

const withMore = <T extends Lead | Opportunity>(record: T, more: T['attributes']): T =>
  more === undefined ? record : { ...record, attributes: { ...record.attributes, ...more } };
