import type { Event, EventType } from '../../vocabulary/event.js';

type FieldsOf = Readonly<Partial<Record<EventType, readonly string[]>>>;

/** What people wrote, by type of event; `attributes` is of every type. */
const WRITTEN: FieldsOf = {
  qualification_recorded: ['value', 'evidence'],
  rejected: ['specifics', 'note'],
  disqualified: ['specifics', 'note'],
  feedback_answered: ['note'],
  contact_made: ['learned', 'nextStep'],
  meeting_held: ['learned', 'nextStep'],
  opportunity_lost: ['note'],
  handed_over: ['promises'],
  dispute_raised: ['subject'],
  dispute_settled: ['outcome'],
  waived: ['why'],
  correction: ['why'],
};

/** Where ids of our own people stand, by type of event, besides who acted. */
const PEOPLE: FieldsOf = { assigned: ['to'], handed_off: ['toPerson'], meeting_booked: ['host'], erasure: ['person'] };

/** Where ids of leads stand. */
const LEADS: readonly string[] = ['leadId', 'from', 'into'];

/** Stands for what was written. */
export const ERASED = 'erased';

/** An event as it is after erasing, and the fields that changed, such as `attributes.email`; the same object where none did. */
export interface Rewritten {
  readonly event: Event;
  readonly fields: readonly string[];
}

/** What erased leads and people are called. */
export interface ErasedNames {
  readonly leads: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/**
 * An event without words. What is counted stays: names of custom fields and specifics, which of them are filled, that
 * something was noted, learned or promised and how often; only what it was is gone. So is what a conversation put right about
 * a contact; what it put right about an account is the company's, and stays.
 */
export const withoutWords = (event: Event): Rewritten => {
  const written = WRITTEN[event.type] ?? [];
  return changed(event, (key, value, note) => {
    if (key === 'corrected') return eachCorrection(value, (one, path) => (one.about === 'contact' ? wiped(one.value, path, note) : one.value));
    return key === 'attributes' || written.includes(key) ? wiped(value, key, note) : value;
  });
};

/** A short number in a custom field is taken for a figure, though a lead or person may be called so: 51 employees are not lead 51. */
const FIGURE = /^\d{1,5}$/;

/** An event in which erased leads and people go by other names, in its own fields and where a custom field holds such an id. */
export const renamed = (event: Event, { leads, people }: ErasedNames): Rewritten => {
  const ofPeople = PEOPLE[event.type] ?? [];
  const isMerge = event.type === 'merge';
  const isAdvocacy = event.type === 'advocacy';
  return changed(event, (key, value, note) => {
    if (key === 'leadId' || (isMerge && LEADS.includes(key)) || (isAdvocacy && key === 'usedFor')) return called(value, leads, key, note);
    if (ofPeople.includes(key)) return called(value, people, key, note);
    if (key === 'by') return { ...event.by, ...(event.by.person === undefined ? {} : { person: called(event.by.person, people, 'by.person', note) }) };
    const calledInField = (one: unknown, path: string): unknown =>
      typeof one === 'string' && !FIGURE.test(one) ? called(one, leads.has(one) ? leads : people, path, note) : one;
    if (key === 'corrected') return eachCorrection(value, (one, path) => each(one.value, path, note, calledInField));
    return key === 'attributes' ? each(value, key, note, calledInField) : value;
  });
};

/** The people of ours that an event names in its own fields, each once. */
export const peopleIn = (event: Event): readonly string[] => {
  const named: string[] = event.by.person === undefined ? [] : [event.by.person];
  for (const key of PEOPLE[event.type] ?? []) {
    const value: unknown = Object.entries(event).find(([name]) => name === key)?.[1];
    if (typeof value === 'string' && !named.includes(value)) named.push(value);
  }
  return named;
};

type Note = (path: string) => void;

const changed = (event: Event, change: (key: string, value: unknown, note: Note) => unknown): Rewritten => {
  const fields: string[] = [];
  const entries = Object.entries(event).map(([key, value]) => [key, change(key, value, (path) => fields.push(path))] as const);
  // Texts were replaced by texts and nothing left out, so that it is an event of the same type; `fromEntries` cannot tell.
  return fields.length === 0 ? { event, fields } : { event: Object.fromEntries(entries) as unknown as Event, fields };
};

const wiped = (value: unknown, path: string, note: Note): unknown => {
  if (typeof value === 'object' && value !== null) return each(value, path, note, wiped);
  // What is empty says nothing, and must not come to count as filled.
  if (value === undefined || value === null || value === ERASED || (typeof value === 'string' && value.trim() === '')) return value;
  note(path);
  return ERASED;
};

/** What a conversation put right: what was recorded of an account or contact, and what is so. */
const eachCorrection = (value: unknown, change: (one: { readonly about: unknown; readonly value: unknown }, path: string) => unknown): unknown =>
  Array.isArray(value)
    ? value.map((one: Readonly<Record<string, unknown>>, i) =>
        Object.fromEntries(
          Object.entries(one).map(([name, inner]) =>
            name === 'was' || name === 'is' ? [name, change({ about: one['about'], value: inner }, `corrected[${String(i)}].${name}`)] : [name, inner],
          ),
        ),
      )
    : value;

const each = (value: unknown, path: string, note: Note, change: (one: unknown, path: string, note: Note) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one, i) => change(one, `${path}[${String(i)}]`, note));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, `${path}.${name}`, note)]));
};

const called = (value: unknown, names: ReadonlyMap<string, string>, path: string, note: Note): unknown => {
  const name = typeof value === 'string' ? names.get(value) : undefined;
  if (name === undefined || name === value) return value;
  note(path);
  return name;
};
