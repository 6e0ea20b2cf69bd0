import type { MetricDefinition } from '../../definition/metric.js';
import { inquiryToMqlRate } from './inquiry-to-mql-rate.js';
import { inquiryToMqlRatePeriod } from './inquiry-to-mql-rate-period.js';
import { inquiryToMqlRateReached } from './inquiry-to-mql-rate-reached.js';
import { mqlToSalRate } from './mql-to-sal-rate.js';
import { mqlToSalRatePeriod } from './mql-to-sal-rate-period.js';
import { mqlToSalRateReached } from './mql-to-sal-rate-reached.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';
import { mqlToSqlRatePeriod } from './mql-to-sql-rate-period.js';
import { mqlToSqlRateMatured } from './mql-to-sql-rate-matured.js';
import { mqlToSqlRate90Days } from './mql-to-sql-rate-90-days.js';
import { mqlToSqlRateReached } from './mql-to-sql-rate-reached.js';
import { mqlToSqlRateLast } from './mql-to-sql-rate-last.js';
import { mqlToSqlRateEvery } from './mql-to-sql-rate-every.js';
import { mqlToSqlRateAccounts } from './mql-to-sql-rate-accounts.js';
import { salToSqlRate } from './sal-to-sql-rate.js';
import { salToSqlRatePeriod } from './sal-to-sql-rate-period.js';
import { salToSqlRateReached } from './sal-to-sql-rate-reached.js';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.js';
import { sqlToOpportunityRatePeriod } from './sql-to-opportunity-rate-period.js';
import { sqlToOpportunityRateReached } from './sql-to-opportunity-rate-reached.js';
import { opportunityToWonRate } from './opportunity-to-won-rate.js';
import { opportunityToWonRatePeriod } from './opportunity-to-won-rate-period.js';
import { mqlToOpportunityRate } from './mql-to-opportunity-rate.js';
import { mqlToWonRate } from './mql-to-won-rate.js';
import { inquiryToWonRate } from './inquiry-to-won-rate.js';
import { inquiryToWonRateAccounts } from './inquiry-to-won-rate-accounts.js';

export {
  inquiryToMqlRate,
  inquiryToMqlRatePeriod,
  inquiryToMqlRateReached,
  mqlToSalRate,
  mqlToSalRatePeriod,
  mqlToSalRateReached,
  mqlToSqlRate,
  mqlToSqlRatePeriod,
  mqlToSqlRateMatured,
  mqlToSqlRate90Days,
  mqlToSqlRateReached,
  mqlToSqlRateLast,
  mqlToSqlRateEvery,
  mqlToSqlRateAccounts,
  salToSqlRate,
  salToSqlRatePeriod,
  salToSqlRateReached,
  sqlToOpportunityRate,
  sqlToOpportunityRatePeriod,
  sqlToOpportunityRateReached,
  opportunityToWonRate,
  opportunityToWonRatePeriod,
  mqlToOpportunityRate,
  mqlToWonRate,
  inquiryToWonRate,
  inquiryToWonRateAccounts,
};

/** From one stage to the next, every way in which it is counted. */
export const CONVERSION_METRICS: readonly MetricDefinition[] = [
  inquiryToMqlRate,
  inquiryToMqlRatePeriod,
  inquiryToMqlRateReached,
  mqlToSalRate,
  mqlToSalRatePeriod,
  mqlToSalRateReached,
  mqlToSqlRate,
  mqlToSqlRatePeriod,
  mqlToSqlRateMatured,
  mqlToSqlRate90Days,
  mqlToSqlRateReached,
  mqlToSqlRateLast,
  mqlToSqlRateEvery,
  mqlToSqlRateAccounts,
  salToSqlRate,
  salToSqlRatePeriod,
  salToSqlRateReached,
  sqlToOpportunityRate,
  sqlToOpportunityRatePeriod,
  sqlToOpportunityRateReached,
  opportunityToWonRate,
  opportunityToWonRatePeriod,
  mqlToOpportunityRate,
  mqlToWonRate,
  inquiryToWonRate,
  inquiryToWonRateAccounts,
];
