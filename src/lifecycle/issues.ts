import { issueCatalogue } from '../kernel/issue.js';

const list = (words: readonly string[]): string => words.join(', ');
const times = (count: number): string => `${String(count)} ${count === 1 ? 'attempt' : 'attempts'}`;

/** What this room finds wrong: with a framework, with a log, with a stored state, with a step. */
export const lifecycleIssue = /* @__PURE__ */ issueCatalogue('lifecycle', {
  // A framework that contradicts itself
  duplicate_stage: (p: { stage: string }) => `stage "${p.stage}" is listed twice`,
  reserved_stage: (p: { stage: string }) => `"${p.stage}" is the reserved name for "no stage yet"`,
  unknown_stage: (p: { stage: string; suggestion: string | null }) =>
    `no stage "${p.stage}" in this framework${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  duplicate_transition: (p: { on: string; from: string; to: string }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" is listed twice`,
  too_many_requirements: (p: { on: string; count: number; limit: number }) =>
    `steps on "${p.on}" name ${String(p.count)} different requirements; at most ${String(p.limit)} can be told apart`,
  too_many_combinations: (p: { count: number; limit: number }) =>
    `stages, steps and requirements combine in ${String(p.count)} ways; at most ${String(p.limit)} are tabulated`,

  // A step that the agreed life refuses
  no_such_step: (p: { event: string; from: string; legal: readonly string[] }) =>
    `a lead in "${p.from}" cannot take "${p.event}"; ${p.legal.length === 0 ? 'nothing is agreed from there' : `agreed from there: ${list(p.legal)}`}`,
  leads_elsewhere: (p: { event: string; from: string; to: string; agreed: readonly string[] }) =>
    `"${p.event}" takes a lead in "${p.from}" to ${list(p.agreed.map((stage) => `"${stage}"`))}, not to "${p.to}"`,
  already_there: (p: { event: string; stage: string }) => `the lead is in "${p.stage}" already; "${p.event}" does not enter it anew`,
  requirement_missing: (p: { event: string; from: string; missing: readonly string[] }) =>
    `a lead in "${p.from}" cannot take "${p.event}" now: ${p.missing.join('; ')}`,

  // What a step would have needed
  needs_party: (p: { oneOf: readonly string[]; party: string }) => `only ${list(p.oneOf)} may do this, and it was ${p.party}`,
  needs_human: (p: { party: string }) => `a person must do this, and it was automation of ${p.party}`,
  needs_delivery: () => 'the lead does not stand delivered: it was not handed off, or the hand-off was answered already',
  needs_no_attempt: (p: { made: number }) => `the receiver had made ${times(p.made)} since this delivery`,
  needs_attempts: (p: { made: number; atLeast: number }) =>
    `the accepter had made ${times(p.made)} since accepting, and ${String(p.atLeast)} ${p.atLeast === 1 ? 'is' : 'are'} agreed`,
  needs_rejection_class: (p: { oneOf: readonly string[]; class: string | null }) =>
    `the reason must be ${list(p.oneOf)}, and it was ${p.class ?? 'not given'}`,

  // A log that had to be put in order
  conflicting_duplicate: (p: { event: string; firstRow: number }) =>
    `event "${p.event}" was read before, in row ${String(p.firstRow)}, with other content; the first one counts`,
  tie: (p: { leadId: string; first: string; second: string }) =>
    `only the order of the rows says that "${p.first}" came before "${p.second}" in the life of lead "${p.leadId}"`,
  correction_without_target: (p: { correction: string; corrects: string }) =>
    `correction "${p.correction}" corrects "${p.corrects}", which is not in the log`,
  correction_without_effect: (p: { correction: string; corrects: string; because: string }) =>
    `correction "${p.correction}" of "${p.corrects}" changes nothing: ${p.because}`,
  merge_cycle: (p: { merge: string; from: string; into: string }) =>
    `merge "${p.merge}" changes nothing: "${p.from}" and "${p.into}" are one lead already`,
  meeting_never_booked: (p: { meetingId: string; event: string }) =>
    `meeting "${p.meetingId}" was never booked; its first event, "${p.event}", is taken for the booking`,

  // A stored state that does not fit
  other_framework: (p: { expected: string; found: string }) => `the state was stored under framework "${p.found}", and this is "${p.expected}"`,
  changed_framework: (p: { framework: string }) =>
    `framework "${p.framework}" has changed since the state was stored; replay the lead's events under the new one`,

  // A life that is legal to write down and bad to live
  unreachable_stage: (p: { stage: string }) => `no agreed step ever leads to "${p.stage}"`,
  trap: (p: { stage: string }) => `from "${p.stage}" no agreed step leads on to a customer or to an exit`,
  no_end: (p: { framework: string }) => `framework "${p.framework}" has neither a customer stage nor an exit: no lead ever gets anywhere`,
  exit_without_return: (p: { stage: string }) => `a lead that left by "${p.stage}" is never taken up again`,
  unknown_owner: (p: { stage: string; owner: string; suggestion: string | null }) =>
    `"${p.stage}" is owned by "${p.owner}", which is no party here${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  self_hand_off: (p: { from: string; to: string; party: string }) =>
    `"${p.party}" stands on both ends of the hand-off from "${p.from}" to "${p.to}"`,
});
