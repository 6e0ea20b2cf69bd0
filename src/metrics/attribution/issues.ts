import { issueCatalogue } from '../../kernel/issue.js';

/** What can be wrong with paths, or with what is asked of them. */
export const attributionIssue = /* @__PURE__ */ issueCatalogue('metrics', {
  path_too_long: (p: { path: string; touches: number; limit: number }) =>
    `the path of "${p.path}" has ${String(p.touches)} touches; at most ${String(p.limit)} are shared among: narrow the window or leave out what is no touch`,
  too_many_touches: (p: { touches: number; limit: number }) =>
    `all paths together have ${String(p.touches)} touches; at most ${String(p.limit)} are read at once: take shorter periods`,
  duplicate_path: (p: { path: string }) => `a second path of "${p.path}"; its conversion would count twice`,
  out_of_order: (p: { path: string }) => `the touches of "${p.path}" are not in order of time`,
  after_conversion: (p: { path: string }) => `"${p.path}" was touched after it converted; a path ends where it converts`,
  not_a_moment: (p: { path: string }) => `"${p.path}" has a moment that is no whole number of milliseconds`,
  not_an_amount: (p: { path: string; minor: string }) => `the amount of "${p.path}" is ${p.minor}; whole minor units below 2^53 are needed`,
  too_much_to_draw: (p: { work: number; limit: number }) =>
    `${String(p.work)} steps for so many orders over these coalitions; at most ${String(p.limit)} are taken: draw fewer orders`,
  not_paths: (p: { reason: string }) => p.reason,
  too_many_states: (p: { order: number; states: number; limit: number }) =>
    `a chain of order ${String(p.order)} has more than ${String(p.limit)} states here; take a lower order or fewer channels`,
});
