import { GENERIC_MAPPING, importAccounts, importEvents, importQuotas, importRates, importSpend, safeParseMapping, type Mapping, type RecordImport, type Row } from 'revpact/crm';
import type { TargetFilter } from 'revpact/icp';
import type { Result } from 'revpact/kernel';
import type { Evidence, ImportAccount } from 'revpact/pact';
import type { Account, Event } from 'revpact/vocabulary';
import type { World } from '../world.js';
import { accountColumns, accountRows } from './account-columns.js';
import { complaint, fileIssue, readable, unreadable, type Complaint, type Read } from './complaint.js';
import { readDocument } from './document.js';
import { readRows } from './rows.js';
import type { Malformed } from './table.js';

/** Files of events, each with the mapping that reads it. */
export interface EventFile {
  readonly file: string;
  /** `null` for columns named as the fields of an event. */
  readonly mapping: string | null;
}

/** Files of what stands beside the events, each with columns of fixed names; any of them left out. */
export interface RecordFiles {
  readonly accounts: string | null;
  readonly spend: string | null;
  readonly quotas: string | null;
  readonly rates: string | null;
}

/**
 * Read every file; the complaints of all of them where any cannot be used. A row that is wrong is no complaint: it is
 * rejected, with its line and every reason, in the account of its file.
 *
 * @param filters - What accounts will be asked, so that their columns are read as what they are.
 */
export const readEvidence = async (
  world: World,
  eventFiles: readonly EventFile[],
  files: RecordFiles,
  filters: readonly TargetFilter[],
): Promise<Read<Evidence>> => {
  const events: Event[] = [];
  const imports: ImportAccount[] = [];
  const complaints: Complaint[] = [];
  for (const one of eventFiles) {
    const read = await readEvents(world, one);
    if (!read.ok) complaints.push(...read.complaints);
    else {
      for (const event of read.value.events) events.push(event);
      imports.push(read.value.account);
    }
  }
  const accounts = files.accounts === null ? null : await readAccounts(world, files.accounts, filters);
  const spend = files.spend === null ? null : await readRecords(world, files.spend, importSpend);
  const quotas = files.quotas === null ? null : await readRecords(world, files.quotas, importQuotas);
  const rates = files.rates === null ? null : await readRecords(world, files.rates, importRates);
  for (const read of [accounts, spend, quotas, rates]) {
    if (read?.ok === false) complaints.push(...read.complaints);
    else if (read !== null) imports.push(read.value.account);
  }
  if (complaints.length > 0) return unreadable(...complaints);
  return readable({
    events,
    imports,
    ...(accounts?.ok === true ? { accounts: accounts.value.accounts } : {}),
    ...(spend?.ok === true ? { spend: spend.value.records } : {}),
    ...(quotas?.ok === true ? { quotas: quotas.value.records } : {}),
    ...(rates?.ok === true ? { rates: rates.value.records } : {}),
  });
};

const readEvents = async (world: World, { file, mapping }: EventFile): Promise<Read<{ readonly events: readonly Event[]; readonly account: ImportAccount }>> => {
  const rules = mapping === null ? readable(GENERIC_MAPPING) : await readMapping(world, mapping);
  if (!rules.ok) return rules;
  const table = await readRows(world, file);
  if (!table.ok) return table;
  const { rows, columns, malformed } = table.value;
  const imported = importEvents(rules.value, rows, columns);
  if (!imported.ok) {
    // The path of an issue points into the mapping; of the built-in one nobody has seen a rule.
    if (mapping === null) return unreadable(complaint(file, fileIssue('no_mapping', { columns }), 1));
    return unreadable(...imported.issues.map((issue) => complaint(file, issue)));
  }
  return readable({ events: imported.value.events, account: accountOf(file, imported.value, malformed) });
};

/** Read a file of accounts for what some filters ask of them, every row accounted for. */
export const readAccounts = async (
  world: World,
  file: string,
  filters: readonly TargetFilter[],
): Promise<Read<{ readonly accounts: readonly Account[]; readonly account: ImportAccount }>> => {
  const table = await readRows(world, file);
  if (!table.ok) return table;
  const { rows, columns, malformed } = table.value;
  const mapping = accountColumns(filters, columns);
  const imported = importAccounts(mapping, accountRows(rows, mapping), columns);
  if (!imported.ok) return unreadable(...imported.issues.map((issue) => complaint(file, issue)));
  return readable({ accounts: imported.value.accounts, account: accountOf(file, { ...imported.value, ignored: 0 }, malformed) });
};

const readRecords = async <Kind>(
  world: World,
  file: string,
  imported: (rows: Iterable<Row>, header?: readonly string[]) => Result<RecordImport<Kind>>,
): Promise<Read<{ readonly records: readonly Kind[]; readonly account: ImportAccount }>> => {
  const table = await readRows(world, file);
  if (!table.ok) return table;
  const { rows, columns, malformed } = table.value;
  const read = imported(rows, columns);
  if (!read.ok) return unreadable(...read.issues.map((issue) => complaint(file, issue)));
  return readable({ records: read.value.records, account: accountOf(file, { ...read.value, ignored: 0 }, malformed) });
};

const readMapping = async (world: World, file: string): Promise<Read<Mapping>> => {
  const document = await readDocument(world, file);
  if (!document.ok) return document;
  const mapping = safeParseMapping(document.value.value);
  return mapping.ok ? mapping : unreadable(...document.value.complainAll(mapping));
};

/** The account of a file: what the import says of its rows, and the lines that never became rows, each rejected. */
const accountOf = (file: string, counts: Omit<ImportAccount, 'source'>, malformed: readonly Malformed[]): ImportAccount => ({
  source: file,
  read: counts.read + malformed.length,
  accepted: counts.accepted,
  rejected: counts.rejected + malformed.length,
  ignored: counts.ignored,
  rejectedRows: [
    ...counts.rejectedRows,
    ...malformed.map(({ line, reason }) => ({ line, issues: [fileIssue('malformed_row', { reason })], cells: {} })),
  ].sort((a, b) => a.line - b.line),
});
