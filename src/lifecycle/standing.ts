import type { Instant } from '../kernel/instant.js';
import type { Event, LeadEvent } from '../vocabulary/event.js';
import { RECENT_ATTEMPTS } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { isLeadEvent } from './log/row.js';
import { isFilled, type StepFacts } from './requirement.js';

/** How a lead stands between its sides, and what is known of it: everything that a step's requirements ask about. Folded from its events. */
export interface Standing {
  readonly delivered: boolean;
  /** The party of the last delivery; null before the first. */
  readonly receiver: PartyId | null;
  readonly attemptsSinceDelivery: number;
  /** The party that accepted last; null before, and again once the lead was brought back. */
  readonly accepter: PartyId | null;
  readonly attemptsSinceAcceptance: number;
  /** The moments of the accepter's latest attempts since accepting, at most {@link RECENT_ATTEMPTS}, in order. */
  readonly attemptsAt: readonly Instant[];
  /** One of our people had a conversation with the lead since the last delivery, or at all where it was never delivered. */
  readonly contacted: boolean;
  /** How often the lead was brought back from an exit. */
  readonly recycles: number;
  /** The tier that the last fit score named; null where none did. */
  readonly fitTier: string | null;
  /** Names of the custom fields that are filled, as last recorded. */
  readonly fields: Readonly<Record<string, true>>;
  /** What qualification found out and did not take back, as `meddic.champion`. */
  readonly qualification: Readonly<Record<string, true>>;
}

/** A standing that a loop over many events keeps and changes in place. */
export type StandingDraft = {
  -readonly [Key in keyof Standing]: Standing[Key] extends Readonly<Record<string, true>>
    ? Record<string, true>
    : Standing[Key] extends readonly Instant[]
      ? Instant[]
      : Standing[Key];
};

/** The standing of a lead to which nothing has happened, to be changed in place. */
export const newStanding = (): StandingDraft => ({
  delivered: false,
  receiver: null,
  attemptsSinceDelivery: 0,
  accepter: null,
  attemptsSinceAcceptance: 0,
  attemptsAt: [],
  contacted: false,
  recycles: 0,
  fitTier: null,
  fields: {},
  qualification: {},
});

/** A lead to which nothing has happened. */
export const NOTHING_YET: Standing = /* @__PURE__ */ newStanding();

/** Whether who acts can answer a delivery to a party: its people can, no sequencer and nobody else. */
export const answers = ({ by }: Pick<Event, 'by'>, receiver: PartyId | null): boolean => by.party === receiver && by.kind === 'human';

/**
 * The standing after one more event, whether or not that event was a legal step: what was recorded happened.
 *
 * A hand-off delivers, and begins the count of the receiver's attempts. An acceptance or rejection by a person of the
 * receiving party answers it, and so does an expiry; from anyone else the lead still stands delivered. An acceptance,
 * whoever's, begins the count of the accepter's attempts. Only attempts by people count, and only those of that party.
 * A lead that is brought back was accepted by nobody yet: what its accepter tried before counts no more.
 * A conversation that one of our people made or held a meeting for is contact, until the next delivery.
 */
export const foldStanding = (standing: Standing, event: Event): Standing => {
  const draft: StandingDraft = {
    ...standing,
    attemptsAt: [...standing.attemptsAt],
    fields: { ...standing.fields },
    qualification: { ...standing.qualification },
  };
  if (isLeadEvent(event)) follow(draft, event);
  return draft;
};

/** {@link foldStanding}, in place. */
export const follow = (draft: StandingDraft, event: LeadEvent): void => {
  if (event.attributes !== undefined) record(draft.fields, event.attributes);
  switch (event.type) {
    case 'handed_off':
      draft.delivered = true;
      draft.receiver = event.to;
      draft.attemptsSinceDelivery = 0;
      draft.contacted = false;
      for (const name of event.fields ?? []) draft.fields[name] = true;
      break;
    case 'accepted':
      if (answers(event, draft.receiver)) draft.delivered = false;
      draft.accepter = event.by.party;
      draft.attemptsSinceAcceptance = 0;
      draft.attemptsAt = [];
      break;
    case 'rejected':
      if (answers(event, draft.receiver)) draft.delivered = false;
      break;
    case 'expired':
      draft.delivered = false;
      break;
    case 'recycled':
      draft.recycles += 1;
      draft.accepter = null;
      draft.attemptsSinceAcceptance = 0;
      draft.attemptsAt = [];
      break;
    case 'attempt':
      attempt(draft, event);
      break;
    case 'contact_made':
    case 'meeting_held':
      if (event.by.kind === 'human') draft.contacted = true;
      break;
    case 'score_changed':
      if (event.kind === 'fit') draft.fitTier = event.tier ?? null;
      break;
    case 'qualification_recorded':
      set(draft.qualification, `${event.framework}.${event.field}`, event.value !== null);
      break;
    default:
  }
};

const attempt = (draft: StandingDraft, { by, at }: Event): void => {
  if (by.kind !== 'human') return;
  if (by.party === draft.receiver) draft.attemptsSinceDelivery += 1;
  if (by.party !== draft.accepter) return;
  draft.attemptsSinceAcceptance += 1;
  draft.attemptsAt.push(at);
  if (draft.attemptsAt.length > RECENT_ATTEMPTS) draft.attemptsAt.shift();
};

const record = (fields: Record<string, true>, attributes: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(attributes)) set(fields, name, isFilled(value));
};

const set = (names: Record<string, true>, name: string, known: boolean): void => {
  if (known) names[name] = true;
  else if (Object.hasOwn(names, name)) Reflect.deleteProperty(names, name);
};

/** What the requirements of a step ask about: the standing before the event, and who acts in it and says what. */
export const stepFacts = (standing: Standing, event: LeadEvent): StepFacts => ({
  party: event.by.party,
  human: event.by.kind === 'human',
  rejectionClass: event.type === 'rejected' ? event.class : null,
  delivered: standing.delivered,
  receiver: standing.receiver,
  attemptsSinceDelivery: standing.attemptsSinceDelivery,
  attemptsSinceAcceptance: standing.attemptsSinceAcceptance,
  at: event.at,
  attemptsAt: standing.attemptsAt,
  contacted: standing.contacted,
  fitTier: standing.fitTier,
  fields: standing.fields,
  recorded: event.attributes ?? null,
  qualification: standing.qualification,
  says: event,
});
