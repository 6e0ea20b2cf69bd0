import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesClosed } from './opportunities-closed.js';

/** Opportunities won in the period. Closed twice, the last outcome counts. */
export const opportunitiesWon = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesClosed,
    id: 'opportunities_won',
    title: 'Opportunities won',
    question: 'How many opportunities were won in the period?',
    hides: 'What they are worth, and what was lost for it.',
    source: 'Won opportunities by closing date.',
    basis: { ...opportunitiesClosed.basis, target: { is: 'latest', column: 'row.wonAt' }, settled: ['row.lostAt'] },
  }) as const satisfies FactMetric)();
