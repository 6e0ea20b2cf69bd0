import { issueCatalogue } from '../kernel/issue.js';

const hint = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);

/**
 * What can be wrong with a mapping (first group, found before any row is read), with a row (second group), with delimited
 * text (third group) and with a link.
 */
export const crmIssue = /* @__PURE__ */ issueCatalogue('crm', {
  column_missing: (p: { column: string; suggestion: string | null }) => `the export has no column "${p.column}"${hint(p.suggestion)}`,
  unknown_field: (p: { field: string; suggestion: string | null }) => `no event has a field "${p.field}"${hint(p.suggestion)}`,
  field_not_of_type: (p: { field: string; type: string }) => `an event "${p.type}" has no field "${p.field}"`,
  reading_misplaced: (p: { reading: string; fields: readonly string[] }) => `"${p.reading}" can fill only ${p.fields.join(', ')}`,
  column_ignored: (p: { column: string; rule: string }) => `the rule "${p.rule}" reads the column "${p.column}", which the mapping leaves out`,
  nothing_taken: (p: { rows: number; rules: readonly string[] }) =>
    `no rule takes any of the ${String(p.rows)} rows (${p.rules.slice(0, 10).join(', ')}); the mapping is for another export, or its conditions never hold`,
  duplicate_id: (p: { id: string }) => `there is another "${p.id}" before this one`,

  no_rule: (p: { rules: number }) => `none of the mapping's ${String(p.rules)} rules takes this row, and none leaves it out`,
  field_not_of_event: (p: { field: string; type: string; column: string | null }) =>
    p.column === null
      ? `the mapping fills "${p.field}", which an event "${p.type}" does not have`
      : `the column "${p.column}" fills "${p.field}", which an event "${p.type}" does not have`,
  contradiction: (p: { field: string; first: unknown; second: unknown }) =>
    `"${p.field}" is filled twice, with ${JSON.stringify(p.first)} and ${JSON.stringify(p.second)}`,
  value_not_mapped: (p: { received: string; known: readonly string[]; suggestion: string | null }) =>
    `the mapping does not say what "${p.received}" means${hint(p.suggestion)}`,
  not_readable: (p: { expected: string; received: string }) => `expected ${p.expected}, found "${p.received}"`,
  not_instant: (p: { reason: string; received: string }) => `${p.reason}; found "${p.received}"`,
  needs: (p: { what: string; column: string }) => `needs ${p.what}, and the column "${p.column}" is empty`,
  not_row: () => 'is no row: a line, and cells by column',
  not_text: (p: { received: string }) => `cells are text or null; found ${p.received}`,
  cell_too_long: (p: { length: number; limit: number }) => `${String(p.length)} characters; a cell holds at most ${String(p.limit)}`,
  too_many_columns: (p: { columns: number; limit: number }) => `${String(p.columns)} columns; a row holds at most ${String(p.limit)}`,
  column_name: (p: { column: string }) =>
    `a column called ${JSON.stringify(p.column.slice(0, 60))} cannot become an attribute; rename or ignore it`,

  no_header: () => 'there is no header line',
  bad_header: (p: { reason: string; line: number }) => `the header cannot be read: ${p.reason}`,
  duplicate_column: (p: { column: string; line: number }) => `two columns are called ${JSON.stringify(p.column)}`,
  not_utf8: (p: { line: number }) => `from line ${String(p.line)} on it is not UTF-8 text`,
  too_many_names: (p: { what: string; limit: number }) => `more than ${String(p.limit)} ${p.what}; columns number no more`,
  malformed_row: (p: { reason: string }) => p.reason,

  no_link: (p: { kind: string }) => `no link template for a ${p.kind}`,
  id_not_linkable: (p: { id: string }) => `the id ${JSON.stringify(p.id.slice(0, 60))} cannot stand in a link`,
});
