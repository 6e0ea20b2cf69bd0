import { toInstant, type Instant } from '../../kernel/instant.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { safeParseEvent, type DisqualifiedEvent, type OpportunityLostEvent, type RejectedEvent } from '../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import { fieldsOf, isRefused } from '../fields.js';
import type { ExitReason, ReasonedExit } from './exit-reason.js';
import { groundsIssues, type DoneSoFar } from './grounds.js';
import { feedbackIssue } from '../issues.js';

/** An event by which a person lets a lead go. */
export type Disposition = RejectedEvent | DisqualifiedEvent | OpportunityLostEvent;

const EXIT_OF: Readonly<Record<Disposition['type'], ReasonedExit>> = {
  rejected: 'rejected',
  disqualified: 'disqualified',
  opportunity_lost: 'lost',
};

/**
 * Check a disposition before it is recorded: an event of type `rejected`, `disqualified` or `opportunity_lost`. Free text
 * alone is refused, with the reasons that would be accepted.
 *
 * Issues: `feedback.not_an_exit`, those of `checkExit`, and those of `safeParseEvent`, all at once.
 *
 * @param soFar - What has been done until then; `doneSoFar` counts it from the log.
 * @example
 * ```ts
 * import { checkDisposition } from 'revpact/feedback';
 *
 * const reasons = [{ id: 'no_need', term: 'No need', exits: ['disqualified'], terminal: false, specifics: [] }] as const;
 * const said = { id: 'e1', type: 'disqualified', at: 0, by: { party: 'sales', kind: 'human' }, leadId: 'l1', note: 'Lousy lead' };
 * const done = { attempts: 3, contacts: 1, channels: 2, firstAttemptAt: 0 };
 * const checked = checkDisposition(reasons, said, done);
 * checked.ok ? [] : checked.issues[0]?.params['accepted'] // => ['no_need']
 * ```
 */
export const checkDisposition = (reasons: readonly ExitReason[], event: unknown, soFar: DoneSoFar): Result<Disposition> => {
  const read = safeParseEvent(event);
  if (!read.ok && isRefused(read)) return read;
  const said = fieldsOf(event);
  const type = said('type');
  if (type !== 'rejected' && type !== 'disqualified' && type !== 'opportunity_lost') {
    return fail([feedbackIssue('not_an_exit', { type: typeof type === 'string' ? type.slice(0, 60) : typeof type }, ['type'])]);
  }
  const reason = said('reason');
  const grounds = {
    exit: EXIT_OF[type],
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
    class: REJECTION_CLASSES.find((one) => one === said('class')) ?? null,
    specifics: namesGiven(said('specifics')),
  };
  const issues = groundsIssues(reasons, grounds, soFar, read.ok ? read.value.at : momentOf(said('at')));
  if (read.ok && issues.length === 0 && isDisposition(read.value)) return ok(read.value);
  // What we said about a field in words of the agreement need not be said again in those of the schema.
  const ours = new Set(issues.map(({ path }) => path.join('.')));
  return fail([...issues, ...(read.ok ? [] : read.issues.filter(({ path }) => !ours.has(path.join('.'))))]);
};

const namesGiven = (specifics: unknown): readonly string[] =>
  typeof specifics === 'object' && specifics !== null
    ? Object.entries(specifics).flatMap(([name, value]) => (typeof value === 'string' && value.trim() !== '' ? [name] : []))
    : [];

/** When a disposition is said to be, though something else is wrong with it. */
const momentOf = (at: unknown): Instant | null => {
  const moment = typeof at === 'number' || typeof at === 'string' || at instanceof Date ? toInstant(at) : null;
  return typeof moment === 'number' ? moment : null;
};

const isDisposition = (event: { readonly type: string }): event is Disposition => Object.hasOwn(EXIT_OF, event.type);
