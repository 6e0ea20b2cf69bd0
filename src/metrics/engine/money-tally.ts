import { toWhole, type Whole } from '../../kernel/ratio.js';
import type { FactMeasure } from '../definition/measure.js';
import { gcd, rational, times, toRatio } from '../rational.js';
import { byCurrency, convertedTotal, roundWhole, type MoneyPart, type RateTable } from './money.js';
import type { SumTally, ValueShareTally } from './tally.js';

/** The tally of a share by amount from its parts, wherever they were added up. */
export const valueShareTally = (
  parts: readonly MoneyPart[],
  counts: { readonly unknown: number; readonly belowZero: number; readonly open: number },
  table: RateTable | null,
): ValueShareTally => {
  const found = table === null ? null : convertedTotal(parts, table);
  return {
    kind: 'value_share',
    shares: byCurrency(parts).map(({ currency, numerator, denominator, n }) => ({
      currency,
      numerator: toWhole(numerator),
      denominator: toWhole(denominator),
      n,
    })),
    converted: table === null || found === null || found.withoutRate.length > 0 ? null : { currency: table.to, ...overOne(found) },
    withoutRate: found?.withoutRate ?? [],
    ...counts,
  };
};

/** Two fractions as two whole numbers in the same proportion, in lowest terms. */
const overOne = ({
  numerator,
  denominator,
}: {
  readonly numerator: Fraction;
  readonly denominator: Fraction;
}): { readonly numerator: Whole; readonly denominator: Whole } => {
  const [a, b] = [numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator];
  const by = gcd(a, b) || 1n;
  return { numerator: toWhole(a / by), denominator: toWhole(b / by) };
};

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The tally of a sum from its parts, wherever they were added up. */
export const sumTally = (
  { weight, convert }: Extract<FactMeasure, { readonly kind: 'sum' }>,
  parts: readonly MoneyPart[],
  counts: { readonly unknown: number; readonly open: number },
  table: RateTable | null,
): SumTally => {
  const over = weight === null ? 1n : 100n;
  const found = table === null ? null : convertedTotal(parts, table);
  const exact = found === null ? null : times(found.numerator, rational(1n, over));
  return {
    kind: 'sum',
    sums: byCurrency(parts).map(({ currency, numerator, n }) => ({
      currency,
      minor: roundWhole(rational(numerator, over), 'half-even'),
      n,
    })),
    converted:
      table === null || convert === null || exact === null || found === null || found.withoutRate.length > 0
        ? null
        : { currency: table.to, minor: roundWhole(exact, convert.rounding), ...toRatio(exact) },
    withoutRate: found?.withoutRate ?? [],
    ...counts,
  };
};
