import type { Review } from '../../pact/review.js';
import type { Flag, ScorecardRow } from '../../metrics/score.js';
import type { ScorecardEntry } from '../../metrics/scorecard.js';
import { minorDigits } from '../../vocabulary/money.js';
import { heading, paragraph, table, type Block, type Tone } from '../document.js';
import type { Named } from '../names.js';
import { count, metricBasis, metricValue, money, percent } from '../words.js';
import { ratioOf } from '../../kernel/ratio.js';

const TONES: Readonly<Record<Flag, Tone>> = { green: 'good', yellow: 'warn', red: 'bad', none: 'muted' };

const WHY_NOT: Readonly<Record<NonNullable<ScorecardRow['reason']>, string>> = {
  not_applicable: 'no flag: the framework has no such milestone',
  no_value: 'no flag: nothing to divide',
  rank_is_open: 'no flag: still open at that rank',
  sample_too_small: 'no flag: too few cases',
};

/** The scorecard with its flags, and the same numbers one period earlier. */
export const numbers = ({ scorecard, before, pact, period }: Review, named: Named): readonly Block[] => [
  heading(2, 'Scorecard'),
  ...(pact.sharedGoal === null
    ? []
    : [paragraph(`Shared goal of ${pact.sharedGoal.parties.map((party) => named('parties', party)).join(', ')}, ${pact.sharedGoal.from} to ${pact.sharedGoal.to}: ${pact.sharedGoal.statement}`)]),
  table(
    ['Flag', 'Metric', `${period.label}>`, ...(before === null ? [] : ['Before, as early>']), 'Target>', 'Made from', 'Owner'],
    scorecard.map((row, i) => [
      { text: row.reason === null ? row.flag : WHY_NOT[row.reason], tone: TONES[row.flag] },
      row.title,
      seenValue(row),
      ...(before === null ? [] : [before[i] === undefined ? '' : seenValue(before[i])]),
      `${row.entry.direction === 'higher' ? 'at least' : 'at most'} ${targetText(row)}`,
      metricBasis(row.result),
      named('parties', row.owner),
    ]),
  ),
];

/** The value that the flag is about: of a sum, the currency looked at first. */
export const seenValue = ({ entry, result }: ScorecardRow): string => {
  if (result.kind !== 'sum' || entry.currency === undefined) return metricValue(result);
  const { currency } = entry;
  const minor = result.sums.find((sum) => sum.currency === currency)?.minor ?? 0;
  return money({ minor, currency });
};

const targetText = ({ entry, result }: ScorecardRow): string => {
  if (entry.unit !== undefined) return `${entry.target} ${entry.unit}`;
  if (entry.currency !== undefined) return moneyText(entry, entry.currency);
  if (result.kind === 'fraction' && result.measure !== 'count') {
    const { numerator, denominator } = ratioOf(entry.target);
    return percent(numerator, denominator);
  }
  return /^\d+$/.test(entry.target) ? count(entry.target) : entry.target;
};

const moneyText = ({ target }: ScorecardEntry, currency: string): string => {
  const [whole = '0', part = ''] = target.split('.');
  return money({ minor: whole + part.padEnd(minorDigits(currency), '0').slice(0, minorDigits(currency)), currency });
};
