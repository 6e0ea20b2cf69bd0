import { issueCatalogue } from '../kernel/issue.js';

const hint = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);

/** What can be wrong with a definition, a scorecard or what is asked of them. */
export const metricsIssue = /* @__PURE__ */ issueCatalogue('metrics', {
  unknown_column: (p: { column: string; suggestion: string | null }) => `no fact column "${p.column}" here${hint(p.suggestion)}`,
  unusable_column: (p: { column: string; needed: string; found: string }) => `"${p.column}" is ${p.found}; ${p.needed} is needed here`,
  wrong_unit: (p: { unit: string; expected: string }) => `counts one "${p.expected}" at a time, not one "${p.unit}"`,
  wrong_measure: (p: { measure: string; reason: string }) => `a ${p.measure} ${p.reason}`,
  wrong_basis: (p: { reason: string }) => p.reason,
  wrong_filter: (p: { reason: string }) => p.reason,
  unknown_operand: (p: { operand: string; suggestion: string | null }) =>
    `no input or earlier step "${p.operand}" here${hint(p.suggestion)}`,
  wrong_parameter: (p: { parameter: string; value: string }) => `parameter "${p.parameter}" is decimal text, not "${p.value}"`,
  conflicting_rates: (p: { from: string; to: string; since: string }) => `two different rates of ${p.from} in ${p.to} since ${p.since}`,
  no_earlier_period: (p: { label: string }) => `which period comes before "${p.label}" is not known`,
  column_not_told: (p: { column: string }) => `these facts do not tell "${p.column}", which the metric reads`,
  unknown_metric: (p: { metric: string; suggestion: string | null }) => `no metric "${p.metric}"${hint(p.suggestion)}`,
  thresholds_out_of_order: (p: { direction: string; target: string; yellow: string; red: string }) =>
    `where ${p.direction} is better, target, yellow and red run from best to worst; found ${p.target}, ${p.yellow}, ${p.red}`,
  wrong_threshold_unit: (p: { metric: string; reason: string }) => `thresholds of "${p.metric}": ${p.reason}`,
  wrong_pace: (p: { metric: string; measure: string }) =>
    `"${p.metric}" is a ${p.measure}, which does not add up over time: its pace is none`,
  too_many_metrics: (p: { count: number; most: number }) => `${String(p.count)} metrics; more than ${String(p.most)} are not looked at`,
  one_sided: (p: { owner: string }) => `only "${p.owner}" owns metrics; both sides owe`,
  party_without_metric: (p: { party: string }) => `"${p.party}" owns none of the metrics; both sides owe`,
  goal_without_measure: () => 'no number says whether the shared goal is reached',
  party_without_part: (p: { party: string }) => `others bring something towards the shared goal that is measured, "${p.party}" does not`,
  goal_not_half_a_year: (p: { from: string; to: string }) =>
    `the shared goal runs from ${p.from} to ${p.to}; six months are what both sides can look over`,
  not_comparable: (p: { a: string; b: string }) => `a ${p.a} and a ${p.b} have no difference that could be taken apart`,
  no_number: (p: { report: string }) => `the report of "${p.report}" has no number`,
  not_a_number: (p: { text: string }) => `${JSON.stringify(p.text)} is no decimal text, such as "214" or "0.24"`,
  no_such_limit: (p: { changes: number; tries: number }) =>
    `0 to 6 changes and 1 to 100,000 tries can be asked for; found ${String(p.changes)} and ${String(p.tries)}`,
});
