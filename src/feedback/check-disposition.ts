import { fail, ok, type Result } from '../kernel/result.js';
import { safeParseEvent, type DisqualifiedEvent, type OpportunityLostEvent, type RejectedEvent } from '../vocabulary/event.js';
import { REJECTION_CLASSES } from '../vocabulary/events/hand-off.js';
import { groundsIssues } from './check-exit.js';
import type { ExitReason, ReasonedExit } from './exit-reason.js';
import { feedbackIssue } from './issues.js';

/** What has been done on the lead since its last delivery: attempts by people of the leaving party, and conversations. */
export interface DoneSoFar {
  readonly attempts: number;
  readonly contacts: number;
}

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
 * @example
 * ```ts
 * import { checkDisposition } from 'revpact/feedback';
 *
 * const reasons = [{ id: 'no_need', term: 'No need', exits: ['disqualified'], terminal: false, specifics: [] }] as const;
 * const said = { id: 'e1', type: 'disqualified', at: 0, by: { party: 'sales', kind: 'human' }, leadId: 'l1', note: 'Lousy lead' };
 * const checked = checkDisposition(reasons, said, { attempts: 3, contacts: 1 });
 * checked.ok ? [] : checked.issues[0]?.params['accepted'] // => ['no_need']
 * ```
 */
export const checkDisposition = (reasons: readonly ExitReason[], event: unknown, soFar: DoneSoFar): Result<Disposition> => {
  const said = fieldsOf(event);
  const type = said('type');
  if (type !== 'rejected' && type !== 'disqualified' && type !== 'opportunity_lost') {
    return fail([feedbackIssue('not_an_exit', { type: typeof type === 'string' ? type.slice(0, 60) : typeof type }, ['type'])]);
  }
  const reason = said('reason');
  const issues = groundsIssues(reasons, {
    exit: EXIT_OF[type],
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
    class: REJECTION_CLASSES.find((one) => one === said('class')) ?? null,
    specifics: Object.entries(said('specifics') ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [name] : [],
    ),
    ...soFar,
  });
  const read = safeParseEvent(event);
  if (read.ok && issues.length === 0 && isDisposition(read.value)) return ok(read.value);
  // What we said about a field in words of the agreement need not be said again in those of the schema.
  const ours = new Set(issues.map(({ path }) => path.join('.')));
  return fail([...issues, ...(read.ok ? [] : read.issues.filter(({ path }) => !ours.has(path.join('.'))))]);
};

const isDisposition = (event: { readonly type: string }): event is Disposition => Object.hasOwn(EXIT_OF, event.type);

const fieldsOf =
  (event: unknown) =>
  (name: string): unknown =>
    typeof event === 'object' && event !== null && Object.hasOwn(event, name)
      ? (event as Readonly<Record<string, unknown>>)[name]
      : undefined;
