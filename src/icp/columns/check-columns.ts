import type { Issue, Path } from '../../kernel/issue.js';
import type { Condition } from '../filter/condition.js';
import { icpIssue } from '../issues.js';
import type { AccountColumn, AccountColumns, AttributeColumns } from './account-columns.js';
import { attributesAsked } from './asked.js';

/**
 * What is wrong with the columns that conditions ask, as columns: `icp.missing_column`, `icp.bad_column`. Others are not
 * looked at, and of these not every cell: who reads them finds out on the way.
 */
export const columnIssues = (conditions: readonly Condition[], columns: AccountColumns): readonly Issue[] => issuesOf(conditions, columns, shapeIssues);

/** The cells that are none, the first of each column: `icp.bad_column`. Asked of columns that are fine apart from them. */
export const cellIssues = (conditions: readonly Condition[], columns: AccountColumns): readonly Issue[] => issuesOf(conditions, columns, wrongCells);

/** What is wrong with one column of so many rows. */
type Check = (name: string, column: AccountColumn, rows: number, path: Path) => readonly Issue[];

const issuesOf = (conditions: readonly Condition[], columns: AccountColumns, check: Check): readonly Issue[] => {
  const { rows, ids, contact, contacts } = columns;
  if (!Number.isSafeInteger(rows) || rows < 0) return [badColumn('rows', 'is no number of rows', ['rows'])];
  const asked = attributesAsked(conditions);
  return [
    ...lengthIssues('ids', ids, rows, ['ids']),
    ...attributeIssues(asked.account, columns.account, rows, ['account'], check),
    ...(contact === undefined
      ? []
      : [...lengthIssues('ids', contact.ids, rows, ['contact', 'ids']), ...attributeIssues(asked.contact, contact.attributes, rows, ['contact', 'attributes'], check)]),
    ...(contacts === undefined
      ? []
      : [
          ...lengthIssues('ids', contacts.ids, contacts.rows, ['contacts', 'ids']),
          ...accountRowIssues(contacts.accountRow, contacts.rows, rows),
          ...attributeIssues(asked.contacts, contacts.attributes, contacts.rows, ['contacts', 'attributes'], check),
        ]),
  ];
};

const badColumn = (column: string, why: string, path: Path): Issue => icpIssue('bad_column', { column, why }, path);

const lengthIssues = (name: string, column: { readonly length: number }, rows: number, path: Path): readonly Issue[] =>
  column.length === rows ? [] : [badColumn(name, `has ${String(column.length)} cells for ${String(rows)} rows`, path)];

const accountRowIssues = (accountRow: Int32Array, rows: number, accounts: number): readonly Issue[] => {
  const path = ['contacts', 'accountRow'];
  if (!(accountRow instanceof Int32Array)) return [badColumn('accountRow', 'is no Int32Array', path)];
  const bad = accountRow.findIndex((row) => row < 0 || row >= accounts);
  return [
    ...lengthIssues('accountRow', accountRow, rows, path),
    ...(bad === -1 ? [] : [badColumn('accountRow', `names no account's row with ${String(accountRow[bad])}`, [...path, bad])]),
  ];
};

const attributeIssues = (asked: ReadonlySet<string>, columns: AttributeColumns, rows: number, path: Path, check: Check): readonly Issue[] =>
  [...asked].flatMap((attribute) => {
    const column = Object.hasOwn(columns, attribute) ? columns[attribute] : undefined;
    const at = [...path, attribute];
    return column === undefined
      ? [icpIssue('missing_column', { attribute, about: path[0] === 'account' ? 'account' : 'contact' }, at)]
      : check(attribute, column, rows, at);
  });

const shapeIssues: Check = (name, column, rows, path) => {
  const typed = (values: { readonly length: number }, is: boolean, type: string, at: Path): readonly Issue[] =>
    is ? lengthIssues(name, values, rows, at) : [badColumn(name, `is no ${type}`, at)];
  switch (column.kind) {
    case 'number':
      return typed(column.values, column.values instanceof Float64Array, 'Float64Array', [...path, 'values']);
    case 'yes_no':
      return typed(column.values, column.values instanceof Uint8Array, 'Uint8Array', [...path, 'values']);
    case 'text':
    case 'list':
      return typed(column.codes, column.codes instanceof Int32Array, 'Int32Array', [...path, 'codes']);
    case 'rows':
      return lengthIssues(name, column.values, rows, [...path, 'values']);
    default:
      return [badColumn(name, 'is of no known kind', [...path, 'kind'])];
  }
};

const wrongCells: Check = (name, column, _, path) => {
  switch (column.kind) {
    case 'number':
    case 'rows':
      return [];
    case 'yes_no': {
      const bad = column.values.findIndex((value) => value > 1 && value !== 255);
      return bad === -1 ? [] : [badColumn(name, `holds ${String(column.values[bad])}, which is neither 1, 0 nor 255`, [...path, 'values', bad])];
    }
    case 'text':
      return wrongCodes(name, column.codes, column.words.length, path);
    case 'list':
      return wrongCodes(name, column.codes, column.lists.length, path);
  }
};

const wrongCodes = (name: string, codes: Int32Array, known: number, path: Path): readonly Issue[] => {
  const bad = codes.findIndex((code) => code < -1 || code >= known);
  return bad === -1 ? [] : [badColumn(name, `holds ${String(codes[bad])}, and has ${String(known)} different values`, [...path, 'codes', bad])];
};
