import type { FactMetric } from '../../definition/metric.js';
import { inquiryToMqlRate } from './inquiry-to-mql-rate.js';

/** First MQLs of the period over first inquiries of the period, whoever they are; it may exceed 1. */
export const inquiryToMqlRatePeriod = /* @__PURE__ */ (() =>
  ({
    ...inquiryToMqlRate,
    id: 'inquiry_to_mql_rate_period',
    title: 'Inquiry-to-MQL conversion rate, by period',
    question: 'How many MQLs were there in the period for each inquiry of the period?',
    hides: 'That they are different leads: who comes this far in a month has mostly begun in earlier ones. A month with few inquiries looks best; it may exceed 100 %.',
    source: 'Atrium says of its own period conversion that it can exceed 100 %.',
    measure: { kind: 'ratio', digits: 4, rounding: 'half-even' },
    basis: { ...inquiryToMqlRate.basis, cohort: 'own' },
  }) as const satisfies FactMetric)();
