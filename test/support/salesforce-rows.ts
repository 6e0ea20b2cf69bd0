import { unwrap } from 'revpact/kernel';
import { importSalesforce, SALESFORCE_AGREEMENT, type CrmImport, type CrmTable, type SalesforceAgreement, type SalesforceTables } from 'revpact/crm';

type Cells = Readonly<Record<string, string | null>>;

/** Rows as a table, on the lines that a file with a header would have them. */
export const table = (...rows: readonly Cells[]): CrmTable => ({ rows: rows.map((cells, i) => ({ line: i + 2, cells })) });

/** Ids of 18 characters, their checksum right, by kind and number. */
export const sfId = (prefix: '00Q' | '003' | '001' | '006' | '005' | '00G' | '00T' | '00U' | '017' | '008', number: number): string =>
  `${prefix}${String(number).padStart(12, '0')}${prefix === '00Q' || prefix === '00G' || prefix === '00T' || prefix === '00U' ? 'EAA' : 'AAA'}`;

export const ANN = sfId('005', 1);
export const MAX = sfId('005', 2);
export const QUEUE = sfId('00G', 1);

/** A good lead, with what a test changes. */
export const lead = (cells: Cells = {}): Cells => ({
  Id: sfId('00Q', 1),
  CreatedDate: '2026-03-02T09:00:00.000Z',
  CreatedById: MAX,
  OwnerId: ANN,
  Status: 'Open - Not Contacted',
  HasOptedOutOfEmail: 'false',
  LastModifiedDate: '2026-04-01T09:00:00.000Z',
  LastModifiedById: ANN,
  ...cells,
});

/** A change of a lead's status, from open to working where a test says nothing else. */
export const leadChange = (number: number, cells: Cells = {}): Cells => ({
  Id: sfId('017', number),
  LeadId: sfId('00Q', 1),
  CreatedById: ANN,
  CreatedDate: '2026-03-03T09:00:00.000Z',
  Field: 'Status',
  OldValue: 'Open - Not Contacted',
  NewValue: 'Working - Contacted',
  ...cells,
});

export const opportunity = (cells: Cells = {}): Cells => ({
  Id: sfId('006', 1),
  AccountId: sfId('001', 1),
  CreatedDate: '2026-03-10T09:00:00.000Z',
  CreatedById: ANN,
  StageName: 'Prospecting',
  CloseDate: '2026-05-01',
  Amount: '1000.0',
  Probability: '10.0',
  LastModifiedDate: '2026-04-01T09:00:00.000Z',
  ...cells,
});

export const dealRow = (number: number, cells: Cells = {}): Cells => ({
  Id: sfId('008', number),
  OpportunityId: sfId('006', 1),
  CreatedDate: '2026-03-10T09:00:00.000Z',
  CreatedById: ANN,
  StageName: 'Prospecting',
  Amount: '1000.0',
  Probability: '10.0',
  CloseDate: '2026-05-01',
  ForecastCategory: 'Pipeline',
  ...cells,
});

export const task = (cells: Cells = {}): Cells => ({
  Id: sfId('00T', 1),
  WhoId: sfId('00Q', 1),
  OwnerId: ANN,
  CreatedDate: '2026-03-04T10:00:00.000Z',
  ActivityDate: '2026-03-04',
  Status: 'Completed',
  TaskSubtype: 'Call',
  ...cells,
});

/** Marketing and sales development as the tests' people are. */
export const AGREEMENT: SalesforceAgreement = {
  ...SALESFORCE_AGREEMENT,
  parties: { owners: { [MAX]: 'marketing', [QUEUE]: 'marketing' }, otherwise: 'sales_development' },
};

export const read = (tables: SalesforceTables, agreement: SalesforceAgreement = AGREEMENT): CrmImport => unwrap(importSalesforce(tables, agreement));
