import { digest } from '../../kernel/canonical.js';
import type { Issue } from '../../kernel/issue.js';
import type { Event } from '../../vocabulary/event.js';
import { erasuresOf, targetOf } from './erasing.js';
import { aboutErased, namesAfterErasure, type ErasureTarget } from './erasure.js';
import { lifecycleIssue } from '../issues.js';
import { learnedBy } from './learned.js';
import { homesOf } from './merge.js';
import { peopleIn, renamed, withoutWords, type ErasedNames } from './personal.js';

/** An event that erasing changed: which, where, and how the stored one can be told from what stands there now. */
export interface ErasedEvent {
  readonly event: string;
  readonly row: number;
  /** SHA-256 of the event's canonical JSON, before and after, in hex. */
  readonly before: string;
  readonly after: string;
  /** What was replaced, such as `leadId`, `note`, `attributes.email`, `by.person`, `promises[0]`. */
  readonly fields: readonly string[];
}

/** A log from which somebody's data is gone, and the account of it, which names nobody either. */
export interface Erased {
  /** Every row of the log, in its place; one that did not change is the same object. */
  readonly events: readonly Event[];
  /** What the lead or person goes by now; other ids that were merged into the lead go by it with a number behind. */
  readonly name: string | null;
  readonly changes: readonly ErasedEvent[];
  /** `lifecycle.nothing_to_erase` where the log says nothing of the lead or person. */
  readonly notices: readonly Issue[];
}

/**
 * Take the data of one lead, or of one of our own people, out of a log as it is stored: for hosts who must delete and
 * not only hide, which is what an `erasure` event does. Resolving, replaying and counting what remains gives the same
 * stages, moments, verdicts and figures, under other names; rows that differed only in what is now gone are plain
 * duplicates. Erasing twice changes nothing.
 *
 * A lead is erased with all leads that merges made one with it, so hand in the whole log. Replaced are the ids of those
 * leads wherever they stand, and what people wrote in the lead's events, in disputes about it, in merges of it and in
 * corrections of any of these: notes, learnings, next steps, promises, specifics, findings with their evidence, the values
 * of custom fields. Kept is what is counted: ids of events, accounts, meetings and opportunities, sources, campaigns,
 * channels, reasons, amounts, and names of custom fields. A person's id is replaced wherever it stands, also as the value
 * of a custom field; what a person wrote about a lead is the lead's and stays. Names that people wrote into sources,
 * campaigns or ids are not found.
 *
 * @param events - The whole log as it was recorded, nothing resolved.
 *
 * @example
 * ```ts
 * import { erase } from 'revpact/lifecycle';
 *
 * const by = { party: 'sales', person: 'sam', kind: 'human' } as const;
 * const { events, changes } = erase([
 *   { id: 'e1', type: 'contact_made', at: 1000, by, leadId: 'ada', channel: 'phone', learned: 'Ada has no budget' },
 *   { id: 'e2', type: 'inquiry', at: 2000, by, leadId: 'ben' },
 * ], { leadId: 'ada' });
 * JSON.stringify(events).includes('ada') // => false
 * events[0]?.type === 'contact_made' ? events[0].learned : null // => 'erased'
 * changes.map(({ event, fields }) => [event, ...fields]) // => [['e1', 'leadId', 'learned']]
 * ```
 */
export const erase = (events: readonly Event[], target: ErasureTarget): Erased => {
  const homes = homesOf(learnedBy(events, Infinity, () => undefined).merges);
  // With the erasures that the log knows of, so that the name is the one that resolving gave already.
  const all = namesAfterErasure([...erasuresOf(events).flatMap(targetOf), target], events, homes);
  const names = onlyOf(target, all, homes.homeOf);
  const isAbout = aboutErased(events, names.leads);
  const changes: ErasedEvent[] = [];
  const rewritten = events.map((event, row) => {
    const wordless = isAbout(event) ? withoutWords(event) : { event, fields: [] };
    const after = renamed(wordless.event, names);
    const fields = [...new Set([...after.fields, ...wordless.fields])];
    if (fields.length === 0) return event;
    changes.push({ event: event.id, row, before: digest(event), after: digest(after.event), fields });
    return after.event;
  });
  const isPerson = 'person' in target;
  const isNamed = isPerson ? (event: Event) => peopleIn(event).includes(target.person) : isAbout;
  if (changes.length === 0 && !events.some(isNamed)) {
    return { events: rewritten, name: null, changes, notices: [lifecycleIssue('nothing_to_erase', { of: isPerson ? 'person' : 'lead' })] };
  }
  const name = isPerson ? names.people.get(target.person) : names.leads.get(homes.homeOf(target.leadId));
  return { events: rewritten, name: name ?? null, changes, notices: [] };
};

/** The names of one target: of the person, or of the lead and those that were merged with it. */
const onlyOf = (target: ErasureTarget, { leads, people }: ErasedNames, homeOf: (leadId: string) => string): ErasedNames =>
  'person' in target
    ? { leads: new Map(), people: new Map([...people].filter(([person]) => person === target.person)) }
    : { leads: new Map([...leads].filter(([leadId]) => homeOf(leadId) === homeOf(target.leadId))), people: new Map() };
