import { issueCatalogue } from '../kernel/issue.js';

const accepted = (ids: readonly string[]): string => (ids.length === 0 ? 'no reason is agreed for it' : `agreed are ${ids.join(', ')}`);

const agreed = (what: string, ids: readonly string[], suggestion: string | null): string =>
  (suggestion === null ? '' : `did you mean "${suggestion}"? `) +
  (ids.length === 0 ? `no ${what} is agreed` : `agreed are ${ids.slice(0, SHOWN).join(', ')}`) +
  (ids.length > SHOWN ? ` and ${String(ids.length - SHOWN)} more` : '');

/** How many options of a list a message names. */
const SHOWN = 12;

/**
 * What is wrong with an exit (first group), with a report of a conversation (second), with corrections of records (third),
 * and what is odd about the agreed lists (last).
 */
export const feedbackIssue = /* @__PURE__ */ issueCatalogue('feedback', {
  not_an_exit: (p: { type: string }) => `"${p.type}" is no exit that needs a reason; expected rejected, disqualified or opportunity_lost`,
  reason_missing: (p: { exit: string; accepted: readonly string[] }) =>
    `a lead that is ${p.exit} needs a reason from the agreed list, words alone do not do; ${accepted(p.accepted)}`,
  unknown_reason: (p: { reason: string; exit: string; accepted: readonly string[]; suggestion: string | null }) =>
    `"${p.reason}" is no agreed reason to be ${p.exit}; ` +
    (p.suggestion === null ? accepted(p.accepted) : `did you mean "${p.suggestion}"? ${accepted(p.accepted)}`),
  reason_of_other_exit: (p: { reason: string; exit: string; exits: readonly string[]; accepted: readonly string[] }) =>
    `"${p.reason}" is a reason for ${p.exits.join(', ')}, not for ${p.exit}; ${accepted(p.accepted)}`,
  specific_missing: (p: { reason: string; specific: string }) => `"${p.reason}" needs "${p.specific}"`,
  class_mismatch: (p: { reason: string; expected: string; found: string | null }) =>
    `"${p.reason}" is a ${p.expected} reason, and ${p.found ?? 'no class'} was given`,
  too_few_attempts: (p: { reason: string; needed: number; found: number }) =>
    `"${p.reason}" needs ${String(p.needed)} attempts, found ${String(p.found)}`,
  too_few_contacts: (p: { reason: string; needed: number; found: number }) =>
    `"${p.reason}" needs ${String(p.needed)} conversations, found ${String(p.found)}`,
  too_few_channels: (p: { reason: string; needed: number; found: number }) =>
    `"${p.reason}" needs attempts by ${String(p.needed)} different channels, found ${String(p.found)}`,
  too_soon: (p: { reason: string; needed: number; found: number }) =>
    `"${p.reason}" needs ${String(p.needed)} days since the first attempt, found ${String(p.found)}`,

  not_a_report: (p: { type: string }) => `"${p.type}" reports no conversation; expected contact_made or meeting_held`,
  report_incomplete: (p: { field: string; accepted: readonly string[] | null }) =>
    `a report has to say "${p.field}"` + (p.accepted === null ? '' : `; ${agreed(p.field, p.accepted, null)}`),
  unknown_message: (p: { message: string; accepted: readonly string[]; suggestion: string | null }) =>
    `"${p.message}" is no agreed message; ${agreed('message', p.accepted, p.suggestion)}`,
  unknown_objection: (p: { objection: string; accepted: readonly string[]; suggestion: string | null }) =>
    `"${p.objection}" is no agreed objection; ${agreed('objection', p.accepted, p.suggestion)}`,
  unknown_attribute: (p: { about: string; attribute: string; accepted: readonly string[]; suggestion: string | null }) =>
    `nobody agreed to speak of "${p.attribute}" of the ${p.about}; ${agreed('attribute', p.accepted, p.suggestion)}`,
  forbidden_attribute: (p: { attribute: string; why: string }) => `"${p.attribute}" may not count, and is not to be reported: ${p.why}`,
  wrong_value: (p: { attribute: string; expected: string; found: string }) =>
    `"${p.attribute}" is a ${p.expected}, and ${p.found} was reported`,
  corrected_twice: (p: { attribute: string }) => `"${p.attribute}" is corrected twice in one report`,
  nothing_corrected: (p: { attribute: string }) => `"${p.attribute}" is what it was before`,

  correction_without_record: (p: { about: string; id: string | null; lead: string; attribute: string }) =>
    p.id === null
      ? `nobody knows which ${p.about} "${p.attribute}" of lead "${p.lead}" is about`
      : `"${p.attribute}" was corrected for ${p.about} "${p.id}", of which there is no record`,
  conflicting_corrections: (p: { about: string; id: string; attribute: string; kept: string; overruled: readonly string[] }) =>
    `conversations disagree on "${p.attribute}" of ${p.about} "${p.id}"; the last one, ${p.kept}, counts`,
  record_differs: (p: { about: string; id: string; attribute: string; event: string }) =>
    `the record of ${p.about} "${p.id}" says something else of "${p.attribute}" than ${p.event} found there; what was reported counts`,

  duplicate_id: (p: { id: string }) => `there is another reason "${p.id}" before this one`,
  duplicate_specific: (p: { reason: string; specific: string }) => `"${p.reason}" asks for "${p.specific}" twice`,
  specifics_without_place: (p: { reason: string }) =>
    `"${p.reason}" is for lost opportunities only, whose events have no place for specifics`,
  class_without_rejection: (p: { reason: string }) => `"${p.reason}" has a class, which only rejections have, and is no reason to reject`,
  rejected_after_attempts: (p: { reason: string }) =>
    `"${p.reason}" is a reason to reject and needs attempts or conversations; a rejection comes before the first of them`,
  vague: (p: { reason: string }) => `"${p.reason}" says nothing by itself; ask for specifics`,
  unreached_untried: (p: { reason: string }) => `"${p.reason}" says that nobody was reached, and asks for no attempts`,
  channels_beyond_attempts: (p: { reason: string; channels: number; attempts: number }) =>
    `"${p.reason}" asks for ${String(p.channels)} channels and ${String(p.attempts)} attempts; every further channel is an attempt more`,
  without_lesson: (p: { reason: string }) => `"${p.reason}" teaches nothing: other reasons say what they do`,
  duplicate_objection: (p: { id: string }) => `there is another objection "${p.id}" before this one`,
  nothing_to_report: (p: { field: string }) => `every report has to say "${p.field}", and no ${p.field} is agreed`,
  no_reason_for: (p: { exit: string }) => `no reason is agreed for ${p.exit}`,
});
