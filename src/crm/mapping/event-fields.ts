import * as z from 'zod';
import type { EventType } from '../../vocabulary/event.js';
import * as agreement from '../../vocabulary/events/agreement.js';
import * as conversation from '../../vocabulary/events/conversation.js';
import * as demand from '../../vocabulary/events/demand.js';
import * as handOff from '../../vocabulary/events/hand-off.js';
import * as deal from '../../vocabulary/events/opportunity.js';

/** The fields that each type of event has, read off the events' own schemas. `type` is not among them. */
export type EventFields = ReadonlyMap<string, ReadonlySet<string>>;

export const eventFields = (): EventFields => {
  const fields = new Map<EventType, ReadonlySet<string>>();
  for (const one of [demand, handOff, conversation, deal, agreement].flatMap((file): unknown[] => Object.values(file))) {
    if (!(one instanceof z.ZodObject) || !(one.shape['type'] instanceof z.ZodLiteral)) continue;
    const { type, ...rest } = one.shape;
    fields.set(type.value as EventType, new Set(Object.keys(rest)));
  }
  return fields;
};

/** Fields that are records, and what may stand in them; `null` for any name. */
const PARTS: Readonly<Record<string, readonly string[] | null>> = {
  by: ['party', 'person', 'kind'],
  change: ['kind', 'at', 'stage'],
  attributes: null,
  specifics: null,
};

/** A field as a mapping writes it: `reason`, `by.party`, `attributes.Lead source`. */
export const splitField = (field: string): readonly [root: string, part: string | null] => {
  const dot = field.indexOf('.');
  return dot === -1 ? [field, null] : [field.slice(0, dot), field.slice(dot + 1)];
};

/** Whether a mapping may fill it: the field of some event, and where that is a record, a part that it has. */
export const isField = (field: string, fields: EventFields): boolean => {
  const [root, part] = splitField(field);
  if (![...fields.values()].some((of) => of.has(root))) return false;
  if (!Object.hasOwn(PARTS, root)) return part === null;
  const parts = PARTS[root] ?? null;
  return parts === null ? part === null || isAttributeName(part) : part !== null && parts.includes(part);
};

/** Every field that has a name of its own, for suggestions. */
export const fieldNames = (fields: EventFields): readonly string[] => [
  ...new Set([...fields.values()].flatMap((of) => [...of].flatMap((root) => PARTS[root]?.map((part) => `${root}.${part}`) ?? [root]))),
];

/** `__proto__` is a name that records lose; empty and very long ones are no names. */
export const isAttributeName = (name: string): boolean => name !== '' && name !== '__proto__' && name.length <= 200;
