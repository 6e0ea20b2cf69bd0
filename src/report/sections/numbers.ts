import { ratioOf } from '../../kernel/ratio.js';
import type { LookedAt } from '../../metrics/scorecard/looked-at.js';
import type { Flag, ScorecardRow } from '../../metrics/scorecard/score.js';
import type { NoFlag } from '../../metrics/scorecard/seen.js';
import type { Review } from '../../pact/review.js';
import { minorDigits } from '../../vocabulary/money.js';
import { heading, table, withoutEmptyColumns, type Block, type Tone } from '../document.js';
import { metricBasis, metricValue } from '../metric-words.js';
import type { Named } from '../names.js';
import { count, money, percent } from '../words.js';

/** How a flag is meant. */
export const TONES: Readonly<Record<Flag, Tone>> = { green: 'good', yellow: 'warn', red: 'bad', none: 'muted' };

/** Why a number bears no flag. */
export const WHY_NOT: Readonly<Record<NoFlag, string>> = {
  not_applicable: 'the framework has no such milestone or stage',
  no_value: 'nothing to divide',
  rank_is_open: 'still open at that rank',
  not_recorded: 'none on record',
  sample_too_small: 'too few cases',
  no_rate: 'an amount has no rate',
  mixed_currencies: 'several currencies',
  other_currency: 'another currency',
  no_parameter: 'a parameter is missing',
  too_large: 'too many digits',
};

/** The scorecard with its flags, the same numbers one period earlier, and when each is to be looked at next. */
export const numbers = ({ scorecard, before, period }: Review, named: Named): readonly Block[] => [
  heading(2, 'Scorecard'),
  withoutEmptyColumns(
    table(
      ['Flag', 'Metric', `${period.label}>`, ...(before === null ? [] : ['Before, as early>']), 'Target>', 'Made from', 'Owner', 'Next check'],
      scorecard.map((row, i) => [
        { text: row.reason === null ? row.flag : `no flag: ${WHY_NOT[row.reason]}`, tone: TONES[row.flag] },
        row.title,
        seenValue(row),
        ...(before === null ? [] : [before[i] === undefined ? '' : seenValue(before[i])]),
        targetText(row.entry, row),
        metricBasis(row.result, row.inputTimes),
        named('parties', row.owner),
        row.nextCheck,
      ]),
    ),
  ),
];

/** The value that the flag is about: of money, the currency looked at first. */
export const seenValue = ({ entry, result, time }: Pick<ScorecardRow, 'entry' | 'result' | 'time'>): string =>
  metricValue(result, { currency: entry.currency ?? null, time });

/** What is asked of a number: `at least 90.0 %`, `at most 120 working minutes`. */
export const targetText = (looked: LookedAt, of: Pick<ScorecardRow, 'result' | 'time'>): string =>
  `${looked.direction === 'higher' ? 'at least' : 'at most'} ${amountText(looked, of)}`;

const amountText = ({ target, unit, currency }: LookedAt, { result, time }: Pick<ScorecardRow, 'result' | 'time'>): string => {
  if (time !== null) {
    const units = unit ?? 'milliseconds';
    return `${grouped(target)} ${time === 'working' ? 'working ' : ''}${target === '1' ? units.slice(0, -1) : units}`;
  }
  const divided = result.kind === 'value_share' || (result.kind === 'fraction' && (result.measure === 'share' || result.measure === 'ratio'));
  if (divided) {
    const { numerator, denominator } = ratioOf(target);
    return percent(numerator, denominator);
  }
  if (currency !== undefined) return moneyText(target, currency);
  return grouped(target);
};

const grouped = (text: string): string => (/^\d+$/.test(text) ? count(text) : text);

const moneyText = (target: string, currency: string): string => {
  const [whole = '0', part = ''] = target.split('.');
  return money({ minor: whole + part.padEnd(minorDigits(currency), '0').slice(0, minorDigits(currency)), currency });
};
