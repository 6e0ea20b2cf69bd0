import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { readCsv, SALESFORCE_AGREEMENT, type CrmTable, type SalesforceAgreement } from 'revpact/crm';
import { read, table } from '../support/salesforce-rows.js';

const folder = new URL('../../../shared/data/crm-exports/salesforce/', import.meta.url);
const here = existsSync(folder);
if (!here) console.warn('notice: ../shared/data/crm-exports/salesforce is absent; the importer is not run on a copy of a real export');

const file = (name: string): CrmTable => {
  const { columns, rows, malformed } = unwrap(readCsv(readFileSync(new URL(`sf_${name}_data.csv`, folder))));
  expect(malformed).toEqual([]);
  return { header: columns, rows };
};

// The file's own words are hashed; what they stand for shows in is_closed and is_won.
const [WON, LOST, OPEN] = ['GavUFuuf4DrnQAoiRGlWpQ==', 'tXi3M8u3iPxq0ggxTSxMKw==', '9RN9J3tlxr89gDctReax5w=='] as const;
const agreement: SalesforceAgreement = {
  ...SALESFORCE_AGREEMENT,
  lead: {
    statuses: { New: { type: 'recycled' }, Converted: { type: 'qualified', stage: 'closed_converted' } },
    initialStatus: 'New',
    convertedStatus: 'Converted',
    undatedStatus: 'leave_out',
    handOffs: [],
    optOuts: [{ column: 'HasOptedOutOfEmail', channel: 'email', date: 'Email_Opt_Out_Date_Time__c' }],
  },
  opportunity: {
    stages: { [WON]: { is: 'won', stage: 'closed_won' }, [LOST]: { is: 'lost', stage: 'closed_lost' }, [OPEN]: { is: 'open', stage: 'proposal_price_quote' } },
    undatedStage: 'leave_out',
    withoutLead: 'own_lead',
  },
  task: {
    at: ['CompletedDateTime', 'ActivityDate'],
    done: [{ column: 'IsClosed', is: 'equal', value: 'TRUE' }],
    rules: [{ id: 'task', is: 'attempt', channel: 'other' }],
  },
  automation: { users: [], rows: [{ table: 'Task', when: [{ column: 'SalesLoft_Cadence_ID__c', is: 'present' }] }] },
  // Every opportunity of the file is a deleted one.
  ignoreRows: SALESFORCE_AGREEMENT.ignoreRows.filter(({ table: of }) => of !== 'Opportunity' && of !== 'OpportunityHistory'),
};

test.skipIf(!here)('a copy of a real export: every row of every table is accounted for', () => {
  const imported = read(
    {
      User: file('user'),
      UserRole: file('user_role'),
      Lead: file('lead'),
      Opportunity: file('opportunity'),
      OpportunityHistory: file('opportunity_history'),
      Task: file('task'),
      Event: file('event'),
    },
    agreement,
  );
  const counts = Object.fromEntries(imported.tables.map(({ table: of, ...count }) => [of, count]));
  for (const { read: all, accepted, rejected, ignored } of imported.tables) expect(accepted + rejected + ignored).toBe(all);
  // One lead, made and converted in the same (anonymised) second: its inquiry, and its conversion at that moment.
  expect(counts['Lead']).toEqual({ read: 1, accepted: 1, rejected: 0, ignored: 0, events: 2 });
  // Ten opportunities: ten openings; each has one version, which began in 2019, after its creation.
  expect(counts['Opportunity']).toEqual({ read: 10, accepted: 10, rejected: 0, ignored: 0, events: 10 });
  // One version has a probability of 1000 percent. Nine closings less that one, and one deal that was still open.
  expect(counts['OpportunityHistory']).toEqual({ read: 10, accepted: 9, rejected: 1, ignored: 0, events: 9 });
  // One task names another lead; the contacts of the others, and of the meetings, are none that the one lead became.
  expect(counts['Task']).toEqual({ read: 10, accepted: 1, rejected: 0, ignored: 9, events: 1 });
  expect(counts['Event']).toMatchObject({ read: 10, rejected: 0, ignored: 10 });

  const types = imported.events.map(({ type }) => type);
  expect(['opportunity_opened', 'opportunity_won', 'opportunity_lost', 'opportunity_advanced'].map((type) => types.filter((one) => one === type).length)).toEqual([10, 4, 4, 1]);
  expect(imported.rejectedRows.map(({ table: of, line, issues }) => [of, line, issues.map(({ code }) => code)])).toEqual([
    ['OpportunityHistory', 2, ['crm.salesforce_probability']],
  ]);
  // Closed before versions were kept: dated by the close date, in whole days.
  expect(imported.events.filter(({ type }) => type === 'opportunity_won').every(({ precision }) => precision === 'day')).toBe(true);
});

test.skipIf(!here)("382 columns of a lead: what nothing reads is kept under the export's own headers", () => {
  const [first] = read({ Lead: file('lead') }, agreement).events;
  const { header = [], rows } = file('lead');
  const filled = header.filter((column) => [...rows].some(({ cells }) => (cells[column] ?? '') !== ''));
  expect(header).toHaveLength(382);
  const kept = Object.keys(first?.attributes ?? {});
  const readOrLeftOut = ['id', 'created_date', 'created_by_id', 'is_deleted', '_fivetran_synced'];
  expect([...kept].sort()).toEqual(filled.filter((column) => !readOrLeftOut.includes(column)).sort());
});

test('the spelling of columns changes nothing but the names of attributes', () => {
  const api = { Id: '00Q1G00000nDnM5UAK', CreatedDate: '2026-03-02T09:00:00.000+0000', Status: 'New', HasOptedOutOfEmail: 'false', Email_Opt_Out_Date_Time__c: null, OwnerId: 'x' };
  const snake = { id: '00Q1G00000nDnM5UAK', created_date: '2026-03-02 09:00:00', status: 'New', has_opted_out_of_email: 'false', email_opt_out_date_time_c: null, owner_id: 'x' };
  const strip = (rows: Readonly<Record<string, string | null>>) => read({ Lead: table(rows) }, agreement).events.map(({ attributes: _, ...rest }) => rest);
  expect(strip(snake)).toEqual(strip(api));
});
