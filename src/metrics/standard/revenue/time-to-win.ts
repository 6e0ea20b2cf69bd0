import type { FactMetric } from '../../definition/metric.js';
import { salesCycleWon } from './sales-cycle-won.js';

/** Time within which half of the opportunities opened in the period were won; all that were not rank behind. */
export const timeToWin = /* @__PURE__ */ (() =>
  ({
    ...salesCycleWon,
    id: 'time_to_win',
    title: 'Time to win, of created, median',
    question: 'Within how long were half of the opportunities opened in the period won?',
    hides: 'Nothing is left out, and so there is rarely a number: where less than half were won there is none, only its lower bound.',
    source: 'Censored as survival analysis has it: converters alone look faster the worse the funnel gets.',
    measure: { ...salesCycleWon.measure, unended: 'last' },
    basis: { ...salesCycleWon.basis, date: ['row.openedAt'] },
  }) as const satisfies FactMetric)();
