import { toDecimal } from '../kernel/quotient.js';
import { toWhole, type Ratio } from '../kernel/ratio.js';
import type { Figure, MetricResult } from '../metrics/engine/result.js';
import type { ScorecardRow } from '../metrics/scorecard/score.js';
import { count, duration, money, percent, workingTime } from './words.js';

/** How a metric's value is read: in which currency, and as which time. */
export interface ReadAs {
  readonly currency: string | null;
  readonly time: ScorecardRow['time'];
}

/** A metric's value as people read it, whatever kind it is; a dash where there is none. */
export const metricValue = (result: MetricResult, read: ReadAs): string => {
  switch (result.kind) {
    case 'inapplicable':
      return 'not applicable';
    case 'fraction':
      if (result.value === null) return '–';
      if (result.measure === 'mean') return lasting(wholeOf(result), read);
      return result.measure === 'share' || result.measure === 'ratio' ? percent(result.numerator, result.denominator) : count(result.numerator);
    case 'value_share':
      return sharesText(result, read);
    case 'percentile':
      return rankText(result, read);
    case 'sum': {
      const { converted, sums } = result;
      if (converted !== null && (read.currency === null || read.currency === converted.currency)) return money(converted);
      if (read.currency !== null) return money({ minor: sums.find(({ currency }) => currency === read.currency)?.minor ?? 0, currency: read.currency });
      return sums.length === 0 ? '–' : sums.map(money).join(' + ');
    }
    case 'formula':
      if (result.value === null) return '–';
      if (read.time !== null) return lasting(wholeOf(result), read);
      return result.currency === null ? grouped(result.value) : money({ minor: wholeOf(result), currency: result.currency });
  }
};

/** A figure with what it counts, and what was made of it. */
export type Made = Pick<MetricResult, 'measure' | 'unit'> & (Figure | { readonly kind: 'inapplicable' });

/**
 * What a metric's value was made from.
 *
 * @param times - The inputs of a formula that are times.
 */
export const metricBasis = (result: Made, times: ScorecardRow['inputTimes'] = {}): string => {
  switch (result.kind) {
    case 'inapplicable':
      return '';
    case 'fraction': {
      const { measure, numerator, denominator, unknown, open } = result;
      const divided = measure === 'share' || measure === 'ratio';
      const of = divided ? `${count(numerator)} of ${count(denominator)}` : measure === 'mean' ? units(result.unit, denominator) : '';
      return listed(of, [open, 'still open'], [unknown, measure === 'mean' ? 'ended before they began' : 'without a value']);
    }
    case 'value_share': {
      const { shares, withoutRate, unknown, belowZero, open } = result;
      const each = shares.map(({ currency, numerator: minor, denominator: of }) => `${money({ minor, currency })} of ${money({ minor: of, currency })}`);
      return listed(each.join(', '), noRate(withoutRate), [unknown, 'without an amount'], [belowZero, 'below zero'], [open, 'still open']);
    }
    case 'percentile':
      return listed(units(result.unit, result.n), [result.open, 'without an end yet'], [result.reversed, 'ended before they began']);
    case 'sum': {
      const { sums, withoutRate, unknown, open } = result;
      const each = sums.map((sum) => `${count(sum.n)} with ${money(sum)}`);
      return listed(each.join(', '), noRate(withoutRate), [unknown, 'without an amount'], [open, 'still open']);
    }
    case 'formula':
      return Object.entries(result.inputs)
        .map(([name, input]) => `${name.replaceAll('_', ' ')}: ${inputText(input, times[name] ?? null)}`)
        .join('; ');
  }
};

/** One figure that a formula is made of: its integers, since the formula alone knows what they stand for. */
const inputText = (figure: Figure, time: ScorecardRow['time']): string => {
  switch (figure.kind) {
    case 'fraction':
      if (time !== null) return figure.value === null ? '–' : `${lasting(wholeOf(figure), { currency: null, time })} on average`;
      return BigInt(figure.denominator) === 1n ? count(figure.numerator) : `${count(figure.numerator)} of ${count(figure.denominator)}`;
    case 'value_share':
      return sharesText(figure, { currency: null, time: null });
    case 'percentile':
      return rankText(figure, { currency: null, time: time ?? 'calendar' });
    case 'sum':
      return figure.converted !== null ? money(figure.converted) : figure.sums.length === 0 ? 'nothing' : figure.sums.map(money).join(' + ');
    case 'formula':
      return figure.value ?? '–';
  }
};

const sharesText = ({ shares, converted }: Extract<Figure, { readonly kind: 'value_share' }>, { currency }: ReadAs): string => {
  if (converted !== null && (currency === null || currency === converted.currency)) return percent(converted.numerator, converted.denominator);
  const asked = shares.filter((share) => currency === null || share.currency === currency);
  if (asked.length === 0) return '–';
  return asked.map((share) => `${percent(share.numerator, share.denominator)}${asked.length === 1 ? '' : ` of ${share.currency}`}`).join(', ');
};

const rankText = ({ n, open, ms, lowerBound }: Extract<Figure, { readonly kind: 'percentile' }>, read: ReadAs): string => {
  if (ms !== null) return lasting(ms, read);
  if (lowerBound !== null) return `over ${lasting(lowerBound, read)}`;
  // Nobody has come to an end: there is no time that it took longer than.
  return n > 0 && open > 0 ? 'none yet' : '–';
};

const lasting = (ms: number | string, { time }: ReadAs): string => (time === 'working' ? workingTime : duration)(Number(ms));

const wholeOf = (exact: Ratio): number | string => {
  const cut = toDecimal(exact, 0, 'half-even');
  return cut === null ? 0 : toWhole(BigInt(cut));
};

/** Decimal text with its thousands apart. */
const grouped = (text: string): string => {
  const [whole = '', ...part] = text.split('.');
  return [count(whole), ...part].join('.');
};

/** What something is made of, and what was left out of it, where anything was. */
const listed = (made: string, ...aside: readonly (readonly [number, string])[]): string =>
  [...(made === '' ? [] : [made]), ...aside.flatMap(([number, words]) => (number > 0 ? [`${count(number)} ${words}`] : []))].join(', ');

/** Currencies that could not be converted. */
const noRate = (currencies: readonly string[]): readonly [number, string] => [
  currencies.length,
  `${currencies.length === 1 ? 'currency' : 'currencies'} without a rate (${currencies.join(', ')})`,
];

const PLURALS: Readonly<Record<string, string>> = {
  delivery: 'deliveries',
  activity: 'activities',
  opportunity: 'opportunities',
  touch: 'touches',
  advocacy: 'acts of advocacy',
  'state of an opportunity': 'states of opportunities',
  'item of feedback': 'items of feedback',
  'list entry': 'list entries',
  'day of spend': 'days of spend',
  'day of a quota': 'days of quotas',
};

const units = (unit: string, number: number | string): string => `${count(number)} ${String(number) === '1' ? unit : (PLURALS[unit] ?? `${unit}s`)}`;
