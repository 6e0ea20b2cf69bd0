import type { FactMetric } from '../../definition/metric.js';
import { inquiryToMqlRate } from './inquiry-to-mql-rate.js';

/** The cohort rate where a lead that skipped MQL and went further counts as converted. */
export const inquiryToMqlRateReached = /* @__PURE__ */ (() =>
  ({
    ...inquiryToMqlRate,
    id: 'inquiry_to_mql_rate_reached',
    title: 'Inquiry-to-MQL conversion rate, MQL or further',
    question: 'Of the leads that first inquired in the period, how many reached MQL or any later milestone since?',
    hides: 'Whether marketing ever qualified them: a deal that was opened without it counts as well.',
    source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
    basis: { ...inquiryToMqlRate.basis, target: { milestone: 'mql', reach: 'reached' } },
  }) as const satisfies FactMetric)();
