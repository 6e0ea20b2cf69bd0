import { RevpactError } from '../../kernel/issue.js';
import { toDecimal } from '../../kernel/quotient.js';
import { isDecimalText, ratioOf, type Whole } from '../../kernel/ratio.js';
import { minorDigits } from '../../vocabulary/money.js';
import type { FormulaMetric } from '../definition/metric.js';
import type { FormulaMeasure, Operand } from '../definition/formula.js';
import { metricsIssue } from '../issues.js';
import { plus, rational, times, toRational, toRatio, ZERO, type Rational } from '../rational.js';
import type { FactTally, FormulaTally } from './tally.js';

/**
 * Why a formula has no value: a division by zero, a share or mean of nothing, money of several currencies, a currency without
 * a rate, a parameter that nobody gave, a percentile that falls on an open unit or on none, numbers of more than 10,000 digits.
 */
export type NoValue = 'zero_denominator' | 'mixed_currencies' | 'no_rate' | 'no_parameter' | 'no_value' | 'too_large';

/** What arithmetic comes to, exactly. */
export interface FormulaValue {
  /** In lowest terms, of minor units where it is money; 0 over 0 where there is no value. */
  readonly numerator: Whole;
  readonly denominator: Whole;
  /** Decimal text, of major units where it is money; null where there is no value. */
  readonly value: string | null;
  readonly currency: string | null;
  readonly why: NoValue | null;
}

/** A number on the way: how often money is a factor of it, and of which currency. */
interface Amount {
  readonly number: Rational;
  readonly money: number;
  readonly currency: string | null;
}

type Step = Amount | NoValue;

/** The steps of a formula over the integers of its inputs, each exactly; only the last is ever rounded. */
export const formulaValue = (
  { measure, basis }: FormulaMetric,
  { inputs }: FormulaTally,
  parameters: Readonly<Record<string, string>>,
): FormulaValue => {
  const steps = new Map<string, Step>();
  const valueOf = (operand: Operand): Step => {
    if ('number' in operand) return plain(toRational(ratioOf(operand.number)));
    if ('parameter' in operand) return parameter(operand.parameter, parameters);
    if ('step' in operand) return steps.get(operand.step) ?? 'no_value';
    const [input, tally] = [basis.inputs[operand.input], inputs[operand.input]];
    return input === undefined || tally === undefined
      ? 'no_value'
      : ofTally(tally, 'convert' in input.measure && input.measure.convert !== null);
  };
  let last: Step = 'no_value';
  for (const { name, op, left, right } of measure.steps) {
    last = stepOf(op, valueOf(left), valueOf(right));
    steps.set(name, last);
  }
  return written(measure, last);
};

const plain = (number: Rational): Amount => ({ number, money: 0, currency: null });

const parameter = (name: string, given: Readonly<Record<string, string>>): Step => {
  const text = Object.hasOwn(given, name) ? given[name] : undefined;
  if (text === undefined) return 'no_parameter';
  if (!isDecimalText(text)) throw new RevpactError([metricsIssue('wrong_parameter', { parameter: name, value: text.slice(0, 40) })]);
  return plain(toRational(ratioOf(text)));
};

const ofTally = (tally: FactTally, convert: boolean): Step => {
  switch (tally.kind) {
    case 'fraction':
      return tally.denominator === 0 ? 'zero_denominator' : plain(toRational(tally));
    case 'percentile':
      return tally.ms === null ? 'no_value' : plain(rational(BigInt(tally.ms), 1n));
    case 'value_share': {
      if (convert && tally.converted === null) return 'no_rate';
      if (tally.shares.length > 1 && !convert) return 'mixed_currencies';
      const share = tally.converted ?? tally.shares[0];
      return share === undefined || BigInt(share.denominator) === 0n ? 'zero_denominator' : plain(toRational(share));
    }
    case 'sum': {
      if (convert)
        return tally.converted === null ? 'no_rate' : { number: toRational(tally.converted), money: 1, currency: tally.converted.currency };
      const [only, ...more] = tally.sums;
      if (more.length > 0) return 'mixed_currencies';
      return only === undefined
        ? { number: ZERO, money: 1, currency: null }
        : { number: rational(BigInt(only.minor), 1n), money: 1, currency: only.currency };
    }
  }
};

const stepOf = (op: FormulaMeasure['steps'][number]['op'], left: Step, right: Step): Step => {
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  // Money of nothing is of any currency.
  const [own, other] = [left.currency, right.currency];
  if (own !== null && other !== null && own !== other) return 'mixed_currencies';
  if (size(left.number) + size(right.number) > MOST_DIGITS) return 'too_large';
  const of = (number: Rational, money: number): Amount => ({ number, money, currency: money === 0 ? null : (own ?? other) });
  switch (op) {
    case 'add':
      return of(plus(left.number, right.number), left.money);
    case 'subtract':
      return of(plus(left.number, { numerator: -right.number.numerator, denominator: right.number.denominator }), left.money);
    case 'multiply':
      return of(times(left.number, right.number), left.money + right.money);
    case 'divide':
      if (right.number.numerator === 0n) return 'zero_denominator';
      return of(times(left.number, rational(right.number.denominator, right.number.numerator)), left.money - right.money);
  }
};

/** More is no figure that anybody reads, and squares of squares would fill any memory. */
const MOST_DIGITS = 10_000;

const size = ({ numerator, denominator }: Rational): number => (numerator.toString(16).length + denominator.toString(16).length) * 1.2;

const written = ({ of, digits, rounding }: FormulaMeasure, last: Step): FormulaValue => {
  if (typeof last === 'string') return { numerator: 0, denominator: 0, value: null, currency: null, why: last };
  const { number, currency } = last;
  const major = of === 'money' ? times(number, rational(1n, 10n ** BigInt(minorDigits(currency ?? '')))) : number;
  return { ...toRatio(number), value: toDecimal(toRatio(major), digits, rounding), currency: of === 'money' ? currency : null, why: null };
};
