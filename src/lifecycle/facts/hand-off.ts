import type { HandOffFact } from '../../vocabulary/fact.js';
import type { ByLead, Draft } from './by-lead.js';

/**
 * One row a delivery, in order. An acceptance, rejection or expiry answers the lead's last delivery where that is open;
 * a new delivery supersedes an open one. Human attempts of the receiving party count until the lead is delivered again
 * or the delivery is rejected or expires; acceptance does not end them, since first contact comes after it.
 */
export const handOffFacts = (log: ByLead): readonly HandOffFact[] => {
  const rows: Draft<HandOffFact>[] = [];
  const lastOf: (Draft<HandOffFact> | undefined)[] = [];
  log.each((event, lead, order) => {
    const last = lastOf[lead];
    const open = last !== undefined && isOpen(last) ? last : undefined;
    switch (event.type) {
      case 'handed_off': {
        if (open !== undefined) open.supersededAt = event.at;
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
          ...UNANSWERED,
        };
        rows.push(row);
        lastOf[lead] = row;
        break;
      }
      case 'accepted':
        if (open === undefined) break;
        open.acceptedAt = event.at;
        open.acceptedEvent = event.id;
        break;
      case 'rejected':
        if (open === undefined) break;
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
      case 'attempt':
        if (last === undefined || event.by.kind !== 'human' || event.by.party !== last.toParty) break;
        if (last.rejectedAt !== null || last.expiredAt !== null) break;
        last.attempts += 1;
        if (last.firstAttemptAt !== null) break;
        last.firstAttemptAt = event.at;
        last.firstAttemptEvent = event.id;
        last.firstAttemptPerson = event.by.person ?? null;
        break;
      default:
    }
  });
  return rows;
};

const isOpen = (row: HandOffFact): boolean => row.acceptedAt === null && row.rejectedAt === null && row.expiredAt === null;

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
};
