import { issueCatalogue } from '../kernel/issue.js';

const hint = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);

/** What can be wrong with a definition, a scorecard or what is asked of them. */
export const metricsIssue = /* @__PURE__ */ issueCatalogue('metrics', {
  unknown_column: (p: { column: string; suggestion: string | null }) => `no fact column "${p.column}" here${hint(p.suggestion)}`,
  unusable_column: (p: { column: string; needed: string; found: string }) => `"${p.column}" is ${p.found}; ${p.needed} is needed here`,
  wrong_unit: (p: { unit: string; expected: string }) => `counts one "${p.expected}" at a time, not one "${p.unit}"`,
  wrong_measure: (p: { measure: string; reason: string }) => `a ${p.measure} ${p.reason}`,
  unknown_metric: (p: { metric: string; suggestion: string | null }) => `no metric "${p.metric}"${hint(p.suggestion)}`,
  thresholds_out_of_order: (p: { direction: string; target: string; yellow: string; red: string }) =>
    `where ${p.direction} is better, target, yellow and red run from best to worst; found ${p.target}, ${p.yellow}, ${p.red}`,
  wrong_threshold_unit: (p: { metric: string; reason: string }) => `thresholds of "${p.metric}": ${p.reason}`,
  too_many_metrics: (p: { count: number; most: number }) => `${String(p.count)} metrics; more than ${String(p.most)} are not looked at`,
  one_sided: (p: { owner: string }) => `only "${p.owner}" owns metrics; both sides owe`,
});
