import type { Instant } from '../../kernel/instant.js';
import { tableOf } from '../definition/basis.js';
import { columnOf } from '../definition/column-ref.js';
import { numberAsOf, unitText, type ReadRow } from './as-of.js';
import type { Counted, Unit } from './candidate.js';
import type { Measurer } from './row-unit.js';
import type { FactSource } from './source.js';

/** How the units of a figure are measured, and the words that currencies and what is counted once stand for. */
export interface Measuring {
  readonly fill: Measurer;
  readonly currencies: readonly string[];
  readonly words: readonly string[];
}

const NO_WORDS: readonly string[] = [];

/** What a measure reads of each unit. Numbers that are no safe integers are not known. */
export const measuring = ({ measure, basis }: Counted, source: FactSource, asOf: Instant): Measuring => {
  const table = source.table(tableOf(basis));
  const number = (ref: string): ReadRow => whole(numberAsOf(table, columnOf(ref, table.key).name, asOf));
  switch (measure.kind) {
    case 'count':
    case 'share':
    case 'ratio':
      return { fill: () => undefined, currencies: NO_WORDS, words: NO_WORDS };
    case 'distinct': {
      const { words, read } = unitText(source, measure.column, table, asOf);
      return { fill: (unit) => (unit.word = read(unit.row, unit.lead)), currencies: NO_WORDS, words };
    }
    case 'total': {
      const read = number(measure.column);
      return { fill: (unit) => (unit.value = read(unit.row)), currencies: NO_WORDS, words: NO_WORDS };
    }
    case 'percentile':
    case 'mean': {
      const plus = measure.plus === null ? null : number(measure.plus);
      const span =
        measure.from === 'base.at' || measure.to === 'target.at' ? reached : between(measure.from.map(number), measure.to.map(number));
      return {
        fill: (unit) => {
          const ms = span(unit);
          // An end before its start stays one, however long its earlier stays.
          const all = plus === null || ms < 0 ? ms : ms + plus(unit.row);
          unit.value = Number.isSafeInteger(ms) && Number.isSafeInteger(all) ? all : NaN;
        },
        currencies: NO_WORDS,
        words: NO_WORDS,
      };
    }
    case 'value_share':
    case 'sum': {
      const { words, read } = unitText(source, measure.currency, table, asOf);
      const amount = number(measure.amount);
      const weight = measure.kind === 'sum' && measure.weight !== null ? number(measure.weight) : null;
      const fill = (unit: Unit): void => {
        unit.value = amount(unit.row);
        unit.currency = read(unit.row, unit.lead);
        unit.weight = weight === null ? NaN : weight(unit.row);
        if (weight !== null && Number.isNaN(unit.weight)) unit.value = NaN;
      };
      return { fill, currencies: words, words: NO_WORDS };
    }
  }
};

const whole =
  (read: ReadRow): ReadRow =>
  (row) => {
    const value = read(row);
    return Number.isSafeInteger(value) ? value : NaN;
  };

const reached = ({ targetAt, baseAt }: Unit): number => targetAt - baseAt;

const between = (from: readonly ReadRow[], to: readonly ReadRow[]): ((unit: Unit) => number) => {
  const [start, end] = [firstKnown(from), firstKnown(to)];
  return ({ row }) => end(row) - start(row);
};

const firstKnown = (reads: readonly ReadRow[]): ReadRow => {
  const [first, ...more] = reads;
  if (first === undefined) return () => NaN;
  if (more.length === 0) return first;
  return (row) => {
    let value = first(row);
    for (let i = 0; Number.isNaN(value) && i < more.length; i += 1) value = more[i]?.(row) ?? NaN;
    return value;
  };
};
