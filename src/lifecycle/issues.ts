import { toIso } from '../kernel/instant.js';
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
  duplicate_migration: (p: { digest: string }) => `two migrations from ${p.digest.slice(0, 12)}…; a state can follow only one`,
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
  needs_receiver: (p: { receiver: string | null; party: string }) =>
    p.receiver === null ? `only the party it was handed to may answer, and that is not known; it was ${p.party}` : `it was handed to ${p.receiver}, and only they may answer; it was ${p.party}`,
  needs_no_attempt: (p: { made: number }) => `the receiver had made ${times(p.made)} since this delivery`,
  needs_attempts: (p: { made: number; atLeast: number }) =>
    `the accepter had made ${times(p.made)} since accepting, and ${String(p.atLeast)} ${p.atLeast === 1 ? 'is' : 'are'} agreed`,
  needs_recent_attempts: (p: { made: number; atLeast: number; days: number }) =>
    `the accepter had made ${times(p.made)} in the last ${p.days === 1 ? 'day' : `${String(p.days)} days`}, and ${String(p.atLeast)} ${p.atLeast === 1 ? 'is' : 'are'} agreed`,
  needs_contact: (p: { known: boolean }) =>
    p.known ? 'nobody of ours has had a conversation with the lead since this delivery' : 'it is not known whether one of our people has spoken with the lead',
  needs_no_contact: (p: { known: boolean }) =>
    p.known ? 'one of our people has had a conversation with the lead since this delivery' : 'it is not known whether one of our people has spoken with the lead',
  needs_word: (p: { field: string; oneOf: readonly string[]; said: string | null }) =>
    `its ${p.field} must be ${list(p.oneOf)}, and it was ${p.said ?? 'not given'}`,
  needs_fields: (p: { missing: readonly string[] }) => `not filled in: ${list(p.missing)}`,
  needs_fit_tier: (p: { oneOf: readonly string[]; tier: string | null }) =>
    `the fit tier must be ${list(p.oneOf)}, and it is ${p.tier ?? 'not known'}`,
  needs_qualification: (p: { framework: string; missing: readonly string[] }) => `not found out yet, of ${p.framework}: ${list(p.missing)}`,
  needs_rejection_class: (p: { oneOf: readonly string[]; class: string | null }) =>
    `the reason must be ${list(p.oneOf)}, and it was ${p.class ?? 'not given'}`,

  // A log that had to be put in order
  conflicting_duplicate: (p: { event: string; firstRow: number }) =>
    `event "${p.event}" was read before, in row ${String(p.firstRow)}, with other content; the first one counts`,
  tie: (p: { leadId: string; first: string; second: string }) =>
    `only the order of the rows says that "${p.first}" came before "${p.second}" in the life of lead "${p.leadId}"`,
  tie_within_day: (p: { leadId: string; day: string; other: string }) =>
    `event "${p.day}" of lead "${p.leadId}" is known to the day only, and "${p.other}" lies on that day: which of them came first is not known`,
  correction_without_target: (p: { correction: string; corrects: string }) =>
    `correction "${p.correction}" corrects "${p.corrects}", which is not in the log`,
  correction_without_effect: (p: { correction: string; corrects: string; because: string }) =>
    `correction "${p.correction}" of "${p.corrects}" changes nothing: ${p.because}`,
  merge_cycle: (p: { merge: string; from: string; into: string }) =>
    `merge "${p.merge}" changes nothing: "${p.from}" and "${p.into}" are one lead already`,
  erasure_without_target: (p: { erasure: string; of: 'lead' | 'person' }) =>
    `erasure "${p.erasure}" names a ${p.of} of whom this log says nothing`,
  nothing_to_erase: (p: { of: 'lead' | 'person' }) => `this log says nothing of the ${p.of} to be erased`,
  known_before_it_happened: (p: { event: string; at: string; knownAt: string }) =>
    `event "${p.event}" was recorded at ${p.knownAt}, before it happened at ${p.at}`,
  unknown_lead: (p: { leadId: string; events: number; suggestion: string | null }) =>
    `${p.events === 1 ? 'an event is' : `${String(p.events)} events are`} about lead "${p.leadId}", which is not known${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  history_gap: (p: { leadId: string; event: string; left: string; from: string }) =>
    `event "${p.event}" says that lead "${p.leadId}" left "${p.left}", and the log has it in "${p.from}": a step is missing, and a stay in "${p.left}" is inferred`,
  meeting_never_booked: (p: { meetingId: string; event: string }) =>
    `meeting "${p.meetingId}" was never booked; its first event, "${p.event}", is taken for the booking`,
  answer_without_feedback: (p: { event: string; answers: string; leadId: string }) =>
    `event "${p.event}" answers "${p.answers}", which is no earlier feedback on lead "${p.leadId}"`,

  annual_of_other_currency: (p: { opportunityId: string; currency: string; annual: string }) =>
    `the first-year value of "${p.opportunityId}" is in ${p.annual} and its amount in ${p.currency}: it counts as not known`,

  // Records that make no rows
  unknown_zone: (p: { zone: string }) => `"${p.zone.slice(0, 80)}" is no time zone that this host knows`,
  duplicate_record: (p: { kind: 'spend' | 'quotas'; id: string }) =>
    `two records of ${p.kind === 'spend' ? 'spend' : 'a quota'} have the id "${p.id.slice(0, 200)}"`,
  no_days: (p: { kind: 'spend' | 'quotas'; id: string }) =>
    `${p.kind === 'spend' ? 'spend' : 'quota'} "${p.id.slice(0, 200)}" has no day to be split over: its dates are none, end before they begin, or lie ten years apart`,
  too_many_days: (p: { kind: 'spend' | 'quotas'; limit: number }) =>
    `the records of ${p.kind === 'spend' ? 'spend' : 'quotas'} have more than ${String(p.limit)} days together`,

  // A log as columns that cannot be read
  missing_column: (p: { column: string; requirement: string; on: string }) =>
    `the framework asks for "${p.requirement}" on "${p.on}", and the log has no column "${p.column}"`,
  column_length: (p: { column: string; length: number; rows: number }) =>
    `column "${p.column}" has ${String(p.length)} entries, and ${String(p.rows)} are needed`,
  column_code: (p: { column: string; row: number; value: number }) =>
    `column "${p.column}" holds ${String(p.value)} at ${String(p.row)}, which stands for nothing`,

  // A stored state that does not fit
  other_framework: (p: { expected: string; found: string }) => `the state was stored under framework "${p.found}", and this is "${p.expected}"`,
  changed_framework: (p: { framework: string; digest: string }) =>
    `framework "${p.framework}" has changed since the state was stored, and declares no migration from ${p.digest.slice(0, 12)}…; add one, or replay the lead's events`,
  unknown_version: (p: { version: number; known: readonly number[] }) =>
    `a record of version ${String(p.version)}; this library reads ${list(p.known.map(String))}`,
  history_ends_elsewhere: (p: { stage: string; last: string }) =>
    `the record says that the lead is in "${p.stage}", and its history ends in "${p.last}"`,
  stage_gone: (p: { stage: string; to: string | null; digest: string }) =>
    p.to === null
      ? `stage "${p.stage}" is gone, and the migration from ${p.digest.slice(0, 12)}… does not say where its leads are now`
      : `the migration from ${p.digest.slice(0, 12)}… puts the leads of "${p.stage}" into "${p.to}", which is no stage of this framework`,

  // An event that does not belong to a stored state
  other_lead: (p: { event: string; leadId: string; expected: string }) =>
    `event "${p.event}" is about lead "${p.leadId}", and the record is that of lead "${p.expected}"`,
  taken_before: (p: { event: string }) => `the lead has taken its step by event "${p.event}" already`,
  time_travel: (p: { event: string; at: number; stage: string; since: number }) =>
    `event "${p.event}" happened at ${toIso(p.at)}, before the lead entered "${p.stage}" at ${toIso(p.since)}; resolve and replay the lead's events`,
  left_elsewhere: (p: { event: string; left: string; stage: string }) =>
    `event "${p.event}" says that the lead leaves "${p.left}", and it is in "${p.stage}": somebody was faster, or the record is out of date; read it again`,

  // A life that is legal to write down and bad to live
  unreachable_stage: (p: { stage: string }) => `no agreed step ever leads to "${p.stage}"`,
  trap: (p: { stage: string }) => `from "${p.stage}" no agreed step leads on to a customer or to an exit`,
  no_end: (p: { framework: string }) => `framework "${p.framework}" has neither a customer stage nor an exit: no lead ever gets anywhere`,
  exit_without_return: (p: { stage: string }) => `a lead that left by "${p.stage}" is never taken up again`,
  unknown_owner: (p: { stage: string; owner: string; suggestion: string | null }) =>
    `"${p.stage}" is owned by "${p.owner}", which is no party here${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  unknown_party: (p: { on: string; to: string; party: string; suggestion: string | null }) =>
    `"${p.on}" into "${p.to}" is for "${p.party}", which is no party here${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  self_hand_off: (p: { from: string; to: string; party: string }) =>
    `"${p.party}" stands on both ends of the hand-off from "${p.from}" to "${p.to}"`,
  rejection_after_attempt: (p: { on: string; to: string }) =>
    `"${p.on}" leads to "${p.to}" also after the receiver has tried the lead; ask for not_attempted_since_delivery`,
  rejection_without_class: (p: { on: string; to: string }) =>
    `"${p.on}" leads to "${p.to}" without saying whether it is procedural, clerical or definitional; ask for a rejection_class`,
  disqualification_without_attempt: (p: { on: string; to: string }) =>
    `"${p.on}" leads to "${p.to}" without an attempt by whoever accepted the lead; ask for attempted_since_acceptance`,
  disqualification_before_acceptance: (p: { from: string; to: string }) =>
    `a lead in "${p.from}" may never have been accepted, and can be disqualified into "${p.to}"`,
  expiry_by_hand: (p: { on: string; to: string }) => `"${p.on}" leads to "${p.to}", where only the clock should: by "expired"`,
  loss_before_opportunity: (p: { from: string; to: string }) => `a lead in "${p.from}" can be lost into "${p.to}", and is no opportunity yet`,
  return_without_recycling: (p: { stage: string; on: readonly string[] }) =>
    `a lead that left by "${p.stage}" comes back by ${list(p.on)} and never by "recycled", so that nobody counts its return`,
  never_legal: (p: { on: string; to: string; because: string }) => `the step on "${p.on}" into "${p.to}" can never be taken: ${p.because}`,
  shadowed_step: (p: { on: string; from: string; to: string; by: string }) =>
    `from "${p.from}" an "${p.on}" that names no stage never leads to "${p.to}": the step into "${p.by}" comes first and asks for less`,
  milestones_out_of_order: (p: { earlier: string; later: string }) =>
    `the milestone "${p.later}" is mapped to a stage before those of "${p.earlier}"`,
});
