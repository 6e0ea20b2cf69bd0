import { LONGEST_DAY_MS } from '../../kernel/day-end.js';
import type { Instant } from '../../kernel/instant.js';
import { ERASED } from '../../lifecycle/log/personal.js';
import type { ResolvedLog } from '../../lifecycle/log/resolve.js';
import type { Lead } from '../../vocabulary/lead.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ProfileValue } from '../../vocabulary/words.js';
import { isConversation, type Conversation } from './conversation.js';

/** A fact about an account or contact that a conversation put right. */
export interface FactCorrection {
  readonly about: 'account' | 'contact';
  /** Of which account or contact; null where nobody knows. */
  readonly id: string | null;
  readonly attribute: string;
  /** What the record said then; null where it said nothing. */
  readonly was: ProfileValue;
  /** What it is; null where it turned out to be unknown. */
  readonly is: ProfileValue;
  readonly at: Instant;
  /**
   * When it could first be known: when it was recorded, where that was said, and never before it was told; of what is known to
   * the day only, once that day must be over.
   */
  readonly knownAt: Instant;
  /** Position in the resolved log: with `at` a total order. */
  readonly order: number;
  /** Position in its report: of two words on one attribute the later counts. */
  readonly nth: number;
  readonly event: string;
  readonly leadId: string;
  readonly party: PartyId;
  readonly person: string | null;
}

/** When a conversation has surely been told of. */
const toldBy = ({ at, precision }: Conversation): Instant => (precision === 'day' ? at + LONGEST_DAY_MS : at);

/**
 * Every fact that conversations put right, the latest first; what was erased since is not among them. The account is the one
 * that the event names, else the first that any event of its lead names; the contact is that of the lead's record.
 *
 * @param leads - Records of the leads, which say who the contact of each is; without them no correction of a contact has an id.
 */
export const corrections = (log: ResolvedLog, leads: readonly Lead[] = []): readonly FactCorrection[] => {
  const accountOf = new Map<string, string>();
  for (const event of log.events) {
    if ('leadId' in event && 'accountId' in event && !accountOf.has(event.leadId)) accountOf.set(event.leadId, event.accountId);
  }
  const contactOf = new Map(leads.map(({ id, contactId }) => [id, contactId]));
  return log.events
    .flatMap((event, order): readonly FactCorrection[] => {
      if (!isConversation(event)) return [];
      const { id, at, knownAt = toldBy(event), leadId, accountId, by, corrected = [] } = event;
      const told = corrected.map((one, nth) => ({ ...one, nth })).filter(({ about, is }) => about === 'account' || is !== ERASED);
      return told.map(({ about, attribute, was = null, is, nth }) => ({
        about,
        id: (about === 'account' ? (accountId ?? accountOf.get(leadId)) : contactOf.get(leadId)) ?? null,
        attribute,
        was,
        is,
        at,
        knownAt: Math.max(at, knownAt),
        order,
        nth,
        event: id,
        leadId,
        party: by.party,
        person: by.person ?? null,
      }));
    })
    .reverse();
};
