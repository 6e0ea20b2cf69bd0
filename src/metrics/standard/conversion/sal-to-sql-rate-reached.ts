import type { FactMetric } from '../../definition/metric.js';
import { salToSqlRate } from './sal-to-sql-rate.js';

/** The cohort rate where a lead that skipped SQL and went further counts as converted. */
export const salToSqlRateReached = /* @__PURE__ */ (() =>
  ({
    ...salToSqlRate,
    id: 'sal_to_sql_rate_reached',
    title: 'SAL-to-SQL conversion rate, SQL or further',
    question: 'Of the leads that were accepted in the period, how many reached SQL or any later milestone since?',
    hides: 'Whether sales ever qualified them: a deal that was opened without it counts as well.',
    source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
    basis: { ...salToSqlRate.basis, target: { milestone: 'sql', reach: 'reached' } },
  }) as const satisfies FactMetric)();
