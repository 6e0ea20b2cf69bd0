import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { exitReasonsLearned, fieldUpdates, stagesLearned, type FieldUpdatePlan, type Learned, type Row } from 'revpact/crm';
import { createLifecycle, replay, resolve } from 'revpact/lifecycle';
import { csvText } from 'revpact/report';
import { salesforce } from 'revpact/vocabulary';
import { lead, leadChange, read, sfId, table } from '../support/salesforce-rows.js';

const rows = (...cells: readonly Row['cells'][]): readonly Row[] => cells.map((of, i) => ({ line: i + 2, cells: of }));
const learned = (record: string, field: string, value: Learned['value'], why = 'said so'): Learned => ({ record, field, value, why });
const LEAD = sfId('00Q', 1);
const DEAL = sfId('006', 1);

const salesforcePlan: FieldUpdatePlan = {
  id: 'salesforce',
  objects: [
    {
      object: 'Lead',
      idColumn: 'Id',
      lockedWhen: [{ column: 'IsConverted', is: 'equal', value: 'true' }],
      blank: '#N/A',
      fields: [
        { field: 'stage', column: 'Status', values: { open_not_contacted: 'Open - Not Contacted', working_contacted: 'Working - Contacted' } },
        { field: 'exit_reason', column: 'Reason__c', values: { no_budget: 'No budget' } },
        { field: 'employees', column: 'NumberOfEmployees' },
      ],
    },
    { object: 'Opportunity', idColumn: 'Id', through: { object: 'Lead', column: 'ConvertedOpportunityId' }, fields: [{ field: 'stage', column: 'StageName', values: { closed_won: 'Closed Won' } }] },
    { object: 'Opportunity', idColumn: 'Id', idPrefix: 'opportunity:', fields: [{ field: 'stage', column: 'StageName', values: { closed_won: 'Closed Won' } }] },
  ],
};
const leadRow = (cells: Row['cells'] = {}) => ({ Id: LEAD, Status: 'Open - Not Contacted', Reason__c: '', NumberOfEmployees: '250.0', IsConverted: 'false', ConvertedOpportunityId: null, ...cells });
const current = { Lead: rows(leadRow()), Opportunity: rows({ Id: DEAL, StageName: 'Prospecting' }) };

describe('Salesforce', () => {
  test('only what changes, with what it was and why', () => {
    const updates = unwrap(fieldUpdates(salesforcePlan, [learned(LEAD.slice(0, 15), 'stage', 'working_contacted', 'two calls'), learned(LEAD, 'exit_reason', 'no_budget'), learned(LEAD, 'employees', 250)], current));
    expect(updates.tables).toEqual([{ object: 'Lead', request: 1, header: ['Id', 'Reason__c', 'Status'], rows: [[LEAD, 'No budget', 'Working - Contacted']] }]);
    expect(updates.changes[0]).toEqual({ object: 'Lead', record: LEAD, line: 2, column: 'Status', was: 'Open - Not Contacted', now: 'Working - Contacted', why: ['two calls'] });
    expect(updates.leftOut.map(({ learned: { field }, issue }) => [field, issue.code])).toEqual([['employees', 'crm.update_nothing_changed']]);
  });

  test.each<[says: string, record: string, lead: Row['cells']]>([
    ['under an id of its own', `opportunity:${DEAL}`, {}],
    ['of a converted lead, which itself is locked', LEAD, { IsConverted: 'true', ConvertedOpportunityId: DEAL.slice(0, 15) }],
  ])('the stage of a deal %s goes into the opportunity', (_, record, cells) => {
    const updates = unwrap(fieldUpdates(salesforcePlan, [learned(record, 'stage', 'closed_won')], { ...current, Lead: rows(leadRow(cells)) }));
    expect(updates.tables).toEqual([{ object: 'Opportunity', request: 1, header: ['Id', 'StageName'], rows: [[DEAL, 'Closed Won']] }]);
    expect(updates.leftOut).toEqual([]);
  });

  test('rows with different changes are in different tables, so that no empty cell is loaded by accident; what is emptied on purpose says so', () => {
    const two = sfId('00Q', 2);
    const updates = unwrap(fieldUpdates(salesforcePlan, [learned(LEAD, 'employees', null), learned(two, 'stage', 'working_contacted')], { ...current, Lead: rows(leadRow(), leadRow({ Id: two })) }));
    expect(updates.tables).toEqual([
      { object: 'Lead', request: 1, header: ['Id', 'NumberOfEmployees'], rows: [[LEAD, '#N/A']] },
      { object: 'Lead', request: 1, header: ['Id', 'Status'], rows: [[two, 'Working - Contacted']] },
    ]);
  });

  test.each<[says: string, at: number | undefined, changed: string | null, codes: readonly string[]]>([
    ['known after the record was changed: it goes in', Date.UTC(2026, 2, 31, 16), '2026-03-31T15:00:00.000+0000', []],
    ['known at the moment of the change: it goes in', Date.UTC(2026, 2, 31, 15), '2026-03-31T15:00:00.000+0000', []],
    ['known before: the CRM has the newer word', Date.UTC(2026, 2, 31, 14), '2026-03-31T15:00:00.000+0000', ['crm.update_changed_since']],
    ['known at no stated time', undefined, '2026-03-31T15:00:00.000+0000', ['crm.update_change_unknown']],
    ['changed at no stated time', 0, null, ['crm.update_change_unknown']],
    ['changed at a time that cannot be read', 0, '3/31/2026 3 PM', ['crm.update_change_unknown']],
  ])('where the plan names the column of the last change, %s', (_, at, changed, codes) => {
    const plan: FieldUpdatePlan = { id: 'p', objects: [{ object: 'Lead', idColumn: 'Id', changedColumn: 'LastModifiedDate', fields: [{ field: 'employees', column: 'NumberOfEmployees' }] }] };
    const fact: Learned = { ...learned(LEAD, 'employees', 300), ...(at === undefined ? {} : { at }) };
    const updates = unwrap(fieldUpdates(plan, [fact], { Lead: rows(leadRow({ LastModifiedDate: changed })) }));
    expect(updates.leftOut.map(({ issue }) => issue.code)).toEqual(codes);
    expect(updates.changes).toHaveLength(1 - codes.length);
  });

  test('no text is no value: the cell is emptied as the loader takes it, and an empty one is left alone', () => {
    const said = [learned(LEAD, 'employees', ''), learned(LEAD, 'exit_reason', '')];
    const updates = unwrap(fieldUpdates(salesforcePlan, said, current));
    expect(updates.tables).toEqual([{ object: 'Lead', request: 1, header: ['Id', 'NumberOfEmployees'], rows: [[LEAD, '#N/A']] }]);
    expect(updates.changes).toMatchObject([{ column: 'NumberOfEmployees', was: '250.0', now: null }]);
    expect(updates.leftOut.map(({ issue }) => issue.code)).toEqual(['crm.update_nothing_changed']);
  });

  test.each<[says: string, facts: readonly Learned[], lead: readonly Row['cells'][], codes: readonly string[]]>([
    ['a value without a word of the CRM', [learned(LEAD, 'stage', 'mql')], [{}], ['crm.update_value_not_mapped']],
    ['a record that is not there', [learned(sfId('00Q', 9), 'employees', 1)], [{}], ['crm.update_record_unknown']],
    ['a record that is there twice', [learned(LEAD, 'employees', 1)], [{}, {}], ['crm.update_record_twice']],
    ['a converted lead', [learned(LEAD, 'employees', 1)], [{ IsConverted: 'true' }], ['crm.update_locked']],
    ['two facts that contradict each other', [learned(LEAD, 'employees', 1), learned(LEAD, 'employees', 2)], [{}], ['crm.update_conflict', 'crm.update_conflict']],
    ['a field that is not planned', [learned(LEAD, 'employes', 1)], [{}], ['crm.update_not_planned']],
    ['a stage that is there already', [learned(LEAD, 'stage', 'open_not_contacted')], [{}], ['crm.update_nothing_changed']],
  ])('%s is left out, with the reason', (_, facts, leads, codes) => {
    const updates = unwrap(fieldUpdates(salesforcePlan, facts, { ...current, Lead: rows(...leads.map(leadRow)) }));
    expect(updates.leftOut.map(({ issue }) => issue.code)).toEqual(codes);
    expect([updates.tables, updates.changes]).toEqual([[], []]);
  });

  test('two facts that agree are one change with two reasons', () => {
    const updates = unwrap(fieldUpdates(salesforcePlan, [learned(LEAD, 'employees', 300, 'call'), learned(LEAD, 'employees', 300, 'form')], current));
    expect(updates.changes).toMatchObject([{ now: '300', why: ['call', 'form'] }]);
  });
});

describe('HubSpot', () => {
  const plan: FieldUpdatePlan = {
    id: 'hubspot',
    objects: [
      {
        object: 'contacts',
        idColumn: 'Record ID',
        fields: [
          { field: 'stage', column: 'lifecyclestage', values: { lead: 'lead', mql: 'marketingqualifiedlead', sql: 'salesqualifiedlead' }, forwardOnly: ['lead', 'marketingqualifiedlead', 'salesqualifiedlead'] },
          { field: 'industry', column: 'industry' },
        ],
      },
    ],
  };
  const contacts = { contacts: rows({ 'Record ID': '501', lifecyclestage: 'salesqualifiedlead', industry: 'Retail' }, { 'Record ID': '502', lifecyclestage: 'lead', industry: '' }) };

  test('a lifecycle stage that goes back is emptied in a request before', () => {
    const updates = unwrap(fieldUpdates(plan, [learned('501', 'stage', 'mql'), learned('501', 'industry', 'Steel'), learned('502', 'stage', 'mql')], contacts));
    expect(updates.tables).toEqual([
      { object: 'contacts', request: 1, header: ['Record ID', 'industry', 'lifecyclestage'], rows: [['501', 'Steel', '']] },
      { object: 'contacts', request: 1, header: ['Record ID', 'lifecyclestage'], rows: [['502', 'marketingqualifiedlead']] },
      { object: 'contacts', request: 2, header: ['Record ID', 'lifecyclestage'], rows: [['501', 'marketingqualifiedlead']] },
    ]);
    expect(updates.changes).toHaveLength(3);
  });
});

describe('what does not fit fails at once', () => {
  const field = { field: 'stage', column: 'Status' };
  test.each<[says: string, plan: FieldUpdatePlan, codes: readonly string[]]>([
    ['one field twice into one column', { id: 'p', objects: [{ object: 'Lead', idColumn: 'Id', fields: [field, field] }] }, ['crm.update_twice']],
    ['no rows of an object', { id: 'p', objects: [{ object: 'Contact', idColumn: 'Id', fields: [field] }] }, ['crm.update_rows_missing']],
    ['a column that the rows do not have', { id: 'p', objects: [{ object: 'Lead', idColumn: 'Id', fields: [{ field: 'stage', column: 'Statsu' }] }] }, ['crm.update_column_missing']],
    ['a way through an object that is not planned', { id: 'p', objects: [{ object: 'Opportunity', idColumn: 'Id', through: { object: 'Lead', column: 'ConvertedOpportunityId' }, fields: [{ field: 'stage', column: 'StageName' }] }] }, ['crm.update_through_unplanned']],
    ['an id that is no id', { id: 'P!', objects: [{ object: 'Lead', idColumn: 'Id', fields: [field] }] }, ['input.invalid']],
  ])('%s', (_, plan, codes) => {
    const result = fieldUpdates(plan, [], current);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(codes);
  });
});

test('the whole way: an export in, its log replayed, the repaired stage and the exit reason out as a file', () => {
  const { events } = read({
    Lead: table(lead({ Status: 'Open - Not Contacted' }), lead({ Id: sfId('00Q', 2), Status: 'Closed - Not Converted' })),
    LeadHistory: table(leadChange(1), leadChange(2, { LeadId: sfId('00Q', 2) }), leadChange(3, { LeadId: sfId('00Q', 2), OldValue: 'Working - Contacted', NewValue: 'Closed - Not Converted', CreatedDate: '2026-03-04T09:00:00Z' })),
  });
  const log = resolve(events);
  const { visits } = replay(createLifecycle(salesforce), log);
  const facts = [...stagesLearned(visits), ...exitReasonsLearned(log.events)];
  expect(facts.map(({ record, field, value }) => [record, field, value])).toEqual([
    [LEAD, 'stage', 'working_contacted'],
    [sfId('00Q', 2), 'stage', 'closed_not_converted'],
    [sfId('00Q', 2), 'exit_reason', 'not_converted'],
  ]);
  const plan: FieldUpdatePlan = {
    id: 'p',
    objects: [{ object: 'Lead', idColumn: 'Id', fields: [
      { field: 'stage', column: 'Status', values: { working_contacted: 'Working - Contacted', closed_not_converted: 'Closed - Not Converted' } },
      { field: 'exit_reason', column: 'Reason__c', values: { not_converted: 'Not converted' } },
    ] }],
  };
  const { tables } = unwrap(fieldUpdates(plan, facts, { Lead: rows(leadRow(), leadRow({ Id: sfId('00Q', 2), Status: 'Closed - Not Converted' })) }));
  expect(tables.map(({ header, rows: of }) => csvText([header, ...of]))).toEqual([
    `Id,Status\r\n${LEAD},Working - Contacted\r\n`,
    `Id,Reason__c\r\n${sfId('00Q', 2)},Not converted\r\n`,
  ]);
});

test('a lead that was taken up again has no exit reason', () => {
  const by = { party: 'sales', kind: 'human' } as const;
  const exit = { id: '1', type: 'disqualified', at: 1, leadId: 'l', by, reason: 'no_budget' } as const;
  expect(exitReasonsLearned([exit])).toHaveLength(1);
  expect(exitReasonsLearned([exit, { id: '2', type: 'recycled', at: 2, leadId: 'l', by }])).toEqual([]);
});

test('a deal that was reopened or won after all has no reason why it was lost', () => {
  const by = { party: 'sales', kind: 'human' } as const;
  const deal = { leadId: 'l1', opportunityId: 'o1', by };
  const lost = { ...deal, id: '1', type: 'opportunity_lost', at: Date.UTC(2026, 0, 1), reason: 'price' } as const;
  const then = { ...deal, id: '2', at: Date.UTC(2026, 0, 2) };
  expect(exitReasonsLearned([lost])).toHaveLength(1);
  expect(exitReasonsLearned([lost, { ...then, type: 'opportunity_advanced', stage: 'prospecting' }])).toEqual([]);
  expect(exitReasonsLearned([lost, { ...then, type: 'opportunity_won' }])).toEqual([]);
  expect(exitReasonsLearned([lost, { ...then, type: 'opportunity_advanced', amount: { minor: 1, currency: 'EUR' } }])).toHaveLength(1);
});
