import * as fc from 'fast-check';

const cyclic = (): unknown => {
  const one: Record<string, unknown> = {};
  one['self'] = one;
  return { rules: [one], set: one };
};
/** Two ways down from each level: as a tree it has millions of leaves. */
const shared = (): unknown => {
  let one: unknown = 'leaf';
  for (let level = 0; level < 23; level += 1) one = { left: one, right: one };
  return one;
};
const deep = (): unknown => {
  let one: unknown = [];
  for (let level = 0; level < 20_000; level += 1) one = [one];
  return one;
};
const throwing = (): unknown => ({
  id: 'x',
  get type(): string {
    throw new Error('do not look');
  },
});
const trap = (): unknown =>
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no keys');
      },
      get: () => {
        throw new Error('no values');
      },
    },
  );

/** Values that no file holds and some caller will pass. */
const odd: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => NaN,
  () => -0,
  () => Infinity,
  () => 10n ** 30n,
  () => Symbol('s'),
  () => (): number => 1,
  () => new Date(NaN),
  () => new Map([['a', 1]]),
  () => new Uint8Array(3),
  () => Object.create(null) as unknown,
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => 'half \ud83d',
  () => 'x'.repeat(100_000),
  () => Array.from({ length: 20_000 }, (_, i) => i),
  () => '2026-03-31T17:00:00+02:00',
  () => '__proto__',
  cyclic,
  shared,
  deep,
  throwing,
  trap,
];

/** Anything at all: half of it odd, half random structures. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...odd).map((make) => make()),
  fc.anything({
    maxDepth: 4,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
);

/** The places of a value, the value itself among them. */
const placesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))] : [path];

const withAt = (value: unknown, [head, ...rest]: readonly string[], put: unknown): unknown => {
  if (head === undefined) return put;
  if (Array.isArray(value)) return value.map((one: unknown, i) => (String(i) === head ? withAt(one, rest, put) : one));
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]: [string, unknown]) => [key, key === head ? withAt(inner, rest, put) : inner]));
};

/** A good value with garbage in one to three places: what gets furthest into a parser. */
export const spoilt = (good: unknown): fc.Arbitrary<unknown> => {
  const places = placesOf(good);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), garbage), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      let value = good;
      // Inner places first: what was put in is not looked into.
      for (const [path, put] of [...changes].sort(([a], [b]) => b.length - a.length)) value = withAt(value, path, put);
      return value;
    });
};
