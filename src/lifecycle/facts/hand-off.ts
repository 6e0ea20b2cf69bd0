import type { Instant } from '../../kernel/instant.js';
import type { HandOffFact } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import { answers } from '../standing.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row a delivery, in order. An acceptance or rejection by a person of the receiving party, or an expiry, answers the
 * lead's last delivery where that is open. A new delivery supersedes an open one, and the last one to the same party
 * whether or not that was answered; an accepted one to another party goes on, since the next link of the chain does not
 * undo it. Human attempts of the receiving party count until the delivery is superseded, rejected or expired; acceptance
 * does not end them, since first contact comes after it.
 *
 * An assignment that names no party speaks of the party that had the lead last; as long as none had, of the party that acts.
 */
export const handOffFacts = (log: ByLead): readonly HandOffFact[] => {
  const rows: Draft<HandOffFact>[] = [];
  const lastOf: (Draft<HandOffFact> | undefined)[] = [];
  const lastTo: Map<PartyId, Draft<HandOffFact>>[] = [];
  const tiers: (string | undefined)[] = [];
  const withParty: PartyId[] = [];
  /** By delivery: the rejected one that it makes good. */
  const again = new Map<HandOffFact, Draft<HandOffFact>>();
  log.each((event, lead, order) => {
    const last = lastOf[lead];
    const byReceiver = (lastTo[lead] ??= new Map());
    const open = last !== undefined && isOpen(last) ? last : undefined;
    switch (event.type) {
      case 'handed_off': {
        if (open !== undefined) open.supersededAt = event.at;
        const before = byReceiver.get(event.to);
        if (before !== undefined) before.supersededAt ??= event.at;
        const row: Draft<HandOffFact> = {
          leadId: event.leadId,
          delivery: (last?.delivery ?? 0) + 1,
          handOff: event.handOff ?? null,
          fromParty: event.by.party,
          toParty: event.to,
          toPerson: event.toPerson ?? null,
          deliveredAt: event.at,
          deliveredOrder: order,
          deliveredEvent: event.id,
          deliveredByDay: event.precision === 'day',
          fields: [...(event.fields ?? [])].sort(),
          fitTier: tiers[lead] ?? null,
          ...UNANSWERED,
          assignedAt: event.toPerson === undefined ? null : event.at,
        };
        if (before !== undefined && before.rejectedAt !== null) {
          before.resubmittedAt = event.at;
          again.set(row, before);
        }
        rows.push(row);
        lastOf[lead] = row;
        byReceiver.set(row.toParty, row);
        withParty[lead] = row.toParty;
        break;
      }
      case 'assigned': {
        const party = event.toParty ?? withParty[lead];
        if (party !== undefined) withParty[lead] = party;
        const row = byReceiver.get(party ?? event.by.party);
        if (row !== undefined && isLive(row)) row.assignedAt ??= event.at;
        break;
      }
      case 'accepted':
        if (open === undefined || !answers(event, open.toParty)) break;
        open.acceptedAt = event.at;
        open.acceptedEvent = event.id;
        acceptedAgain(again.get(open), event.at);
        break;
      case 'rejected':
        if (open === undefined || !answers(event, open.toParty)) break;
        open.rejectedAt = event.at;
        open.rejectedEvent = event.id;
        open.rejectionClass = event.class;
        open.reason = event.reason;
        break;
      case 'expired':
        if (open === undefined) break;
        open.expiredAt = event.at;
        open.expiredEvent = event.id;
        break;
      case 'score_changed':
        // A fit score that names no tier leaves the tier as it was.
        if (event.kind === 'fit') tiers[lead] = event.tier ?? tiers[lead];
        break;
      case 'attempt': {
        const row = event.by.kind === 'human' ? byReceiver.get(event.by.party) : undefined;
        if (row === undefined || !isLive(row)) break;
        row.attempts += 1;
        if (row.firstAttemptAt !== null) break;
        row.firstAttemptAt = event.at;
        row.firstAttemptEvent = event.id;
        row.firstAttemptPerson = event.by.person ?? null;
        break;
      }
      default:
    }
  });
  return rows;
};

const isOpen = (row: HandOffFact): boolean => row.acceptedAt === null && row.rejectedAt === null && row.expiredAt === null;

/** It has not ended: it was neither sent back, nor expired, nor delivered anew. */
const isLive = (row: HandOffFact): boolean => row.rejectedAt === null && row.expiredAt === null && row.supersededAt === null;

const acceptedAgain = (rejected: Draft<HandOffFact> | undefined, at: Instant): void => {
  if (rejected !== undefined) rejected.resubmissionAcceptedAt = at;
};

const UNANSWERED = {
  acceptedAt: null,
  acceptedEvent: null,
  rejectedAt: null,
  rejectedEvent: null,
  rejectionClass: null,
  reason: null,
  expiredAt: null,
  expiredEvent: null,
  supersededAt: null,
  firstAttemptAt: null,
  firstAttemptEvent: null,
  firstAttemptPerson: null,
  attempts: 0,
  resubmittedAt: null,
  resubmissionAcceptedAt: null,
  deliveredOpenMs: null,
  acceptedOpenMs: null,
  firstAttemptOpenMs: null,
};
