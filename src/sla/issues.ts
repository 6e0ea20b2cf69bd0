import { issueCatalogue } from '../kernel/issue.js';

/** What can be wrong with working hours and with clauses. */
export const slaIssue = /* @__PURE__ */ issueCatalogue('sla', {
  never_opens: (p: { calendar: string }) => `the calendar "${p.calendar}" never opens: no clock on it would ever run`,
  beyond_horizon: (p: { calendar: string; openMs: number }) =>
    `the calendar "${p.calendar}" has no ${String(p.openMs)} open milliseconds left between 1900 and 2200`,
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
});
