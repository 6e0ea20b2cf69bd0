import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Facts, HandOffFact, LeadEventFact } from '../../vocabulary/fact.js';
import type { StageId } from '../../vocabulary/framework.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { ClockContext } from '../clause.js';
import { ending, type Ending, type Moment } from '../clock/course.js';
import type { LogOrder } from './log-order.js';

/** How a lead went out of its receiver's hands. */
export interface Departure extends Moment {
  readonly because: 'rejected' | 'disqualified' | 'expired' | 'lost' | 'won' | 'handed_on';
}

/**
 * By what each lead leaves the hands of a party, in the order of the log: by one of the four exits, by being won, by being
 * delivered or assigned to another party, or by a step from one party's stage into that of another. Where somebody else
 * takes an unanswered lead away and gives it to another party, that supersedes the delivery, and is none of these.
 */
export const departuresFrom = (
  party: PartyId,
  facts: Facts,
  { milestones, stageOwners = {} }: Pick<ClockContext, 'milestones' | 'stageOwners'>,
  { compare }: LogOrder,
): ReadonlyMap<string, readonly Departure[]> => {
  const won = milestones.won ?? [];
  const ownerOf = (stage: StageId | null): PartyId | undefined => (stage !== null && Object.hasOwn(stageOwners, stage) ? stageOwners[stage] : undefined);
  const changesOwner = ({ type, left, entered }: LeadEventFact): boolean => {
    const [before, now] = [ownerOf(left), ownerOf(entered)];
    return before !== undefined && now !== undefined && now !== before && now !== party && type !== 'expired';
  };
  const exits = new Set(facts.exits.map(({ event }) => event));
  const ours = facts.handOffs.filter(({ toParty }) => toParty === party);
  const superseded = new Map([...groupBy(ours, ({ leadId }) => leadId)].map(([leadId, rows]) => [leadId, new Set(rows.map((row) => row.supersededAt))]));
  const departures = [
    ...ours.flatMap(({ leadId, rejectedAt: at, rejectedEvent: event }) => leaving(leadId, at, event, 'rejected')),
    ...ours.flatMap(({ leadId, expiredAt: at, expiredEvent: event }) => leaving(leadId, at, event, 'expired')),
    ...facts.exits.flatMap(({ leadId, at, event, exit }) => leaving(leadId, at, event, exit)),
    ...facts.stageVisits
      .filter(({ stage }) => won.includes(stage))
      .flatMap(({ leadId, enteredAt, enteredEvent }) => leaving(leadId, enteredAt, enteredEvent, 'won')),
    ...facts.handOffs
      .filter((one) => one.toParty !== party && (one.fromParty === party || superseded.get(one.leadId)?.has(one.deliveredAt) !== true))
      .flatMap(({ leadId, deliveredAt, deliveredEvent }) => leaving(leadId, deliveredAt, deliveredEvent, 'handed_on')),
    ...facts.leadEvents
      .filter((event) => isAssignedAway(event, party) || (changesOwner(event) && !exits.has(event.eventId)))
      .flatMap(({ leadId, at, eventId }) => leaving(leadId, at, eventId, 'handed_on')),
  ];
  return groupBy(departures.sort(compare), ({ leadId }) => leadId);
};

const isAssignedAway = ({ type, holderParty }: LeadEventFact, party: PartyId): boolean =>
  type === 'assigned' && holderParty !== null && holderParty !== party;

const leaving = (
  leadId: string,
  at: Instant | null,
  event: string | null,
  because: Departure['because'],
): readonly (Departure & { readonly leadId: string })[] => (at === null || event === null ? [] : [{ leadId, at, event, because }]);

/** When each lead first opted out of everything. */
export const optOutsIn = (facts: Facts): ReadonlyMap<string, Instant | null> =>
  new Map(facts.leads.map(({ leadId, optedOutAt }) => [leadId, optedOutAt]));

/** What lets any promise on a delivery go: the same lead was delivered anew, or wants no contact. */
export const lettingGo = (delivery: HandOffFact, optOuts: ReadonlyMap<string, Instant | null>): readonly Ending[] => [
  ...ending(delivery.supersededAt, 'delivered_anew'),
  ...ending(optOuts.get(delivery.leadId) ?? null, 'opted_out'),
];
