import { toIso, type Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import type { Channel } from '../vocabulary/activity.js';
import { icpIssue } from './issues.js';
import type { TargetList } from './target-list.js';

/** A call or message that somebody is about to make. */
export interface PlannedContact {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly channel: Channel;
  readonly at: Instant;
}

/** A lead asked not to be contacted: by one channel, or at all where `channel` is null. */
export interface OptOut {
  readonly leadId: string;
  readonly channel: Channel | null;
  readonly at: Instant;
}

/** An account that may be called though it is not on the list: by whose leave, why, and for how long (half-open). */
export interface ListException {
  readonly accountId: string;
  readonly grantedBy: string;
  readonly why: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What is checked before a contact besides the list: who asked to be left alone, and which exceptions were granted. */
export interface ContactRules {
  readonly optOuts: readonly OptOut[];
  readonly exceptions: readonly ListException[];
  /** Who may grant an exception from the list: a role or a name. */
  readonly exceptionsBy: string;
}

/** Leave to make contact, or a refusal with its reason and who could lift it; an opt-out nobody can. */
export type ContactVerdict =
  | { readonly allowed: true; readonly because: 'on_list' }
  | { readonly allowed: true; readonly because: 'exception'; readonly exception: ListException }
  | { readonly allowed: false; readonly issue: Issue; readonly exceptionBy: string | null };

/**
 * Whether this contact may be made. An opt-out at or before the moment comes before everything else; then the account
 * must be on the list, or have an exception that is in force.
 *
 * The refusal's code: `icp.opted_out`, `icp.no_account`, `icp.off_list`.
 */
export const mayContact = (contact: PlannedContact, list: TargetList, rules: ContactRules): ContactVerdict => {
  const { leadId, accountId, channel, at } = contact;
  const optOut = rules.optOuts
    .filter((one) => one.leadId === leadId && one.at <= at && (one.channel === null || one.channel === channel))
    .sort((a, b) => a.at - b.at)[0];
  if (optOut !== undefined) {
    const issue = icpIssue('opted_out', { lead: optOut.leadId, since: toIso(optOut.at), channel: optOut.channel }, ['leadId']);
    return { allowed: false, issue, exceptionBy: null };
  }
  if (accountId === null)
    return { allowed: false, issue: icpIssue('no_account', { lead: leadId }, ['accountId']), exceptionBy: rules.exceptionsBy };
  if (list.in.some((listed) => listed.accountId === accountId)) return { allowed: true, because: 'on_list' };
  const exception = rules.exceptions.find((one) => one.accountId === accountId && one.from <= at && at < one.until);
  if (exception !== undefined) return { allowed: true, because: 'exception', exception };
  const why = list.out.find((unlisted) => unlisted.accountId === accountId)?.reason ?? 'not_considered';
  return { allowed: false, issue: icpIssue('off_list', { account: accountId, why }, ['accountId']), exceptionBy: rules.exceptionsBy };
};
