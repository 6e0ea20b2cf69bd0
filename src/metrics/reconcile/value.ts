import { RevpactError } from '../../kernel/issue.js';
import { toDecimal } from '../../kernel/quotient.js';
import type { Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { formatMoney } from '../../vocabulary/money.js';
import { definitionIssues } from '../definition/metric-check.js';
import { evaluate } from '../engine/evaluate.js';
import type { MetricResult } from '../engine/result.js';
import { metricsIssue } from '../issues.js';
import { rational, toRatio, type Rational } from '../rational.js';
import type { FactsOf, Report } from './report.js';

/** The one exact number that a report says; of money minor units, with their currency. */
export interface Said {
  readonly number: Rational;
  /** Null for what is no money, and for a sum of nothing, which is nothing in every currency. */
  readonly currency: string | null;
}

/**
 * What a report says. Issues: those of its definition (what its unit is called and how it is broken down make no number), what `evaluate` refuses, and
 * `metrics.no_number` where there is none.
 */
export const saidBy = (report: Report, factsOf: FactsOf): Result<Said> => {
  // By what a number is broken down changes nothing of the whole, and another side's columns may not exist here.
  const wrong = definitionIssues({ ...report.definition, dimensions: [] }).filter(({ code }) => code !== 'metrics.wrong_unit');
  if (wrong.length > 0) return fail(wrong);
  try {
    const said = numberOf(report, evaluate(report.definition, factsOf(report), { ...report.options, groupBy: [], digest: false }));
    return said === null ? fail([metricsIssue('no_number', { report: report.label }, [])]) : ok(said);
  } catch (error) {
    if (error instanceof RevpactError) return fail(error.issues);
    throw error;
  }
};

const over = (numerator: number | string, denominator: number | string, currency: string | null = null): Said | null =>
  BigInt(denominator) === 0n ? null : { number: rational(BigInt(numerator), BigInt(denominator)), currency };

/** Of sums and shares by value what all were converted to, where that was asked for; else those of one currency. */
const numberOf = ({ definition: { measure }, currency }: Report, result: MetricResult): Said | null => {
  const to = 'convert' in measure ? (measure.convert?.to ?? null) : null;
  switch (result.kind) {
    case 'inapplicable':
      return null;
    case 'fraction':
      return over(result.numerator, result.denominator);
    case 'percentile':
      return result.ms === null ? null : over(result.ms, 1);
    case 'formula':
      if (result.value === null || isOther(result.currency, currency)) return null;
      return over(result.numerator, result.denominator, result.currency);
    case 'sum': {
      if (to !== null) return isOther(to, currency) ? null : converted(result.converted, to);
      const wanted = currency ?? (result.sums.length === 1 ? result.sums[0]?.currency : undefined);
      if (wanted === undefined) return result.sums.length === 0 ? over(0, 1) : null;
      return over(result.sums.find((one) => one.currency === wanted)?.minor ?? 0, 1, wanted);
    }
    case 'value_share': {
      if (to !== null) return isOther(to, currency) ? null : converted(result.converted, null);
      const only = result.shares.length === 1 ? result.shares[0] : undefined;
      const one = currency === undefined ? only : result.shares.find((share) => share.currency === currency);
      return one === undefined ? null : over(one.numerator, one.denominator);
    }
  }
};

/** Nothing where a rate is missing: a part of a sum is no sum. */
const converted = (ratio: Ratio | null, currency: string | null): Said | null =>
  ratio === null ? null : over(ratio.numerator, ratio.denominator, currency);

/** Whether money is in another currency than was asked for. */
const isOther = (is: string | null, wanted: string | undefined): boolean => is !== null && wanted !== undefined && is !== wanted;

/** What a number of a metric is in, for people. */
export type Scale = 'number' | 'percent' | 'money' | 'duration';

export const scaleOf = ({ definition: { measure } }: Report): Scale => {
  switch (measure.kind) {
    case 'share':
    case 'value_share':
    case 'ratio':
      return 'percent';
    case 'sum':
      return 'money';
    case 'percentile':
    case 'mean':
      return 'duration';
    case 'formula':
      return measure.of;
    case 'count':
    case 'distinct':
    case 'total':
      return 'number';
  }
};

/** What two numbers can both be written in; null where they have no difference. A formula's plain number may be a share, too. */
export const commonScale = (a: Report, b: Report): Scale | null => {
  const [was, is] = [scaleOf(a), scaleOf(b)];
  if (was === is) return was;
  const isPlain = ({ definition }: Report, scale: Scale): boolean =>
    scale === 'percent' || (scale === 'number' && definition.measure.kind === 'formula');
  return isPlain(a, was) && isPlain(b, is) ? 'percent' : null;
};

/** A number as text, with the unit of its scale; money of no one currency in minor units. */
export const numberText = (value: Rational, scale: Scale, currency: string | null): string => {
  switch (scale) {
    case 'number':
      return trimmed(decimal(value, 1n, 1n));
    case 'percent':
      return `${decimal(value, 100n, 1n)} %`;
    case 'duration':
      return `${trimmed(decimal(value, 1n, 60_000n))} min`;
    case 'money':
      return currency === null ? `${trimmed(decimal(value, 1n, 1n))} minor units` : formatMoney({ minor: whole(value), currency });
  }
};

/** What lies between two numbers of a scale: between shares, percentage points. */
export const differenceText = (value: Rational, scale: Scale, currency: string | null): string =>
  scale === 'percent' ? `${decimal(value, 100n, 1n)} percentage points` : numberText(value, scale, currency);

const decimal = ({ numerator, denominator }: Rational, times: bigint, by: bigint): string =>
  toDecimal(toRatio(rational(numerator * times, denominator * by)), 2, 'half-even') ?? '–';

const whole = (value: Rational): string => toDecimal(toRatio(value), 0, 'half-even') ?? '0';

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0{1,2}$/, '') : text);
