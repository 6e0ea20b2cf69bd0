import type { FactMetric } from '../../definition/metric.js';
import { createdWinRateMetric } from './created-win-rate.js';

/** The created win rate over opportunities that are at least 90 days old. */
export const maturedWinRate = /* @__PURE__ */ (() =>
  ({
    ...createdWinRateMetric,
    id: 'matured_win_rate',
    title: 'Win rate, of created at least 90 days ago',
    question: 'Of the opportunities opened in the period that have had 90 days, how many were won?',
    hides: 'The young ones, all of them. Where deals take longer than 90 days, it is still too early.',
    source: 'cro.expert: a snapshot says 30 %, the cohort at maturity 19 % of the same deals. Rekener: wait at least the conversion cycle.',
    basis: { ...createdWinRateMetric.basis, maturity: { olderThanMs: 90 * 86_400_000 } },
  }) as const satisfies FactMetric)();
