import { issueCatalogue } from '../kernel/issue.js';

/** What can be wrong with a pact as a whole: its parts refer to each other. */
export const pactIssue = /* @__PURE__ */ issueCatalogue('pact', {
  unknown_reference: (p: { what: string; id: string; known: readonly string[]; suggestion: string | null }) =>
    `no ${p.what} "${p.id}" in this pact${p.suggestion === null ? `; there is ${p.known.join(', ') || 'none'}` : `; did you mean "${p.suggestion}"?`}`,
  duplicate_id: (p: { what: string; id: string }) => `more than one ${p.what} is called "${p.id}"`,
  part_twice: (p: { calendar: string; part: string }) => `the calendar "${p.calendar}" is made of "${p.part}" twice`,
  calendar_cycle: (p: { calendar: string }) => `the calendar "${p.calendar}" is made of itself`,
  same_party: (p: { id: string; party: string }) => `"${p.id}" has ${p.party} on both ends; a promise needs two sides`,
  matrix_without_sides: (p: { missing: readonly string[] }) =>
    `an action matrix stands between a target filter and an engagement model; this pact has no ${p.missing.join(' and no ')}`,
  hand_off_without_clause: (p: { id: string }) => `no clause puts a clock on the hand-off "${p.id}"`,
  field_not_delivered: (p: { clause: string; field: string; handOff: string }) =>
    `the clause "${p.clause}" asks for "${p.field}", which the hand-off "${p.handOff}" does not list among its deliverables`,
  own_manager: (p: { person: string }) => `${p.person} is their own manager; leave the manager out where somebody has none`,
  nobody_to_tell: (p: { clause: string; party: string }) =>
    `the clause "${p.clause}" tells the manager of whoever is late, but nobody of ${p.party} has one in this pact`,
  no_way_to_expire: (p: { clause: string; framework: string }) =>
    `the clause "${p.clause}" lets leads expire, but no stage of "${p.framework}" is left that way: no transition is on "expired"`,
  nobody_knows_of_expiry: (p: { clause: string }) => `the clause "${p.clause}" lets leads expire, and tells and warns nobody before`,
  party_owes_nothing: (p: { party: string }) => `${p.party} owes nothing in this pact; both sides owe`,
  review_too_early: (p: { asOf: string; start: string }) => `the moment of judgement ${p.asOf} is not after the period's start ${p.start}`,
  no_version_in_force: (p: { at: string }) => `no version of the pact is in force at ${p.at}`,
  different_pacts: (p: { ids: readonly string[] }) => `versions of one pact have one id; found ${p.ids.join(', ')}`,
  same_effective_date: (p: { versions: readonly string[]; at: string }) => `versions ${p.versions.join(' and ')} both take effect at ${p.at}`,
  same_version: (p: { version: string }) => `two versions of the pact are called "${p.version}"`,
  waived_by_automation: (p: { event: string; clause: string }) =>
    `"${p.event}" would waive "${p.clause}", but automation waives nothing: a person does, with who and why`,
  approval_void: (p: { party: string; person: string }) => `the approval by ${p.person} (${p.party}) is of another text than this one`,
  no_schema: (p: { name: string; names: readonly string[]; suggestion: string | null }) =>
    `no kind of document "${p.name}"${p.suggestion === null ? `; there is ${p.names.join(', ')}` : `; did you mean "${p.suggestion}"?`}`,
  approval_by_outsider: (p: { party: string; person: string }) => `${p.person} does not belong to ${p.party} in this pact`,
});
