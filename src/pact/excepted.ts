import { LONGEST_DAY_MS } from '../kernel/day-end.js';
import { groupBy } from '../kernel/group.js';
import type { Issue } from '../kernel/issue.js';
import { listExceptions, type ListException } from '../icp/gate/exceptions.js';
import type { Event } from '../vocabulary/event.js';
import type { ActivityFact } from '../vocabulary/fact.js';
import { atMoment, type VersionInForce } from './versions.js';

/** Leave to contact accounts that are not on the list, each as the version of the pact allowed it under which it was granted. */
export interface GrantedExceptions {
  readonly exceptions: readonly ListException[];
  /** Grants that do not count, or not in full: those of `listExceptions`. */
  readonly notices: readonly Issue[];
}

/** The exceptions of a log, in its order. One that was granted while the pact said nothing of who may is none. */
export const exceptionsUnder = (versions: readonly VersionInForce[], events: readonly Event[]): GrantedExceptions => {
  const grants = new Map(events.flatMap((event) => (event.type === 'exception_granted' ? [[event.id, event.at] as const] : [])));
  const made = versions.map((version) => {
    const { contactRules: rules } = version.pact;
    if (rules === undefined || grants.size === 0) return { exceptions: [], notices: [] };
    const isUnder = (at: number | undefined): boolean => at !== undefined && atMoment(versions, at) === version;
    const { exceptions, notices } = listExceptions(events, rules);
    return {
      exceptions: exceptions.filter(({ event }) => isUnder(grants.get(event))),
      notices: notices.filter(({ path }) => isUnder(events[Number(path[0])]?.at)),
    };
  });
  return { exceptions: made.flatMap(({ exceptions }) => exceptions), notices: made.flatMap(({ notices }) => notices) };
};

/**
 * Whether activities were let through: true or false where the version then in force says who may grant exceptions and the
 * account is known, null elsewhere. Of one that is known to the day only nobody knows where an exception began or ended that day.
 */
export const withExceptions = (
  versions: readonly VersionInForce[],
  exceptions: readonly ListException[],
  activities: readonly ActivityFact[],
): readonly ActivityFact[] => {
  if (versions.every(({ pact }) => pact.contactRules === undefined)) return activities;
  const ofAccount = groupBy(exceptions, ({ accountId }) => accountId);
  return activities.map((activity) => {
    const { accountId, at, byDay, party, channel } = activity;
    if (accountId === null || atMoment(versions, at)?.pact.contactRules === undefined) return activity;
    const last = byDay ? at + LONGEST_DAY_MS - 1 : at;
    const near = (ofAccount.get(accountId) ?? []).filter(
      (one) => one.to === party && (one.channel === null || one.channel === channel) && one.from <= last && at < one.until,
    );
    const excepted = near.length === 0 ? false : near.some(({ from, until }) => from <= at && last < until) ? true : null;
    return { ...activity, excepted };
  });
};
