import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { createLifecycle } from '../lifecycle/lifecycle.js';
import { factsFrom } from '../lifecycle/facts.js';
import type { Replay } from '../lifecycle/replay.js';
import { resolve, type ResolvedLog } from '../lifecycle/log/resolve.js';
import { clocksUnder } from '../sla/clock/clocks.js';
import type { Account } from '../vocabulary/account.js';
import type { Event } from '../vocabulary/event.js';
import type { Facts } from '../vocabulary/fact.js';
import type { Spend } from '../vocabulary/money.js';
import type { Quota } from '../vocabulary/quota.js';
import { exceptionsUnder, withExceptions, type GrantedExceptions } from './excepted.js';
import { withFit } from './fit.js';
import { frameworkOf, stageOwnersOf } from './framework.js';
import { hoursOf } from './hours.js';
import { withOpenTime } from './open-time.js';
import { withReports } from './reported.js';
import { withCompleteness } from './said-enough.js';
import type { VersionInForce } from './versions.js';
import { voidWaivers, waiversOf } from './waivers.js';

/** What follows from a pact and the events, before any question is asked. */
export interface PactFacts {
  readonly facts: Facts;
  /** The log in order, and what became of every event. */
  readonly log: ResolvedLog;
  /** The log held against the agreed life: what it does not allow is marked, and counts all the same. */
  readonly replay: Replay;
  /** Leave to contact accounts that are not on the target list, as far as it counts. */
  readonly exceptions: GrantedExceptions['exceptions'];
  /** What had to be decided on the way, from the log and from the facts. */
  readonly notices: readonly Issue[];
}

/** What is on record besides the events. */
export interface PactRecords {
  /** Scored by the target filter: the fit of their leads. */
  readonly accounts?: readonly Account[];
  /** A row for each of their civil days, in the pact's zone. */
  readonly spend?: readonly Spend[];
  readonly quotas?: readonly Quota[];
}

/**
 * Facts with the clocks of every version of the pact: each clock runs under the version in force when it began. The life
 * of the leads is judged by `life`, the version a review speaks of; its target filter tells their fit, and its zone which
 * days spend and quotas lie on. Stays and deliveries have the open time of the version in force when they began.
 *
 * @param horizon - What happened before `asOf` and was recorded before `knownBy`.
 */
export const pactFacts = (
  versions: readonly VersionInForce[],
  life: VersionInForce,
  events: readonly Event[],
  horizon: { readonly asOf: Instant; readonly knownBy?: Instant },
  records: PactRecords = {},
): PactFacts => factsUnder(versions, life, records)(events, horizon);

/**
 * The same for whoever asks again and again, as a live lead does: the machine is made and the calendars are compiled once.
 */
export const factsUnder = (
  versions: readonly VersionInForce[],
  life: VersionInForce,
  { accounts = [], spend = [], quotas = [] }: PactRecords = {},
): ((events: readonly Event[], horizon: { readonly asOf: Instant; readonly knownBy?: Instant }) => PactFacts) => {
  const lifecycle = createLifecycle(frameworkOf(life.pact));
  const contexts = versions.map((version) => {
    const { pact } = version;
    const framework = frameworkOf(pact);
    return { version, context: { pactVersion: pact.version, openHoursOf: hoursOf(pact), milestones: framework.milestones, stageOwners: stageOwnersOf(framework) } };
  });
  const filter = life.pact.targetFilter;
  const openTime = withOpenTime(versions);
  return (events, horizon) => {
    const log = resolve(events, horizon);
    const { facts: base, replay, notices } = factsFrom(lifecycle, log, { spend, quotas, zone: life.pact.zone });
    const leads = filter === undefined ? base.leads : withFit(base.leads, { filter, accounts, asOf: horizon.asOf });
    const { exceptions, notices: ofExceptions } = exceptionsUnder(versions, log.events);
    const facts = openTime({
      ...base,
      leads,
      feedback: withCompleteness(versions, base.feedback),
      activities: withExceptions(versions, exceptions, base.activities),
      conversations: withReports(versions, log.events, base.conversations),
    });
    const waivers = waiversOf(log.events);
    const clocks = clocksUnder(
      contexts.map(({ version: { pact, from, until }, context }) => ({ clauses: pact.clauses, context: { ...context, waivers }, from, until })),
      facts,
    );
    return { facts: { ...facts, clocks }, log, replay, exceptions, notices: [...log.notices, ...notices, ...voidWaivers(log.events), ...ofExceptions] };
  };
};
