import { issueCatalogue } from '../../kernel/issue.js';

const hint = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);

/** What can be wrong with an agreement on a Salesforce export, with its tables and with its rows; and what is only worth knowing (last group). */
export const salesforceIssue = /* @__PURE__ */ issueCatalogue('crm', {
  salesforce_status_not_mapped: (p: { status: string; suggestion: string | null }) =>
    `the agreement does not say what the lead status "${p.status}" means${hint(p.suggestion)}`,
  salesforce_unknown_stage: (p: { stage: string; suggestion: string | null }) => `the framework has no stage "${p.stage}"${hint(p.suggestion)}`,
  salesforce_table_not_agreed: (p: { table: string; part: string }) => `the export has a table ${p.table}, and the agreement no part "${p.part}" that says how to read it`,
  salesforce_unknown_table: (p: { table: string; suggestion: string | null }) => `no table "${p.table}" is read${hint(p.suggestion)}`,
  salesforce_column_ambiguous: (p: { column: string; columns: readonly string[] }) => `"${p.column}" may be any of the columns ${p.columns.join(', ')}`,

  salesforce_stage_not_mapped: (p: { stage: string; suggestion: string | null }) =>
    `the agreement does not say what the opportunity stage "${p.stage}" means${hint(p.suggestion)}`,
  salesforce_needs_cell: (p: { column: string }) => `the column "${p.column}" is empty`,
  salesforce_no_reason: (p: { column: string }) => `an exit needs its reason, and the column "${p.column}" of the record says none`,
  salesforce_no_task_rule: (p: { rules: number }) => `none of the agreement's ${String(p.rules)} rules for tasks takes this row, and none leaves it out`,
  salesforce_probability: (p: { received: string }) => `a probability is a whole number of percent from 0 to 100; found "${p.received}"`,
  salesforce_lead_ambiguous: (p: { contact: string; leads: readonly string[] }) =>
    `the contact ${p.contact} was made of several leads (${p.leads.join(', ')}), and nothing says which of them this is about`,

  salesforce_dated_by: (p: { what: string; column: string }) => `no row of a history says since when: ${p.what} is dated by ${p.column}`,
  salesforce_undated: (p: { what: string }) => `no row of a history says since when: ${p.what} became no event`,
  salesforce_before_creation: (p: { what: string; column: string }) =>
    `${p.what} is dated before the record's creation: the column ${p.column} knows the day only, or was set back`,
  salesforce_history_begins_late: (p: { at: string }) => `the history begins on ${p.at}, after the record; what was before is not known`,
  salesforce_opportunity_without_lead: (p: { opportunity: string; leads: readonly string[] }) =>
    `no record says of which lead the opportunity ${p.opportunity} comes: it has a life of its own` +
    (p.leads.length === 0 ? '' : ` (of the same account or contact: ${p.leads.join(', ')})`),
  salesforce_record_not_exported: (p: { record: string }) => `the record ${p.record} itself is not in the export; its history is read alone`,
});
