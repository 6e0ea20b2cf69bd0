import type { Instant } from '../kernel/instant.js';
import { openMsAt } from '../sla/calendar/open-time.js';
import type { Facts } from '../vocabulary/fact.js';
import type { StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import { frameworkOf, stageOwnersOf } from './framework.js';
import { hoursOf } from './hours.js';
import { atMoment, type VersionInForce } from './versions.js';

/** Cumulative open milliseconds of one calendar at a moment. */
type OpenMs = (at: Instant | null) => number | null;

interface Hours {
  readonly ofParty: (party: PartyId, person: string | null) => OpenMs;
  readonly ofStage: (stage: StageId) => OpenMs;
}

const NEVER: OpenMs = () => null;

/**
 * Open time in the rows of stays and deliveries: of the stage owner's calendar, and of the receiver's (of the person whom
 * the delivery names, where that person has hours of their own). Each row keeps to the calendar of the version of the pact
 * that was in force when it began, so that what it took is a subtraction. What began before any version, and what a party
 * has that the pact does not name, has none.
 */
export const withOpenTime = (versions: readonly VersionInForce[]): ((facts: Facts) => Facts) => {
  const hours = versions.map((version) => ({ ...version, hours: hoursUnder(version) }));
  const hoursAt = (at: Instant): Hours | undefined => atMoment(hours, at)?.hours;
  return (facts) => ({
    ...facts,
    stageVisits: facts.stageVisits.map((visit) => {
      const openMs = hoursAt(visit.enteredAt)?.ofStage(visit.stage) ?? NEVER;
      return { ...visit, enteredOpenMs: openMs(visit.enteredAt), leftOpenMs: openMs(visit.leftAt) };
    }),
    handOffs: facts.handOffs.map((delivery) => {
      const openMs = hoursAt(delivery.deliveredAt)?.ofParty(delivery.toParty, delivery.toPerson) ?? NEVER;
      return {
        ...delivery,
        deliveredOpenMs: openMs(delivery.deliveredAt),
        acceptedOpenMs: openMs(delivery.acceptedAt),
        firstAttemptOpenMs: openMs(delivery.firstAttemptAt),
      };
    }),
  });
};

const hoursUnder = ({ pact }: VersionInForce): Hours => {
  const open = hoursOf(pact);
  const owners = stageOwnersOf(frameworkOf(pact));
  const known = new Set(pact.parties.map(({ id }) => id));
  const ofParty = (party: PartyId, person: string | null): OpenMs => {
    if (!known.has(party)) return NEVER;
    const calendar = open(party, person, null).open;
    return (at) => (at === null ? null : openMsAt(calendar, at));
  };
  return {
    ofParty,
    ofStage: (stage) => {
      const owner = Object.hasOwn(owners, stage) ? owners[stage] : undefined;
      return owner === undefined ? NEVER : ofParty(owner, null);
    },
  };
};
