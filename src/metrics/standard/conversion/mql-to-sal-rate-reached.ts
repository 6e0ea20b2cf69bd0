import type { FactMetric } from '../../definition/metric.js';
import { mqlToSalRate } from './mql-to-sal-rate.js';

/** The cohort rate where a lead that skipped SAL and went further counts as converted. */
export const mqlToSalRateReached = /* @__PURE__ */ (() =>
  ({
    ...mqlToSalRate,
    id: 'mql_to_sal_rate_reached',
    title: 'MQL-to-SAL conversion rate, SAL or further',
    question: 'Of the leads that became MQL in the period, how many reached SAL or any later milestone since?',
    hides: 'Whether the receiver ever accepted them: an SQL without it counts as well.',
    source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
    basis: { ...mqlToSalRate.basis, target: { milestone: 'accepted', reach: 'reached' } },
  }) as const satisfies FactMetric)();
