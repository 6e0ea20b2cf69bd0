import type { FactMetric } from '../../definition/metric.js';
import { createdWinRateMetric } from './created-win-rate.js';

/** Of the opportunities opened in the period and closed since, those won. */
export const decidedWinRate = /* @__PURE__ */ (() =>
  ({
    ...createdWinRateMetric,
    id: 'decided_win_rate',
    title: 'Win rate, of created and decided',
    question: 'Of the opportunities opened in the period and closed since, how many were won?',
    hides: 'The open ones. What closes first is often what was easy to win, or hopeless: a young cohort is not like its later self.',
    source: 'The close rate of a cohort, where the usual one is of whatever closed in a period.',
    basis: { ...createdWinRateMetric.basis, maturity: 'decided' },
  }) as const satisfies FactMetric)();
