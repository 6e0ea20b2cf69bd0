import type { Lead } from '../../vocabulary/lead.js';
import type { Acting, People } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import { otherChanges } from './contact-changes.js';
import { stageSteps, type Change, type StageStep } from './contact-history.js';
import { hubspotIssue } from './issues.js';
import { leaveOut, text, use, type Entry } from './ledger.js';
import { knownBy } from './merges.js';
import { whenOf, type Clock } from './moment.js';
import { attributesOf } from './records.js';
import { isTrue } from './tables.js';

/** What the contacts of an export are and went through. */
export interface Contacts {
  readonly leads: ReadonlyMap<string, Lead>;
  readonly steps: readonly StageStep[];
  /** Changes of properties that nothing reads. */
  readonly rest: readonly Change[];
}

/** Read contact rows and their property history. */
export const readContacts = (
  rows: ReadonlyMap<string, Entry>,
  history: ReadonlyMap<string, ReadonlyMap<string, readonly Change[]>>,
  agreement: HubspotAgreement,
  clock: Clock,
  acting: Acting,
  people: People,
): Contacts => {
  const leads = new Map<string, Lead>();
  const steps: StageStep[] = [];
  const rest: Change[] = [];
  for (const [contact, entry] of rows) leads.set(contact, leadOf(contact, entry, agreement, clock));
  for (const [contact, properties] of history) {
    if (!leads.has(contact)) leads.set(contact, { id: contact, contactId: contact });
    for (const [property, changes] of properties) {
      if (property === agreement.stages.property) steps.push(...stageSteps(changes, agreement.stages));
      else if (!otherChanges(property, changes, agreement, acting, people, clock.zone)) rest.push(...changes);
    }
    if (!rows.has(contact)) {
      const first = [...properties.values()][0]?.[0]?.entry;
      if (rows.size > 0) first?.notices.push(hubspotIssue('hubspot_no_record', { of: 'contact', id: contact }));
    }
  }
  for (const step of steps) use(step.entry);
  for (const [contact, entry] of rows) {
    const known = history.get(contact);
    use(entry);
    if (known?.has(agreement.stages.property) !== true) steps.push(...datedStages(contact, entry, agreement, clock));
    currentState(contact, entry, known, agreement, clock, acting, people);
  }
  return { leads, steps, rest };
};

const READ = ['contact_id', 'createdate', 'created_at', 'associatedcompanyid', 'hs_merged_object_ids', 'hs_calculated_merged_vids', '_fivetran_deleted', 'is_deleted'];

const leadOf = (contact: string, entry: Entry, agreement: HubspotAgreement, clock: Clock): Lead => {
  const created = clock.find(entry, ['createdate', 'created_at']);
  const account = text(entry, 'associatedcompanyid');
  const attributes = attributesOf(entry, (column) => READ.includes(column), agreement);
  return {
    id: contact,
    contactId: contact,
    ...(account === null ? {} : { accountId: account }),
    ...(created === null ? {} : { createdAt: created.at }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
};

/** The columns that say when a stage was entered, by the value of the property. */
const enteredColumns = (property: string, value: string): readonly string[] => [
  `hs_v2_date_entered_${value}`,
  `hs_date_entered_${value}`,
  ...(property === 'lifecyclestage' ? [`hs_lifecyclestage_${value}_date`] : []),
];

/**
 * Where a contact has no history: one date a stage, as HubSpot computes it. What was entered twice shows once, and empty
 * times not at all, so that the row says how little is known. Stages of one moment come in the order of the agreement.
 */
const datedStages = (contact: string, entry: Entry, { stages }: HubspotAgreement, clock: Clock): readonly StageStep[] => {
  const steps: StageStep[] = [];
  for (const [value, step] of Object.entries(stages.values)) {
    if (step === null) continue;
    const moment = clock.find(entry, enteredColumns(stages.property, value));
    if (moment !== null) steps.push({ entry, contact, value, name: `${String(moment.at)}:${value}`, step, back: false, moment, left: null });
  }
  if (steps.length > 0) use(entry, hubspotIssue('hubspot_dates_only', { of: 'contact', id: contact }));
  else if (text(entry, stages.property) !== null) use(entry, hubspotIssue('hubspot_current_only', { of: 'contact', id: contact }));
  return steps.sort((a, b) => a.moment.at - b.moment.at);
};

/** An opt-out or owner that only the contact's own row tells. */
const currentState = (
  contact: string,
  entry: Entry,
  known: ReadonlyMap<string, readonly Change[]> | undefined,
  { optOut }: HubspotAgreement,
  clock: Clock,
  acting: Acting,
  people: People,
): void => {
  const push = (property: string, at: Readonly<Record<string, unknown>> & { at: number }, seq: number, fields: { readonly type: string; readonly [field: string]: unknown }): void => {
    const input = { ...at, id: `hubspot:contact:${contact}:${property}`, seq, by: acting(entry, null), leadId: contact, ...fields };
    entry.drafts.push({ subject: null, input, attributes: {} });
  };
  for (const [property, channel] of Object.entries(optOut)) {
    if (known?.has(property) === true || !isTrue(text(entry, property))) continue;
    const at = knownBy(entry, clock);
    if (at === null) {
      clock.need(entry, ['lastmodifieddate']);
      continue;
    }
    entry.notices.push(hubspotIssue('hubspot_known_by', { property }));
    push(property, { at }, 60, { type: 'opted_out', ...(channel === null ? {} : { channel }) });
  }
  const owner = text(entry, 'hubspot_owner_id');
  if (owner === null || known?.has('hubspot_owner_id') === true) return;
  const assigned = clock.find(entry, ['hubspot_owner_assigneddate']);
  if (assigned !== null) push('hubspot_owner_id', whenOf(assigned, clock.zone), 4, { type: 'assigned', to: owner, toParty: people.partyOf(owner) });
};

/** Changes of other properties, for the next event of their record to take along: all, or those that the agreement names. */
export const carried = (rest: readonly Change[], { attributes }: HubspotAgreement, isName: (name: string) => boolean): readonly Change[] =>
  rest.filter((change) => {
    if ((attributes === 'all' || attributes.includes(change.property)) && isName(change.property)) return true;
    leaveOut(change.entry, 'property_not_read');
    return false;
  });
