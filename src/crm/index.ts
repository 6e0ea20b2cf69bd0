/**
 * crm: rows of an export as events and accounts, with every row accounted for, by a mapping that is plain data; and
 * links back to the CRM's own records.
 *
 * @module crm
 */

// Rows in, events out
export { importEvents, type EventImport, type RejectedRow, type IgnoredRow } from './import-events.js';
export { eventReader, type EventReader } from './reading/event-reader.js';
export { type ReadRow, type RowCounts } from './reading/row-outcome.js';
export { CELL_LIMIT, COLUMN_LIMIT, type Row } from './reading/read-cell.js';

// Text as rows
export { csvReader, readCsv, CSV_DELIMITERS, type CsvReader, type CsvPiece, type CsvTable, type MalformedLine } from './csv/csv.js';
export { CSV_RECORD_LIMIT } from './csv/scan.js';

// Text as columns, in bulk
export { importColumns, columnsReader, type ColumnImport, type ColumnsReader } from './columns/import-columns.js';

// How an export is read
export { Mapping, safeParseMapping, type Rule } from './mapping/mapping.js';
export { Source, ColumnSource, Condition } from './mapping/source.js';
export { GENERIC_MAPPING } from './mapping/generic.js';

// A CRM's export: what became of every row of every table
export type { CrmImport, CrmTable, IgnoredTableRow, ImportNotice, RejectedTableRow, TableCount } from './crm-import.js';

// Salesforce
export { importSalesforce, type SalesforceTables } from './salesforce/import-salesforce.js';
export { SALESFORCE_TABLES, SalesforceAgreement, safeParseSalesforceAgreement, type SalesforceTable } from './salesforce/agreement.js';
export { SALESFORCE_AGREEMENT } from './salesforce/default-agreement.js';
export { SALESFORCE_RULES } from './salesforce/rules.js';
export { LeadStatus, type LeadStatusMeaning } from './salesforce/lead-status.js';
export { TaskRule } from './salesforce/task-rule.js';
export { toSalesforceId } from './salesforce/record-id.js';
export { salesforceIssue } from './salesforce/issues.js';

// HubSpot
export { importHubspot, type HubspotImport } from './hubspot/import-hubspot.js';
export { HUBSPOT_TABLES, type HubspotTable, type HubspotTables } from './hubspot/tables.js';
export { HubspotAgreement, HubspotStep } from './hubspot/agreement.js';
export { safeParseHubspotAgreement } from './hubspot/agreement-check.js';
export { HUBSPOT_RULES, type HubspotRule } from './hubspot/rules.js';
export { HUBSPOT_AGREEMENT } from './hubspot/default-agreement.js';
export { hubspotIssue } from './hubspot/issues.js';

// Accounts
export { importAccounts, AccountMapping, type AccountImport } from './import-accounts.js';

// What was spent and planned, and what currencies are worth
export { importSpend, importQuotas, importRates, type RecordImport } from './import-records.js';

// And back
export { fieldUpdates, type FieldChange, type FieldUpdates, type NotUpdated } from './back/field-updates.js';
export { type UpdateTable } from './back/table.js';
export { fieldUpdateIssue } from './back/issues.js';
export { FieldUpdatePlan } from './back/plan.js';
export { stagesLearned, exitReasonsLearned, type Learned } from './back/learned.js';
export { recordLink, LinkTemplates, RECORD_KINDS, type RecordKind } from './back/link.js';
export { crmIssue } from './issues.js';
