import type { FactMetric } from '../../definition/metric.js';
import { winRateOfFirstOutcome } from './win-rate-of-first-outcome.js';

/** The same by amount as it stood at that first outcome, each currency by itself. */
export const winRateOfFirstOutcomeByValue = /* @__PURE__ */ (() =>
  ({
    ...winRateOfFirstOutcome,
    id: 'win_rate_of_first_outcome_by_value',
    title: 'Win rate, of first outcomes, by value',
    question: 'Of the value of the opportunities first closed in the period, how much was won at the first attempt?',
    hides: 'What became of them, and at what price: amounts are those of the first outcome. Deals without an amount are in no sum and are counted apart.',
    source: 'Reopened opportunities as a choice that win rates leave unsaid; here by amount.',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
