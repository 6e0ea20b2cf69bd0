import { readCsv as readText } from 'revpact/crm';
import type { Issue } from 'revpact/kernel';
import { complaint, fileIssue, readable, unreadable, type Read } from './complaint.js';
import type { Table } from './table.js';

/** Rows of delimited text, as the library reads them; what is wrong with the text as a whole is a complaint about the file. */
export const readCsv = (file: string, text: string): Read<Table> => {
  const table = readText(text);
  if (table.ok) return readable(table.value);
  return unreadable(...table.issues.map((issue) => complaint(file, asFileIssue(issue), Number(issue.params['line'] ?? 1))));
};

const asFileIssue = ({ code, params, message }: Issue): Issue => {
  switch (code) {
    case 'crm.no_header':
      return fileIssue('no_header', undefined);
    case 'crm.bad_header':
      return fileIssue('bad_header', { reason: String(params['reason']) });
    case 'crm.duplicate_column':
      return fileIssue('duplicate_column', { column: String(params['column']) });
    default:
      throw new Error(`text that was read as UTF-8 fails: ${message}`);
  }
};
