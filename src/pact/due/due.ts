import { EARLIEST, type Instant } from '../../kernel/instant.js';
import type { HoursOfClock } from '../../sla/clause.js';
import { escalations, type Escalation } from '../../sla/due/escalation.js';
import { deadlineFrom, proposeExpiries, type ExpiryDue } from '../../sla/due/expiry.js';
import { schedule, type DueItem } from '../../sla/due/schedule.js';
import type { Event, ExpiredEvent } from '../../vocabulary/event.js';
import type { ClockFact, Facts } from '../../vocabulary/fact.js';
import type { PartyId } from '../../vocabulary/party.js';
import { factsUnder } from '../facts.js';
import { frameworkOf } from '../framework.js';
import { hoursOfClocks } from '../hours.js';
import type { Pact } from '../pact.js';
import type { VersionInForce } from '../versions.js';
import { directoryOf } from './directory.js';
import { endedByLeaving } from './standing.js';

/** Each version of a pact with the clocks that began under it, for what is left to do. */
const byVersion = (versions: readonly VersionInForce[], { clocks, stageVisits }: Facts): readonly { readonly pact: Pact; readonly clocks: readonly ClockFact[] }[] =>
  versions.map(({ pact }) => ({
    pact,
    clocks: endedByLeaving(frameworkOf(pact), stageVisits, clocks.filter(({ pactVersion }) => pactVersion === pact.version)),
  }));

/**
 * What is owed as of a moment under every version of a pact, each promise as the version words it under which it began. The
 * order is that of `schedule`. Where the lead has left the cycle since, nothing is left to do.
 *
 * @param facts - What `pactFacts` makes.
 * @param hoursOfClock - For whoever asks often: what `hoursOfClocks` gave, so that calendars are compiled once.
 */
export const scheduleOf = (
  versions: readonly VersionInForce[],
  facts: Facts,
  asOf: Instant,
  hoursOfClock: HoursOfClock = hoursOfClocks(versions),
): readonly DueItem[] =>
  byVersion(versions, facts)
    .flatMap(({ pact, clocks }) => schedule(pact.clauses, clocks, asOf, hoursOfClock))
    .sort((a, b) => (a.dueAt === b.dueAt ? 0 : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)));

/**
 * Who is to be told in a stretch of time, `from` included and `to` not, under every version of a pact: the order and the
 * meaning are those of `escalations`. Nobody is told once the lead has left the cycle. Managers are those that a version's
 * people name, the sponsor is the version's.
 *
 * @param facts - What `pactFacts` makes.
 * @param hoursOfClock - For whoever asks often: what `hoursOfClocks` gave, so that calendars are compiled once.
 */
export const escalationsOf = (
  versions: readonly VersionInForce[],
  facts: Facts,
  window: { readonly from: Instant; readonly to: Instant },
  hoursOfClock: HoursOfClock = hoursOfClocks(versions),
): readonly Escalation[] =>
  byVersion(versions, facts)
    .flatMap(({ pact, clocks }) => escalations(pact.clauses, clocks, window, hoursOfClock, directoryOf(pact)))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * The `expired` events that a host should record as of a moment, the earliest first and one a lead: those of
 * `proposeExpiries`, under every version of a pact.
 *
 * @param by - In whose name they are recorded; that of the party that let the promise lapse where absent.
 */
export const expiriesOf = (
  versions: readonly VersionInForce[],
  facts: Facts,
  { asOf, by, hoursOfClock = hoursOfClocks(versions) }: { readonly asOf: Instant; readonly by?: PartyId; readonly hoursOfClock?: HoursOfClock },
): readonly ExpiredEvent[] => {
  const proposed = byVersion(versions, facts)
    .flatMap(({ pact, clocks }) => {
      const context = { asOf, hoursOfClock, milestones: frameworkOf(pact).milestones, ...(by === undefined ? {} : { by }) };
      return proposeExpiries(pact.clauses, { ...facts, clocks }, context);
    })
    .sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return proposed.filter(({ leadId }) => !seen.has(leadId) && seen.add(leadId));
};

/**
 * When a live lead expires under a pact: the `deadline` that `watchExpiry` of `revpact/lifecycle/xstate` asks for, in
 * business time, also after a restart.
 *
 * @param log - The lead's events as they are now, each put there before the live lead takes it; asked anew each time.
 * @throws RevpactError with `sla.beyond_horizon` where a calendar has too little open time left before 2200.
 */
export const deadlineOf = (
  versions: readonly VersionInForce[],
  leadId: string,
  log: () => readonly Event[],
): ((stage: string, enteredAt: Instant) => ExpiryDue | null) => {
  const last = versions.at(-1);
  if (last === undefined) return () => null;
  const factsOf = factsUnder(versions, last);
  return (stage, enteredAt) => {
    const events = log();
    const asOf = events.reduce((latest, { at }) => Math.max(latest, at), EARLIEST) + 1;
    return byVersion(versions, factsOf(events, { asOf }).facts)
      .map(({ pact, clocks: begun }) => deadlineFrom(pact.clauses, leadId, () => begun)(stage, enteredAt))
      .reduce((first, next) => (first === null || (next !== null && next.at < first.at) ? next : first), null);
  };
};
