import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import type { CrmTable } from '../crm-import.js';
import { isAttributeName } from '../mapping/event-fields.js';
import { crmIssue } from '../issues.js';
import { asRow, cellIssues, cellOf, NO_ROW } from '../reading/read-cell.js';
import { hubspotIssue } from './issues.js';
import type { Entry } from './ledger.js';

/** The tables of an export, in the order in which they are read: those that others are read with come first. */
export const HUBSPOT_TABLES = [
  'owners',
  'users',
  'teams',
  'ownerTeams',
  'teamUsers',
  'pipelines',
  'pipelineStages',
  'contacts',
  'contactMerges',
  'contactHistory',
  'deals',
  'mergedDeals',
  'dealStages',
  'dealHistory',
  'dealContacts',
  'dealCompanies',
  'engagements',
  'engagementContacts',
  'engagementDeals',
  'calls',
  'emails',
  'meetings',
  'tasks',
  'notes',
  'communications',
  'formSubmissions',
] as const;
/** A table of a HubSpot export. */
export type HubspotTable = (typeof HUBSPOT_TABLES)[number];

/** The tables that are at hand. Any may be missing; what depends on it is then read without it, and said so. */
export type HubspotTables = { readonly [Table in HubspotTable]?: CrmTable };

/** Columns that a table cannot do without. */
const NEEDS: Readonly<Record<HubspotTable, readonly string[]>> = {
  owners: ['owner_id'],
  users: ['user_id'],
  teams: ['team_id'],
  ownerTeams: ['owner_id', 'team_id'],
  teamUsers: ['user_id', 'team_id'],
  pipelines: ['pipeline_id'],
  pipelineStages: ['stage_id'],
  contacts: ['contact_id'],
  contactMerges: ['canonical_vid', 'vid_to_merge', 'timestamp'],
  contactHistory: ['contact_id', 'name', 'value', 'timestamp'],
  deals: ['deal_id'],
  mergedDeals: ['deal_id', 'merged_deal_id'],
  dealStages: ['deal_id', 'value'],
  dealHistory: ['deal_id', 'name', 'value', 'timestamp'],
  dealContacts: ['deal_id', 'contact_id'],
  dealCompanies: ['deal_id', 'company_id'],
  engagements: ['engagement_id'],
  engagementContacts: ['engagement_id', 'contact_id'],
  engagementDeals: ['engagement_id', 'deal_id'],
  calls: ['engagement_id'],
  emails: ['engagement_id'],
  meetings: ['engagement_id'],
  tasks: ['engagement_id'],
  notes: ['engagement_id'],
  communications: ['engagement_id'],
  formSubmissions: ['contact_id', 'timestamp'],
};

/** What a table calls its own id. */
const OWN_ID: Partial<Record<HubspotTable, string>> = {
  owners: 'owner_id',
  users: 'user_id',
  teams: 'team_id',
  pipelines: 'pipeline_id',
  pipelineStages: 'stage_id',
  contacts: 'contact_id',
  deals: 'deal_id',
  engagements: 'engagement_id',
  calls: 'engagement_id',
  emails: 'engagement_id',
  meetings: 'engagement_id',
  tasks: 'engagement_id',
  notes: 'engagement_id',
  communications: 'engagement_id',
};

/** Other spellings of connectors and of the API. */
const SPELLINGS: Readonly<Record<string, string>> = {
  contactId: 'contact_id',
  vid: 'contact_id',
  dealId: 'deal_id',
  companyId: 'company_id',
  engagementId: 'engagement_id',
  ownerId: 'owner_id',
  userId: 'user_id',
  teamId: 'team_id',
  stageId: 'stage_id',
  pipelineId: 'pipeline_id',
  property: 'name',
  sourceType: 'source',
  sourceId: 'source_id',
  updatedByUserId: 'updated_by_user_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  'canonical-vid': 'canonical_vid',
  'vid-to-merge': 'vid_to_merge',
};

/** A header's name here: the agreement's own renaming, else without `property_`, else a known spelling, else as it stands. */
const namesOf = (table: HubspotTable, headers: readonly string[], renamed: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const ours = new Map(Object.entries(renamed).map(([name, header]) => [header, name]));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const nameOf = (header: string): string => {
    const given = ours.get(header);
    if (given !== undefined) return given;
    const ownId = OWN_ID[table];
    if (header === 'id' && ownId !== undefined && !headers.includes(ownId)) return ownId;
    if (header.startsWith('property_') && !headers.includes(header.slice('property_'.length))) return header.slice('property_'.length);
    return Object.hasOwn(SPELLINGS, header) ? (SPELLINGS[header] ?? header) : header;
  };
  for (const header of headers) {
    const name = nameOf(header);
    // Two headers of one name: the first has it, the other stands as it is.
    names.set(header, taken.has(name) ? header : name);
    taken.add(name);
  }
  return names;
};

/** Text that says yes. */
export const isTrue = (text: string | null): boolean => text !== null && ['true', 'yes', '1'].includes(text.toLowerCase());

/** Rows under our names, with what is wrong with the table itself. Rows that hold no text, or too much, are refused right away. */
export const entriesOf = (
  table: HubspotTable,
  { rows, header }: CrmTable,
  renamed: Readonly<Record<string, string>>,
): { readonly entries: readonly Entry[]; readonly issues: readonly Issue[] } => {
  const entries: Entry[] = [];
  let shape: { readonly headers: readonly string[]; readonly names: ReadonlyMap<string, string> } | null = null;
  const known = (headers: readonly string[]): ReadonlyMap<string, string> => {
    if (shape === null || headers.length !== shape.headers.length || headers.some((one, i) => one !== shape?.headers[i]))
      shape = { headers, names: namesOf(table, headers, renamed) };
    return shape.names;
  };
  const issues = header === undefined ? [] : missing(table, new Set(known(header).values()));
  let isFirst = header === undefined;
  for (const given of rows) {
    const row = asRow(given);
    const names: ReadonlyMap<string, string> = row === NO_ROW ? new Map() : known(Object.keys(row.cells));
    if (isFirst && row !== NO_ROW) {
      isFirst = false;
      issues.push(...missing(table, new Set(names.values())));
    }
    const wrong = [...cellIssues(row, new Set())];
    const cells: Record<string, string | null> = {};
    for (const [theirs, name] of wrong.length === 0 ? names : []) {
      if (isAttributeName(name)) cells[name] = row.cells[theirs] ?? null;
      else if (cellOf(row, theirs) !== null) wrong.push(crmIssue('column_name', { column: theirs }, [theirs]));
    }
    entries.push({ table, row, read: { line: row.line, cells }, drafts: [], notices: [], issues: wrong, rule: null, used: false });
  }
  return { entries, issues };
};

const missing = (table: HubspotTable, names: ReadonlySet<string>): Issue[] =>
  NEEDS[table]
    .filter((column) => !names.has(column))
    .map((column) => hubspotIssue('hubspot_column_missing', { table, column, suggestion: nearest(column, [...names]) }, [table, column]));

/** Tables that are none of HubSpot's. */
export const unknownTables = (tables: HubspotTables): readonly Issue[] =>
  Object.keys(tables)
    .filter((table) => !HUBSPOT_TABLES.some((known) => known === table))
    .map((table) => hubspotIssue('hubspot_unknown_table', { table, suggestion: nearest(table, HUBSPOT_TABLES) }, [table]));

