import type * as z from 'zod';
import { toIso, type Instant } from '../../kernel/instant.js';
import type { Issue } from '../../kernel/issue.js';
import { okUnless, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import type { ExceptionGrantedEvent } from '../../vocabulary/event.js';
import { ExceptionGrantedEvent as GrantedEventShape } from '../../vocabulary/events/agreement.js';
import { icpIssue } from '../issues.js';
import type { ContactRules } from './rules.js';

const DAY_MS = 86_400_000;

/** When an exception ends: as granted, at the latest after the longest time agreed on. */
export const endOf = ({ at, until }: ExceptionGrantedEvent, { longestDays }: ContactRules): Instant => Math.min(until, at + longestDays * DAY_MS);

/** What speaks against a grant. One that is only too long counts, for as long as was agreed. */
export const grantIssues = (event: ExceptionGrantedEvent, rules: ContactRules): readonly Issue[] => {
  const { id, at, until, by, to } = event;
  const { exceptionsBy, longestDays } = rules;
  const end = endOf(event, rules);
  return [
    ...(exceptionsBy.includes(by.party) ? [] : [icpIssue('exception_not_theirs', { event: id, party: by.party, exceptionsBy }, ['by', 'party'])]),
    ...(by.party === to ? [icpIssue('exception_to_itself', { event: id, party: to }, ['to'])] : []),
    ...(by.kind === 'automation' ? [icpIssue('exception_by_automation', { event: id }, ['by', 'kind'])] : []),
    ...(until <= at ? [icpIssue('exception_without_time', { event: id, at: toIso(at), until: toIso(until) }, ['until'])] : []),
    ...(end < until ? [icpIssue('exception_too_long', { event: id, until: toIso(until), longestDays, ends: toIso(end) }, ['until'])] : []),
  ];
};

/** Whether an issue of a grant leaves nothing of it. */
export const outweighs = ({ code }: Issue): boolean => code !== 'icp.exception_too_long';

const grantShape = /* @__PURE__ */ schema(() => GrantedEventShape.omit({ type: true, precision: true, zone: true }));
/** An exception that somebody is about to grant: who (`by`) lets which party (`to`) contact which account, until when and why. */
export interface Grant extends z.input<typeof grantShape> {}

/**
 * The event by which a host records an exception from the list, or every reason why it would not count:
 * `icp.exception_not_theirs`, `icp.exception_to_itself`, `icp.exception_by_automation`, `icp.exception_without_time`,
 * `icp.exception_too_long`; and what is wrong with the event's form.
 *
 * @example
 * ```ts
 * import { grantException } from 'revpact/icp';
 *
 * const rules = { exceptionsBy: ['sales'], longestDays: 14 };
 * const grant = grantException(
 *   {
 *     id: 'e7',
 *     at: '2026-03-02T09:00:00Z',
 *     by: { party: 'sales', person: 'p9', kind: 'human' },
 *     accountId: 'a1',
 *     to: 'sales_development',
 *     until: '2026-06-01T00:00:00Z',
 *     why: 'Met at the fair',
 *   },
 *   rules,
 * );
 * grant.ok ? [] : grant.issues.map(({ code }) => code) // => ['icp.exception_too_long']
 * ```
 */
export const grantException = (grant: Grant, rules: ContactRules): Result<ExceptionGrantedEvent> => {
  const read = readWith(grantShape, grant);
  if (!read.ok) return read;
  const event: ExceptionGrantedEvent = { ...read.value, type: 'exception_granted' };
  return okUnless(grantIssues(event, rules), () => event);
};
