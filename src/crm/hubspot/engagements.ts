import { groupBy } from '../../kernel/group.js';
import type { Acting } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import type { Association } from './associations.js';
import { hubspotIssue } from './issues.js';
import { firstText, leaveOut, refuse, text, use, type Entry } from './ledger.js';
import type { Homes } from './merges.js';
import type { Clock } from './moment.js';
import { byId, attributesOf } from './records.js';
import { readCall, readCommunication, readEmail, readTask } from './attempts.js';
import { readMeeting } from './meetings.js';
import type { HubspotTable } from './tables.js';

/** One event to be made of an engagement, for each lead that it concerns. */
export interface Happening {
  /** Tells it apart from others of the same engagement. */
  readonly name: string;
  readonly seq: number;
  readonly fields: Readonly<Record<string, unknown>> & { readonly at: number; readonly type: string };
  /** Whether the row's own rule on automation is asked, or a person it is. */
  readonly human?: true;
  /** For the first lead only. */
  readonly once?: true;
}

/** What an engagement of a kind is read with. Undecided rows yield happenings; what is left out or refused yields none. */
export interface EngagementDesk {
  readonly agreement: HubspotAgreement;
  readonly clock: Clock;
}

/** Reads one kind of engagement, and which columns it reads. */
export interface EngagementReader {
  readonly columns: readonly string[];
  readonly read: (entry: Entry, id: string, desk: EngagementDesk) => readonly Happening[];
}

const note: EngagementReader = {
  columns: [],
  read: (entry) => {
    leaveOut(entry, 'note');
    return [];
  },
};

const READERS: Partial<Record<HubspotTable, EngagementReader>> = {
  calls: readCall,
  emails: readEmail,
  meetings: readMeeting,
  tasks: readTask,
  notes: note,
  communications: readCommunication,
};

/** Kinds as the table of all engagements names them. */
const KINDS: Readonly<Record<string, HubspotTable>> = {
  CALL: 'calls',
  EMAIL: 'emails',
  INCOMING_EMAIL: 'emails',
  FORWARDED_EMAIL: 'emails',
  MEETING: 'meetings',
  TASK: 'tasks',
  NOTE: 'notes',
  COMMUNICATION: 'communications',
  SMS: 'communications',
  WHATS_APP: 'communications',
  LINKEDIN_MESSAGE: 'communications',
};

/** Whom engagements are about. */
export interface EngagementLinks {
  readonly contacts: ReadonlyMap<string, readonly Association[]>;
  readonly deals: ReadonlyMap<string, readonly Association[]>;
  readonly leadOfDeal: (deal: string) => string | undefined;
  readonly contactHomes: Homes;
}

/**
 * Calls, emails, meetings, tasks, notes and messages as events. A row in the table of all engagements fills what its own
 * table does not have (owner, moment), and stands for it where there is none.
 */
export const readEngagements = (
  tables: ReadonlyMap<HubspotTable, readonly Entry[]>,
  agreement: HubspotAgreement,
  clock: Clock,
  acting: Acting,
  links: EngagementLinks,
): void => {
  const general = byId(tables.get('engagements') ?? [], 'engagement_id');
  const detailed = new Set<string>();
  for (const [table, reader] of Object.entries(READERS) as [HubspotTable, EngagementReader][]) {
    const rows = tables.get(table) ?? [];
    // Also those that are deleted or refused: their general row does not stand in for them.
    for (const entry of rows) detailed.add(text(entry, 'engagement_id') ?? '');
    for (const [id, entry] of byId(rows, 'engagement_id')) read(entry, general.get(id) ?? null, id, table, reader);
  }
  for (const [id, entry] of general) {
    if (detailed.has(id)) {
      use(entry);
      continue;
    }
    const type = firstText(entry, ['type', 'hs_engagement_type']) ?? '';
    const table = Object.hasOwn(KINDS, type.toUpperCase()) ? KINDS[type.toUpperCase()] : undefined;
    const reader = table === undefined ? undefined : READERS[table];
    if (table === undefined || reader === undefined) refuse(entry, hubspotIssue('hubspot_kind_unknown', { received: type.slice(0, 60) }, ['type']));
    else read(entry, null, id, table, reader);
  }

  function read(entry: Entry, base: Entry | null, id: string, table: HubspotTable, reader: EngagementReader): void {
    // Deliberately the row's own cells first: the general row fills gaps, and contradicts nothing.
    const cells = base === null ? entry.read.cells : { ...base.read.cells, ...filled(entry.read.cells) };
    const whole: Entry = { ...entry, read: { line: entry.row.line, cells }, issues: entry.issues, notices: entry.notices };
    const happenings = reader.read(whole, id, { agreement, clock });
    entry.rule = whole.rule;
    if (entry.issues.length > 0 || entry.rule !== null) return;
    const leads = leadsOf(id);
    if (leads.length === 0) {
      if (agreement.engagements.withoutContact === 'ignore') leaveOut(entry, 'without_contact');
      else refuse(entry, hubspotIssue('hubspot_no_contact', { what: table.replace(/s$/, ''), id }));
      return;
    }
    const attributes = attributesOf(entry, (column) => COMMON.has(column) || reader.columns.includes(column), agreement);
    const owner = firstText(whole, ['hubspot_owner_id', 'owner_id']);
    for (const { name, seq, fields, human, once } of happenings) {
      const by = acting({ ...whole, table }, owner);
      leads.slice(0, once === true ? 1 : undefined).forEach((lead) => {
        const input = {
          ...fields,
          id: `hubspot:${table.replace(/s$/, '')}:${id}:${lead}:${name}`,
          seq,
          by: human === true ? { ...by, kind: 'human' } : by,
          leadId: lead,
        };
        entry.drafts.push({ subject: null, input, attributes: { ...attributes } });
      });
    }
    use(entry);
  }

  function leadsOf(id: string): readonly string[] {
    const own = (links.contacts.get(id) ?? []).map(({ to }) => to);
    const distinct = [...groupBy(own, (contact) => links.contactHomes.of(contact)).values()].map(([first]) => first);
    if (distinct.length > 0) return agreement.engagements.contacts === 'first' ? distinct.slice(0, 1) : distinct;
    const followed = (links.deals.get(id) ?? []).flatMap(({ to }) => links.leadOfDeal(to) ?? []);
    return followed.slice(0, 1);
  }
};

const COMMON: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'engagement_id',
  'type',
  'hs_engagement_type',
  'hubspot_owner_id',
  'owner_id',
  'hs_timestamp',
  'timestamp',
  'hs_createdate',
  'created_at',
  '_fivetran_deleted',
  'is_deleted',
  'hs_object_id',
]);

const filled = (cells: Entry['read']['cells']): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== null && cell[1] !== ''));
