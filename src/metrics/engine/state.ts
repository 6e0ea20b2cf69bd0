import type { FactMeasure } from '../definition/measure.js';
import type { Unit } from './candidate.js';
import { addExact, addProduct, addWhole, exactZero, type Exact } from './exact.js';
import { segmentOf, type RateTable } from './money.js';

/** Money of one currency under one rate. */
export interface PartState {
  readonly currency: string;
  readonly segment: number;
  readonly numerator: Exact;
  readonly denominator: Exact;
  n: number;
}

/** What has been counted so far: integers and sets, of which any two add up in any order. Of every kind of measure. */
export interface State {
  /** Units of the whole, and of these those that reached the target. */
  whole: number;
  reached: number;
  open: number;
  unknown: number;
  belowZero: number;
  reversed: number;
  /** Milliseconds of a percentile, each as often as it occurs. */
  readonly values: number[];
  /** Values that are counted once each. */
  readonly words: Set<string>;
  /** Milliseconds of a mean, numbers of a total. */
  readonly sum: Exact;
  readonly parts: Map<string, PartState>;
}

export const emptyState = (): State => ({
  whole: 0,
  reached: 0,
  open: 0,
  unknown: 0,
  belowZero: 0,
  reversed: 0,
  values: [],
  words: new Set(),
  sum: exactZero(),
  parts: new Map(),
});

/** Takes the other's counts in. */
export const mergeState = (into: State, other: State): void => {
  into.whole += other.whole;
  into.reached += other.reached;
  into.open += other.open;
  into.unknown += other.unknown;
  into.belowZero += other.belowZero;
  into.reversed += other.reversed;
  for (const value of other.values) into.values.push(value);
  for (const word of other.words) into.words.add(word);
  addExact(into.sum, other.sum);
  for (const [key, { currency, segment, numerator, denominator, n }] of other.parts) {
    const part = partOf(into, key, currency, segment);
    addExact(part.numerator, numerator);
    addExact(part.denominator, denominator);
    part.n += n;
  }
};

const partOf = (state: State, key: string, currency: string, segment: number): PartState => {
  const found = state.parts.get(key);
  if (found !== undefined) return found;
  const part = { currency, segment, numerator: exactZero(), denominator: exactZero(), n: 0 };
  state.parts.set(key, part);
  return part;
};

/** Takes units of the cohort in: what they are of the whole, and what they reached. */
export interface Adding {
  readonly whole: (state: State, unit: Unit) => void;
  readonly reached: (state: State, unit: Unit) => void;
}

/** How units are added up for a measure; `table` and `fixedAt` where it converts. */
export const addingOf = (
  measure: FactMeasure,
  currencies: readonly string[],
  words: readonly string[],
  table: RateTable | null,
  fixedAt: number | null,
): Adding => {
  /** The name of a part, by its currency and rate, made once. */
  const keys: string[][] = [];
  const partAt = (state: State, { currency, axisAt }: Unit): PartState => {
    const name = currencies[currency] ?? '';
    const segment = table === null ? -1 : segmentOf(table, name, fixedAt ?? axisAt);
    const known = (keys[currency + 1] ??= []);
    return partOf(state, (known[segment + 1] ??= `${name} ${String(segment)}`), name, segment);
  };
  const whole = (state: State, unit: Unit): void => {
    if (unit.inDenominator) state.whole += 1;
    if (unit.reason === 'still_open') state.open += 1;
  };
  const reached = (state: State, unit: Unit): void => {
    if (unit.inNumerator) state.reached += 1;
  };
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return { whole, reached };
    case 'distinct':
      return {
        whole,
        reached: (state, unit) => {
          if (unit.reason === 'no_value') state.unknown += 1;
          else if (unit.inNumerator) state.words.add(words[unit.word] ?? '');
        },
      };
    case 'total':
      return {
        whole,
        reached: (state, unit) => {
          if (unit.reason === 'no_value') state.unknown += 1;
          else if (unit.inNumerator) addWhole(state.sum, unit.value);
        },
      };
    case 'percentile':
      return {
        whole: (state, unit) => {
          whole(state, unit);
          if (unit.reason === 'reversed') state.reversed += 1;
        },
        reached: (state, unit) => {
          if (unit.inNumerator) state.values.push(unit.value);
        },
      };
    case 'mean':
      return {
        whole: (state, unit) => {
          whole(state, unit);
          if (unit.reason === 'reversed') state.unknown += 1;
        },
        reached: (state, unit) => {
          if (unit.inNumerator) addWhole(state.sum, unit.value);
        },
      };
    case 'value_share':
      return {
        whole: (state, unit) => {
          whole(state, unit);
          if (unit.reason === 'no_amount') state.unknown += 1;
          if (unit.reason === 'below_zero') state.belowZero += 1;
          if (!unit.inDenominator) return;
          const part = partAt(state, unit);
          addWhole(part.denominator, unit.value);
          part.n += 1;
        },
        reached: (state, unit) => {
          if (unit.inNumerator) addWhole(partAt(state, unit).numerator, unit.value);
        },
      };
    case 'sum': {
      const weighted = measure.weight !== null;
      return {
        whole,
        reached: (state, unit) => {
          if (unit.reason === 'no_amount') state.unknown += 1;
          if (!unit.inNumerator) return;
          const part = partAt(state, unit);
          if (weighted) addProduct(part.numerator, unit.value, unit.weight);
          else addWhole(part.numerator, unit.value);
          part.n += 1;
        },
      };
    }
  }
};
