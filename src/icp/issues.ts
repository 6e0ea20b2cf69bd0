import { issueCatalogue } from '../kernel/issue.js';

/**
 * What makes a filter impossible (first group), what is odd about one (second), why a contact is refused (third), why an
 * exception does not count (fourth), and what is wrong with a model of engagement, with dossiers and with a matrix of actions.
 */
export const icpIssue = /* @__PURE__ */ issueCatalogue('icp', {
  duplicate_id: (p: { what: string; id: string }) => `there is another ${p.what} "${p.id}" before this one`,
  unknown_attribute: (p: { attribute: string; about: 'account' | 'contact'; known: readonly string[]; suggestion: string | null }) =>
    `no attribute "${p.attribute}" of the ${p.about} was agreed${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  impossible_attribute: (p: { attribute: string }) => `no record can hold an attribute called "${p.attribute}"`,
  forbidden_attribute: (p: { attribute: string; why: string }) => `"${p.attribute}" may never count: ${p.why}`,
  unfit_test: (p: { attribute: string; type: string; is: string; fitting: readonly string[] }) =>
    `"${p.is}" cannot be asked of "${p.attribute}", which is ${p.type}; what can: ${p.fitting.join(', ')}`,
  unfit_value: (p: { attribute: string; type: string; value: string | number | boolean }) =>
    `"${p.attribute}" is ${p.type}; it is never ${JSON.stringify(p.value)}`,
  empty_range: (p: { from: string; below: string }) => `nothing is at least ${p.from} and below ${p.below}`,
  too_many_of: (p: { atLeast: number; different: number }) =>
    `at least ${String(p.atLeast)} are asked of ${String(p.different)} different values`,
  groups_too_deep: (p: { limit: number }) => `groups nest deeper than ${String(p.limit)} levels, which nobody can read`,
  contacts_within_contacts: () => 'contacts are counted with each contact in turn; they cannot be counted again within that',

  no_criteria: (p: { filter: string }) => `the filter "${p.filter}" asks nothing: every account fits`,
  tier_order: (p: { tier: string; atLeast: number; before: string; beforeAtLeast: number }) =>
    `tiers stand best first: "${p.tier}" asks for ${String(p.atLeast)} points, "${p.before}" before it for ${String(p.beforeAtLeast)}`,
  unreachable_tier: (p: { tier: string; atLeast: number; outOf: number }) =>
    `tier "${p.tier}" asks for ${String(p.atLeast)} points; the criteria give at most ${String(p.outOf)}`,
  tier_for_all: (p: { tier: string; atLeast: number }) =>
    `tier "${p.tier}" asks for ${String(p.atLeast)} points and no criterion takes any: nobody is in the tiers below it`,
  never_in_force: (p: { criterion: string }) => `"${p.criterion}" ends before it begins`,
  no_effect: (p: { criterion: string }) => `"${p.criterion}" gives no points, whatever the answer`,
  unreachable_band: (p: { criterion: string; band: number; by: readonly number[] }) =>
    `band ${String(p.band)} of "${p.criterion}" is never reached: what it asks for is in band ${p.by.join(' or ')}`,
  crossing_bands: (p: { criterion: string; band: number; with: number }) =>
    `bands ${String(p.with)} and ${String(p.band)} of "${p.criterion}" have some values in common: only their order decides`,
  band_gap: (p: { criterion: string; from: string; below: string }) =>
    `no band of "${p.criterion}" has what is at least ${p.from} and below ${p.below}`,
  nobody_fits: (p: { mustHave: string; disqualifier: string }) =>
    `nobody fits: "${p.disqualifier}" keeps out whom "${p.mustHave}" demands`,

  missing_column: (p: { attribute: string; about: 'account' | 'contact' }) =>
    `no column says what "${p.attribute}" of the ${p.about} is; where nobody knows, give one that says so`,
  bad_column: (p: { column: string; why: string }) => `the column "${p.column}" ${p.why}`,

  opted_out: (p: { lead: string | null; contact: string | null; since: string | null; channel: string | null }) =>
    `${p.lead === null ? `contact "${p.contact ?? '?'}"` : `lead "${p.lead}"`} asked not to be contacted` +
    `${p.channel === null ? '' : ` by ${p.channel}`}${p.since === null ? '' : ` (${p.since})`}`,
  no_account: (p: { lead: string | null }) =>
    `${p.lead === null ? 'the contact' : `lead "${p.lead}"`} belongs to no account, so that no list can hold it`,
  no_list: (p: { account: string; party: string }) => `account "${p.account}" is on no target list: "${p.party}" has none`,
  off_list: (p: { account: string; why: keyof typeof WHY_OFF | null }) =>
    `account "${p.account}" is not on the target list${p.why === null ? '' : `: ${WHY_OFF[p.why]}`}`,
  nobody_may_grant: (p: { party: string }) => `nobody but "${p.party}" may grant an exception, and no party may grant one to itself`,

  exception_not_theirs: (p: { event: string; party: string; exceptionsBy: readonly string[] }) =>
    `"${p.event}" lets nobody contact anyone: "${p.party}" may not grant exceptions; who may: ${p.exceptionsBy.join(', ')}`,
  exception_to_itself: (p: { event: string; party: string }) =>
    `"${p.event}" lets nobody contact anyone: "${p.party}" granted it to itself`,
  exception_by_automation: (p: { event: string }) => `"${p.event}" lets nobody contact anyone: no person granted it`,
  exception_without_time: (p: { event: string; at: string; until: string }) =>
    `"${p.event}" lets nobody contact anyone: granted at ${p.at}, it ends at ${p.until}`,
  exception_too_long: (p: { event: string; until: string; longestDays: number; ends: string }) =>
    `"${p.event}" was granted until ${p.until}; ${String(p.longestDays)} days are agreed, so that it ends at ${p.ends}`,
  exception_unknown: (p: { event: string; ends: string }) => `"${p.event}" ends "${p.ends}", which granted no exception`,

  level_order: (p: { level: string; atLeast: number; before: string; beforeAtLeast: number }) =>
    `levels stand best first: "${p.level}" asks for ${String(p.atLeast)} points, "${p.before}" before it for ${String(p.beforeAtLeast)}`,
  unreachable_level: (p: { level: string; atLeast: number }) =>
    `level "${p.level}" asks for ${String(p.atLeast)} points, and no signal gives any`,
  signal_never: (p: { signal: string; type: string; field: string }) =>
    `"${p.signal}" never happens: events of type "${p.type}" have no ${p.field}`,
  signal_shadowed: (p: { signal: string; by: string }) => `"${p.signal}" never counts: "${p.by}" before it is every event that it could be`,

  nothing_needed: (p: { standard: string }) => `"${p.standard}" asks for nothing: every section is optional`,
  nothing_researched: (p: { accounts: number }) => `none of ${String(p.accounts)} accounts has a dossier that is complete`,

  unknown_action: (p: { action: string; suggestion: string | null }) =>
    `no action "${p.action}" was agreed${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  unknown_tier: (p: { tier: string; suggestion: string | null }) =>
    `the target filter has no tier "${p.tier}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  unknown_level: (p: { level: string; suggestion: string | null }) =>
    `the engagement model has no level "${p.level}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  duplicate_cell: (p: { fit: string; engagement: string }) => `what is done for ${p.fit} with ${p.engagement} is said before already`,
  missing_cell: (p: { fit: string; engagement: string }) => `nothing is said for ${p.fit} with ${p.engagement}`,
  idle_action: (p: { action: string }) => `no cell asks for "${p.action}"`,
});

/** Why an account is off a list, for those who want to call it. */
const WHY_OFF = {
  disqualified: 'a disqualifier holds',
  must_have_missing: 'a must-have is missing',
  undecided: 'nobody knows whether it fits',
  below_tiers: 'it has too few points for any tier',
  over_capacity: 'more accounts fit than can be worked',
  duplicate: 'its id stands on several rows',
} as const;
