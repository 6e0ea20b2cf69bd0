import { explain, type Evidence } from '../engine/explain.js';
import type { FactsOf, Report } from './report.js';

/** What identifies a unit in both reports. */
export type UnitKey = Readonly<Record<string, string | number>>;

/** How a unit stands in a report: in its denominator, its numerator, with which value; why. What does not count has no value. */
export interface Standing {
  readonly inDenominator: boolean;
  readonly inNumerator: boolean;
  readonly value: number | null;
  /** Of an amount: in which currency, and by how much percent it is weighed. */
  readonly currency: string | null;
  readonly weight: number | null;
  /** What is counted once. */
  readonly word: string | null;
  readonly reason: Evidence['reason'] | 'not_there';
}

/** A unit that counts otherwise in one report than in the other. */
export interface Moved {
  readonly key: UnitKey;
  readonly leadId: string | null;
  readonly was: Standing;
  readonly is: Standing;
}

/** Units by key, as a report counts them. */
export type Standings = ReadonlyMap<string, { readonly key: UnitKey; readonly leadId: string | null; readonly standing: Standing }>;

/** Every unit that a report looks at. */
export const standingsOf = (report: Report, factsOf: FactsOf): Standings => {
  const found = new Map<string, { readonly key: UnitKey; readonly leadId: string | null; readonly standing: Standing }>();
  // Groups change no number, and cost.
  for (const one of explain(report.definition, factsOf(report), { ...report.options, groupBy: [] })) {
    const key = one.input === null ? one.key : { input: one.input, ...one.key };
    found.set(nameOf(key), { key, leadId: one.leadId, standing: standingOf(one) });
  }
  return found;
};

/** One text for each key, far cheaper than JSON: lengths say where a word ends, names tell tables apart. */
const nameOf = (key: UnitKey): string => {
  let name = '';
  for (const [column, value] of Object.entries(key)) {
    const word = String(value);
    name += `${column}${String(word.length)}:${word}`;
  }
  return name;
};

const NOTHING = { value: null, currency: null, weight: null, word: null };
const NOT_THERE: Standing = { inDenominator: false, inNumerator: false, ...NOTHING, reason: 'not_there' };

const standingOf = ({ inDenominator, inNumerator, value, currency, weight, word, reason }: Evidence): Standing => ({
  inDenominator,
  inNumerator,
  ...(inDenominator || inNumerator ? { value, currency, weight, word } : NOTHING),
  reason,
});

/** Units whose part in the number is another in `b` than in `a`, in the order of `a`, then of `b`. */
export const movedBetween = (a: Standings, b: Standings): readonly Moved[] => {
  const moved: Moved[] = [];
  for (const [name, { key, leadId, standing: was }] of a) {
    const is = b.get(name)?.standing ?? NOT_THERE;
    if (!countsAlike(was, is)) moved.push({ key, leadId, was, is });
  }
  for (const [name, { key, leadId, standing: is }] of b) {
    if (!a.has(name) && !countsAlike(NOT_THERE, is)) moved.push({ key, leadId, was: NOT_THERE, is });
  }
  return moved;
};

const countsAlike = (a: Standing, b: Standing): boolean =>
  a.inDenominator === b.inDenominator &&
  a.inNumerator === b.inNumerator &&
  a.value === b.value &&
  a.currency === b.currency &&
  a.weight === b.weight &&
  a.word === b.word;

/** Up to so many are listed; all are counted. */
export const MOST_MOVED = 100;

/** Units that count otherwise, and how many of them came in and went out. */
export interface Movement {
  readonly count: number;
  readonly cameIn: number;
  readonly wentOut: number;
  /** The first {@link MOST_MOVED}. */
  readonly records: readonly Moved[];
}

export const movement = (moved: readonly Moved[]): Movement => ({
  count: moved.length,
  cameIn: moved.filter(({ was, is }) => !counts(was) && counts(is)).length,
  wentOut: moved.filter(({ was, is }) => counts(was) && !counts(is)).length,
  records: moved.slice(0, MOST_MOVED),
});

const counts = ({ inDenominator, inNumerator }: Standing): boolean => inDenominator || inNumerator;
