import { toDecimal } from '../../kernel/quotient.js';
import type { GoalNumber, GoalState } from '../../metrics/scorecard/goal.js';
import type { Review } from '../../pact/review.js';
import { minorDigits } from '../../vocabulary/money.js';
import { heading, paragraph, table, withoutEmptyColumns, type Block, type Cell, type Tone } from '../document.js';
import { metricBasis, metricValue } from '../metric-words.js';
import type { Named } from '../names.js';
import { money, percent } from '../words.js';
import { targetText, WHY_NOT } from './numbers.js';

const TONES: Readonly<Record<GoalState, Tone>> = { not_begun: 'muted', on_the_way: 'good', behind: 'warn', reached: 'good', missed: 'bad', not_known: 'muted' };

/** The goal that both sides share: how it stands, for all alike, and what each brings towards it. */
export const goalSection = ({ goal: standing }: Review, named: Named): readonly Block[] => {
  if (standing === null) return [];
  const { goal, gone, shared, sides } = standing;
  const rows = [
    ...(shared === null ? [] : [row(shared, 'all alike')]),
    ...sides.flatMap(({ party, parts }) => parts.map((one) => row(one, named('parties', party)))),
  ];
  return [
    heading(2, 'Shared goal'),
    paragraph(
      `${goal.statement} For this ${allOf(goal.parties.map((party) => named('parties', party)))} answer equally, from ${goal.from} to ${goal.to}; ` +
        `${percent(gone.numerator, gone.denominator)} of that time is gone.${rows.length === 0 ? ' No number says how it stands.' : ''}`,
    ),
    ...(rows.length === 0 ? [] : [withoutEmptyColumns(table(['Stands', 'Number', 'So far>', 'Due by now>', 'In the end>', 'Made from', 'Answered for by'], rows))]),
  ];
};

const row = ({ measure, title, result, state, reason, due, time, inputTimes }: GoalNumber, by: string): readonly (Cell | string)[] => [
  { text: `${state.replaceAll('_', ' ')}${reason === null ? '' : `: ${WHY_NOT[reason]}`}`, tone: TONES[state] },
  title,
  metricValue(result, { currency: measure.currency ?? null, time }),
  measure.pace === 'none' ? '' : dueText(measure, due),
  targetText(measure, { result, time }),
  metricBasis(result, inputTimes),
  by,
];

/** `A, B and C`. */
const allOf = (names: readonly string[]): string => [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');

/** What is due by now, cut for reading: it is compared exactly. */
const dueText = ({ currency }: GoalNumber['measure'], { numerator, denominator }: GoalNumber['due']): string => {
  if (currency === undefined) return toDecimal({ numerator, denominator }, 1, 'half-even') ?? '';
  const minor = { numerator: (BigInt(numerator) * 10n ** BigInt(minorDigits(currency))).toString(), denominator };
  return money({ minor: toDecimal(minor, 0, 'half-even') ?? 0, currency });
};
