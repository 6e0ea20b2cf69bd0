import { issueCatalogue } from '../kernel/issue.js';

/** What can be wrong with clauses; `calendarIssue` says what can be with working hours. */
export const slaIssue = /* @__PURE__ */ issueCatalogue('sla', {
  duplicate_clause: (p: { clause: string }) => `two clauses are called "${p.clause}"`,
  same_party: (p: { clause: string; party: string }) =>
    `the clause "${p.clause}" is owed by ${p.party} to itself; a promise needs two sides`,
  unknown_clause: (p: { clause: string; excusedBy: string; suggestion: string | null }) =>
    `"${p.clause}" is excused by "${p.excusedBy}", which is no clause here` +
    (p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`),
  excuse_cycle: (p: { clauses: readonly string[] }) =>
    `${p.clauses.map((clause) => `"${clause}"`).join(' is excused by ')}: a cycle of excuses excuses everyone`,
  excuse_by_same_party: (p: { clause: string; excusedBy: string; party: string }) =>
    `"${p.clause}" would be excused by "${p.excusedBy}", which ${p.party} owes too; only the other side's breach excuses`,
  excuse_without_delivery: (p: { clause: string; excusedBy: string }) =>
    `"${p.clause}" would be excused by "${p.excusedBy}", which is not judged delivery by delivery and can never excuse one`,
  warns_from_start: (p: { clause: string; warn: number; within: number }) =>
    `"${p.clause}" warns ${String(p.warn)} minutes before it is due, but runs for ${String(p.within)} minutes only`,
  never_warns: (p: { clause: string; within: number }) =>
    `"${p.clause}" would warn only once it is due, after ${String(p.within)} minutes`,
  rung_before_start: (p: { clause: string; before: number; within: number }) =>
    `"${p.clause}" escalates ${String(p.before)} minutes before it is due, but runs for ${String(p.within)} minutes only`,
  window_never_reached: (p: { clause: string; window: number }) =>
    `window ${String(p.window)} of "${p.clause}" applies to no lead: an earlier one takes them all`,
  window_never_changes: (p: { clause: string; whenWindowChanges: string }) =>
    `"${p.clause}" says "${p.whenWindowChanges}" for when the window changes, but it has no windows`,
  pause_never_holds: (p: { clause: string }) => `a pause of "${p.clause}" is ended by every event that begins it`,
  pause_never_ends: (p: { clause: string }) => `nothing can end a pause of "${p.clause}": no event is what its end asks for`,
  condition_never_met: (p: { clause: string }) => `no event can be what this condition of "${p.clause}" asks for`,
  mix_never_counts: (p: { clause: string; channels: readonly string[] }) =>
    `"${p.clause}" asks for attempts over ${p.channels.join(', ')}, but counts none of them`,
  mix_beyond_total: (p: { clause: string; part: number; total: number }) =>
    `"${p.clause}" asks for ${String(p.total)} attempts in all, and for ${String(p.part)} over some channels alone`,
  cancelled_first: (p: { clause: string }) => `every event that would do this to "${p.clause}" cancels it, and what is cancelled stays so`,
});
