import type { FactMetric } from '../../definition/metric.js';
import { createdWinRateByValue } from './created-win-rate-by-value.js';

/** The created win rate by value over opportunities that are at least 90 days old. */
export const maturedWinRateByValue = /* @__PURE__ */ (() =>
  ({
    ...createdWinRateByValue,
    id: 'matured_win_rate_by_value',
    title: 'Win rate, of created at least 90 days ago, by value',
    question: 'Of the value opened in the period that has had 90 days, how much was won?',
    hides: 'The young ones, all of them, and how many deals it were.',
    source: 'cro.expert: a snapshot says 30 %, the cohort at maturity 19 % of the same deals; here by amount.',
    basis: { ...createdWinRateByValue.basis, maturity: { olderThanMs: 90 * 86_400_000 } },
  }) as const satisfies FactMetric)();
