import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { homesOf } from '../../lifecycle/log/merge.js';
import type { Channel } from '../../vocabulary/activity.js';
import type { Event, MergeEvent, OptedOutEvent } from '../../vocabulary/event.js';
import type { Contact, Lead } from '../../vocabulary/lead.js';
import { listExceptions, type ListException } from './exceptions.js';
import type { ContactRules } from './rules.js';

/** Somebody asked not to be contacted. */
export interface OptOut {
  /** The lead that said so; null where it stands in the contact's record only. */
  readonly leadId: string | null;
  /** Whom it holds for besides, whichever lead they are; null where that is not known. */
  readonly contactId: string | null;
  /** By this channel; null for all. */
  readonly channel: Channel | null;
  /** From then on; null where the record says no moment, which is always. */
  readonly at: Instant | null;
}

/** What a gate knows: who asked to be left alone, who is who, and which exceptions were granted. Plain data, for any moment. */
export interface GateState {
  readonly optOuts: readonly OptOut[];
  /** Which contact a lead is; several where leads of several contacts became one. */
  readonly leads: readonly { readonly leadId: string; readonly contactId: string }[];
  /** Which lead those are now that were merged into it. */
  readonly merged: readonly { readonly from: string; readonly leadId: string }[];
  readonly exceptions: readonly ListException[];
  /** What in the log lets nobody do anything: see {@link listExceptions}. */
  readonly notices: readonly Issue[];
}

/**
 * What the log says about whom not to contact and whom to contact besides the list. It holds for any moment: each opt-out and
 * exception knows its own.
 *
 * @param events - As `resolve` leaves them. Of those after the moment of a call none counts, save that an end cuts its exception.
 * @param people - `leads`: which contact each is, so that an opt-out holds for every lead of the same contact. `contacts`: those
 *   whose record says that they opted out, for always. `merges`: those of the log that were not voided, so that a lead which is
 *   asked about by its id from before the merge is the lead that it became; `resolve` leaves none among the events.
 */
export const gateState = (
  events: readonly Event[],
  rules: ContactRules,
  { leads = [], contacts = [], merges = [] }: { readonly leads?: readonly Lead[]; readonly contacts?: readonly Contact[]; readonly merges?: readonly MergeEvent[] } = {},
): GateState => {
  const { homeOf } = homesOf(merges.map((event, row) => ({ event, row })));
  const known = leads.flatMap(({ id, contactId }) => (contactId === undefined ? [] : [{ leadId: homeOf(id), contactId }]));
  const contactsOf = groupBy(known, ({ leadId }) => leadId);
  const optOutsOf = ({ leadId: said, channel, at }: OptedOutEvent): readonly OptOut[] => {
    const leadId = homeOf(said);
    const who: readonly (string | null)[] = contactsOf.get(leadId)?.map(({ contactId }) => contactId) ?? [null];
    return who.map((contactId) => ({ leadId, contactId, channel: channel ?? null, at }));
  };
  return {
    optOuts: [
      ...contacts.flatMap(({ id, optedOut }) => (optedOut === true ? [{ leadId: null, contactId: id, channel: null, at: null }] : [])),
      ...events.flatMap((event) => (event.type === 'opted_out' ? optOutsOf(event) : [])),
    ],
    leads: known,
    merged: [...new Set(merges.flatMap(({ from, into }) => [from, into]))].flatMap((from) => (homeOf(from) === from ? [] : [{ from, leadId: homeOf(from) }])),
    ...listExceptions(events, rules),
  };
};
