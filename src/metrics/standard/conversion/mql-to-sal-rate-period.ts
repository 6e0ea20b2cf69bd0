import type { FactMetric } from '../../definition/metric.js';
import { mqlToSalRate } from './mql-to-sal-rate.js';

/** First SALs of the period over first MQLs of the period, whoever they are; it may exceed 1. */
export const mqlToSalRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...mqlToSalRate,
    id: 'mql_to_sal_rate_period',
    title: 'MQL-to-SAL conversion rate, by period',
    question: 'How many SALs were there in the period for each MQL of the period?',
    hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few MQLs looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...mqlToSalRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
