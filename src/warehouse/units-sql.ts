import { columnKind } from '../metrics/definition/column.js';
import { columnOf } from '../metrics/definition/column-ref.js';
import type { FactMeasure } from '../metrics/definition/measure.js';
import { integer } from './dialect.js';
import { firstKnown, read } from './expression.js';
import type { Scope } from './scope.js';

/** The columns that a measure takes of each unit, given when it began and when it reached its target. */
export type UnitSql = (base: string, target: string | null) => Readonly<Record<string, string>>;

export const unitSql =
  (measure: FactMeasure, scope: Scope): UnitSql =>
  (base, target) => {
    switch (measure.kind) {
      case 'count':
      case 'share':
      case 'ratio':
        return {};
      case 'distinct':
        return { unit_text: read(measure.column, scope) };
      case 'total':
        return { unit_value: read(measure.column, scope) };
      case 'percentile':
      case 'mean':
        return { unit_value: spanSql(measure, base, target, scope) };
      case 'value_share':
        return { unit_value: read(measure.amount, scope), unit_currency: read(measure.currency, scope) };
      case 'sum': {
        const amount = read(measure.amount, scope);
        const { weight } = measure;
        return {
          unit_value: weight === null ? amount : `${scope.dialect.wide(amount)} * ${scope.dialect.wide(read(weight, scope))}`,
          unit_currency: read(measure.currency, scope),
        };
      }
    }
  };

type Span = Extract<FactMeasure, { readonly kind: 'percentile' | 'mean' }>;

const spanSql = ({ from, to, plus }: Span, base: string, target: string | null, scope: Scope): string => {
  const start = from === 'base.at' ? base : firstKnown(from, scope);
  const end = to === 'target.at' ? (target ?? 'NULL') : firstKnown(to, scope);
  const span = known(`${end} - ${start}`, from !== 'base.at' && from.some((ref) => isCount(ref, scope)));
  // An end before its start stays one, however long its earlier stays.
  return plus === null ? span : known(`CASE WHEN ${span} < 0 THEN ${span} ELSE ${span} + ${read(plus, scope)} END`, true);
};

const isCount = (ref: string, { rows }: Scope): boolean => columnKind(rows, columnOf(ref, rows).name) === 'integer';

/** Milliseconds between moments are whole in any engine; other differences only where they are safe integers. */
const known = (value: string, checked: boolean): string =>
  checked ? `CASE WHEN ${value} BETWEEN ${integer(Number.MIN_SAFE_INTEGER)} AND ${integer(Number.MAX_SAFE_INTEGER)} THEN ${value} END` : value;
