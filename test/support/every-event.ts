import type * as z from 'zod';
import { Event } from 'revpact/vocabulary';

type Def = Readonly<Record<string, unknown>>;
// zod gives schemas of every kind one opaque type; what they are made of is in `_zod.def`, which it documents for this use.
const defOf = (type: z.ZodType): Def => (type as unknown as { _zod: { def: Def } })._zod.def;

/** An event with every field that its type may have, and the paths of those that hold a planted text. */
export interface PlantedEvent {
  readonly event: Readonly<Record<string, unknown>>;
  readonly paths: readonly string[];
}

/**
 * One event of each type with all its optional fields, made from the schemas. Where a field takes any text it holds
 * `marker type path`, such as `Ann rejected note`. An erasure comes twice, of a lead and of a person.
 */
export const everyEvent = (marker: string): readonly PlantedEvent[] =>
  typesOf(Event).flatMap((type) => {
    const name = String((defOf(shapeOf(type)['type'] ?? type)['values'] as readonly unknown[])[0]);
    const paths: string[] = [];
    const event = sample(type, '', (path) => `${marker} ${name} ${path}`, paths) as Record<string, unknown>;
    if (name !== 'erasure') return [{ event, paths }];
    const { leadId, person, ...rest } = event;
    return [
      { event: { ...rest, leadId }, paths },
      { event: { ...rest, id: `${marker} ${name} of a person`, person }, paths },
    ];
  });

const typesOf = (type: z.ZodType): readonly z.ZodType[] => {
  const options = defOf(type)['options'];
  return options === undefined ? [type] : (options as readonly z.ZodType[]).flatMap(typesOf);
};

const shapeOf = (type: z.ZodType): Readonly<Record<string, z.ZodType>> => defOf(type)['shape'] as Readonly<Record<string, z.ZodType>>;

/** Texts for fields that take only some. */
const WORDS = ['word', 'UTC', 'EUR'];

const sample = (type: z.ZodType, path: string, textFor: (path: string) => string, planted: string[]): unknown => {
  const def = defOf(type);
  const inside = (inner: unknown, at: string): unknown => sample(inner as z.ZodType, at, textFor, planted);
  switch (def['type']) {
    case 'string': {
      const text = textFor(path);
      const fitting = [text, ...WORDS].find((one) => type.safeParse(one).success);
      if (fitting === undefined) throw new Error(`no text for ${path}`);
      if (fitting === text) planted.push(path);
      return fitting;
    }
    case 'object':
      return Object.fromEntries(Object.entries(shapeOf(type)).map(([key, inner]) => [key, inside(inner, path === '' ? key : `${path}.${key}`)]));
    case 'array':
      return [inside(def['element'], `${path}[0]`)];
    case 'record':
      return { field: inside(def['valueType'], `${path}.field`) };
    case 'union':
      return inside((def['options'] as readonly z.ZodType[])[0], path);
    case 'optional':
    case 'readonly':
    case 'nullable':
      return inside(def['innerType'], path);
    case 'pipe':
      return 0;
    case 'number':
      return type.safeParse(0).success ? 0 : 1;
    case 'enum':
      return Object.values(def['entries'] as object)[0];
    case 'literal':
      return (def['values'] as readonly unknown[])[0];
    default:
      throw new Error(`no sample for ${String(def['type'])} at ${path}`);
  }
};
