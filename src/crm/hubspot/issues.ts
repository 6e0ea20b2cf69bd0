import { issueCatalogue } from '../../kernel/issue.js';

const hint = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);

/**
 * What can be wrong with an agreement or with what was handed in (first group, found before any row is read), with a row
 * (second group), and what is uncertain about a row that was read (third group, notices).
 */
export const hubspotIssue = /* @__PURE__ */ issueCatalogue('crm', {
  hubspot_unknown_table: (p: { table: string; suggestion: string | null }) => `HubSpot's export has no table "${p.table}" here${hint(p.suggestion)}`,
  hubspot_column_missing: (p: { table: string; column: string; suggestion: string | null }) =>
    `the table "${p.table}" has no column "${p.column}"${hint(p.suggestion)}`,
  hubspot_reserved_field: (p: { field: string }) => `"${p.field}" is filled from the row; an agreement cannot set it`,
  hubspot_not_of_lead: (p: { type: string }) => `an event "${p.type}" is about no single lead`,
  hubspot_unknown_stage: (p: { stage: string; framework: string; suggestion: string | null }) =>
    `the framework "${p.framework}" has no stage "${p.stage}"${hint(p.suggestion)}`,
  hubspot_property_twice: (p: { property: string; first: string }) => `"${p.property}" is read as ${p.first} already`,
  hubspot_rule_twice: (p: { id: string }) => `there is another rule "${p.id}" before this one`,

  hubspot_value_not_mapped: (p: { property: string; received: string; suggestion: string | null }) =>
    `the agreement does not say what "${p.received}" means as "${p.property}"${hint(p.suggestion)}`,
  hubspot_no_moment: (p: { columns: readonly string[] }) => `no moment: ${p.columns.join(', ')} ${p.columns.length === 1 ? 'is' : 'are'} empty or missing`,
  hubspot_not_moment: (p: { received: string }) => `expected a moment such as 2026-03-31 17:00:00.000, ISO text with an offset, or epoch (milli)seconds; found "${p.received}"`,
  hubspot_no_id: (p: { column: string }) => `the column "${p.column}" is empty`,
  hubspot_not_number: (p: { expected: string; received: string }) => `expected ${p.expected}, found "${p.received}"`,
  hubspot_duplicate_id: (p: { id: string; line: number }) => `"${p.id}" stands with other cells in line ${String(p.line)}`,
  hubspot_no_contact: (p: { what: string; id: string }) => `the ${p.what} "${p.id}" has no contact, so that it is about no lead`,
  hubspot_no_deal: (p: { contact: string; value: string }) => `no deal of contact "${p.contact}" says that it became "${p.value}"`,
  hubspot_self_merge: (p: { id: string }) => `"${p.id}" is merged into itself`,
  hubspot_merge_circle: (p: { from: string; into: string }) => `merging "${p.from}" into "${p.into}" closes a circle`,
  hubspot_kind_unknown: (p: { received: string }) => `"${p.received}" is no kind of engagement that is read`,

  hubspot_other_contact: (p: { deal: string; contact: string; chosen: string }) =>
    `deal "${p.deal}" is followed under contact "${p.chosen}"; "${p.contact}" belongs to it too`,
  hubspot_further_deal: (p: { deal: string; contact: string }) =>
    `deal "${p.deal}" was opened after contact "${p.contact}" had won one: another demand, followed as the lead "deal:${p.deal}"`,
  hubspot_implied_deal: (p: { contact: string; value: string; opportunity: string }) =>
    `no deal says that contact "${p.contact}" became "${p.value}"; an opportunity "${p.opportunity}" stands for it`,
  hubspot_stage_only: (p: { contact: string; value: string }) =>
    `no deal of its own says that contact "${p.contact}" became "${p.value}": the stage is kept, and no deal is counted`,
  hubspot_moved_to_stage: (p: { deal: string }) =>
    `other stages of the contact lie between deal "${p.deal}" and the stage it explains; the moment is that of the stage`,
  hubspot_dates_only: (p: { of: string; id: string }) =>
    `no history of ${p.of} "${p.id}": one date a stage is left, and returns to a stage and blank times are not in it`,
  hubspot_current_only: (p: { of: string; id: string }) => `no history of ${p.of} "${p.id}": only where it stands now is known`,
  hubspot_zero_probability: (p: { stage: string }) =>
    `stage "${p.stage}" has probability 0 and is not marked closed: it is read as open; name it in \`deals.stages\` if it means lost`,
  hubspot_ended_open: (p: { deal: string; stage: string }) => `deal "${p.deal}" left stage "${p.stage}", and no row says for where`,
  hubspot_no_record: (p: { of: string; id: string }) => `no row of its own for ${p.of} "${p.id}": read from its history alone`,
  hubspot_merge_moment: (p: { from: string; into: string }) =>
    `when "${p.from}" was merged into "${p.into}" is not recorded: the moment is the one by which it is known`,
  hubspot_stand_in: (p: { deal: string; merged: string }) => `deal "${p.deal}" has no rows of its own: those of "${p.merged}", merged into it, stand for it`,
  hubspot_known_by: (p: { property: string }) => `when "${p.property}" was set is not recorded: the moment is the one by which it is known`,
  hubspot_booked_at_start: (p: { meeting: string }) => `when meeting "${p.meeting}" was booked is not known, or after it began: its start stands for it`,
});
