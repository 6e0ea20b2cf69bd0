/**
 * crm: rows of an export as events and accounts, with every row accounted for, by a mapping that is plain data; and
 * links back to the CRM's own records.
 *
 * @module crm
 */

// Rows in, events out
export { importEvents, type EventImport, type RejectedRow, type IgnoredRow } from './import-events.js';
export { CELL_LIMIT, COLUMN_LIMIT, type Row } from './read-cell.js';

// How an export is read
export { Mapping, safeParseMapping, type Rule } from './mapping.js';
export { Source, ColumnSource, Condition } from './source.js';
export { GENERIC_MAPPING } from './generic.js';

// Accounts
export { importAccounts, AccountMapping, type AccountImport } from './import-accounts.js';

// And back
export { recordLink, LinkTemplates, RECORD_KINDS, type RecordKind } from './link.js';
export { crmIssue } from './issues.js';
