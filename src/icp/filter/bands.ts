import { canonicalJson } from '../../kernel/canonical.js';
import { compareRatios, ratioOf } from '../../kernel/ratio.js';
import { keyOf } from '../score/value.js';
import type { Condition, PlainCondition } from './condition.js';

/** At least `from`, less than `below`; without end where left out. */
export interface Bounds {
  readonly from?: string;
  readonly below?: string;
}

type RangeCondition = Extract<PlainCondition, { readonly is: 'range' }>;

const isRange = (condition: Condition): condition is RangeCondition => condition.is === 'range';
const isPlain = (condition: Condition): condition is PlainCondition => 'attribute' in condition;
const sameAttribute = (a: PlainCondition, b: PlainCondition): boolean => a.attribute === b.attribute && a.about === b.about;

/**
 * For each band, the earlier ones that leave nothing for it, by their places; null where something is left, or it takes more
 * than one attribute to tell. A band is never reached where earlier ones ask the same, ask only that something is known, or
 * have every value of it.
 */
export const covered = (bands: readonly Condition[]): readonly (readonly number[] | null)[] => {
  const asked = new Map<string, number>();
  const present = new Map<string, number>();
  const values = new Map<string, number>();
  return bands.map((band, at) => {
    const text = canonicalJson(band);
    const same = asked.get(text);
    if (same !== undefined) return [same];
    asked.set(text, at);
    if (!isPlain(band)) return null;
    const attribute = JSON.stringify([band.attribute, band.about]);
    const known = present.get(attribute);
    if (known !== undefined) return [known];
    if (band.is === 'present') present.set(attribute, at);
    if (isRange(band)) return coveringRanges(bands.slice(0, at), band);
    const keys = valuesOf(band).map((value) => JSON.stringify([attribute, value]));
    const having = keys.map((key) => values.get(key) ?? null);
    for (const key of keys) if (!values.has(key)) values.set(key, at);
    return keys.length === 0 || having.includes(null) ? null : [...new Set(having.filter((place) => place !== null))].sort((a, b) => a - b);
  });
};

const valuesOf = (condition: PlainCondition): readonly (string | number | boolean)[] =>
  condition.is === 'equal' ? [keyOf(condition.value)] : condition.is === 'one_of' ? condition.values.map(keyOf) : [];

/** Earlier ranges that together have all of one, in the order in which they follow each other. */
const coveringRanges = (earlier: readonly Condition[], band: RangeCondition): readonly number[] | null => {
  const others = earlier.flatMap((one, place) => (isRange(one) && sameAttribute(one, band) ? [{ one, place }] : []));
  const used: number[] = [];
  let reached: string | undefined = band.from;
  let start = true;
  while (start || (reached !== undefined && (band.below === undefined || less(reached, band.below)))) {
    const next = others.find(({ one, place }) => !used.includes(place) && startsBy(one, reached) && goesBeyond(one, reached));
    if (next === undefined) return null;
    used.push(next.place);
    if (next.one.below === undefined) return used;
    reached = next.one.below;
    start = false;
  }
  return used;
};

const less = (a: string, b: string): boolean => compareRatios(ratioOf(a), ratioOf(b)) < 0;
/** Whether a range has begun at a point; at the very start, where there is none. */
const startsBy = ({ from }: Bounds, point: string | undefined): boolean =>
  from === undefined || (point !== undefined && !less(point, from));
const goesBeyond = ({ below }: Bounds, point: string | undefined): boolean =>
  below === undefined || point === undefined || less(point, below);

/** Bands that have some values in common while each has others besides, as pairs of places: what the first takes is an accident of order. */
export const crossingBands = (bands: readonly Condition[]): readonly (readonly [number, number])[] =>
  bands.flatMap((band, at) =>
    bands.slice(0, at).flatMap((other, place): readonly (readonly [number, number])[] =>
      isRange(band) && isRange(other) && sameAttribute(band, other) && cross(band, other) ? [[place, at]] : [],
    ),
  );

const cross = (a: Bounds, b: Bounds): boolean => {
  const starts = startOrder(a, b);
  const ends = endOrder(a, b);
  if (starts === 0 || ends === 0 || starts !== ends) return false;
  const [first, second] = starts < 0 ? [a, b] : [b, a];
  return first.below === undefined || second.from === undefined || less(second.from, first.below);
};

const startOrder = (a: Bounds, b: Bounds): number =>
  a.from === undefined || b.from === undefined ? Number(a.from !== undefined) - Number(b.from !== undefined) : compareRatios(ratioOf(a.from), ratioOf(b.from));
const endOrder = (a: Bounds, b: Bounds): number =>
  a.below === undefined || b.below === undefined
    ? Number(a.below === undefined) - Number(b.below === undefined)
    : compareRatios(ratioOf(a.below), ratioOf(b.below));

/** What lies between the bands of one attribute and is in none of them. */
export const gapsBetween = (bands: readonly Condition[]): readonly { readonly from: string; readonly below: string }[] => {
  const [first] = bands;
  const ranges = bands.filter(isRange).sort(startOrder);
  if (first === undefined || !isPlain(first) || ranges.length < bands.length || !ranges.every((one) => sameAttribute(one, first))) return [];
  const gaps: { from: string; below: string }[] = [];
  let reached: Bounds | null = null;
  for (const range of ranges) {
    if (reached?.below !== undefined && range.from !== undefined && less(reached.below, range.from)) gaps.push({ from: reached.below, below: range.from });
    if (reached === null || endOrder(reached, range) < 0) reached = range;
  }
  return gaps;
};
