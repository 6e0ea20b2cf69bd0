import * as z from 'zod';
import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
import { Account } from '../vocabulary/account.js';
import { isAttributeName } from './mapping/event-fields.js';
import type { RejectedRow } from './reading/row-outcome.js';
import { crmIssue } from './issues.js';
import { cellIssues, cellOf, isRow, NO_ROW, readCell, wallClocks, type Row, type WallClocks } from './reading/read-cell.js';
import { ColumnSource, Header } from './mapping/source.js';
import { differentWords, plainNumber } from './reading/plain-value.js';

const accountMappingShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: Header,
    name: Header.exactOptional(),
    owner: Header.exactOptional(),
    /**
     * Attributes read as said: text, whole numbers, yes and no, or a list of different words. Columns not named anywhere keep
     * their text, whole numbers in plain digits become numbers.
     */
    attributes: z.record(z.string().min(1).max(200), ColumnSource).exactOptional(),
    ignoreColumns: z.array(Header).max(2000).readonly().exactOptional(),
  }),
);
/** Which columns of an export of accounts are what. */
export interface AccountMapping extends z.infer<typeof accountMappingShape> {}
export const AccountMapping: z.ZodType<AccountMapping> = accountMappingShape;

/** What became of an export of accounts: accepted + rejected = read. */
export interface AccountImport {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly accounts: readonly Account[];
  readonly rejectedRows: readonly RejectedRow[];
}

/** Columns `id`, and where they exist `name` and `owner`; all others are attributes. */
const usual = (header: readonly string[]): AccountMapping => ({
  id: 'id',
  ...(header.includes('name') ? { name: 'name' } : {}),
  ...(header.includes('owner') ? { owner: 'owner' } : {}),
});

/**
 * Rows of an export as accounts, every row accounted for.
 *
 * A column that the mapping does not name becomes an attribute under its header: its text, or a number where the text
 * is a whole number in canonical digits (`250`; not `0250`, `+250`, `2.5` or `1e3`), which loses nothing. An empty
 * cell is no attribute. A second row with the same id is rejected (`crm.duplicate_id`): which one is right is not ours
 * to say.
 *
 * @param mapping - `undefined` for columns called `id`, `name` and `owner`.
 */
export const importAccounts = (
  mapping: AccountMapping | undefined,
  rows: Iterable<Row>,
  header?: readonly string[],
): Result<AccountImport> => {
  const read = mapping === undefined ? null : readWith(AccountMapping, mapping);
  if (read !== null && !read.ok) return read;
  const all = [...rows];
  const first = all.find(isRow);
  const columns = header ?? (first === undefined ? null : Object.keys(first.cells));
  const plan = read?.value ?? usual(columns ?? []);
  const misplaced = [...misplacedReadings(plan), ...ignoredAndRead(plan)];
  if (misplaced.length > 0) return fail(misplaced);
  const missing = columns === null ? [] : columnsNamed(plan).filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return fail(missing.map((column) => crmIssue('column_missing', { column, suggestion: nearest(column, columns ?? []) })));

  const clocks = wallClocks();
  const ids = new Set<string>();
  const accounts: Account[] = [];
  const rejectedRows: RejectedRow[] = [];
  for (const row of all) {
    const account = isRow(row) ? accountOf(plan, row, clocks) : null;
    if (account === null) rejectedRows.push({ ...NO_ROW, issues: [crmIssue('not_row', undefined)] });
    else if (!account.ok) rejectedRows.push({ line: row.line, issues: account.issues, cells: row.cells });
    else if (ids.has(account.value.id)) {
      rejectedRows.push({ line: row.line, issues: [crmIssue('duplicate_id', { id: account.value.id }, [plan.id])], cells: row.cells });
    } else {
      ids.add(account.value.id);
      accounts.push(account.value);
    }
  }
  return ok({ read: all.length, accepted: accounts.length, rejected: rejectedRows.length, accounts, rejectedRows });
};

const READINGS = ['text', 'integer', 'boolean', 'list'];

const misplacedReadings = (plan: AccountMapping): Issue[] =>
  Object.entries(plan.attributes ?? {}).flatMap(([name, { as }]) =>
    READINGS.includes(as)
      ? []
      : [crmIssue('reading_misplaced', { reading: as, fields: ['the fields of events'] }, ['attributes', name, 'as'])],
  );

const ignoredAndRead = (plan: AccountMapping): Issue[] => {
  const read = new Map([
    ...Object.entries(plan.attributes ?? {}).map(([name, { column }]): [string, string] => [column, name]),
    ...(['id', 'name', 'owner'] as const).flatMap((rule): [string, string][] => (plan[rule] === undefined ? [] : [[plan[rule], rule]])),
  ]);
  return (plan.ignoreColumns ?? []).flatMap((column, i) => {
    const rule = read.get(column);
    return rule === undefined ? [] : [crmIssue('column_ignored', { column, rule }, ['ignoreColumns', i])];
  });
};

const columnsNamed = (plan: AccountMapping): readonly string[] => [
  plan.id,
  ...[plan.name, plan.owner].flatMap((column) => column ?? []),
  ...Object.values(plan.attributes ?? {}).flatMap((source) => (source.optional === true ? [] : source.column)),
];

const accountOf = (plan: AccountMapping, row: Row, clocks: WallClocks): Result<Account> => {
  const issues: Issue[] = [];
  const ignored = new Set(plan.ignoreColumns);
  issues.push(...cellIssues(row, ignored));
  if (issues.length > 0) return fail(issues);
  const attributes = new Map<string, unknown>();
  const named = new Set([plan.id, plan.name, plan.owner]);
  for (const [name, source] of Object.entries(plan.attributes ?? {})) {
    named.add(source.column);
    const text = cellOf(row, source.column);
    const reading = text === null ? null : readCell(source, text, row, clocks);
    if (reading === null) continue;
    if ('issues' in reading) issues.push(...reading.issues);
    else attributes.set(name, source.as === 'list' ? differentWords(text?.split(source.separator) ?? []) : reading.value);
  }
  for (const column of Object.keys(row.cells)) {
    const text = cellOf(row, column);
    if (text === null || named.has(column) || ignored.has(column)) continue;
    if (!isAttributeName(column)) issues.push(crmIssue('column_name', { column }, [column]));
    else if (attributes.has(column))
      issues.push(crmIssue('contradiction', { field: column, first: attributes.get(column), second: text }, [column]));
    else attributes.set(column, plainNumber(text) ?? text);
  }
  const [id, name, owner] = [plan.id, plan.name, plan.owner].map((column) => (column === undefined ? null : cellOf(row, column)));
  const account = readWith(Account, {
    ...(id == null ? {} : { id }),
    ...(name == null ? {} : { name }),
    ...(owner == null ? {} : { owner }),
    attributes: Object.fromEntries(attributes),
  });
  if (account.ok) return issues.length === 0 ? account : fail(issues);
  return fail([...issues, ...account.issues]);
};
