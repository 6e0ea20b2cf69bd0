import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { importSalesforce, safeParseSalesforceAgreement, SALESFORCE_AGREEMENT, SALESFORCE_RULES, toSalesforceId, type SalesforceAgreement } from 'revpact/crm';
import { createLifecycle, replay, resolve } from 'revpact/lifecycle';
import { safeParseEvents, salesforce } from 'revpact/vocabulary';
import { AGREEMENT, ANN, dealRow, lead, leadChange, MAX, opportunity, QUEUE, read, sfId, table, task } from '../support/salesforce-rows.js';

const LEAD = sfId('00Q', 1);
const DEAL = sfId('006', 1);
const march = (day: number, hour = 9): number => Date.UTC(2026, 2, day, hour);
const lead$ = AGREEMENT.lead;
if (lead$ === undefined) throw new Error('the agreement reads leads');

describe('the shipped agreement', () => {
  test('is plain JSON, and fits the shipped framework', () => {
    expect(unwrap(safeParseSalesforceAgreement(JSON.parse(JSON.stringify(SALESFORCE_AGREEMENT)), salesforce))).toEqual(SALESFORCE_AGREEMENT);
  });

  test.each<[says: string, change: Partial<SalesforceAgreement>, code: string, path: string]>([
    ['an initial status without a meaning', { lead: { ...lead$, initialStatus: 'Opne - Not Contacted' } }, 'crm.salesforce_status_not_mapped', 'lead.initialStatus'],
    ['a status to come from that is none', { lead: { ...lead$, statuses: { ...lead$.statuses, X: { type: 'recycled', after: { Y: { type: 'recycled' } } } } } }, 'crm.salesforce_status_not_mapped', 'lead.statuses.X.after.Y'],
    ['a stage that the framework does not have', { lead: { ...lead$, statuses: { ...lead$.statuses, X: { type: 'accepted', stage: 'workin_contacted' } } } }, 'crm.salesforce_unknown_stage', 'lead.statuses.X.stage'],
    ['two rules of one name', { ignoreRows: [...AGREEMENT.ignoreRows, ...AGREEMENT.ignoreRows.slice(0, 1)] }, 'crm.duplicate_id', 'ignoreRows.8.id'],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'input.invalid', 'zone'],
  ])('%s is an issue with its place', (_, change, code, path) => {
    const result = safeParseSalesforceAgreement({ ...AGREEMENT, ...change }, salesforce);
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path.join('.')])).toEqual([[code, path]]);
  });
});

describe('ids', () => {
  // 15 and 18 characters of one record, as a public seed file of an export has them.
  test.each([
    ['00Q1G00000nDnM5', '00Q1G00000nDnM5UAK'],
    ['0051G000007F2JG', '0051G000007F2JGQA0'],
    ['006q000000Hddoh', '006q000000HddohAAB'],
    ['00T1G00003UfFP8', '00T1G00003UfFP8UAN'],
  ])('%s is %s', (short, long) => {
    expect(toSalesforceId(short)).toBe(long);
    expect(toSalesforceId(long)).toBe(long);
    expect(toSalesforceId(long.toLowerCase())).toBe(long);
    expect(toSalesforceId(long.toUpperCase())).toBe(long);
  });

  test('any id of 15 is the beginning of its 18, which finds its capitals again from either case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{15}$/), (short) => {
        const long = toSalesforceId(short);
        expect(long).toMatch(new RegExp(`^${short}[A-Z0-5]{3}$`));
        expect([long, long.toLowerCase(), long.toUpperCase()].map(toSalesforceId)).toEqual([long, long, long]);
      }),
    );
  });

  test('two ids of 15 that differ in one capital are two records', () => {
    expect(toSalesforceId('00Q1G00000nDnM5')).not.toBe(toSalesforceId('00Q1G00000nDnm5'));
  });

  test.each(['rQhle3uwQbFgFmLTF1WByg==', '0031G00000q9jPQAQ', '', '00Q1G00000nDnM5UAA', 'lead-7'])('%j is no Salesforce id, and is kept', (text) => {
    expect(toSalesforceId(text)).toBe(text);
  });

  test('a history with ids of 15 belongs to a lead with one of 18', () => {
    const { events } = read({ Lead: table(lead()), LeadHistory: table(leadChange(1, { LeadId: LEAD.slice(0, 15) })) });
    expect(events.map((event) => ('leadId' in event ? event.leadId : null))).toEqual([LEAD, LEAD]);
  });
});

describe('leads', () => {
  test('a lead is an inquiry at its creation, and what nothing reads becomes attributes', () => {
    const { events } = read({ Lead: table(lead({ LeadSource: 'Web', Industry: 'Steel', Fax: '' })) });
    expect(events).toEqual([
      {
        id: `lead:${LEAD}`,
        seq: 0,
        type: 'inquiry',
        at: march(2),
        by: { party: 'marketing', person: MAX, kind: 'human' },
        leadId: LEAD,
        stage: 'open_not_contacted',
        source: 'Web',
        attributes: {
          OwnerId: ANN,
          Status: 'Open - Not Contacted',
          HasOptedOutOfEmail: 'false',
          LastModifiedDate: '2026-04-01T09:00:00.000Z',
          LastModifiedById: ANN,
          Industry: 'Steel',
        },
      },
    ]);
  });

  test('a status change is an event of what both sides agreed, with the stage that was left', () => {
    const { events } = read({ Lead: table(lead({ Status: 'Working - Contacted' })), LeadHistory: table(leadChange(1)) });
    expect(events[1]).toEqual({
      id: `lead_history:${sfId('017', 1)}`,
      seq: 20_000,
      type: 'accepted',
      at: march(3),
      by: { party: 'sales_development', person: ANN, kind: 'human' },
      leadId: LEAD,
      stage: 'working_contacted',
      leftStage: 'open_not_contacted',
      attributes: { Status: 'Working - Contacted' },
    });
  });

  test('a first old value is the only clue to a history that was cut off', () => {
    const change = leadChange(1, { OldValue: 'Working - Contacted', NewValue: 'Closed - Not Converted' });
    const { events } = read({ Lead: table(lead({ Status: 'Closed - Not Converted' })), LeadHistory: table(change) });
    expect(events[0]).not.toHaveProperty('stage');
    expect(events[1]).toMatchObject({ type: 'disqualified', stage: 'closed_not_converted', leftStage: 'working_contacted', reason: 'not_converted' });
    const { visits } = replay(createLifecycle(salesforce), resolve(events));
    expect(visits.map(({ stage, inferred }) => [stage, inferred])).toEqual([
      ['open_not_contacted', false],
      ['working_contacted', true],
      ['closed_not_converted', false],
    ]);
  });

  test('back to open is recycled, and so is work on a closed lead', () => {
    const [open, working, closed] = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Not Converted'];
    const at = (day: number): string => `2026-03-0${String(day)}T09:00:00Z`;
    const { events } = read({
      LeadHistory: table(
        leadChange(1),
        leadChange(2, { OldValue: working, NewValue: closed, CreatedDate: at(4) }),
        leadChange(3, { OldValue: closed, NewValue: open, CreatedDate: at(5) }),
        leadChange(4, { OldValue: open, NewValue: closed, CreatedDate: at(6) }),
        leadChange(5, { OldValue: closed, NewValue: working, CreatedDate: at(7) }),
      ),
    });
    expect(events.map(({ type }) => type)).toEqual(['accepted', 'disqualified', 'recycled', 'disqualified', 'recycled']);
  });

  test('changes of one second are put in order by their values, whatever the order of rows', () => {
    const [working, closed] = ['Working - Contacted', 'Closed - Not Converted'];
    const { events } = read({
      LeadHistory: table(leadChange(3, { OldValue: closed, NewValue: working }), leadChange(2, { OldValue: working, NewValue: closed }), leadChange(1)),
    });
    const log = resolve(events);
    expect(log.events.map(({ id }) => id)).toEqual([1, 2, 3].map((n) => `lead_history:${sfId('017', n)}`));
    expect(log.ties).toEqual([]);
  });

  test('where values leave a choice, rows stay tied', () => {
    const { events } = read({ LeadHistory: table(leadChange(1), leadChange(2, { NewValue: 'Closed - Not Converted' })) });
    expect(resolve(events).ties.length).toBeGreaterThan(0);
  });

  test.each<[says: string, rows: readonly Readonly<Record<string, string>>[], type: string, at: number, precision: string | undefined]>([
    ['the status row knows the second', [{ OldValue: 'Working - Contacted', NewValue: 'Closed - Converted', CreatedDate: '2026-03-06T14:00:00Z' }], 'qualified', march(6, 14), undefined],
    ["so does the history's own word for it", [{ Field: 'leadConverted', OldValue: '', NewValue: '', CreatedDate: '2026-03-06T14:00:00Z' }], 'qualified', march(6, 14), undefined],
    ['ConvertedDate is a date, not midnight', [], 'qualified', Date.UTC(2026, 2, 5, 23), 'day'],
  ])('conversion: %s', (_, rows, type, at, precision) => {
    const history = rows.map((cells, i) => leadChange(i + 1, cells));
    const tables = { Lead: table(lead({ Status: 'Closed - Converted', IsConverted: 'true', ConvertedDate: '2026-03-06' })), LeadHistory: table(...history) };
    const { events } = read(rows.length === 0 ? { Lead: tables.Lead } : tables, { ...AGREEMENT, zone: 'Europe/Berlin' });
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ type, at, stage: 'closed_converted' });
    expect(events[1]?.precision).toBe(precision);
  });

  test('status row, its own word and date of one conversion are one event', () => {
    const cells = { CreatedDate: '2026-03-06T14:00:00Z' };
    const imported = read({
      Lead: table(lead({ Status: 'Closed - Converted', IsConverted: 'true', ConvertedDate: '2026-03-06' })),
      LeadHistory: table(
        leadChange(1, { ...cells, NewValue: 'Closed - Converted' }),
        leadChange(2, { ...cells, Field: 'leadConverted', OldValue: null, NewValue: null }),
      ),
    });
    expect(imported.events.map(({ type }) => type)).toEqual(['inquiry', 'qualified']);
    expect(imported.ignoredRows).toEqual([{ table: 'LeadHistory', line: 3, rule: 'told_by_status' }]);
  });

  test('a conversion on the day of the creation lies before it, and says so', () => {
    const { events, notices } = read({ Lead: table(lead({ Status: 'Closed - Converted', IsConverted: 'true', ConvertedDate: '2026-03-02' })) });
    expect(notices.map(({ table: of, line, issue }) => [of, line, issue.code])).toEqual([['Lead', 2, 'crm.salesforce_before_creation']]);
    // Nobody broke the agreed life: what lay before the conversion is inferred.
    const { violations, visits } = replay(createLifecycle(salesforce), resolve(events));
    expect(violations).toEqual([]);
    expect(visits.map(({ stage, inferred }) => [stage, inferred])).toEqual([
      ['open_not_contacted', true],
      ['closed_converted', false],
    ]);
  });

  test('a status that no row leads to becomes no event, and a notice', () => {
    const { events, notices } = read({ Lead: table(lead({ Status: 'Working - Contacted' })) });
    expect(events.map(({ type }) => type)).toEqual(['inquiry']);
    expect(notices.map(({ issue }) => issue.code)).toEqual(['crm.salesforce_undated']);
  });

  test('or, where both sides agree on it, an event by which it was so at the latest', () => {
    const { events, notices } = read({ Lead: table(lead({ Status: 'Working - Contacted' })) }, { ...AGREEMENT, lead: { ...lead$, undatedStatus: 'last_modified' } });
    expect(events[1]).toMatchObject({ type: 'accepted', at: Date.UTC(2026, 3, 1, 9), attributes: { dated_by: 'LastModifiedDate' } });
    expect(notices.map(({ issue }) => issue.code)).toEqual(['crm.salesforce_dated_by']);
  });

  test('a merged lead goes into its master when it was last changed', () => {
    const master = sfId('00Q', 2);
    const loser = lead({ IsDeleted: 'true', MasterRecordId: master });
    const { events } = read({ Lead: table(lead({ Id: master }), loser), LeadHistory: table(leadChange(1, { Field: 'leadMerged', LeadId: master })) });
    expect(events.at(-1)).toMatchObject({ type: 'merge', from: LEAD, into: master, at: Date.UTC(2026, 3, 1, 9) });
    expect(resolve(events).events.every((event) => 'leadId' in event && event.leadId === master)).toBe(true);
  });

  test('a deleted lead is left out with its history and its tasks', () => {
    const imported = read({ Lead: table(lead({ IsDeleted: 'TRUE' })), LeadHistory: table(leadChange(1)), Task: table(task()) });
    expect(imported.events).toEqual([]);
    expect(imported.ignoredRows.map(({ rule }) => rule)).toEqual(['deleted_lead', 'of_ignored_record', 'of_ignored_record']);
  });

  test('an owner of another party is a delivery, one of the same an assignment; rows with names are told by those with ids', () => {
    const owner = { Field: 'Owner', OldValue: QUEUE, NewValue: ANN };
    const imported = read({
      LeadHistory: table(
        leadChange(1, owner),
        leadChange(2, { Field: 'Owner', OldValue: 'Web queue', NewValue: 'Ann Lee' }),
        leadChange(3, { Field: 'Owner', OldValue: ANN, NewValue: sfId('005', 9), CreatedDate: '2026-03-04T09:00:00Z' }),
      ),
    });
    expect(imported.events).toMatchObject([
      { type: 'handed_off', by: { party: 'marketing', kind: 'human' }, to: 'sales_development', toPerson: ANN },
      { type: 'assigned', by: { party: 'sales_development', person: ANN }, to: sfId('005', 9), toParty: 'sales_development' },
    ]);
    expect(imported.ignoredRows).toEqual([{ table: 'LeadHistory', line: 3, rule: 'told_by_owner_id' }]);
  });

  test('a lead that was given away as it was made is a delivery, where the history reaches back so far', () => {
    const { events } = read({ Lead: table(lead()), LeadHistory: table(leadChange(1, { Field: 'created', OldValue: null, NewValue: null, CreatedDate: '2026-03-02T09:00:00Z' })) });
    expect(events.map(({ type }) => type)).toEqual(['inquiry', 'handed_off']);
    expect(events[1]).toMatchObject({ by: { party: 'marketing', person: MAX }, to: 'sales_development', toPerson: ANN });
  });

  test.each<[says: string, cells: Readonly<Record<string, string>>, rows: readonly Readonly<Record<string, string>>[], at: number, codes: readonly string[]]>([
    ['when its history says', { HasOptedOutOfEmail: 'true' }, [{ Field: 'HasOptedOutOfEmail', OldValue: 'false', NewValue: 'true' }], march(3), []],
    ['when its column says', { HasOptedOutOfEmail: 'TRUE', Opted_Out_On__c: '2026-03-05 08:00:00' }, [], march(5, 8), []],
    ["by the record's last change, where nothing says when", { HasOptedOutOfEmail: '1' }, [], Date.UTC(2026, 3, 1, 9), ['crm.salesforce_dated_by']],
  ])('an opt-out is dated %s', (_, cells, rows, at, codes) => {
    const agreement = { ...AGREEMENT, lead: { ...lead$, optOuts: [{ column: 'HasOptedOutOfEmail', channel: 'email', date: 'Opted_Out_On__c' } as const] } };
    const imported = read(
      { Lead: table(lead({ Opted_Out_On__c: null, ...cells })), ...(rows.length === 0 ? {} : { LeadHistory: table(...rows.map((row, i) => leadChange(i + 1, row))) }) },
      agreement,
    );
    expect(imported.events.filter(({ type }) => type === 'opted_out')).toMatchObject([{ at, channel: 'email' }]);
    expect(imported.notices.map(({ issue }) => issue.code)).toEqual(codes);
  });

  test("an exit's reason is the one of its own save; the record's is the last exit's", () => {
    const statuses = { ...lead$.statuses, 'Closed - Not Converted': { type: 'disqualified', reason: { column: 'Reason__c', values: { 'No budget': 'no_budget', Gone: 'gone' }, otherwise: 'not_said' }, stage: 'closed_not_converted' } } as const;
    const close = (number: number, at: string, was: string) => leadChange(number, { OldValue: was, NewValue: 'Closed - Not Converted', CreatedDate: at });
    const imported = read(
      {
        Lead: table(lead({ Status: 'Closed - Not Converted', Reason__c: 'Gone' })),
        LeadHistory: table(
          close(1, '2026-03-03T09:00:00Z', 'Open - Not Contacted'),
          leadChange(2, { OldValue: 'Closed - Not Converted', NewValue: 'Open - Not Contacted', CreatedDate: '2026-03-04T09:00:00Z' }),
          close(3, '2026-03-05T09:00:00Z', 'Open - Not Contacted'),
          leadChange(4, { Field: 'Reason__c', OldValue: '', NewValue: 'No budget', CreatedDate: '2026-03-05T09:00:00Z' }),
          leadChange(5, { OldValue: 'Closed - Not Converted', NewValue: 'Open - Not Contacted', CreatedDate: '2026-03-06T09:00:00Z' }),
          close(6, '2026-03-07T09:00:00Z', 'Open - Not Contacted'),
        ),
      },
      { ...AGREEMENT, lead: { ...lead$, statuses } },
    );
    expect(imported.events.flatMap((event) => (event.type === 'disqualified' ? [event.reason] : []))).toEqual(['not_said', 'no_budget', 'gone']);
  });

  test('a tracked score is a score event', () => {
    const agreement = { ...AGREEMENT, lead: { ...lead$, scores: [{ column: 'Behavioral_Score__c', kind: 'engagement' } as const] } };
    const { events } = read({ LeadHistory: table(leadChange(1, { Field: 'Behavioral_Score__c', OldValue: '40.0', NewValue: '65.0' })) }, agreement);
    expect(events).toMatchObject([{ type: 'score_changed', kind: 'engagement', score: 65, was: 40 }]);
  });

  test('a status nobody mapped refuses its row, with a suggestion', () => {
    const { rejectedRows } = read({ LeadHistory: table(leadChange(1, { NewValue: 'Working - Contactd' })) });
    expect(rejectedRows.map(({ table: of, line, issues }) => [of, line, issues.map(({ code, params }) => [code, params['suggestion']])])).toEqual([
      ['LeadHistory', 2, [['crm.salesforce_status_not_mapped', 'Working - Contacted']]],
    ]);
  });

  test('a converted lead with a status nobody mapped is refused with one issue', () => {
    const { rejectedRows } = read({ Lead: table(lead({ Status: 'Converted', IsConverted: 'true', ConvertedDate: '2026-03-05' })) });
    expect(rejectedRows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['crm.salesforce_status_not_mapped']]);
  });

  test('ten thousand leads with one id are one lead and 9,999 refused rows', () => {
    const imported = read({ Lead: table(...Array.from({ length: 10_000 }, () => lead())) });
    expect(imported.tables).toEqual([{ table: 'Lead', read: 10_000, accepted: 1, rejected: 9999, ignored: 0, events: 1 }]);
    expect(imported.rejectedRows[0]?.issues.map(({ code }) => code)).toEqual(['crm.duplicate_id']);
  });
});

describe('tables of versions', () => {
  const version = (from: string, until: string, cells: Readonly<Record<string, string>> = {}) => ({
    _fivetran_start: from,
    _fivetran_end: until,
    _fivetran_active: until.startsWith('9999') ? 'true' : 'false',
    id: LEAD,
    created_date: '2026-03-02 09:00:00',
    status: 'Open - Not Contacted',
    owner_id: ANN,
    has_opted_out_of_email: 'false',
    ...cells,
  });

  test('consecutive versions are changes; the last one, until the year 9999, is the lead itself', () => {
    const imported = read({
      LeadHistory: table(
        version('2026-03-05 09:00:00', '9999-12-31 23:59:59', { status: 'Closed - Not Converted', has_opted_out_of_email: 'true' }),
        version('2026-03-02 09:00:00', '2026-03-03 08:59:59'),
        version('2026-03-03 09:00:00', '2026-03-04 08:59:59', { status: 'Working - Contacted' }),
        version('2026-03-04 09:00:00', '2026-03-05 08:59:59', { status: 'Working - Contacted', title: 'CEO' }),
      ),
    });
    expect(resolve(imported.events).events.map(({ type, at }) => [type, at])).toEqual([
      ['inquiry', march(2)],
      ['accepted', march(3)],
      ['disqualified', march(5)],
      ['opted_out', march(5)],
    ]);
    expect(imported.tables).toEqual([{ table: 'LeadHistory', read: 4, accepted: 3, rejected: 0, ignored: 1, events: 4 }]);
    expect(imported.ignoredRows).toEqual([{ table: 'LeadHistory', line: 5, rule: 'field_not_read' }]);
  });

  test('a version of a deal in which nothing that is read has changed is left out', () => {
    const deal = (from: string, cells: Readonly<Record<string, string>>) => ({ _fivetran_start: from, id: DEAL, created_date: '2026-03-10 09:00:00', close_date: '2026-04-01 00:00:00', stage_name: 'Prospecting', amount: '10', probability: '10', ...cells });
    const imported = read({ OpportunityHistory: table(deal('2026-03-10 09:00:00', {}), deal('2026-03-11 09:00:00', { next_step: 'call' }), deal('2026-03-12 09:00:00', { amount: '20' })) });
    expect(imported.events.map(({ type }) => type)).toEqual(['opportunity_opened', 'opportunity_advanced']);
    expect(imported.ignoredRows).toEqual([{ table: 'OpportunityHistory', line: 3, rule: 'field_not_read' }]);
  });

  test('a deal that was closed before anybody kept versions was closed on its close date', () => {
    const imported = read({
      OpportunityHistory: table({
        _fivetran_start: '2026-10-17 21:10:19',
        _fivetran_end: '9999-12-31 23:59:59',
        id: DEAL,
        created_date: '2026-03-10 09:00:00',
        close_date: '2026-04-01 00:00:00',
        stage_name: 'Closed Won',
        amount: '2.412E7',
        probability: '100',
      }),
    });
    expect(imported.events).toMatchObject([
      { type: 'opportunity_opened', at: march(10) },
      { type: 'opportunity_won', at: Date.UTC(2026, 3, 1), precision: 'day', zone: 'UTC', stage: 'closed_won', amount: { minor: 2_412_000_000, currency: 'USD' } },
    ]);
    expect(imported.notices.map(({ issue }) => issue.code)).toContain('crm.salesforce_dated_by');
  });
});

describe('opportunities', () => {
  const converted = lead({ Status: 'Closed - Converted', IsConverted: 'true', ConvertedDate: '2026-03-10', ConvertedOpportunityId: DEAL, ConvertedAccountId: sfId('001', 1), ConvertedContactId: sfId('003', 1) });

  test.each([
    { said: 'Omitted', is: 'omitted' },
    { said: 'BestCase', is: 'best_case' },
    { said: 'MostLikely', is: 'most_likely' },
    { said: 'Forecast', is: 'commit' },
    { said: 'Closed', is: 'closed' },
  ])('the forecast category $said is $is', ({ said, is }) => {
    const { events } = read({ Lead: table(converted), Opportunity: table(opportunity({ StageName: 'Prospecting' })), OpportunityHistory: table(dealRow(1, { ForecastCategory: said })) });
    expect(events.find(({ type }) => type === 'opportunity_opened')).toMatchObject({ forecast: is });
  });

  test('a category and a date that are none stay what they are, and refuse no row', () => {
    const { events, tables } = read({ Lead: table(converted), Opportunity: table(opportunity({ StageName: 'Prospecting' })), OpportunityHistory: table(dealRow(1, { ForecastCategory: 'Upside', CloseDate: 'soon' })) });
    const opened = events.find(({ type }) => type === 'opportunity_opened');
    expect(opened).toMatchObject({ attributes: { ForecastCategory: 'Upside' } });
    expect([opened !== undefined && 'forecast' in opened, opened !== undefined && 'expectedClose' in opened, tables.map(({ rejected }) => rejected)]).toEqual([false, false, [0, 0, 0]]);
  });

  test('a deal stands under the lead that was converted into it, with amount and probability of each moment', () => {
    const { events } = read({
      Lead: table(converted),
      Opportunity: table(opportunity({ StageName: 'Closed Won', Amount: '1500.5', Type: 'New Business' })),
      OpportunityHistory: table(
        dealRow(1),
        dealRow(2, { CreatedDate: '2026-03-12T09:00:00Z', CloseDate: '2026-06-01', Amount: '1200' }),
        dealRow(3, { CreatedDate: '2026-03-20T09:00:00Z', StageName: 'Negotiation/Review', Probability: '85', Amount: '1200' }),
        dealRow(4, { CreatedDate: '2026-03-30T09:00:00Z', StageName: 'Closed Won', Probability: '100', Amount: '1500.5' }),
      ),
    });
    const [, , opened, figures, advanced, won] = events;
    expect(opened).toMatchObject({ type: 'opportunity_opened', leadId: LEAD, opportunityId: DEAL, stage: 'prospecting', probability: 10, amount: { minor: 100_000 }, opportunityType: 'new_business', expectedClose: Date.UTC(2026, 4, 1), forecast: 'pipeline' });
    expect(figures).toMatchObject({ type: 'opportunity_advanced', amount: { minor: 120_000 }, probability: 10, expectedClose: Date.UTC(2026, 5, 1), forecast: 'pipeline' });
    expect(figures).not.toHaveProperty('attributes.CloseDate');
    expect(figures).not.toHaveProperty('stage');
    expect(advanced).toMatchObject({ type: 'opportunity_advanced', stage: 'negotiation_review', probability: 85 });
    expect(won).toMatchObject({ type: 'opportunity_won', stage: 'closed_won', amount: { minor: 150_050, currency: 'USD' } });
    expect(events).toHaveLength(6);
  });

  test('field history: rows of one save are one step, and its old value is the stage that was left', () => {
    const field = (number: number, Field: string, OldValue: string, NewValue: string, at = '2026-03-20T09:00:00Z') => ({
      Id: sfId('017', number), OpportunityId: DEAL, CreatedById: ANN, CreatedDate: at, Field, OldValue, NewValue,
    });
    const imported = read({
      Opportunity: table(opportunity({ StageName: 'Needs Analysis' })),
      OpportunityFieldHistory: table(
        field(1, 'Amount', '1000', '2000'),
        field(2, 'StageName', 'Qualification', 'Needs Analysis'),
        field(3, 'Probability', '10', '30'),
        field(4, 'NextStep', 'call', 'write'),
      ),
    });
    expect(imported.events).toHaveLength(2);
    expect(imported.events[1]).toMatchObject({ type: 'opportunity_advanced', stage: 'needs_analysis', leftStage: 'qualification', probability: 30, amount: { minor: 200_000 } });
    expect(imported.tables[1]).toEqual({ table: 'OpportunityFieldHistory', read: 4, accepted: 3, rejected: 0, ignored: 1, events: 1 });
  });

  test('closed and opened again is recorded as it happened', () => {
    const { events } = read({
      Opportunity: table(opportunity({ StageName: 'Closed Won' })),
      OpportunityHistory: table(
        dealRow(1),
        dealRow(2, { CreatedDate: '2026-03-11T09:00:00Z', StageName: 'Closed Lost' }),
        dealRow(3, { CreatedDate: '2026-03-12T09:00:00Z', StageName: 'Qualification' }),
        dealRow(4, { CreatedDate: '2026-03-13T09:00:00Z', StageName: 'Closed Won' }),
      ),
    });
    expect(events.map(({ type }) => type)).toEqual(['opportunity_opened', 'opportunity_lost', 'opportunity_advanced', 'opportunity_won']);
    const { violations, visits } = replay(createLifecycle(salesforce), resolve(events));
    expect(visits.map(({ stage }) => stage)).toEqual(['prospecting', 'closed_lost', 'qualification', 'closed_won']);
    expect(violations).toEqual([]);
  });

  test.each<[says: string, roles: readonly Readonly<Record<string, string>>[], leadId: string, near: readonly string[] | null]>([
    ['by its contact role', [{ OpportunityId: DEAL, ContactId: sfId('003', 1), IsPrimary: 'false' }], LEAD, null],
    ['by nobody: only the account is the same, and that is reported, not guessed', [], `opportunity:${DEAL}`, [LEAD]],
  ])('a deal that no lead was converted into is linked %s', (_, roles, leadId, near) => {
    const contact = { ...converted, ConvertedOpportunityId: null };
    const imported = read({
      Lead: table(contact),
      Opportunity: table(opportunity()),
      OpportunityContactRole: { rows: table(...roles).rows, header: ['OpportunityId', 'ContactId', 'IsPrimary'] },
    });
    expect(imported.events.find(({ type }) => type === 'opportunity_opened')).toMatchObject({ leadId });
    expect(imported.notices.flatMap(({ issue }) => (issue.code === 'crm.salesforce_opportunity_without_lead' ? [issue.params['leads']] : []))).toEqual(near === null ? [] : [near]);
  });

  test('a second deal of a contact is another demand', () => {
    const second = sfId('006', 2);
    const { events } = read({
      Lead: table(converted),
      Opportunity: table(opportunity(), opportunity({ Id: second })),
      OpportunityContactRole: table({ OpportunityId: second, ContactId: sfId('003', 1) }),
    });
    expect(events.flatMap((event) => (event.type === 'opportunity_opened' ? [event.leadId] : []))).toEqual([LEAD, `opportunity:${second}`]);
  });

  test('without any history a closed deal is dated by its close date, and an open one is as it was opened', () => {
    const { events, notices } = read({
      Opportunity: table(opportunity({ StageName: 'Closed Lost', CloseDate: '2026-04-15', Loss__c: 'Price' }), opportunity({ Id: sfId('006', 2), StageName: 'Qualification', Loss__c: null })),
    }, { ...AGREEMENT, opportunity: { ...(AGREEMENT.opportunity ?? { stages: {}, undatedStage: 'leave_out', withoutLead: 'own_lead' }), lossReason: { column: 'Loss__c', values: { Price: 'price' } } } });
    expect(events.map(({ type, at }) => [type, at])).toEqual([['opportunity_opened', march(10)], ['opportunity_lost', Date.UTC(2026, 3, 15)], ['opportunity_opened', march(10)]]);
    expect(events[1]).toMatchObject({ reason: 'price', precision: 'day' });
    expect(notices.map(({ line, issue }) => [line, issue.code])).toEqual([
      [2, 'crm.salesforce_opportunity_without_lead'], [2, 'crm.salesforce_dated_by'],
      [3, 'crm.salesforce_opportunity_without_lead'], [3, 'crm.salesforce_undated'],
    ]);
  });

  test.each(['1000', '65.5', '-1'])('a probability of %s is refused with its row', (Probability) => {
    const { rejectedRows } = read({ OpportunityHistory: table(dealRow(1, { Probability })) });
    expect(rejectedRows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['crm.salesforce_probability']]);
  });

  test('opportunities without a lead may be left out, with all that is theirs', () => {
    const part = AGREEMENT.opportunity;
    if (part === undefined) throw new Error('the agreement reads opportunities');
    const imported = read({ Opportunity: table(opportunity()), OpportunityHistory: table(dealRow(1)) }, { ...AGREEMENT, opportunity: { ...part, withoutLead: 'ignore' } });
    expect(imported.ignoredRows.map(({ table: of, rule }) => [of, rule])).toEqual([['Opportunity', 'opportunity_without_lead'], ['OpportunityHistory', 'opportunity_without_lead']]);
  });
});

describe('tasks and meetings', () => {
  test.each<[says: string, cells: Readonly<Record<string, string | null>>, expected: Readonly<Record<string, unknown>>]>([
    ['a call known to the day', {}, { type: 'attempt', channel: 'phone', at: Date.UTC(2026, 2, 4), precision: 'day', zone: 'UTC', knownAt: march(4, 10) }],
    ['a call known to the second', { CompletedDateTime: '2026-03-04T11:30:00Z' }, { at: Date.UTC(2026, 2, 4, 11, 30) }],
    ['a mail', { TaskSubtype: 'Email' }, { type: 'attempt', channel: 'email', by: { party: 'sales_development', person: ANN, kind: 'human' } }],
    ["a sequencer's mail under a rep's name", { TaskSubtype: 'Email', Cadence__c: 'Q2' }, { type: 'attempt', by: { person: ANN, kind: 'automation' } }],
  ])('%s', (_, cells, expected) => {
    const agreement = { ...AGREEMENT, automation: { users: [], rows: [{ table: 'Task', when: [{ column: 'Cadence__c', is: 'present' }] } as const] } };
    const { events } = read({ Task: table(task({ CompletedDateTime: null, Cadence__c: null, ...cells })) }, agreement);
    expect(events).toMatchObject([{ leadId: LEAD, ...expected }]);
  });

  test('a planned task is known when it is done, and one put in afterwards when it was put in', () => {
    const done = { CompletedDateTime: '2026-03-09T11:00:00Z' };
    const { events } = read({ Task: table(task({ ...done }), task({ ...done, Id: sfId('00T', 2), CreatedDate: '2026-03-10T08:00:00Z' })) });
    expect(events.map(({ knownAt }) => knownAt)).toEqual([undefined, march(10, 8)]);
    expect(resolve(events, { knownBy: march(9) }).events).toEqual([]);
    expect(resolve(events).notices.map(({ code }) => code)).not.toContain('lifecycle.known_before_it_happened');
  });

  test.each<[says: string, rule: string, cells: Readonly<Record<string, string | null>>]>([
    ['not done', 'not_done', { Status: 'Not Started' }],
    ['no call and no mail', 'other_task', { TaskSubtype: 'Task' }],
    ['of a contact that nobody became', 'about_no_known_lead', { WhoId: sfId('003', 9) }],
    ['about nobody', 'about_no_known_lead', { WhoId: null }],
    ['deleted', 'deleted_task', { IsDeleted: 'true' }],
  ])('a task %s is left out by the rule %s', (_, rule, cells) => {
    expect(read({ Task: table(task(cells)) }).ignoredRows).toEqual([{ table: 'Task', line: 2, rule }]);
  });

  test('a task of a contact is about the lead that became it; of two such leads it is refused', () => {
    const made = { Status: 'Closed - Converted', IsConverted: 'true', ConvertedDate: '2026-03-03', ConvertedContactId: sfId('003', 1) };
    const one = read({ Lead: table(lead(made)), Task: table(task({ WhoId: sfId('003', 1) })) });
    expect(one.events.at(-1)).toMatchObject({ type: 'attempt', leadId: LEAD });
    const two = read({ Lead: table(lead(made), lead({ ...made, Id: sfId('00Q', 2) })), Task: table(task({ WhoId: sfId('003', 1) })) });
    expect(two.rejectedRows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['crm.salesforce_lead_ambiguous']]);
  });

  test('a task of an opportunity is about its lead', () => {
    const { events } = read({ Opportunity: table(opportunity()), Task: table(task({ WhoId: sfId('003', 9), WhatId: DEAL })) });
    expect(events.at(-1)).toMatchObject({ type: 'attempt', leadId: `opportunity:${DEAL}` });
  });

  const meeting = (cells: Readonly<Record<string, string | null>> = {}) => ({
    Id: sfId('00U', 1), WhoId: LEAD, OwnerId: ANN, CreatedById: ANN, CreatedDate: '2026-03-04T10:00:00Z', LastModifiedDate: '2026-03-10T10:00:00Z',
    StartDateTime: '2026-03-09T15:00:00Z', IsChild: 'false', No_Show__c: 'false', Held__c: 'false', ...cells,
  });
  const agreed: SalesforceAgreement = { ...AGREEMENT, meeting: { held: [{ column: 'Held__c', is: 'equal', value: 'true' }], noShow: [{ column: 'No_Show__c', is: 'equal', value: 'true' }] } };

  test.each<[says: string, cells: Readonly<Record<string, string>>, types: readonly string[]]>([
    ['is booked, and nothing more is known', {}, ['meeting_booked']],
    ['was held where the record says so', { Held__c: 'true' }, ['meeting_booked', 'meeting_held']],
    ['was not kept where it says that', { No_Show__c: 'true' }, ['meeting_booked', 'meeting_no_show']],
  ])('a meeting %s', (_, cells, types) => {
    const { events } = read({ Event: table(meeting(cells)) }, agreed);
    expect(events.map(({ type }) => type)).toEqual(types);
    expect(events[0]).toMatchObject({ at: march(4, 10), startsAt: march(9, 15), host: ANN, meetingId: `event:${sfId('00U', 1)}` });
    if (events[1] !== undefined) expect(events[1]).toMatchObject({ at: march(9, 15) });
  });

  test("an invitee's copy is no second meeting", () => {
    expect(read({ Event: table(meeting(), meeting({ Id: sfId('00U', 2), IsChild: 'true' })) }, agreed).ignoredRows).toEqual([{ table: 'Event', line: 3, rule: 'invitees_copy' }]);
  });
});

describe('what does not fit fails at once', () => {
  test.each<[says: string, tables: Parameters<typeof importSalesforce>[0], agreement: SalesforceAgreement, codes: readonly string[]]>([
    ['a table that is not read', { Leads: table(lead()) } as never, AGREEMENT, ['crm.salesforce_unknown_table']],
    ['a table without a part of the agreement', { Task: table(task()) }, (({ task: _, ...rest }) => rest)(AGREEMENT), ['crm.salesforce_table_not_agreed']],
    ['a history that is none', { LeadHistory: table(lead()) }, AGREEMENT, ['crm.column_missing', 'crm.column_missing', 'crm.column_missing', 'crm.column_missing']],
    ['a column of a condition that is not there', { Task: table({ ...task(), TaskSubtype: undefined as never }) }, { ...AGREEMENT, automation: { users: [], rows: [{ table: 'Task', when: [{ column: 'Sequence__c', is: 'present' }] }] } }, ['crm.column_missing']],
    ['two columns of one name', { Lead: table(((cells) => ({ ...cells, created_date: 'x', Created_Date: 'y' }))((({ CreatedDate: _, ...rest }) => rest)(lead()))) }, AGREEMENT, ['crm.salesforce_column_ambiguous']],
  ])('%s', (_, tables, agreement, codes) => {
    const result = importSalesforce(tables, agreement);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(codes);
  });
});

test('docs/salesforce.md names every rule of ours with its reason, and no other', () => {
  const page = readFileSync(new URL('../../docs/salesforce.md', import.meta.url), 'utf8');
  const rows = [...page.slice(page.indexOf('## Rules')).matchAll(/^\| `([a-z_]+)` \| (.*) \|$/gm)].map(([, id, why]) => [id, why]);
  expect(Object.fromEntries(rows) as unknown).toEqual(SALESFORCE_RULES);
});

test('rows of garbage become issues, events or rules, and nothing is thrown', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('', 'Status', 'Owner', 'true', LEAD, DEAL, '2026-03-31T00:00:00Z', '9999-12-31 23:59:59', '2026-02-30', 'Closed Won', 'Open - Not Contacted', '__proto__', '1e9', '\ud800'),
    fc.constantFrom(null, 7 as never, {} as never),
  );
  const columns = ['Id', 'LeadId', 'OpportunityId', 'CreatedDate', 'Status', 'StageName', 'Field', 'OldValue', 'NewValue', 'Amount', 'Probability', 'CloseDate', 'WhoId', 'TaskSubtype', 'MasterRecordId', 'IsConverted', 'ConvertedDate', 'HasOptedOutOfEmail', 'LastModifiedDate', '__proto__'];
  const rows = fc.array(fc.dictionary(fc.constantFrom(...columns), cell), { maxLength: 8 });
  const tables = fc.record({ Lead: rows, LeadHistory: rows, Opportunity: rows, OpportunityHistory: rows, OpportunityFieldHistory: rows, Task: rows, Event: rows });
  fc.assert(
    fc.property(tables, (given) => {
      const imported = read(Object.fromEntries(Object.entries(given).map(([name, of]) => [name, { header: columns, rows: table(...of).rows }])));
      for (const { table: of, read: all, accepted, rejected, ignored } of imported.tables) {
        expect(accepted + rejected + ignored).toBe(all);
        expect(imported.rejectedRows.filter((row) => row.table === of)).toHaveLength(rejected);
        expect(imported.ignoredRows.filter((row) => row.table === of)).toHaveLength(ignored);
      }
      expect(unwrap(safeParseEvents(imported.events))).toEqual(imported.events);
      expect(imported.rejectedRows.every(({ issues }) => issues.length > 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([null, 7, [], {}, { ...AGREEMENT, lead: { statuses: null } }, { ...AGREEMENT, task: { ...AGREEMENT.task, rules: [{ is: 'attempt' }] } }])('%j is no agreement', (garbage) => {
  expect(safeParseSalesforceAgreement(garbage).ok).toBe(false);
  expect(importSalesforce({}, garbage as never).ok).toBe(false);
});

test('rules of ours and of the shipped agreement are called differently', () => {
  expect(SALESFORCE_AGREEMENT.ignoreRows.filter(({ id }) => id in SALESFORCE_RULES)).toEqual([]);
});

test('events come out as the vocabulary reads them', () => {
  const { events } = read({ Lead: table(lead({ Status: 'Working - Contacted' })), LeadHistory: table(leadChange(1)), Task: table(task()) });
  expect(unwrap(safeParseEvents(events))).toEqual(events);
});
