import { groupBy } from '../../kernel/group.js';
import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { crmImportOf, type CrmImport, type CrmTable } from '../crm-import.js';
import { crmIssue } from '../issues.js';
import { wallClocks } from '../reading/read-cell.js';
import { putMeeting, putTask } from './activity.js';
import { safeParseSalesforceAgreement, SALESFORCE_TABLES, type SalesforceAgreement, type SalesforceTable } from './agreement.js';
import { draftsOf, live, inOrder } from './change.js';
import { dealsIn } from './deal-book.js';
import { putDeal } from './deal.js';
import { leave, notice, outcomeOf, type Desk, type Draft } from './desk.js';
import { salesforceIssue } from './issues.js';
import { leadBook } from './lead-book.js';
import { putLead } from './lead-life.js';
import type { Said } from './lead-status.js';
import { linksOf } from './link.js';
import { parties } from './party.js';
import { toSalesforceId } from './record-id.js';
import { ambiguousColumns, sheetOf, type Sheet } from './sheet.js';

/** The tables of an export, by their API names; any of them may be missing. */
export type SalesforceTables = Readonly<Partial<Record<SalesforceTable, CrmTable>>>;

/** Which part of the agreement says how a table is read. */
const PART: Readonly<Record<SalesforceTable, 'lead' | 'opportunity' | 'task' | 'meeting' | null>> = {
  User: null,
  UserRole: null,
  Lead: 'lead',
  LeadHistory: 'lead',
  Opportunity: 'opportunity',
  OpportunityContactRole: 'opportunity',
  OpportunityHistory: 'opportunity',
  OpportunityFieldHistory: 'opportunity',
  Task: 'task',
  Event: 'meeting',
};

/** Columns without which a table is not what it is called. Histories may be tables of versions, whose id is the record's. */
const NEEDED: Readonly<Record<SalesforceTable, readonly string[]>> = {
  User: ['Id'],
  UserRole: ['Id', 'Name'],
  Lead: ['Id', 'CreatedDate', 'Status'],
  LeadHistory: ['LeadId', 'Field', 'OldValue', 'NewValue', 'CreatedDate'],
  Opportunity: ['Id', 'CreatedDate', 'StageName'],
  OpportunityContactRole: ['OpportunityId', 'ContactId'],
  OpportunityHistory: ['OpportunityId', 'StageName', 'CreatedDate'],
  OpportunityFieldHistory: ['OpportunityId', 'Field', 'OldValue', 'NewValue', 'CreatedDate'],
  Task: ['Id', 'WhoId'],
  Event: ['Id', 'WhoId'],
};
const VERSIONS: Readonly<Partial<Record<SalesforceTable, readonly string[]>>> = {
  LeadHistory: ['Id', 'Status', 'CreatedDate'],
  OpportunityHistory: ['Id', 'StageName', 'CreatedDate'],
};

/** A table and what has become of its rows so far. */
interface Read {
  readonly sheet: Sheet;
  readonly drafts: readonly Draft[];
}

/**
 * The tables of a Salesforce export as events, every row of every table accounted for.
 *
 * Leads keep their id, in its spelling of 18 characters. An opportunity's events stand under the lead that was converted
 * into it, or under that of its contact role where that is one; otherwise, as the agreement says, under a lead id of its
 * own, `opportunity:<id>`, with a notice. Rows of one table are read with those of the others; the order of rows decides
 * nothing that values can decide.
 *
 * Fails only where agreement and tables do not fit: the issues of `safeParseSalesforceAgreement`,
 * `crm.salesforce_unknown_table`, `crm.salesforce_table_not_agreed`, `crm.salesforce_column_ambiguous` and `crm.column_missing`. Rows
 * are refused with `crm.…` issues, and with those of `safeParseEvent`.
 */
export const importSalesforce = (tables: SalesforceTables, agreement: SalesforceAgreement): Result<CrmImport> => {
  const checked = safeParseSalesforceAgreement(agreement);
  if (!checked.ok) return checked;
  const agreed = withWholeIds(checked.value);
  const sheets = SALESFORCE_TABLES.flatMap((table): readonly Sheet[] => {
    const given = tables[table];
    return given === undefined ? [] : [sheetOf(table, given, agreed.ignoreColumns[table] ?? [])];
  });
  const wrong = [...unknownTables(tables), ...sheets.flatMap((sheet) => sheetIssues(sheet, agreed))];
  if (wrong.length > 0) return fail(wrong);

  const zones = { wallTimes: agreed.wallTimes, dates: agreed.zone, clocks: wallClocks() };
  const bare: Desk = { agreement: agreed, zones, partyOf: () => agreed.parties.otherwise };
  const reads = new Map(sheets.map((sheet): readonly [SalesforceTable, Read] => [sheet.table, { sheet, drafts: draftsOf(bare, sheet) }]));
  const read = (table: SalesforceTable): Read | null => reads.get(table) ?? null;
  const desk: Desk = { ...bare, partyOf: parties(agreed, read('User'), read('UserRole')) };

  const book = leadBook(desk, read('Lead'), read('LeadHistory'));
  const histories = groupBy(book.changes, ({ record }) => record);
  for (const [id, changes] of histories) {
    if (book.leftOut.has(id)) for (const { draft } of changes) leave(draft, 'of_ignored_record');
    else if (!book.records.has(id)) {
      const first = inOrder(changes)[0]?.change;
      if (first !== undefined && tables.Lead !== undefined) notice(first.draft, 'salesforce_record_not_exported', { record: id });
    }
  }
  for (const id of new Set([...book.records.keys(), ...histories.keys()])) {
    if (book.leftOut.has(id)) continue;
    putLead(desk, { id, record: book.records.get(id) ?? null, changes: histories.get(id) ?? [], whole: book.whole.has(id) });
  }

  const links = linksOf(book, read('OpportunityContactRole'));
  const deals = dealsIn(desk, links, read('Opportunity'), read('OpportunityHistory'), read('OpportunityFieldHistory'));
  for (const deal of deals.values()) putDeal(desk, deal);

  const whose = { book, links, lifeOf: (opportunity: string) => deals.get(opportunity)?.lead ?? null };
  for (const [table, put] of [['Task', putTask], ['Event', putMeeting]] as const) {
    const activities = read(table);
    const seen = new Set<string>();
    for (const draft of live(activities?.drafts ?? [])) if (activities !== null) put(desk, activities.sheet, draft, whose, seen);
  }
  return ok(crmImportOf(sheets.map(({ table }) => ({ table, outcomes: (reads.get(table)?.drafts ?? []).map(outcomeOf) }))));
};

/** Ids in the agreement, in the spelling that rows are read in. */
const withWholeIds = (agreement: SalesforceAgreement): SalesforceAgreement => {
  const { parties: who, automation } = agreement;
  const owners = Object.fromEntries(Object.entries(who.owners ?? {}).map(([id, party]) => [toSalesforceId(id), party]));
  return { ...agreement, parties: { ...who, owners }, automation: { ...automation, users: automation.users.map(toSalesforceId) } };
};

const unknownTables = (tables: SalesforceTables): readonly Issue[] =>
  Object.keys(tables).flatMap((table) => {
    const known: readonly string[] = SALESFORCE_TABLES;
    return known.includes(table) ? [] : [salesforceIssue('salesforce_unknown_table', { table, suggestion: nearest(table, known) }, [table])];
  });

/** What a table lacks, and what the agreement lacks for it. An empty table without a header lacks nothing. */
const sheetIssues = (sheet: Sheet, agreement: SalesforceAgreement): readonly Issue[] => {
  const { table, headerOf, header } = sheet;
  const part = PART[table];
  const unread = part === null || agreement[part] !== undefined ? [] : [salesforceIssue('salesforce_table_not_agreed', { table, part }, [table])];
  const needed = (headerOf('_fivetran_start') === null ? undefined : VERSIONS[table]) ?? NEEDED[table];
  const asked = [...new Set([...needed, ...columnsAsked(table, agreement)])];
  const missing = header.length === 0 ? [] : asked.filter((column) => headerOf(column) === null);
  return [
    ...unread,
    ...missing.map((column) => crmIssue('column_missing', { column, suggestion: nearest(column, header) }, [table, column])),
    ...ambiguousColumns(header, asked).map((issue) => ({ ...issue, path: [table] })),
  ];
};

/** Columns that the agreement asks a table for: one that is missing would make a condition hold, or leave a word out, in silence. */
const columnsAsked = (table: SalesforceTable, { automation, ignoreRows, lead, opportunity, task, meeting }: SalesforceAgreement): readonly string[] => {
  const of = (conditions: readonly { readonly column: string }[] = []): readonly string[] => conditions.map(({ column }) => column);
  const words = (...said: readonly (Said | undefined)[]): readonly string[] =>
    said.flatMap((word) => (word === undefined || typeof word === 'string' ? [] : [word.column]));
  const here = [...automation.rows, ...ignoreRows].filter((rule) => rule.table === table && rule.optional !== true).flatMap(({ when }) => of(when));
  switch (table) {
    case 'Lead': {
      const meanings = Object.values(lead?.statuses ?? {}).flatMap((status) => [status, ...Object.values(status.after ?? {})]);
      const exits = meanings.flatMap((one) => (one.type === 'rejected' ? words(one.class, one.reason) : one.type === 'disqualified' ? words(one.reason) : []));
      return [...here, ...exits, ...(lead?.optOuts ?? []).flatMap(({ column, date }) => (date === undefined ? [column] : [column, date]))];
    }
    case 'Opportunity':
      return [...here, ...words(opportunity?.lossReason)];
    case 'Task': {
      const rules = task?.rules ?? [];
      const said = rules.flatMap((rule) => (rule.is === 'nothing' ? [] : rule.is === 'attempt' ? words(rule.channel, rule.outcome) : words(rule.channel)));
      return [...here, ...of(task?.done), ...rules.flatMap(({ when }) => of(when)), ...said];
    }
    case 'Event':
      return [...here, ...of(meeting?.when), ...of(meeting?.held), ...of(meeting?.noShow), ...of(meeting?.cancelled)];
    default:
      return here;
  }
};
