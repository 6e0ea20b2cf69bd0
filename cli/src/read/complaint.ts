import { formatPath, issueCatalogue, type Issue } from 'revpact/kernel';

/** An issue with the place in a file where a person can mend it. Lines and columns count from 1; null where there is none. */
export interface Complaint {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly issue: Issue;
}

/** What a file became: a value, or every complaint about it. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaints: readonly Complaint[] };

export const readable = <T>(value: T): Read<T> => ({ ok: true, value });

export const unreadable = (...complaints: readonly Complaint[]): { readonly ok: false; readonly complaints: readonly Complaint[] } => ({
  ok: false,
  complaints,
});

export const complaint = (file: string, issue: Issue, line: number | null = null, column: number | null = null): Complaint => ({
  file,
  line,
  column,
  issue,
});

/** What can be wrong with a file before anyone asks what it means. */
export const fileIssue = issueCatalogue('file', {
  not_found: () => 'there is no such file',
  not_readable: (p: { reason: string }) => `cannot be read: ${p.reason}`,
  not_writable: (p: { reason: string }) => `cannot be written: ${p.reason}`,
  too_large: (p: { bytes: number; limit: number }) => `has ${String(p.bytes)} bytes; at most ${String(p.limit)} are read`,
  not_utf8: (p: { hint: string }) => `is not UTF-8 text${p.hint}`,
  unknown_format: (p: { known: readonly string[] }) => `is of no known format; the name must end in ${p.known.join(', ')}`,
  not_json: (p: { reason: string }) => `is not JSON: ${p.reason}`,
  duplicate_key: (p: { key: string; firstLine: number }) =>
    `the key ${JSON.stringify(p.key)} stands here a second time; the first is on line ${String(p.firstLine)}`,
  too_deep: (p: { limit: number }) => `nested deeper than ${String(p.limit)} levels`,
  no_header: () => 'has no header line',
  bad_header: (p: { reason: string }) => `the header cannot be read: ${p.reason}`,
  duplicate_column: (p: { column: string }) => `two columns are called ${JSON.stringify(p.column)}`,
  more_issues: (p: { count: number }) => `and ${String(p.count)} more issues`,
  no_mapping: (p: { columns: readonly string[] }) =>
    `its columns (${p.columns.slice(0, 20).join(', ')}) are not those of events; "revpact review --help" lists them, and --mapping says how others are read`,
  malformed_row: (p: { reason: string }) => p.reason,
  not_parquet: (p: { reason: string }) => `cannot be read as Parquet: ${p.reason}`,
});

/** `pact.json:14:7 clauses[2].share: what is wrong (code)`: editors and terminals make a link of the first word. */
export const complaintText = ({ file, line, column, issue }: Complaint): string => {
  const place = [file, ...(line === null ? [] : [String(line), ...(column === null ? [] : [String(column)])])].join(':');
  const path = issue.path.length === 0 ? '' : ` ${formatPath(issue.path)}`;
  return `${place}${path}: ${issue.message} (${issue.code})`;
};
