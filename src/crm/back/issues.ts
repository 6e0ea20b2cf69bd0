import { issueCatalogue } from '../../kernel/issue.js';

/** Why something learned does not go into the CRM, or why a plan does not fit. */
export const fieldUpdateIssue = /* @__PURE__ */ issueCatalogue('crm', {
  update_twice: (p: { object: string; column: string; field: string }) => `"${p.field}" goes into "${p.column}" of ${p.object} twice`,
  update_through_unplanned: (p: { object: string }) => `the plan has no object ${p.object}, by whose id its rows could be found`,
  update_rows_missing: (p: { object: string }) => `there are no current rows of ${p.object}`,
  update_column_missing: (p: { object: string; column: string; suggestion: string | null }) =>
    `the rows of ${p.object} have no column "${p.column}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,

  update_not_planned: (p: { field: string; suggestion: string | null }) =>
    `the plan has no place for "${p.field}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  update_value_not_mapped: (p: { value: string }) => `the plan has no word of the CRM's for "${p.value}"`,
  update_record_unknown: (p: { object: string; record: string }) => `no row of ${p.object} is the record ${p.record}`,
  update_record_twice: (p: { object: string; record: string; lines: readonly number[] }) =>
    `${String(p.lines.length)} rows of ${p.object} are the record ${p.record}`,
  update_locked: (p: { object: string; record: string }) => `${p.object} ${p.record} is one that the CRM lets nobody change`,
  update_changed_since: (p: { object: string; record: string; changed: string }) =>
    `${p.object} ${p.record} was changed at ${p.changed}, after this was known`,
  update_change_unknown: (p: { object: string; record: string }) => `nothing says whether ${p.object} ${p.record} was changed since this was known`,
  update_nothing_changed: (p: { column: string; value: string }) => `"${p.column}" is "${p.value}" already`,
  update_conflict: (p: { column: string; values: readonly string[] }) =>
    `"${p.column}" would become ${p.values.map((value) => JSON.stringify(value)).join(' and ')}: which is right is for a person to say`,
});
