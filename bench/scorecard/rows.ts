import { resolve, type ResolvedLog } from 'revpact/lifecycle';
import { EVENT_TYPES, REJECTION_CLASSES, type Event } from 'revpact/vocabulary';
import { CURRENCIES, PARTIES, SOURCES, STAGES, type Arrays } from './log.js';

/** The same log as event objects, for the way that takes rows. */
export const eventLog = ({ lead, type, at, party, human, to, rejectionClass, stage, source, holder, dealRow, deal, amount, currency }: Arrays): ResolvedLog => {
  const dealOf = new Map(Array.from(dealRow, (row, i) => [row, i]));
  const events = Array.from(lead, (code, row) => {
    const kind = EVENT_TYPES[type[row] ?? 0];
    const i = dealOf.get(row);
    const minor = i === undefined ? NaN : (amount[i] ?? NaN);
    return {
      id: `e${String(row)}`,
      type: kind,
      at: at[row],
      by: { party: PARTIES[party[row] ?? 0], kind: human[row] === 1 ? 'human' : 'automation' },
      leadId: `l${String(code)}`,
      ...(stage[row] === 0 ? {} : { stage: STAGES[(stage[row] ?? 0) - 1] }),
      ...(source[row] === 0 ? {} : { source: SOURCES[(source[row] ?? 0) - 1] }),
      ...(kind === 'handed_off' ? { to: PARTIES[(to[row] ?? 0) - 1], toPerson: `p${String((holder[row] ?? 0) - 1)}` } : {}),
      ...(kind === 'rejected' ? { class: REJECTION_CLASSES[(rejectionClass[row] ?? 0) - 1], reason: 'no_phone' } : {}),
      ...(kind === 'disqualified' ? { reason: 'no_budget' } : {}),
      ...(kind === 'attempt' ? { channel: 'phone' } : {}),
      ...(i === undefined ? {} : { opportunityId: `o${String(deal[i] ?? 0)}` }),
      ...(i === undefined || Number.isNaN(minor) ? {} : { amount: { minor, currency: CURRENCIES[(currency[i] ?? 0) - 1] } }),
    };
  });
  // Of the generator's making, field by field; the compiler sees only spreads.
  return { ...resolve([]), events: events as unknown as readonly Event[] };
};
