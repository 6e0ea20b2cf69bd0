import { describe, expect, test } from 'vitest';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { hubspot } from 'revpact/vocabulary';
import { HUBSPOT_AGREEMENT, type HubspotTables } from 'revpact/crm';
import { HISTORY, imported, table } from '../support/hubspot.js';

const at = (iso: string): number => Date.parse(iso);
const links = table('engagement_id contact_id', ['e1', '1']);
const said = (tables: HubspotTables, agreement = {}): readonly unknown[] =>
  imported({ engagementContacts: links, ...tables }, agreement).events.map((event) => [
    event.type,
    'outcome' in event ? event.outcome : undefined,
    event.by.kind,
    event.at,
  ]);
const left = (tables: HubspotTables): readonly string[] => imported({ engagementContacts: links, ...tables }).ignoredRows.map(({ rule }) => rule);
const then = at('2026-03-02T09:00:00Z');
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
const VOICEMAIL = 'b2cf5968-551e-4856-9783-52b3da59a7d0';

describe('calls', () => {
  const call = (disposition: string | null, direction: string | null = null, status: string | null = null, source: string | null = null): HubspotTables => ({
    calls: table(
      'engagement_id property_hs_timestamp property_hs_call_disposition property_hs_call_direction property_hs_call_status property_hs_object_source',
      ['e1', '2026-03-02 9:00:00', disposition, direction, status, source],
    ),
  });
  test.each([
    { when: 'nobody said what became of it', row: call(null), events: [['attempt', undefined, 'human', then]] },
    { when: 'it went to voicemail', row: call(VOICEMAIL, 'OUTBOUND', 'COMPLETED'), events: [['attempt', 'voicemail', 'human', then]] },
    {
      when: 'it connected: an attempt, and a conversation',
      row: call(CONNECTED, 'OUTBOUND'),
      events: [['attempt', 'connected', 'human', then], ['contact_made', undefined, 'human', then]],
    },
    { when: 'the prospect called', row: call(CONNECTED, 'INBOUND'), events: [['contact_made', undefined, 'human', then]] },
    { when: 'the prospect called and nobody answered', row: call(VOICEMAIL, 'INBOUND'), events: [] },
    { when: 'it never rang', row: call(null, 'OUTBOUND', 'CANCELED'), events: [] },
    { when: 'a machine logged it', row: call(null, null, null, 'API'), events: [['attempt', undefined, 'automation', then]] },
  ])('$when', ({ row, events }) => {
    expect(said(row)).toEqual(events);
  });

  test('an outcome of one’s own is an issue until the agreement says what it means', () => {
    const mine = call('11111111-aaaa-bbbb-cccc-222222222222');
    expect(imported({ ...mine, engagementContacts: links }).rejectedRows).toMatchObject([{ issues: [{ code: 'crm.hubspot_value_not_mapped' }] }]);
    const calls = { ...HUBSPOT_AGREEMENT.calls, dispositions: { '11111111-aaaa-bbbb-cccc-222222222222': 'replied' as const } };
    expect(said(mine, { calls })).toEqual([['attempt', 'replied', 'human', then]]);
  });
});

describe('emails', () => {
  const mail = (direction: string | null, status: string | null = null, sequence: string | null = null): HubspotTables => ({
    emails: table('engagement_id hs_timestamp hs_email_direction hs_email_status hs_sequence_id hubspot_owner_id', ['e1', '1772442000000', direction, status, sequence, '77']),
  });
  test.each([
    { when: 'a person wrote', row: mail('EMAIL', 'SENT'), events: [['attempt', undefined, 'human', then]] },
    { when: 'a sequence wrote under a name', row: mail('EMAIL', 'SENT', '9'), events: [['attempt', undefined, 'automation', then]] },
    { when: 'it bounced', row: mail('EMAIL', 'BOUNCED'), events: [['attempt', 'bounced', 'human', then]] },
    { when: 'the prospect wrote', row: mail('INCOMING_EMAIL'), events: [['contact_made', undefined, 'human', then]] },
    { when: 'the prospect answered a sequence', row: mail('INCOMING_EMAIL', null, '9'), events: [['contact_made', undefined, 'human', then]] },
    { when: 'it was forwarded into the log', row: mail('FORWARDED_EMAIL'), events: [] },
    { when: 'it is planned', row: mail('EMAIL', 'SCHEDULED'), events: [] },
  ])('$when', ({ row, events }) => {
    expect(said(row)).toEqual(events);
  });

  test('a sequence mails in the name of its owner, on that owner’s side', () => {
    const parties = { ...HUBSPOT_AGREEMENT.parties, owners: { '77': 'sales_development' } };
    expect(imported({ ...mail('EMAIL', 'SENT', '9'), engagementContacts: links }, { parties }).events[0]?.by).toEqual({
      party: 'sales_development',
      person: '77',
      kind: 'automation',
    });
  });
});

describe('meetings', () => {
  const meeting = (outcome: string | null, created: string | null = '2026-03-01 08:00:00', changed: string | null = null): HubspotTables => ({
    meetings: table('engagement_id start_time meeting_outcome hs_createdate hs_lastmodifieddate', ['e1', '2026-03-02 09:00:00', outcome, created, changed]),
  });
  const made = at('2026-03-01T08:00:00Z');
  test.each([
    { outcome: null, events: [['meeting_booked', made]] },
    { outcome: 'SCHEDULED', events: [['meeting_booked', made]] },
    { outcome: 'COMPLETED', events: [['meeting_booked', made], ['meeting_held', then]] },
    { outcome: 'NO_SHOW', events: [['meeting_booked', made], ['meeting_no_show', then]] },
    { outcome: 'CANCELED', events: [['meeting_booked', made], ['meeting_cancelled', then]] },
    { outcome: 'RESCHEDULED', events: [['meeting_booked', made], ['meeting_rescheduled', then]] },
    { outcome: 'Completed', events: [['meeting_booked', made], ['meeting_held', then]] },
  ])('$outcome', ({ outcome, events }) => {
    expect(said(meeting(outcome)).map((one) => [(one as unknown[])[0], (one as unknown[])[3]])).toEqual(events);
  });

  test('is called off when its record changed, if that was before its start', () => {
    expect(said(meeting('CANCELED', '2026-03-01 08:00:00', '2026-03-01 20:00:00'))[1]).toMatchObject(['meeting_cancelled', undefined, 'human', at('2026-03-01T20:00:00Z')]);
    expect(said(meeting('CANCELED', '2026-03-01 08:00:00', '2026-03-09 20:00:00'))[1]).toMatchObject(['meeting_cancelled', undefined, 'human', then]);
  });

  test('logged afterwards, it counts as booked at its start, and says so', () => {
    const read = imported({ ...meeting('COMPLETED', '2026-03-04 08:00:00'), engagementContacts: links });
    expect(read.events.map((event) => event.at)).toEqual([then, then]);
    expect(read.notices.map(({ issue }) => issue.code)).toEqual(['crm.hubspot_booked_at_start']);
  });

  test('with two contacts, it is one meeting', () => {
    const both = table('engagement_id contact_id', ['e1', '1'], ['e1', '2'], ['e1', '1']);
    const read = imported({ ...meeting('COMPLETED'), engagementContacts: both });
    expect(read.events).toHaveLength(4);
    expect(factsFrom(hubspot, resolve(read.events)).facts.meetings).toMatchObject([{ meetingId: 'e1', heldAt: then, reschedules: 0 }]);
    const first = { ...HUBSPOT_AGREEMENT.engagements, contacts: 'first' as const };
    expect(imported({ ...meeting('COMPLETED'), engagementContacts: both }, { engagements: first }).events).toHaveLength(2);
  });
});

test.each([
  { when: 'a task is a plan', tables: { tasks: table('engagement_id hs_task_type hs_timestamp', ['e1', 'TODO', '2026-03-02 09:00:00']) }, rule: 'task_no_attempt' },
  { when: 'one that is not done', tables: { tasks: table('engagement_id hs_task_type hs_task_status hs_timestamp', ['e1', 'LINKED_IN', 'NOT_STARTED', '2026-03-02 09:00:00']) }, rule: 'task_not_done' },
  { when: 'a note', tables: { notes: table('engagement_id hs_timestamp', ['e1', '2026-03-02 09:00:00']) }, rule: 'note' },
  { when: 'a deleted call', tables: { calls: table('engagement_id _fivetran_deleted hs_timestamp', ['e1', 'TRUE', '2026-03-02 09:00:00']) }, rule: 'deleted' },
  { when: 'a form, unless the agreement says what it stands for', tables: { formSubmissions: table('contact_id timestamp', ['1', '2026-03-02 09:00:00']) }, rule: 'form_left_out' },
])('$when is left out by rule $rule', ({ tables, rule }) => {
  expect(left(tables)).toEqual([rule]);
});

test('the general row of an engagement fills what its own lacks, stands for it where it is missing, and never for a deleted one', () => {
  const engagements = table('id type timestamp owner_id', ['e1', 'CALL', '2026-03-02 09:00:00', '77'], ['e2', 'TASK', '2026-03-02 09:00:00', null], ['e3', 'CALL', '2026-03-02 09:00:00', '78'], ['e4', 'FAX', null, null]);
  const engagementContacts = table('engagement_id contact_id', ['e1', '1'], ['e3', '1'], ['e4', '1']);
  const calls = table('engagement_id is_deleted', ['e1', 'false']);
  const read = imported({ engagements, engagementContacts, calls });
  expect(read.events.map(({ id, by }) => [id, by.person])).toEqual([
    ['hubspot:call:e3:1:attempt', '78'],
    ['hubspot:call:e1:1:attempt', '77'],
  ]);
  expect(read.rejectedRows).toMatchObject([{ table: 'engagements', line: 5, issues: [{ code: 'crm.hubspot_kind_unknown' }] }]);
  const deleted = imported({ engagements, engagementContacts, calls: table('engagement_id is_deleted', ['e1', 'true']) });
  expect(deleted.events.map(({ id }) => id)).toEqual(['hubspot:call:e3:1:attempt']);
});

test('without a contact an engagement is about the deal’s lead, and without either about nobody', () => {
  const calls = table('engagement_id hs_timestamp', ['e1', '2026-03-02 09:00:00'], ['e2', '2026-03-02 09:00:00']);
  const deals = { deals: table('deal_id createdate', ['d1', '2026-02-02 09:00:00']), dealContacts: table('deal_id contact_id', ['d1', '5']) };
  const read = imported({ ...deals, calls, engagementDeals: table('engagement_id deal_id', ['e1', 'd1']) });
  expect(read.events.filter(({ type }) => type === 'attempt')).toMatchObject([{ leadId: '5' }]);
  expect(read.rejectedRows).toMatchObject([{ table: 'calls', line: 3, issues: [{ code: 'crm.hubspot_no_contact' }] }]);
});

describe('who did it', () => {
  const parties = { default: 'sales', automation: 'marketing', owners: { o2: 'customer_success' }, teams: { t1: 'sales_development' } };
  const people: HubspotTables = {
    owners: table('owner_id active_user_id', ['o1', '11'], ['o2', '12'], ['o3', '13']),
    users: table('id primary_team_id', ['13', 't1']),
    ownerTeams: table('owner_id team_id is_team_primary', ['o1', 't9', 'false'], ['o1', 't1', 'true'], ['o2', 't1', 'true']),
  };
  test.each([
    { when: 'a user of a team', source: 'CRM_UI', source_id: 'userId:11', by: { party: 'sales_development', person: 'o1', kind: 'human' } },
    { when: 'an owner named in the agreement', source: 'CRM_UI', source_id: 'userId:12', by: { party: 'customer_success', person: 'o2', kind: 'human' } },
    { when: 'a user whose own row has the team', source: 'CRM_UI', source_id: 'userId:13', by: { party: 'sales_development', person: 'o3', kind: 'human' } },
    { when: 'a user whom nobody knows', source: 'CRM_UI', source_id: 'userId:99', by: { party: 'sales', person: '99', kind: 'human' } },
    { when: 'nobody in particular', source: 'CRM_UI', source_id: null, by: { party: 'sales', kind: 'human' } },
    { when: 'a workflow', source: 'AUTOMATION_PLATFORM', source_id: 'enrollmentId:5', by: { party: 'marketing', kind: 'automation' } },
    { when: 'an import that a user started', source: 'IMPORT', source_id: 'userId:11', by: { party: 'sales_development', person: 'o1', kind: 'automation' } },
  ])('$when', ({ source, source_id, by }) => {
    const contactHistory = table(`${HISTORY} source_id`, ['1', 'lifecyclestage', 'lead', '2026-03-02 09:00:00', source, source_id]);
    expect(imported({ ...people, contactHistory }, { parties }).events[0]?.by).toEqual(by);
  });
});

describe('what else a contact’s history tells', () => {
  const change = (...rows: readonly (readonly [string, string | null, string])[]): HubspotTables => ({
    contactHistory: table(HISTORY, ...rows.map(([name, value, day]) => ['1', name, value, `${day} 09:00:00`, 'CRM_UI'])),
  });

  test('lead status: exits where it says one', () => {
    const read = imported(change(['hs_lead_status', 'NEW', '2026-03-01'], ['hs_lead_status', 'UNQUALIFIED', '2026-03-02'], ['hs_lead_status', null, '2026-03-03'], ['hs_lead_status', 'LOST', '2026-03-04']));
    expect(read.events).toMatchObject([{ type: 'disqualified', reason: 'unqualified', at: then }]);
    expect(read.ignoredRows.map(({ line, rule }) => [line, rule])).toEqual([[2, 'value_left_out'], [4, 'reset']]);
    expect(read.rejectedRows).toMatchObject([{ line: 5, issues: [{ code: 'crm.hubspot_value_not_mapped' }] }]);
  });

  test('opt-outs, once each; and from the contact’s row where it has no history', () => {
    const read = imported({
      ...change(['hs_email_optout', 'false', '2026-03-01'], ['hs_email_optout', 'true', '2026-03-02'], ['hs_email_optout', 'true', '2026-03-03'], ['hs_email_optout', 'false', '2026-03-04'], ['hs_email_optout', 'true', '2026-03-05']),
      contacts: table('id hs_email_optout lastmodifieddate', ['1', 'true', '2026-03-09 09:00:00'], ['2', 'true', '2026-03-09 09:00:00'], ['3', 'false', '2026-03-09 09:00:00']),
    });
    expect(read.events).toMatchObject([
      { type: 'opted_out', leadId: '2', channel: 'email', at: at('2026-03-09T09:00:00Z') },
      { type: 'opted_out', leadId: '1', channel: 'email', at: then },
      { type: 'opted_out', leadId: '1', at: at('2026-03-05T09:00:00Z') },
    ]);
    expect(read.notices.map(({ table: name, line, issue }) => [name, line, issue.code])).toEqual([['contacts', 3, 'crm.hubspot_known_by']]);
    expect(read.ignoredRows.map(({ rule }) => rule)).toEqual(['opted_in_again', 'same_value', 'opted_in_again']);
  });

  test('scores and owners', () => {
    const read = imported(change(['hubspotscore', '10', '2026-03-01'], ['hubspotscore', '12.0', '2026-03-02'], ['hubspotscore', '12.5', '2026-03-03'], ['hubspot_owner_id', '77', '2026-03-04'], ['hubspot_owner_id', null, '2026-03-05']));
    expect(read.events).toMatchObject([
      { type: 'score_changed', score: 10, kind: 'engagement' },
      { type: 'score_changed', score: 12, was: 10 },
      { type: 'assigned', to: '77', toParty: 'sales' },
    ]);
    expect(read.rejectedRows).toMatchObject([{ line: 4, issues: [{ code: 'crm.hubspot_not_number' }] }]);
    expect(read.ignoredRows.map(({ rule }) => rule)).toEqual(['unassigned']);
  });

  test('other properties go along with the next event, never with one before', () => {
    const rows = change(
      ['lifecyclestage', 'lead', '2026-03-01'],
      ['industry', 'Retail', '2026-03-02'],
      ['industry', 'Banking', '2026-03-03'],
      ['lifecyclestage', 'marketingqualifiedlead', '2026-03-04'],
      ['industry', null, '2026-03-05'],
    );
    const read = imported(rows);
    expect(read.events.map(({ attributes }) => attributes)).toEqual([undefined, { industry: 'Banking' }]);
    expect(read.leads).toEqual([{ id: '1', contactId: '1', attributes: { industry: null } }]);
    expect(read.ignoredRows).toEqual([{ table: 'contactHistory', line: 3, rule: 'superseded' }]);
    expect(imported(rows, { attributes: ['city'] }).ignoredRows.map(({ rule }) => rule)).toEqual(['property_not_read', 'property_not_read', 'property_not_read']);
  });

  test('columns that nothing reads become attributes of the record or of its event, unless they are left out', () => {
    const read = imported({
      contacts: table('id property_createdate property_jobtitle _fivetran_synced associatedcompanyid', ['1', '2026-03-01 09:00:00', 'CFO', 'x', 'c1']),
      calls: table('engagement_id hs_timestamp hs_call_title hs_call_body', ['e1', '2026-03-02 09:00:00', 'Intro', 'private']),
      engagementContacts: links,
    });
    expect(read.leads).toEqual([{ id: '1', contactId: '1', accountId: 'c1', createdAt: at('2026-03-01T09:00:00Z'), attributes: { jobtitle: 'CFO' } }]);
    expect(read.events[0]?.attributes).toEqual({ hs_call_title: 'Intro' });
  });
});

test('rows are left out by the agreement’s own rules, and headers may be called otherwise', () => {
  const contacts = table('Record*ID Create*Date', ['1', '2026-03-01 09:00:00'], ['test-2', '2026-03-01 09:00:00']);
  const read = imported(
    { contacts },
    {
      columns: { contacts: { contact_id: 'Record*ID', createdate: 'Create*Date' } },
      ignoreRows: [{ id: 'test_contacts', table: 'contacts', when: [{ column: 'contact_id', is: 'equal', value: 'test-2' }], why: 'Our own tests.' }],
    },
  );
  expect(read.leads).toEqual([{ id: '1', contactId: '1', createdAt: at('2026-03-01T09:00:00Z') }]);
  expect(read.ignoredRows).toEqual([{ table: 'contacts', line: 3, rule: 'test_contacts' }]);
});

test('a record that stands twice is left out the second time, and refused where it says something else', () => {
  const contacts = table('id city', ['1', 'Bonn'], ['1', 'Bonn'], ['1', 'Köln'], [null, 'Ulm']);
  const read = imported({ contacts });
  expect(read.leads).toHaveLength(1);
  expect(read.ignoredRows).toMatchObject([{ line: 3, rule: 'duplicate_row' }]);
  expect(read.rejectedRows.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([[4, 'crm.hubspot_duplicate_id'], [5, 'crm.hubspot_no_id']]);
});
