import type { FactMetric } from '../../definition/metric.js';
import { createdWinRateByValue } from './created-win-rate-by-value.js';

/** Of the value opened in the period and closed since, what was won, each currency by itself. */
export const decidedWinRateByValue = /* @__PURE__ */ (() =>
  ({
    ...createdWinRateByValue,
    id: 'decided_win_rate_by_value',
    title: 'Win rate, of created and decided, by value',
    question: 'Of the value opened in the period and closed since, how much was won?',
    hides: 'The open deals, which are often the large ones: what closes first was easy to win, or hopeless.',
    source: 'The close rate of a cohort, by amount.',
    basis: { ...createdWinRateByValue.basis, maturity: 'decided' },
  }) as const satisfies FactMetric)();
