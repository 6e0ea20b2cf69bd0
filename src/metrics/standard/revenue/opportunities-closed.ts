import type { FactMetric } from '../../definition/metric.js';
import { opportunitiesCreated } from '../pipeline/opportunities-created.js';

/** Opportunities closed in the period, won or lost. */
export const opportunitiesClosed = /* @__PURE__ */ (() =>
  ({
    ...opportunitiesCreated,
    id: 'opportunities_closed',
    title: 'Opportunities closed',
    question: 'How many opportunities were decided in the period, one way or the other?',
    hides: 'Which way, and how long they had been open. One that was reopened is closed no more.',
    source: 'Won and lost together: the denominator of the close rate.',
    dimensions: ['row.type'],
    basis: { ...opportunitiesCreated.basis, date: ['row.wonAt', 'row.lostAt'] },
  }) as const satisfies FactMetric)();
