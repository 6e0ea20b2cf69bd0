import { byText } from '../../kernel/group.js';
import { toIso, type Instant } from '../../kernel/instant.js';
import type { Event, EventType } from '../../vocabulary/event.js';
import type { StageVisitFact } from '../../vocabulary/fact.js';
import type { AttributeValue } from '../../vocabulary/words.js';

/** Something that is known of a record and that its CRM may not have, with the reason why it is known. */
export interface Learned {
  /** The record's id as events have it. */
  readonly record: string;
  /** `stage`, `exit_reason`, or the name of an attribute. */
  readonly field: string;
  /** Null for "nothing": the field is to be empty. */
  readonly value: AttributeValue;
  readonly why: string;
  /** By when it was known: the moment of the export that it follows from, of the call on which it was said. */
  readonly at?: Instant;
}

/**
 * Where each lead stands, as its log says: the stage of the visit that is still open. Visits that were inferred, or that
 * a step against the agreed life began, are left out: a CRM is not put right by what is itself in doubt.
 *
 * @param knownAt - When the log was exported, so that `fieldUpdates` can tell what was changed since.
 */
export const stagesLearned = (visits: readonly StageVisitFact[], knownAt?: Instant): readonly Learned[] =>
  visits
    .filter(({ leftAt, legal, inferred }) => leftAt === null && legal && !inferred)
    .map(({ leadId, stage, enteredAt, enteredEvent }) => ({
      record: leadId,
      field: 'stage',
      value: stage,
      why: `entered at ${toIso(enteredAt)} by the event ${enteredEvent}`,
      ...(knownAt === undefined ? {} : { at: knownAt }),
    }))
    .sort((a, b) => byText(a.record, b.record));

const TAKEN_UP: ReadonlySet<EventType> = /* @__PURE__ */ new Set<EventType>(['recycled', 'qualified', 'handed_off', 'accepted', 'opportunity_opened', 'opportunity_won']);

/** A deal that is in a stage again was reopened; one of which only figures changed was not. */
const isTakenUp = (event: Event): boolean => TAKEN_UP.has(event.type) || (event.type === 'opportunity_advanced' && event.stage !== undefined);

/**
 * Why each lead left, where it left and was not taken up again since: the reason of its last rejection, disqualification or
 * lost opportunity.
 *
 * @param events - In the order of a resolved log.
 * @param knownAt - When the log was exported.
 */
export const exitReasonsLearned = (events: readonly Event[], knownAt?: Instant): readonly Learned[] => {
  const exits = new Map<string, Learned>();
  for (const event of events) {
    if (!('leadId' in event)) continue;
    if (event.type === 'rejected' || event.type === 'disqualified' || event.type === 'opportunity_lost') {
      exits.delete(event.leadId);
      if (event.reason === undefined) continue;
      const why = `${event.type} at ${toIso(event.at)} by ${event.by.person ?? event.by.party}`;
      exits.set(event.leadId, { record: event.leadId, field: 'exit_reason', value: event.reason, why, ...(knownAt === undefined ? {} : { at: knownAt }) });
    } else if (isTakenUp(event)) exits.delete(event.leadId);
  }
  return [...exits.values()].sort((a, b) => byText(a.record, b.record));
};
