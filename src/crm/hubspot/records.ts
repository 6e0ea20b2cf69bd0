import type { HubspotAgreement } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { isOpen, leaveOut, refuse, text, type Entry } from './ledger.js';
import type { AttributeValue } from '../../vocabulary/words.js';

/** Rows by their own id. A row that stands twice is left out the second time; one that says something else is refused. */
export const byId = (rows: readonly Entry[], column: string): ReadonlyMap<string, Entry> => {
  const known = new Map<string, Entry>();
  for (const entry of rows.filter(isOpen)) {
    const id = text(entry, column);
    const before = id === null ? undefined : known.get(id);
    if (id === null) refuse(entry, hubspotIssue('hubspot_no_id', { column }, [column]));
    else if (before === undefined) known.set(id, entry);
    else if (sameCells(before, entry)) leaveOut(entry, 'duplicate_row');
    else refuse(entry, hubspotIssue('hubspot_duplicate_id', { id, line: before.row.line }, [column]));
  }
  return known;
};

const sameCells = (a: Entry, b: Entry): boolean => {
  const names = Object.keys(a.read.cells);
  return names.length === Object.keys(b.read.cells).length && names.every((name) => text(a, name) === text(b, name));
};

/** The filled columns that nothing reads, as attributes. */
export const attributesOf = (
  entry: Entry,
  read: (column: string) => boolean,
  { ignoreColumns }: Pick<HubspotAgreement, 'ignoreColumns'>,
): Readonly<Record<string, AttributeValue>> => {
  const attributes: Record<string, AttributeValue> = {};
  for (const column of Object.keys(entry.read.cells)) {
    const cell = text(entry, column);
    if (cell !== null && !read(column) && !ignoreColumns.includes(column)) attributes[column] = cell;
  }
  return attributes;
};
