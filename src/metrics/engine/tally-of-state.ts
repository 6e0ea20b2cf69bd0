import { toWhole, type Whole } from '../../kernel/ratio.js';
import { rankedAmong } from '../bulk/percentiles.js';
import type { FactMeasure } from '../definition/measure.js';
import { exactValue } from './exact.js';
import type { MoneyPart, RateTable } from './money.js';
import { sumTally, valueShareTally } from './money-tally.js';
import type { State } from './state.js';
import type { FactTally, FractionTally, PercentileTally } from './tally.js';

/** What has been counted, as the integers of a measure. `table` where it converts. */
export const tallyOfState = (measure: FactMeasure, state: State, table: RateTable | null): FactTally => {
  const { whole, reached, open, unknown } = state;
  const fraction = (numerator: Whole, denominator: Whole): FractionTally => ({ kind: 'fraction', numerator, denominator, open, unknown });
  switch (measure.kind) {
    case 'count':
      return fraction(reached, 1);
    case 'distinct':
      return fraction(state.words.size, 1);
    case 'total':
      return fraction(toWhole(exactValue(state.sum)), 1);
    case 'share':
    case 'ratio':
      return fraction(reached, whole);
    case 'mean':
      return fraction(toWhole(exactValue(state.sum)), whole);
    case 'percentile':
      return percentileTally(measure, state);
    case 'value_share':
      return valueShareTally(moneyParts(state), { unknown, belowZero: state.belowZero, open }, table);
    case 'sum':
      return sumTally(measure, moneyParts(state), { unknown, open }, table);
  }
};

const moneyParts = ({ parts }: State): readonly MoneyPart[] =>
  Array.from(parts.values(), ({ currency, segment, numerator, denominator, n }) => ({
    currency,
    segment,
    numerator: exactValue(numerator),
    denominator: exactValue(denominator),
    n,
  }));

const percentileTally = (
  { rank, unended }: Extract<FactMeasure, { readonly kind: 'percentile' }>,
  { whole, open, reversed, values }: State,
): PercentileTally => {
  const behind = unended === 'last' ? whole - values.length : 0;
  const [found] = rankedAmong(new Float64Array(values), whole - values.length, behind, [rank]);
  return { kind: 'percentile', n: whole, open, reversed, ms: found?.value ?? null, lowerBound: found?.lowerBound ?? null };
};
