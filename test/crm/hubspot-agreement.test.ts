import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { hubspot } from 'revpact/vocabulary';
import { HUBSPOT_AGREEMENT, HUBSPOT_RULES, HUBSPOT_TABLES, importHubspot, safeParseHubspotAgreement, type HubspotAgreement, type HubspotTables, type Row } from 'revpact/crm';
import { HISTORY, imported, table } from '../support/hubspot.js';

const codes = (change: object): readonly unknown[] => {
  const read = safeParseHubspotAgreement({ ...HUBSPOT_AGREEMENT, ...change }, hubspot);
  return read.ok ? [] : read.issues.map(({ code, path }) => [code, path.join('.')]);
};
const stage = (value: string, step: unknown): object => ({ stages: { ...HUBSPOT_AGREEMENT.stages, values: { [value]: step } } });

describe('an agreement', () => {
  test('to begin with fits the shipped framework, as plain JSON too', () => {
    expect(safeParseHubspotAgreement(JSON.parse(JSON.stringify(HUBSPOT_AGREEMENT)), hubspot)).toEqual({ ok: true, value: HUBSPOT_AGREEMENT });
  });

  test.each([
    { when: 'an event that does not exist', change: stage('lead', { type: 'inquired' }), issue: ['input.not_one_of', 'stages.values.lead.type'] },
    { when: 'an event about no lead', change: stage('lead', { type: 'merge' }), issue: ['crm.hubspot_not_of_lead', 'stages.values.lead.type'] },
    { when: 'leave to call off the list, which is about an account', change: stage('lead', { type: 'exception_granted' }), issue: ['crm.hubspot_not_of_lead', 'stages.values.lead.type'] },
    { when: 'an event that lacks a field', change: stage('bad', { type: 'disqualified' }), issue: ['input.missing', 'stages.values.bad.set.reason'] },
    { when: 'a class that is none', change: stage('bad', { type: 'rejected', set: { class: 'personal', reason: 'x' } }), issue: ['input.not_one_of', 'stages.values.bad.set.class'] },
    { when: 'a field that the event does not have', change: stage('lead', { type: 'inquiry', set: { reason: 'x' } }), issue: ['input.unknown_key', 'stages.values.lead.set.reason'] },
    { when: 'a field that comes from the row', change: stage('lead', { type: 'inquiry', set: { leadId: 'x' } }), issue: ['crm.hubspot_reserved_field', 'stages.values.lead.set.leadId'] },
    { when: 'a stage that the framework does not have', change: stage('lead', { type: 'inquiry', stage: 'leed' }), issue: ['crm.hubspot_unknown_stage', 'stages.values.lead.stage'] },
    { when: 'a stage of deals that it does not have', change: { deals: { ...HUBSPOT_AGREEMENT.deals, won: { stage: 'client' } } }, issue: ['crm.hubspot_unknown_stage', 'deals.won.stage'] },
    { when: 'one property in two roles', change: { optOut: { hs_lead_status: null } }, issue: ['crm.hubspot_property_twice', 'optOut.hs_lead_status'] },
    {
      when: 'a rule called like a stated one',
      change: { ignoreRows: [{ id: 'deleted', table: 'contacts', when: [{ column: 'x', is: 'present' }], why: 'x' }] },
      issue: ['crm.hubspot_rule_twice', 'ignoreRows.0.id'],
    },
    { when: 'a zone that is none', change: { zone: 'Mars/Olympus' }, issue: ['input.invalid', 'zone'] },
    { when: 'a table that is none', change: { columns: { kontakte: {} } }, issue: null },
    { when: 'a misspelt key', change: { curency: 'EUR' }, issue: ['input.unknown_key', 'curency'] },
  ])('with $when', ({ change, issue }) => {
    const found = codes(change);
    if (issue === null) expect(found).toHaveLength(1);
    else expect(found).toEqual([issue]);
  });

  test('says everything that is wrong at once, and nothing is read', () => {
    const read = importHubspot({}, { ...HUBSPOT_AGREEMENT, zone: 'x', currency: 'euro' });
    expect(!read.ok && read.issues.map(({ path }) => path.join('.'))).toEqual(['zone', 'currency']);
  });
});

test.each([
  { when: 'a table that HubSpot does not have', tables: { kontacts: { rows: [] } }, issue: ['crm.hubspot_unknown_table', 'kontacts', 'contacts'] },
  { when: 'a table without its id', tables: { contacts: table('idd name', ['1', 'x']) }, issue: ['crm.hubspot_column_missing', 'contacts.contact_id', null] },
  { when: 'a history without moments', tables: { contactHistory: table('contact_id name value timestmp') }, issue: ['crm.hubspot_column_missing', 'contactHistory.timestamp', 'timestmp'] },
])('$when: nothing is read', ({ tables, issue }) => {
  const read = importHubspot(tables, HUBSPOT_AGREEMENT);
  expect(!read.ok && read.issues.map(({ code, path, params }) => [code, path.join('.'), params['suggestion']])).toEqual([issue]);
});

test('no tables, and tables without rows, are an import of nothing', () => {
  expect(imported({})).toMatchObject({ tables: [], events: [], leads: [], opportunities: [] });
  expect(imported(Object.fromEntries(HUBSPOT_TABLES.map((name) => [name, { rows: [] }]))).tables).toHaveLength(HUBSPOT_TABLES.length);
});

describe('whatever the cells hold', () => {
  const COLUMNS: Readonly<Record<string, readonly string[]>> = {
    contacts: ['id', 'createdate', 'lifecyclestage', 'hs_merged_object_ids', 'hs_calculated_merged_vids', 'hs_email_optout', '_fivetran_deleted', '__proto__', 'hs_date_entered_lead'],
    contactHistory: ['contact_id', 'name', 'value', 'timestamp', 'source', 'source_id'],
    contactMerges: ['canonical_vid', 'vid_to_merge', 'timestamp'],
    deals: ['deal_id', 'createdate', 'amount', 'deal_currency_code', 'dealstage', 'closedate', 'is_deleted', 'hs_date_entered_closedwon'],
    mergedDeals: ['deal_id', 'merged_deal_id'],
    dealStages: ['deal_id', 'value', 'date_entered', '_fivetran_end'],
    dealHistory: ['deal_id', 'name', 'value', 'timestamp'],
    dealContacts: ['deal_id', 'contact_id'],
    dealCompanies: ['deal_id', 'company_id'],
    pipelineStages: ['stage_id', 'closed_won', 'is_closed'],
    owners: ['owner_id', 'active_user_id'],
    ownerTeams: ['owner_id', 'team_id'],
    engagements: ['id', 'type', 'timestamp'],
    engagementContacts: ['engagement_id', 'contact_id'],
    engagementDeals: ['engagement_id', 'deal_id'],
    calls: ['engagement_id', 'hs_timestamp', 'hs_call_disposition', 'hs_call_direction'],
    emails: ['engagement_id', 'hs_timestamp', 'hs_email_direction'],
    meetings: ['engagement_id', 'start_time', 'meeting_outcome', 'hs_createdate'],
    tasks: ['engagement_id', 'hs_task_type', 'hs_timestamp'],
    communications: ['engagement_id', 'hs_timestamp'],
    formSubmissions: ['contact_id', 'timestamp'],
  };
  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('1', '2', '3', '') },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'lifecyclestage', 'hs_lead_status', 'hs_email_optout', 'hubspotscore', 'hubspot_owner_id', 'dealstage', 'amount', 'createdate', 'industry',
        'lead', 'opportunity', 'customer', 'evangelist', 'UNQUALIFIED', 'true', 'closedwon', 'closedlost', 'appointmentscheduled', 'CALL', 'MEETING', 'EMAIL',
        'INCOMING_EMAIL', 'COMPLETED', 'RESCHEDULED', '1;2;3', '2:1767434400000', 'userId:7', '2050-01-01 00:00:00', '1200.50', 'EUR', '0.4',
      ),
    },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, '0')} 9:00:00`) },
    { weight: 1, arbitrary: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom(null, '\ud800', '__proto__', 'constructor', 'x'.repeat(300), '\u0000'), fc.constant(7 as unknown as string)) },
  );
  const row = (columns: readonly string[]): fc.Arbitrary<Row> =>
    fc.tuple(fc.nat(9999), fc.tuple(...columns.map(() => cell))).map(([line, cells]) => ({ line, cells: Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])) }));
  const world: fc.Arbitrary<HubspotTables> = fc
    .tuple(...Object.entries(COLUMNS).map(([name, columns]) => fc.uniqueArray(row(columns), { maxLength: 6, selector: ({ line }) => line }).map((rows) => [name, { rows }] as const)))
    .map((tables) => Object.fromEntries(tables));
  const rule = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

  test('every row has one end, every event is one, and nothing is thrown', () => {
    fc.assert(
      fc.property(world, rule<'imply' | 'stage_only' | 'reject'>('imply', 'stage_only', 'reject'), rule<'reject' | 'ignore' | 'deal_as_lead'>('reject', 'ignore', 'deal_as_lead'), (tables, withoutDeal, withoutContact) => {
        const agreement: Partial<HubspotAgreement> = {
          stages: { ...HUBSPOT_AGREEMENT.stages, withoutDeal },
          deals: { ...HUBSPOT_AGREEMENT.deals, withoutContact },
        };
        const read = imported(tables, agreement);
        const known = new Set<string>(Object.keys(HUBSPOT_RULES));
        expect(read.ignoredRows.every((one) => known.has(one.rule))).toBe(true);
        expect(read.rejectedRows.every(({ issues }) => issues.length > 0)).toBe(true);
        const opportunities = new Set(read.events.flatMap((event) => ('opportunityId' in event ? [event.opportunityId] : [])).filter((id) => !id.startsWith('hubspot:contact:')));
        // Lead status may be mapped to deals, but is not here: every deal of an event is one of the opportunities, and the reverse.
        expect(new Set(read.opportunities.map(({ id }) => id))).toEqual(opportunities);
      }),
      { numRuns: 400 },
    );
  });

  test('a column whose name no record can hold refuses its rows', () => {
    const cells = JSON.parse('{"id":"1","__proto__":"x"}') as Record<string, string>;
    expect(imported({ contacts: { rows: [{ line: 2, cells }] } }).rejectedRows).toMatchObject([{ line: 2, issues: [{ code: 'crm.column_name' }] }]);
  });

  test('ten thousand rows of one contact and one deal are read in a moment', () => {
    const day = (i: number): string => new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString();
    const values = ['lead', 'opportunity', 'customer', ''];
    const contactHistory = table(HISTORY, ...Array.from({ length: 10_000 }, (_, i) => ['1', 'lifecyclestage', values[i % 4] ?? '', day(i), 'CRM_UI']));
    const dealHistory = table('deal_id name value timestamp', ...Array.from({ length: 10_000 }, (_, i) => ['d', i % 2 === 0 ? 'dealstage' : 'amount', i % 4 === 0 ? 'closedwon' : i % 4 === 2 ? 'contractsent' : String(i), day(i)]));
    const started = performance.now();
    const read = imported({ contactHistory, dealHistory, dealContacts: table('deal_id contact_id', ['d', '1']) });
    expect(read.rejectedRows).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('docs/hubspot.md has each rule with its reason, and no other', () => {
  const page = readFileSync(new URL('../../docs/hubspot.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('## Rules that leave rows out'));
  const listed = [...section.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, rule, why]) => [rule, why]);
  expect(listed).toEqual(Object.entries(HUBSPOT_RULES));
});
