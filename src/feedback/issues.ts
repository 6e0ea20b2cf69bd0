import { issueCatalogue } from '../kernel/issue.js';

const accepted = (ids: readonly string[]): string => (ids.length === 0 ? 'no reason is agreed for it' : `agreed are ${ids.join(', ')}`);

/** What is wrong with an exit (first group), and with the agreed list of reasons (second group). */
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

  duplicate_id: (p: { id: string }) => `there is another reason "${p.id}" before this one`,
  duplicate_specific: (p: { reason: string; specific: string }) => `"${p.reason}" asks for "${p.specific}" twice`,
  specifics_without_place: (p: { reason: string }) =>
    `"${p.reason}" is for lost opportunities only, whose events have no place for specifics`,
  class_without_rejection: (p: { reason: string }) => `"${p.reason}" has a class, which only rejections have, and is no reason to reject`,
  rejected_after_attempts: (p: { reason: string }) =>
    `"${p.reason}" is a reason to reject and needs attempts or conversations; a rejection comes before the first of them`,
  vague: (p: { reason: string }) => `"${p.reason}" says nothing by itself; ask for specifics`,
  no_reason_for: (p: { exit: string }) => `no reason is agreed for ${p.exit}`,
});
