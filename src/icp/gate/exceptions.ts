import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { compareMoments } from '../../lifecycle/log/row.js';
import type { Channel } from '../../vocabulary/activity.js';
import type { Event, ExceptionEndedEvent } from '../../vocabulary/event.js';
import type { PartyId } from '../../vocabulary/party.js';
import { icpIssue } from '../issues.js';
import { endOf, grantIssues, outweighs } from './grant.js';
import type { ContactRules } from './rules.js';

/** An account that a party may contact though it is not on the list: by whose leave, why, and for how long (half-open). */
export interface ListException {
  /** The event that granted it. */
  readonly event: string;
  readonly accountId: string;
  /** The party that may make contact. */
  readonly to: PartyId;
  /** By this channel only; null for any. */
  readonly channel: Channel | null;
  readonly from: Instant;
  /** As granted, or sooner: where it was ended, and after the agreed longest time. */
  readonly until: Instant;
  /** The party that granted it. */
  readonly by: PartyId;
  readonly person: string | null;
  readonly why: string;
}

/** The exceptions of a log, and what in it is none. */
export interface ListExceptions {
  /** In the order of the log. */
  readonly exceptions: readonly ListException[];
  /**
   * Grants that do not count or not in full, and ends of nothing, with the event's position in the path:
   * `icp.exception_not_theirs`, `icp.exception_to_itself`, `icp.exception_by_automation`, `icp.exception_without_time`,
   * `icp.exception_too_long`, `icp.exception_unknown`.
   */
  readonly notices: readonly Issue[];
}

/**
 * The exceptions from the list that were granted by those who may: a person of one of the agreed parties, for another party
 * than their own. One granted for longer than agreed is cut. Anybody may end one: that lets nobody do more. An end, or a grant,
 * that is known to the day counts from the start of that day.
 *
 * @param events - In any order, as `resolve` leaves them: corrected and without duplicates.
 */
export const listExceptions = (events: readonly Event[], rules: ContactRules): ListExceptions => {
  const rows = events.map((event, i) => ({ event, i })).sort((a, b) => compareMoments(a.event, b.event) || a.i - b.i);
  const ends = groupBy(
    rows.flatMap(({ event }) => (event.type === 'exception_ended' ? [event] : [])),
    ({ ends: granted }) => granted,
  );
  const granted = new Set(rows.flatMap(({ event }) => (event.type === 'exception_granted' ? [event.id] : [])));
  const exceptions: ListException[] = [];
  const notices: Issue[] = [];
  for (const { event, i } of rows) {
    if (event.type === 'exception_ended' && !granted.has(event.ends))
      notices.push(icpIssue('exception_unknown', { event: event.id, ends: event.ends }, [i, 'ends']));
    if (event.type !== 'exception_granted') continue;
    const issues = grantIssues(event, rules);
    notices.push(...issues.map((issue) => ({ ...issue, path: [i, ...issue.path] })));
    if (issues.some(outweighs)) continue;
    const { id, accountId, to, channel = null, at, by, why } = event;
    const until = Math.min(endOf(event, rules), ...(ends.get(id) ?? []).map(({ at: ended }: ExceptionEndedEvent) => ended));
    if (at < until) exceptions.push({ event: id, accountId, to, channel, from: at, until, by: by.party, person: by.person ?? null, why });
  }
  return { exceptions, notices };
};

/** What somebody is about to do, as far as an exception asks. */
export interface Excepted {
  readonly accountId: string;
  /** The party that makes contact. */
  readonly party: PartyId;
  readonly channel: Channel;
  readonly at: Instant;
}

/** The exception in force for an account, party and channel at a moment (from ≤ at < until), the first granted of several; or null. */
export const exceptionFinder = (exceptions: readonly ListException[]): ((deed: Excepted) => ListException | null) => {
  const ofAccount = groupBy(exceptions, ({ accountId }) => accountId);
  return ({ accountId, party, channel, at }) =>
    ofAccount
      .get(accountId)
      ?.find((one) => one.to === party && (one.channel === null || one.channel === channel) && one.from <= at && at < one.until) ?? null;
};
