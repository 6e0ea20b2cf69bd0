import { describe, expect, test } from 'vitest';
import { resolve, createLifecycle, factsFrom, replay } from 'revpact/lifecycle';
import { hubspot } from 'revpact/vocabulary';
import { HUBSPOT_AGREEMENT, type HubspotTables } from 'revpact/crm';
import { HISTORY, imported, stages, table } from '../support/hubspot.js';

const at = (iso: string): number => Date.parse(iso);
const history = (...changes: Parameters<typeof stages> extends [string, ...infer Rest] ? Rest : never): HubspotTables => ({
  contactHistory: table(HISTORY, ...stages('1', ...changes)),
});
const told = (tables: HubspotTables, agreement = {}): readonly string[] =>
  imported(tables, agreement).events.map((event) => `${event.type}${'stage' in event && event.stage !== undefined ? `→${event.stage}` : ''}`);
const rules = (tables: HubspotTables): readonly string[] => imported(tables).ignoredRows.map(({ line, rule }) => `${String(line)} ${rule}`);

describe('a contact’s stages', () => {
  test('become the steps that the agreement says', () => {
    const { events } = imported(history(['2026-03-02 6:49:18', 'lead'], ['2026-03-03 10:00:00.250', 'marketingqualifiedlead'], ['2026-03-05 08:00:00', 'salesqualifiedlead']));
    expect(events).toMatchObject([
      { type: 'inquiry', leadId: '1', stage: 'lead', at: at('2026-03-02T06:49:18Z') },
      { type: 'qualified', leadId: '1', stage: 'marketingqualifiedlead', at: at('2026-03-03T10:00:00.250Z') },
      { type: 'accepted', leadId: '1', stage: 'salesqualifiedlead', at: at('2026-03-05T08:00:00Z') },
    ]);
  });

  test.each([
    {
      when: 'emptied, then set to an earlier stage: the reset is no stage, and the step, a recycled lead, says what was left',
      rows: [['2026-01-01 10:00:00', 'lead'], ['2026-01-02 10:00:00', 'salesqualifiedlead'], ['2026-01-03 10:00:00', ''], ['2026-01-03 10:00:01', 'lead']],
      events: ['inquiry→lead', 'accepted→salesqualifiedlead', 'recycled→lead'],
      left: [undefined, undefined, 'salesqualifiedlead'],
      ignored: ['4 reset'],
    },
    {
      when: 'emptied and set at one moment, in whichever order the rows stand',
      rows: [['2026-01-02 10:00:00', 'lead'], ['2026-01-01 10:00:00', 'salesqualifiedlead'], ['2026-01-02 10:00:00', null]],
      events: ['recycled→lead', 'accepted→salesqualifiedlead'],
      left: ['salesqualifiedlead', undefined],
      ignored: ['4 reset'],
    },
    {
      when: 'set again to what it was, also after a reset: no new visit',
      rows: [['2026-01-01 10:00:00', 'lead'], ['2026-01-02 10:00:00', 'lead'], ['2026-01-03 10:00:00', ''], ['2026-01-04 10:00:00', 'lead']],
      events: ['inquiry→lead'],
      left: [undefined],
      ignored: ['3 same_value', '4 reset', '5 same_value'],
    },
    {
      when: 'set back without a reset, as the API allows: a step as any other, for the lifecycle to judge',
      rows: [['2026-01-01 10:00:00', 'salesqualifiedlead'], ['2026-01-02 10:00:00', 'lead']],
      events: ['accepted→salesqualifiedlead', 'inquiry→lead'],
      left: [undefined, undefined],
      ignored: [],
    },
  ] as const)('$when', ({ rows, events, left, ignored }) => {
    const tables = history(...rows);
    expect(told(tables)).toEqual(events);
    expect(imported(tables).events.map((event) => ('leftStage' in event ? event.leftStage : undefined))).toEqual(left);
    expect(rules(tables)).toEqual(ignored);
  });

  test('emptied and set back is agreed by the shipped framework, unless the agreement takes it as set', () => {
    const back = history(['2026-01-01 10:00:00', 'lead'], ['2026-01-02 10:00:00', 'marketingqualifiedlead'], ['2026-01-03 10:00:00', ''], ['2026-01-03 10:00:01', 'lead']);
    expect(replay(createLifecycle(hubspot), resolve(imported(back).events)).violations).toEqual([]);
    expect(told(back, { stages: { ...HUBSPOT_AGREEMENT.stages, back: 'as_set' } })).toEqual(['inquiry→lead', 'qualified→marketingqualifiedlead', 'inquiry→lead']);
    // Emptied and set on: nothing was recycled.
    expect(told(history(['2026-01-01 10:00:00', 'lead'], ['2026-01-02 10:00:00', ''], ['2026-01-02 10:00:01', 'salesqualifiedlead']))).toEqual(['inquiry→lead', 'accepted→salesqualifiedlead']);
  });

  test('changes of one second are all events, each with an id of its own', () => {
    const at = '2026-01-01 10:00:00';
    const contactHistory = table(HISTORY, ...stages('1', [at, 'subscriber'], [at, 'lead'], [at, 'subscriber']), ['1', 'hubspot_owner_id', '7', at, 'CRM_UI'], ['1', 'hubspot_owner_id', '8', at, 'AUTOMATION_PLATFORM']);
    const { events } = resolve(imported({ contactHistory }).events);
    expect(events.filter(({ type }) => type === 'assigned')).toMatchObject([{ to: '7' }, { to: '8' }]);
    expect(events.filter(({ type }) => type !== 'assigned')).toHaveLength(3);
  });

  test('a value that the agreement does not know refuses its row, with the nearest that it knows', () => {
    const { rejectedRows, events } = imported(history(['2026-01-01 10:00:00', 'leed'], ['2026-01-02 10:00:00', 'lead']));
    expect(rejectedRows).toMatchObject([{ table: 'contactHistory', line: 2, issues: [{ code: 'crm.hubspot_value_not_mapped', params: { suggestion: 'lead' } }] }]);
    expect(events).toHaveLength(1);
  });

  test('without a history, from the dates of the contact’s row, which says how little that is', () => {
    const contacts = table(
      'id property_lifecyclestage hs_v2_date_entered_lead hs_date_entered_salesqualifiedlead hs_lifecyclestage_marketingqualifiedlead_date hs_latest_time_in_lead',
      ['1', 'salesqualifiedlead', '2026-01-01T10:00:00Z', '1767434400000', '2026-01-02 10:00:00', '86400000'],
      ['2', 'lead', null, null, null, null],
    );
    const read = imported({ contacts });
    expect(read.events).toMatchObject([
      { type: 'inquiry', stage: 'lead', at: at('2026-01-01T10:00:00Z') },
      { type: 'qualified', stage: 'marketingqualifiedlead', at: at('2026-01-02T10:00:00Z') },
      { type: 'accepted', stage: 'salesqualifiedlead', at: at('2026-01-03T10:00:00Z') },
    ]);
    expect(read.notices.map(({ line, issue }) => [line, issue.code])).toEqual([
      [2, 'crm.hubspot_dates_only'],
      [3, 'crm.hubspot_current_only'],
    ]);
    expect(read.leads[0]?.attributes).toMatchObject({ hs_latest_time_in_lead: '86400000' });
  });
});

describe('moments', () => {
  test.each([
    ['2021-01-07 6:49:18', '2021-01-07T06:49:18Z'],
    ['2014-08-27 20:50:44.778000', '2014-08-27T20:50:44.778Z'],
    ['2014-08-27 20:50:44.778999', '2014-08-27T20:50:44.778Z'],
    ['2023-11-11 08:18:16.519000 UTC', '2023-11-11T08:18:16.519Z'],
    ['2023-11-11T08:18:16.5Z', '2023-11-11T08:18:16.500Z'],
    ['2023-11-11T08:18:16+02:00', '2023-11-11T06:18:16Z'],
    ['2023-11-11 08:18', '2023-11-11T08:18:00Z'],
    ['1609999999123', '2021-01-07T06:13:19.123Z'],
    ['1609999999', '2021-01-07T06:13:19Z'],
  ])('%s is %s', (written, iso) => {
    expect(imported(history([written, 'lead'])).events[0]?.at).toBe(at(iso));
  });

  test.each(['2021-02-30 10:00:00', '2021-01-07 24:00:00', '7 Jan 2021', '12345678901', '9999-12-31 00:00:00', '2021-01-07 10:00:00 PST'])(
    '%s is none, and refuses its row',
    (written) => {
      expect(imported(history([written, 'lead'])).rejectedRows).toMatchObject([{ line: 2, issues: [{ code: 'crm.hubspot_not_moment' }] }]);
    },
  );

  test('a date alone is known to the day', () => {
    expect(imported(history(['2021-01-07', 'lead'])).events[0]).toMatchObject({ at: at('2021-01-07T00:00:00Z'), precision: 'day', zone: 'UTC' });
  });

  test('the zone of times without an offset is the agreement’s', () => {
    expect(imported(history(['2021-07-07 12:00:00', 'lead']), { zone: 'Europe/Berlin' }).events[0]?.at).toBe(at('2021-07-07T10:00:00Z'));
  });
});

const DEAL = 'deal_id property_createdate property_amount hubspot_owner_id';
const STAGE = 'deal_id value date_entered _fivetran_start _fivetran_end';
const open = '2050-01-01 00:00:00';
const deal: HubspotTables = {
  deals: table(DEAL, ['d1', '2026-02-01 10:00:00', '1200.50', 'o1']),
  dealStages: table(
    STAGE,
    ['d1', 'closedwon', '2026-02-20 10:00:00', '2026-02-20 10:00:00', open],
    ['d1', 'appointmentscheduled', '2026-02-01 10:00:00', '2026-02-01 10:00:00', '2026-02-10 10:00:00'],
    ['d1', 'contractsent', '2026-02-10 10:00:00', '2026-02-10 10:00:00', '2026-02-20 10:00:00'],
  ),
  dealContacts: table('deal_id contact_id type_id', ['d1', '1', '3'], ['d1', '2', '3']),
};

describe('deals', () => {
  test('open, move on and close under one contact; the other is reported', () => {
    const read = imported(deal);
    const own = read.events.map((event) => [event.type, event.at, 'leadId' in event ? event.leadId : null]);
    expect(own).toEqual([
      ['opportunity_opened', at('2026-02-01T10:00:00Z'), '1'],
      ['opportunity_won', at('2026-02-20T10:00:00Z'), '1'],
      ['opportunity_advanced', at('2026-02-10T10:00:00Z'), '1'],
    ]);
    expect(read.notices).toMatchObject([{ table: 'dealContacts', line: 3, issue: { code: 'crm.hubspot_other_contact', params: { contact: '2', chosen: '1' } } }]);
    expect(read.events.find(({ type }) => type === 'opportunity_won')).toMatchObject({ amount: { minor: 120_050, currency: 'USD' }, by: { person: 'o1' } });
    expect(read.opportunities).toMatchObject([{ id: 'd1', leadId: '1', amount: { minor: 120_050 } }]);
  });

  test('a stage that ends in 2050 is open: nothing happens then', () => {
    expect(imported(deal).events.every((event) => event.at < at('2026-03-01T00:00:00Z'))).toBe(true);
    const ended = { ...deal, dealStages: table(STAGE, ['d1', 'contractsent', '2026-02-10 10:00:00', '2026-02-10 10:00:00', '2026-02-12 10:00:00']) };
    expect(imported(ended).notices.map(({ issue }) => issue.code)).toContain('crm.hubspot_ended_open');
  });

  test.each([
    { rule: 'reject', events: 0, rejected: 4 },
    { rule: 'ignore', events: 0, rejected: 0 },
    { rule: 'deal_as_lead', events: 3, rejected: 0 },
  ] as const)('without a contact: $rule', ({ rule, events, rejected }) => {
    const read = imported({ deals: deal.deals!, dealStages: deal.dealStages! }, { deals: { ...HUBSPOT_AGREEMENT.deals, withoutContact: rule } });
    expect(read.events).toHaveLength(events);
    expect(read.rejectedRows).toHaveLength(rejected);
  });

  test('the contact is the one that the agreement prefers, then the oldest or the first', () => {
    const leadOf = (tables: HubspotTables, contact: (typeof HUBSPOT_AGREEMENT)['deals']['contact']): unknown =>
      imported(tables, { deals: { ...HUBSPOT_AGREEMENT.deals, contact } }).opportunities[0]?.leadId;
    const contacts = table('id createdate', ['1', '2026-01-02 00:00:00'], ['2', '2025-01-02 00:00:00'], ['3', '2024-01-02 00:00:00']);
    const dealContacts = table('deal_id contact_id label', ['d1', '1', null], ['d1', '2', 'Decision maker'], ['d1', '3', null]);
    const tables = { ...deal, contacts, dealContacts };
    expect(leadOf(tables, { then: 'first' })).toBe('1');
    expect(leadOf(tables, { then: 'oldest' })).toBe('3');
    expect(leadOf(tables, { prefer: [{ column: 'label', is: 'equal', value: 'Decision maker' }], then: 'oldest' })).toBe('2');
  });

  test('stages come from the history of properties where the table of stages is missing, with amount and probability as recorded', () => {
    const dealHistory = table(
      'deal_id name value timestamp source',
      ['d1', 'dealstage', 'appointmentscheduled', '2026-02-01 10:00:00', 'CRM_UI'],
      ['d1', 'hs_deal_stage_probability', '0.2', '2026-02-01 10:00:00', 'CALCULATED'],
      ['d1', 'amount', '1000', '2026-02-01 10:00:00', 'CRM_UI'],
      ['d1', 'amount', '1500', '2026-02-05 10:00:00', 'CRM_UI'],
      ['d1', 'dealstage', 'contractsent', '2026-02-10 10:00:00', 'AUTOMATION_PLATFORM'],
      ['d1', 'hs_deal_stage_probability', '0.9', '2026-02-10 10:00:00', 'CALCULATED'],
      ['d1', 'dealstage', 'closedwon', '2026-02-20 10:00:00', 'CRM_UI'],
      ['d1', 'amount', '1400', '2026-02-21 10:00:00', 'CRM_UI'],
      ['d1', 'priority', 'high', '2026-02-02 10:00:00', 'CRM_UI'],
    );
    const { dealContacts, deals } = deal;
    const read = imported({ deals: deals!, dealContacts: dealContacts!, dealHistory });
    const byTime = [...read.events].sort((a, b) => a.at - b.at);
    expect(byTime).toMatchObject([
      { type: 'opportunity_opened', probability: 20, amount: { minor: 100_000 } },
      { type: 'opportunity_advanced', amount: { minor: 150_000 }, attributes: { priority: 'high' } },
      { type: 'opportunity_advanced', probability: 90, by: { kind: 'automation' } },
      { type: 'opportunity_won', amount: { minor: 140_000 } },
    ]);
  });

  test.each([
    { when: 'won', stage: 'closedwon', closed: '2026-02-20 10:00:00', types: ['opportunity_opened', 'opportunity_won'] },
    { when: 'lost', stage: 'closedlost', closed: '2026-02-20 10:00:00', types: ['opportunity_opened', 'opportunity_lost'] },
    { when: 'open', stage: 'contractsent', closed: '2026-02-20 10:00:00', types: ['opportunity_opened'] },
    { when: 'won without a close date: refused, not guessed', stage: 'closedwon', closed: null, types: [] },
  ])('with nothing but the stage in which it stands, $when', ({ stage, closed, types }) => {
    const deals = table('deal_id createdate dealstage closedate', ['d1', '2026-02-01 10:00:00', stage, closed]);
    expect(told({ deals, dealContacts: deal.dealContacts! })).toEqual(types);
  });

  test('what a stage means comes from the agreement, then from the pipeline; a probability of 0 alone says nothing', () => {
    const pipelineStages = table('stage_id closed_won is_closed probability', ['w', 'TRUE', 'TRUE', '1.0'], ['l', 'FALSE', 'TRUE', '0.0'], ['z', 'FALSE', 'FALSE', '0.0']);
    const kind = (stage: string, stagesOfAgreement = {}): string | undefined => {
      const dealStages = table(STAGE, ['d1', 'w0', '2026-02-01 10:00:00', null, null], ['d1', stage, '2026-02-02 10:00:00', null, open]);
      const agreed = { ...HUBSPOT_AGREEMENT.deals, stages: { w0: 'open' as const, ...stagesOfAgreement } };
      return imported({ ...deal, dealStages, pipelineStages }, { deals: agreed }).events.find(({ at: when }) => when === at('2026-02-02T10:00:00Z'))?.type;
    };
    expect(['w', 'l', 'z'].map((stage) => kind(stage))).toEqual(['opportunity_won', 'opportunity_lost', 'opportunity_advanced']);
    expect(kind('z', { z: 'lost' })).toBe('opportunity_lost');
    expect(kind('nowhere')).toBeUndefined();
  });

  test('of a deal’s own dates, the one of the current stage is none, and ids lose their dashes in the names of properties', () => {
    const read = imported({
      deals: table('id createdate hs_v2_date_entered_current_stage hs_v2_date_entered_4d1f_a0 hs_v2_date_entered_closedwon', ['d1', '2026-02-01 10:00:00', '2026-02-03 10:00:00', '2026-02-02 10:00:00', '2026-02-03 10:00:00']),
      dealContacts: table('deal_id contact_id', ['d1', '1']),
      pipelineStages: table('stage_id is_closed closed_won', ['4d1f-a0', 'false', 'false']),
    });
    expect(read.rejectedRows).toEqual([]);
    expect(read.events.map(({ type, at: moment }) => [type, moment])).toEqual([
      ['opportunity_opened', at('2026-02-01T10:00:00Z')],
      ['opportunity_won', at('2026-02-03T10:00:00Z')],
    ]);
  });

  test('who left and stages that were taken away are read: histories name them', () => {
    const read = imported(
      {
        owners: table('owner_id active_user_id _fivetran_deleted', ['501', '11', 'true']),
        pipelineStages: table('stage_id is_closed closed_won _fivetran_deleted', ['s9', 'true', 'true', 'true']),
        contactHistory: table(`${HISTORY} source_id`, ['1', 'lifecyclestage', 'lead', '2026-01-01 10:00:00', 'CRM_UI', 'userId:11']),
        deals: table('id createdate dealstage closedate', ['d1', '2026-02-01 10:00:00', 's9', '2026-02-03 10:00:00']),
        dealContacts: table('deal_id contact_id', ['d1', '1']),
      },
      { parties: { ...HUBSPOT_AGREEMENT.parties, owners: { '501': 'sales_development' } } },
    );
    expect(read.events).toMatchObject([{ type: 'inquiry', by: { party: 'sales_development', person: '501' } }, { type: 'opportunity_opened' }, { type: 'opportunity_won' }]);
  });

  test('what a customer buys next is a demand of its own, and no step against the agreed life', () => {
    const tables = {
      ...history(['2026-01-01 10:00:00', 'lead'], ['2026-02-01 10:00:04', 'opportunity'], ['2026-03-01 10:00:04', 'customer']),
      deals: table('id createdate dealstage closedate', ['d1', '2026-02-01 10:00:00', 'closedwon', '2026-03-01 10:00:00'], ['d2', '2026-05-01 10:00:00', 'closedwon', '2026-06-01 10:00:00']),
      dealContacts: table('deal_id contact_id', ['d1', '1'], ['d2', '1']),
      calls: table('engagement_id hs_timestamp', ['c1', '2026-05-02 10:00:00']),
      engagementDeals: table('engagement_id deal_id', ['c1', 'd2']),
    };
    const read = imported(tables);
    const { violations, visits } = replay(createLifecycle(hubspot), resolve(read.events));
    expect(violations).toEqual([]);
    expect(visits.map(({ leadId, stage }) => [leadId, stage])).toEqual([['1', 'lead'], ['1', 'opportunity'], ['1', 'customer'], ['deal:d2', 'opportunity'], ['deal:d2', 'customer']]);
    expect(read.opportunities.map(({ id, leadId }) => [id, leadId])).toEqual([['d1', '1'], ['d2', 'deal:d2']]);
    expect(read.events.find(({ type }) => type === 'attempt')).toMatchObject({ leadId: 'deal:d2' });
    expect(read.notices.map(({ issue }) => issue.message)).toContain('deal "d2" was opened after contact "1" had won one: another demand, followed as the lead "deal:d2"');
    const same = imported(tables, { deals: { ...HUBSPOT_AGREEMENT.deals, ofCustomer: 'same_lead' } });
    expect(same.opportunities.map(({ leadId }) => leadId)).toEqual(['1', '1']);
  });

  test('merged deals count once, chains too; rows of those merged away are left out', () => {
    const deals = table(DEAL, ['d1', '2026-02-01 10:00:00', '10', null], ['d2', '2026-02-02 10:00:00', '10', null], ['d3', '2026-02-03 10:00:00', '10', null]);
    const mergedDeals = table('deal_id merged_deal_id', ['d2', 'd3'], ['d1', 'd2'], ['d3', 'd1'], ['d1', 'd2']);
    const dealContacts = table('deal_id contact_id', ['d3', '1']);
    const read = imported({ deals, mergedDeals, dealContacts });
    expect(read.opportunities).toMatchObject([{ id: 'd1', leadId: '1' }]);
    expect(read.events).toHaveLength(1);
    expect(read.ignoredRows).toMatchObject([
      { table: 'deals', line: 3, rule: 'merged_deal' },
      { table: 'deals', line: 4, rule: 'merged_deal' },
      { table: 'mergedDeals', line: 5, rule: 'duplicate_row' },
    ]);
    expect(read.rejectedRows).toMatchObject([{ table: 'mergedDeals', line: 4, issues: [{ code: 'crm.hubspot_merge_circle' }] }]);
  });

  test('where the deal that is left has no rows, the first merged into it stands for it', () => {
    const deals = table(DEAL, ['d2', '2026-02-02 10:00:00', '10', null], ['d3', '2026-02-03 10:00:00', '10', null]);
    const read = imported({ deals, mergedDeals: table('deal_id merged_deal_id', ['d1', 'd3'], ['d1', 'd2']), dealContacts: table('deal_id contact_id', ['d1', '1']) });
    expect(read.opportunities).toMatchObject([{ id: 'd1', openedAt: at('2026-02-03T10:00:00Z') }]);
    expect(read.notices[0]?.issue.code).toBe('crm.hubspot_stand_in');
  });

  test('a deleted deal takes its stages along', () => {
    const deals = table('deal_id is_deleted createdate', ['d1', 'true', '2026-02-01 10:00:00']);
    const read = imported({ ...deal, deals });
    expect(read.events).toEqual([]);
    expect(read.ignoredRows.map(({ rule }) => rule)).toEqual(['deleted', 'of_deleted', 'of_deleted', 'of_deleted']);
  });
});

describe('a stage that a deal explains is one fact with it', () => {
  const contactHistory = table(
    HISTORY,
    ...stages('1', ['2026-01-10 09:00:00', 'salesqualifiedlead'], ['2026-02-01 10:00:04', 'opportunity', 'DEALS'], ['2026-02-20 10:00:07', 'customer', 'DEALS']),
    ...stages('2', ['2026-02-01 10:00:05', 'opportunity', 'DEALS'], ['2026-02-20 10:00:08', 'customer', 'DEALS']),
  );
  const read = imported({ ...deal, contactHistory });

  test('the deal’s own events carry the stage, and no deal is counted twice', () => {
    const log = resolve(read.events);
    const lifecycle = createLifecycle(hubspot);
    const visits = replay(lifecycle, log).visits.map(({ leadId, stage, enteredAt }) => [leadId, stage, enteredAt]);
    expect(visits).toEqual([
      ['1', 'salesqualifiedlead', at('2026-01-10T09:00:00Z')],
      ['1', 'opportunity', at('2026-02-01T10:00:00Z')],
      ['2', 'opportunity', at('2026-02-01T10:00:00Z')],
      ['1', 'customer', at('2026-02-20T10:00:00Z')],
      ['2', 'customer', at('2026-02-20T10:00:00Z')],
    ]);
    expect(factsFrom(hubspot, log).facts.opportunities).toMatchObject([{ opportunityId: 'd1', leadId: '1', openedAt: at('2026-02-01T10:00:00Z'), wonAt: at('2026-02-20T10:00:00Z') }]);
    expect(read.events.find((event) => event.type === 'opportunity_won' && event.leadId === '1')?.attributes).toMatchObject({ lifecyclestage_at: '2026-02-20T10:00:07Z' });
  });

  test('where another stage lies between, the moment is the stage’s own', () => {
    const between = table(HISTORY, ...stages('1', ['2026-02-05 09:00:00', 'salesqualifiedlead'], ['2026-02-08 10:00:00', 'opportunity']));
    const moved = imported({ ...deal, contactHistory: between });
    expect(moved.events.find(({ type }) => type === 'opportunity_opened')).toMatchObject({ at: at('2026-02-08T10:00:00Z'), stage: 'opportunity', attributes: { deal_at: '2026-02-01T10:00:00Z' } });
    expect(moved.notices.map(({ issue }) => issue.code)).toContain('crm.hubspot_moved_to_stage');
    // After the deal had moved on, its opening cannot be moved behind that: the stage stands alone.
    const late = table(HISTORY, ...stages('1', ['2026-02-05 09:00:00', 'salesqualifiedlead'], ['2026-02-15 10:00:00', 'opportunity']));
    const kept = imported({ ...deal, contactHistory: late });
    expect(kept.events.find(({ type }) => type === 'opportunity_opened')?.at).toBe(at('2026-02-01T10:00:00Z'));
    expect(kept.notices.map(({ issue }) => issue.code)).toContain('crm.hubspot_stage_only');
  });

  test('a deal whose row is refused tells no stage: the stage stands alone, and is not lost', () => {
    const deals = table(DEAL, ['d1', '2026-02-01 10:00:00', 'a lot', null]);
    const { dealContacts } = deal;
    const refused = imported({ deals, dealContacts: dealContacts!, ...history(['2026-02-01 10:00:04', 'opportunity']) });
    expect(refused.rejectedRows).toMatchObject([{ table: 'deals', line: 2, issues: [{ code: 'crm.hubspot_not_number' }] }]);
    expect(refused.events).toMatchObject([{ type: 'opportunity_opened', stage: 'opportunity', opportunityId: 'hubspot:contact:1' }]);
    expect(refused.opportunities).toEqual([]);
  });

  test.each([
    { rule: 'imply', types: ['accepted', 'opportunity_won'], rejected: 0 },
    { rule: 'stage_only', types: ['accepted', 'qualified'], rejected: 0 },
    { rule: 'reject', types: ['accepted'], rejected: 1 },
  ] as const)('no deal says so: $rule', ({ rule, types, rejected }) => {
    const alone = imported(history(['2026-01-10 09:00:00', 'salesqualifiedlead'], ['2026-02-20 10:00:07', 'customer']), {
      stages: { ...HUBSPOT_AGREEMENT.stages, withoutDeal: rule },
    });
    expect(alone.events.map(({ type }) => type)).toEqual(types);
    expect(alone.rejectedRows).toHaveLength(rejected);
  });
});

describe('contact merges', () => {
  test('become merge events, chains and all; a pair told twice counts once', () => {
    const contactMerges = table('canonical_vid vid_to_merge timestamp', ['2', '1', '2026-01-05 10:00:00'], ['3', '2', '2026-01-06 10:00:00'], ['3', '2', '2026-01-06 10:00:00'], ['1', '1', '2026-01-06 10:00:00'], ['1', '3', '2026-01-06 10:00:00']);
    const contacts = table('id hs_merged_object_ids lastmodifieddate', ['3', '1;2;9', '2026-01-07 10:00:00']);
    const read = imported({ contactMerges, contacts, ...history(['2026-01-01 10:00:00', 'lead']) });
    expect(read.events.filter(({ type }) => type === 'merge')).toMatchObject([
      { from: '9', into: '3', at: at('2026-01-07T10:00:00Z') },
      { from: '1', into: '2', at: at('2026-01-05T10:00:00Z') },
      { from: '2', into: '3', at: at('2026-01-06T10:00:00Z') },
    ]);
    expect(read.rejectedRows.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([
      [5, 'crm.hubspot_self_merge'],
      [6, 'crm.hubspot_merge_circle'],
    ]);
    expect(resolve(read.events).events).toMatchObject([{ leadId: '3', type: 'inquiry' }]);
  });

  test('the pairs of hs_calculated_merged_vids have their moments', () => {
    const contacts = table('id hs_calculated_merged_vids createdate', ['3', '1:1767434400000;2:1767434401000', '2026-01-07 10:00:00']);
    expect(imported({ contacts }).events).toMatchObject([
      { from: '1', into: '3', at: 1_767_434_400_000 },
      { from: '2', into: '3', at: 1_767_434_401_000 },
    ]);
  });

  test('a deal of a merged contact explains the stage of the one that is left', () => {
    const contactMerges = table('canonical_vid vid_to_merge timestamp', ['7', '1', '2026-03-05 10:00:00']);
    const contactHistory = table(HISTORY, ...stages('7', ['2026-02-01 10:00:04', 'opportunity']));
    const read = imported({ ...deal, contactMerges, contactHistory });
    expect(read.events.filter(({ type }) => type === 'opportunity_opened')).toMatchObject([{ leadId: '1', stage: 'opportunity', opportunityId: 'd1' }]);
  });
});
