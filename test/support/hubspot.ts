import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { unwrap } from 'revpact/kernel';
import {
  HUBSPOT_AGREEMENT,
  importHubspot,
  readCsv,
  type HubspotAgreement,
  type HubspotImport,
  type HubspotTable,
  type HubspotTables,
  type Row,
} from 'revpact/crm';

/** Rows of a table as a test writes them: the header in words, then one array a row. Lines are counted from 2. */
export const table = (header: string, ...rows: readonly (readonly (string | null)[])[]): { readonly rows: readonly Row[]; readonly header: readonly string[] } => {
  const columns = header.split(' ');
  return {
    header: columns,
    rows: rows.map((cells, i) => ({ line: i + 2, cells: Object.fromEntries(columns.map((column, j) => [column, cells[j] ?? null])) })),
  };
};

/** A history of one property of one contact, in long form. */
export const stages = (contact: string, ...changes: readonly (readonly [at: string, value: string | null, source?: string])[]): readonly (readonly (string | null)[])[] =>
  changes.map(([at, value, source = 'CRM_UI']) => [contact, 'lifecyclestage', value, at, source]);

export const HISTORY = 'contact_id name value timestamp source';

/** Import, and hold every table to its count: no row in two lists, none in no one's. */
export const imported = (tables: HubspotTables, agreement: Partial<HubspotAgreement> = {}): HubspotImport => {
  const read = unwrap(importHubspot(tables, { ...HUBSPOT_AGREEMENT, ...agreement }));
  for (const { table: name, read: rows, accepted, rejected, ignored } of read.tables) {
    expect(accepted + rejected + ignored, name).toBe(rows);
    expect(rows, name).toBe([...(tables[name as HubspotTable]?.rows ?? [])].length);
    const places = [...read.rejectedRows, ...read.ignoredRows].filter((one) => one.table === name).map(({ line }) => line);
    expect(new Set(places).size, name).toBe(rejected + ignored);
  }
  expect(new Set(read.events.map(({ id }) => id)).size, 'ids are unique').toBe(read.events.length);
  expect(read.tables.reduce((sum, { events }) => sum + events, 0)).toBe(read.events.length);
  return read;
};

const folder = fileURLToPath(new URL('../../../shared/data/crm-exports/hubspot/', import.meta.url));

/** Exports of others are not ours to pass on: whoever has them puts them beside the checkout. */
export const hubspotSeedsAreHere = (): boolean => {
  const here = existsSync(`${folder}deal_data.csv`);
  if (!here) console.warn('skipped: no HubSpot export in ../shared/data/crm-exports/hubspot');
  return here;
};

const SEEDS: readonly (readonly [HubspotTable, string])[] = [
  ['owners', 'owner'],
  ['users', 'users'],
  ['teams', 'team'],
  ['ownerTeams', 'owner_team'],
  ['teamUsers', 'team_user'],
  ['pipelines', 'deal_pipeline'],
  ['pipelineStages', 'deal_pipeline_stage'],
  ['contacts', 'contact'],
  ['contactMerges', 'contact_merge_audit'],
  ['contactHistory', 'contact_property_history'],
  ['deals', 'deal'],
  ['mergedDeals', 'merged_deal'],
  ['dealStages', 'deal_stage'],
  ['dealHistory', 'deal_property_history'],
  ['dealContacts', 'deal_contact'],
  ['dealCompanies', 'deal_company'],
  ['engagements', 'engagement'],
  ['engagementContacts', 'engagement_contact'],
  ['engagementDeals', 'engagement_deal'],
  ['calls', 'engagement_call'],
  ['emails', 'engagement_email'],
  ['meetings', 'engagement_meeting'],
  ['tasks', 'engagement_task'],
  ['notes', 'engagement_note'],
  ['communications', 'engagement_communication'],
  ['formSubmissions', 'contact_form_submission'],
];

/** The seed files of Fivetran's dbt package for HubSpot. */
export const hubspotSeeds = (): HubspotTables =>
  Object.fromEntries(
    SEEDS.map(([name, file]) => {
      const read = unwrap(readCsv(readFileSync(`${folder}${file}_data.csv`, 'utf8')));
      expect(read.malformed, file).toEqual([]);
      return [name, { rows: read.rows, header: read.columns }];
    }),
  );
