import type { FactMetric } from '../../definition/metric.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';

/** The cohort rate where a lead that skipped SQL and went further counts as converted. */
export const mqlToSqlRateReached = /* @__PURE__ */ (() =>
  ({
    ...mqlToSqlRate,
    id: 'mql_to_sql_rate_reached',
    title: 'MQL-to-SQL conversion rate, SQL or further',
    question: 'Of the leads that became MQL in the period, how many reached SQL or any later milestone since?',
    hides: 'Whether anybody qualified them: a deal that was opened without it counts as well.',
    source: 'HubSpot moves lifecycle stages on by itself, so that leads skip stages and strict counting sees too few.',
    basis: { ...mqlToSqlRate.basis, target: { milestone: 'sql', reach: 'reached' } },
  }) as const satisfies FactMetric)();
