import { groupBy } from '../../kernel/group.js';
import { toIso, type Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import type { Channel } from '../../vocabulary/activity.js';
import type { PartyId } from '../../vocabulary/party.js';
import { icpIssue } from '../issues.js';
import type { CallList } from '../list/call-list.js';
import { exceptionFinder, type ListException } from './exceptions.js';
import type { ContactRules } from './rules.js';
import type { GateState, OptOut } from './state.js';

/** A call or message that somebody is about to make. */
export interface PlannedContact {
  readonly leadId: string | null;
  /** Who is to be reached, where that is known apart from the lead. */
  readonly contactId?: string;
  readonly accountId: string | null;
  readonly channel: Channel;
  readonly at: Instant;
  /** The party that is about to make it. */
  readonly party: PartyId;
}

/**
 * Leave to make contact, or a refusal with its reason and the parties whose people may grant an exception. For an opt-out nobody
 * may; where only the asking party may grant, nobody may either.
 */
export type ContactVerdict =
  | { readonly allowed: true; readonly because: 'on_list' | 'channel_free' }
  | { readonly allowed: true; readonly because: 'exception'; readonly exception: ListException }
  | { readonly allowed: false; readonly issue: Issue; readonly exceptionBy: readonly PartyId[] };

/**
 * Whether this contact may be made. An opt-out at or before the moment comes before everything else, whether the lead, the
 * contact's other leads or the contact's record says so. Then, for the channels that ask it, the list: the account must be on it,
 * or have an exception for this party and channel that is in force.
 *
 * The refusal's code: `icp.opted_out`, `icp.no_account`, `icp.no_list`, `icp.off_list` (whose `why` is null where the list does
 * not say why). For many contacts, {@link callGate}.
 *
 * @param list - A `TargetList`, or what `providedList` finds in the log; null where there is none.
 */
export const mayContact = (contact: PlannedContact, list: CallList | null, rules: ContactRules, state: GateState): ContactVerdict =>
  callGate(list, rules, state)(contact);

/** {@link mayContact} for many contacts: each then takes a few look-ups, however long the list. */
export const callGate = (list: CallList | null, rules: ContactRules, state: GateState): ((contact: PlannedContact) => ContactVerdict) => {
  const listed = new Set(list?.in.map(({ accountId }) => accountId));
  const whyOut = new Map([...(list?.out ?? [])].reverse().map(({ accountId, reason }) => [accountId, reason]));
  const exceptionOf = exceptionFinder(state.exceptions);
  const optOutOf = optOutFinder(state);
  return (contact) => {
    const { leadId, accountId, channel, party } = contact;
    const optOut = optOutOf(contact);
    if (optOut !== null) return { allowed: false, issue: optedOut(optOut), exceptionBy: [] };
    if (rules.channels !== undefined && !rules.channels.includes(channel)) return { allowed: true, because: 'channel_free' };
    // An exception is given for an account: without one there is nothing to grant.
    if (accountId === null) return { allowed: false, issue: icpIssue('no_account', { lead: leadId }, ['accountId']), exceptionBy: [] };
    if (listed.has(accountId)) return { allowed: true, because: 'on_list' };
    const exception = exceptionOf({ ...contact, accountId });
    if (exception !== null) return { allowed: true, because: 'exception', exception };
    const exceptionBy = rules.exceptionsBy.filter((one) => one !== party);
    const issue =
      list === null
        ? icpIssue('no_list', { account: accountId, party }, ['accountId'])
        : icpIssue('off_list', { account: accountId, why: whyOut.get(accountId) ?? null }, ['accountId']);
    return { allowed: false, issue, exceptionBy };
  };
};

/** Who asked to be left alone, as a look-up: the opt-out that holds for a contact at its moment, the earliest of several. */
const optOutFinder = ({ optOuts, leads, merged }: GateState): ((contact: PlannedContact) => OptOut | null) => {
  const earliestFirst = [...optOuts].sort(byStart);
  const ofLead = groupBy(earliestFirst, ({ leadId }) => leadId);
  const ofContact = groupBy(earliestFirst, ({ contactId }) => contactId);
  const contactsOf = groupBy(leads, ({ leadId }) => leadId);
  const homes = new Map(merged.map(({ from, leadId }) => [from, leadId]));
  return ({ leadId, contactId, channel, at }) => {
    const holds = (one: OptOut): boolean => (one.at === null || one.at <= at) && (one.channel === null || one.channel === channel);
    const lead = leadId === null ? null : (homes.get(leadId) ?? leadId);
    const contacts = [...(contactId === undefined ? [] : [contactId]), ...(lead === null ? [] : (contactsOf.get(lead) ?? []).map((one) => one.contactId))];
    const found = [lead === null ? undefined : ofLead.get(lead), ...contacts.map((one) => ofContact.get(one))].flatMap((some) => some?.find(holds) ?? []);
    return found.sort(byStart)[0] ?? null;
  };
};

const byStart = (a: OptOut, b: OptOut): number => (a.at ?? -Infinity) - (b.at ?? -Infinity) || 0;

const optedOut = ({ leadId, contactId, at, channel }: OptOut): Issue =>
  icpIssue('opted_out', { lead: leadId, contact: contactId, since: at === null ? null : toIso(at), channel }, [leadId === null ? 'contactId' : 'leadId']);
