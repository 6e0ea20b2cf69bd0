import type { LogColumns } from '../../vocabulary/log-columns.js';
import { RECENT_ATTEMPTS } from '../../vocabulary/framework.js';
import { EVENT_NUMBER } from '../number.js';

/**
 * How the lead in hand stands, in the numbers of the columns: `Standing` without names and objects. There is one, written
 * over row by row and cleared from lead to lead.
 */
export interface LeadNow {
  delivered: boolean;
  /** Party code plus one; 0 before the first delivery. */
  receiver: number;
  attemptsSinceDelivery: number;
  /** Party code plus one; 0 before. */
  accepter: number;
  attemptsSinceAcceptance: number;
  /** The moments of the accepter's latest attempts: attempt n lies at n modulo the length. */
  readonly attemptsAt: Float64Array;
  contacted: boolean;
  /** As in `TierColumn`, 0 where no fit score was recorded. */
  tier: number;
  /** 1 where a custom field is filled, by its place among those that are asked about. */
  readonly filled: Uint8Array;
  /** The same for findings of qualification. */
  readonly found: Uint8Array;
}

export const newLead = (fields: number, findings: number): LeadNow => ({
  delivered: false,
  receiver: 0,
  attemptsSinceDelivery: 0,
  accepter: 0,
  attemptsSinceAcceptance: 0,
  attemptsAt: new Float64Array(RECENT_ATTEMPTS),
  contacted: false,
  tier: 0,
  filled: new Uint8Array(fields),
  found: new Uint8Array(findings),
});

export const clear = (lead: LeadNow): void => {
  lead.delivered = false;
  lead.receiver = 0;
  lead.attemptsSinceDelivery = 0;
  lead.accepter = 0;
  lead.attemptsSinceAcceptance = 0;
  lead.contacted = false;
  lead.tier = 0;
  lead.filled.fill(0);
  lead.found.fill(0);
};

// What a row does to its lead, by event type: small numbers, so that the loop over rows branches on a byte.
const NOTHING = 0;
const DELIVERS = 1;
const ACCEPTS = 2;
const REJECTS = 3;
const EXPIRES = 4;
const ATTEMPTS = 5;
const CONTACTS = 6;
const BRINGS_BACK = 7;

/** By event type. */
export const EFFECTS: Uint8Array = /* @__PURE__ */ (() => {
  const effects = new Uint8Array(Object.keys(EVENT_NUMBER).length).fill(NOTHING);
  effects[EVENT_NUMBER.handed_off] = DELIVERS;
  effects[EVENT_NUMBER.accepted] = ACCEPTS;
  effects[EVENT_NUMBER.rejected] = REJECTS;
  effects[EVENT_NUMBER.expired] = EXPIRES;
  effects[EVENT_NUMBER.recycled] = BRINGS_BACK;
  effects[EVENT_NUMBER.attempt] = ATTEMPTS;
  effects[EVENT_NUMBER.contact_made] = CONTACTS;
  effects[EVENT_NUMBER.meeting_held] = CONTACTS;
  return effects;
})();

/**
 * `follow`, for a row: the same rules in numbers. They are written twice because a fold over objects would have to make a
 * million of them to read one number from each; a property test holds the two together.
 */
export const followRow = (lead: LeadNow, { party, human, to, at }: LogColumns, row: number, effect: number): void => {
  const actor = (party[row] ?? 0) + 1;
  const byPerson = human[row] === 1;
  switch (effect) {
    case DELIVERS:
      lead.delivered = true;
      lead.receiver = to[row] ?? 0;
      lead.attemptsSinceDelivery = 0;
      lead.contacted = false;
      break;
    case ACCEPTS:
      if (byPerson && actor === lead.receiver) lead.delivered = false;
      lead.accepter = actor;
      lead.attemptsSinceAcceptance = 0;
      break;
    case REJECTS:
      if (byPerson && actor === lead.receiver) lead.delivered = false;
      break;
    case EXPIRES:
      lead.delivered = false;
      break;
    case BRINGS_BACK:
      lead.accepter = 0;
      lead.attemptsSinceAcceptance = 0;
      break;
    case ATTEMPTS:
      if (!byPerson) break;
      if (actor === lead.receiver) lead.attemptsSinceDelivery += 1;
      if (actor !== lead.accepter) break;
      lead.attemptsAt[lead.attemptsSinceAcceptance % RECENT_ATTEMPTS] = at[row] ?? 0;
      lead.attemptsSinceAcceptance += 1;
      break;
    case CONTACTS:
      if (byPerson) lead.contacted = true;
      break;
    default:
  }
};

/** How many of the accepter's latest attempts lie after a moment and not after another. */
export const attemptsBetween = ({ attemptsAt, attemptsSinceAcceptance }: LeadNow, after: number, until: number): number => {
  let made = 0;
  for (let i = Math.min(attemptsSinceAcceptance, RECENT_ATTEMPTS) - 1; i >= 0; i -= 1) {
    const at = attemptsAt[i] ?? 0;
    if (at > after && at <= until) made += 1;
  }
  return made;
};
