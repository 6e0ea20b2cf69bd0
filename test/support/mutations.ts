import fc from 'fast-check';

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What somebody may write instead. */
const JUNK: readonly Json[] = [
  null, true, false, 0, 1, -1, 1.5, 7, 1e21, 1893456000000, '', ' ', 'x', 'sales', 'nobody', 'Not An Id', '0.9', '1.0000', '12,5', '09:00', '25:00',
  'Europe/Berlin', 'Mars/Base', '2026-02-30', '2026-03-31', '2026-03-31T10:00:00Z', '2026-03-31T10:00:00', '2026-02-30T10:00:00+02:00', '🚀', 'é',
  '\ud800', 'tab\there', 'x'.repeat(5000), [], {}, [null], ['x'], ['x', 'x'], { x: 1 }, { minutes: 5 }, { kind: 'human' }, { epochMilliseconds: 0 },
  { epochMilliseconds: 'x' },
];

/** One change to a document, at a place that is chosen when the document is known. */
export interface Mutation {
  readonly place: number;
  readonly how: 'remove' | 'replace' | 'add' | 'repeat' | 'rename' | 'move';
  readonly junk: Json;
  readonly from: number;
}

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    place: fc.nat(),
    how: fc.constantFrom<Mutation['how']>('remove', 'replace', 'replace', 'add', 'repeat', 'rename', 'move'),
    junk: fc.constantFrom(...JUNK),
    from: fc.nat(),
  }),
  { minLength: 1, maxLength: 3 },
);

type Place = readonly (string | number)[];

const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const placesOf = (value: Json, at: Place = []): readonly Place[] => {
  const inner: readonly (readonly [string | number, Json])[] = isList(value) ? value.map((one, i) => [i, one] as const) : isObject(value) ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([key, one]) => placesOf(one, [...at, key]))];
};

const valueAt = (value: Json, [head, ...rest]: Place): Json => {
  if (head === undefined) return value;
  const next = isList(value) ? value[Number(head)] : isObject(value) ? value[head] : undefined;
  return next === undefined ? null : valueAt(next, rest);
};

/** The document with the value at a place made anew; what `change` gives nothing for is gone. */
const changed = (value: Json, [head, ...rest]: Place, change: (old: Json) => readonly Json[]): readonly Json[] => {
  if (head === undefined) return change(value);
  if (isList(value)) return [value.flatMap((one, i) => (i === head ? changed(one, rest, change) : [one]))];
  if (!isObject(value)) return [value];
  return [Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === head ? changed(one, rest, change).slice(0, 1).map((made) => [key, made] as const) : [[key, one] as const])))];
};

const apply = (document: Json, { place, how, junk, from }: Mutation): Json => {
  const places = placesOf(document);
  const at = places[place % places.length] ?? [];
  const make = (old: Json): readonly Json[] => {
    switch (how) {
      case 'remove':
        return [];
      case 'replace':
        return [junk];
      case 'add':
        return [isObject(old) ? { ...old, extra: junk } : isList(old) ? [...old, junk] : junk];
      case 'repeat':
        return [old, old];
      case 'rename':
        return [isObject(old) ? Object.fromEntries(Object.entries(old).map(([key, one], i) => [i === from % 7 ? `${key}x` : key, one])) : junk];
      case 'move':
        return [valueAt(document, places[from % places.length] ?? [])];
    }
  };
  return changed(document, at, make)[0] ?? null;
};

/** The document after all changes, one by one. */
export const mutated = (document: Json, all: readonly Mutation[]): Json => all.reduce(apply, document);
