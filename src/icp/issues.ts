import { issueCatalogue } from '../kernel/issue.js';

/** What can be wrong with a filter (first group), and why a contact is refused (second group). */
export const icpIssue = /* @__PURE__ */ issueCatalogue('icp', {
  duplicate_id: (p: { what: string; id: string }) => `there is another ${p.what} "${p.id}" before this one`,
  no_criteria: (p: { filter: string }) => `the filter "${p.filter}" asks nothing: every account fits`,
  tier_order: (p: { tier: string; atLeast: number; before: string; beforeAtLeast: number }) =>
    `tiers stand best first: "${p.tier}" asks for ${String(p.atLeast)} points, "${p.before}" before it for ${String(p.beforeAtLeast)}`,
  unreachable_tier: (p: { tier: string; atLeast: number; outOf: number }) =>
    `tier "${p.tier}" asks for ${String(p.atLeast)} points; the criteria give at most ${String(p.outOf)}`,
  empty_range: (p: { from: string; below: string }) => `nothing is at least ${p.from} and below ${p.below}`,
  never_in_force: (p: { criterion: string }) => `"${p.criterion}" ends before it begins`,

  opted_out: (p: { lead: string; since: string; channel: string | null }) =>
    `lead "${p.lead}" asked not to be contacted${p.channel === null ? '' : ` by ${p.channel}`} (${p.since})`,
  no_account: (p: { lead: string | null }) =>
    `${p.lead === null ? 'the contact' : `lead "${p.lead}"`} belongs to no account, so that no list can hold it`,
  off_list: (p: { account: string; why: string }) => `account "${p.account}" is not on the target list: ${p.why}`,
});
