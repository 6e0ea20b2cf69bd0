import type { MetricDefinition } from '../../definition/metric.js';
import { budgetSpentToDate } from './budget-spent-to-date.js';
import { budgetSpent } from './budget-spent.js';
import { budget } from './budget.js';
import { cacBlended } from './cac-blended.js';
import { cacFullyLoaded } from './cac-fully-loaded.js';
import { cacLagged } from './cac-lagged.js';
import { cacMedia } from './cac-media.js';
import { cacPaid } from './cac-paid.js';
import { cacSalaries } from './cac-salaries.js';
import { cacTools } from './cac-tools.js';
import { costPerLead } from './cost-per-lead.js';
import { costPerMqlOfCohort } from './cost-per-mql-of-cohort.js';
import { costPerMql } from './cost-per-mql.js';
import { costPerOpportunityOfCohort } from './cost-per-opportunity-of-cohort.js';
import { costPerOpportunity } from './cost-per-opportunity.js';
import { costPerSalOfCohort } from './cost-per-sal-of-cohort.js';
import { costPerSal } from './cost-per-sal.js';
import { costPerSqlOfCohort } from './cost-per-sql-of-cohort.js';
import { costPerSql } from './cost-per-sql.js';
import { roasMetric } from './roas.js';
import { romiOnGrossMargin } from './romi-on-gross-margin.js';
import { romiOnIncrementalMargin } from './romi-on-incremental-margin.js';
import { romiOnRevenue } from './romi-on-revenue.js';
import { spendTotal } from './spend-total.js';

export {
  spendTotal,
  budget,
  budgetSpent,
  budgetSpentToDate,
  cacBlended,
  cacPaid,
  cacFullyLoaded,
  cacMedia,
  cacSalaries,
  cacTools,
  cacLagged,
  costPerLead,
  costPerMql,
  costPerSal,
  costPerSql,
  costPerOpportunity,
  costPerMqlOfCohort,
  costPerSalOfCohort,
  costPerSqlOfCohort,
  costPerOpportunityOfCohort,
  roasMetric,
  romiOnRevenue,
  romiOnGrossMargin,
  romiOnIncrementalMargin,
};

/** What it costs: budget, customers, leads, and what comes back. */
export const COST_METRICS: readonly MetricDefinition[] = [
  spendTotal,
  budget,
  budgetSpent,
  budgetSpentToDate,
  cacBlended,
  cacPaid,
  cacFullyLoaded,
  cacMedia,
  cacSalaries,
  cacTools,
  cacLagged,
  costPerLead,
  costPerMql,
  costPerSal,
  costPerSql,
  costPerOpportunity,
  costPerMqlOfCohort,
  costPerSalOfCohort,
  costPerSqlOfCohort,
  costPerOpportunityOfCohort,
  roasMetric,
  romiOnRevenue,
  romiOnGrossMargin,
  romiOnIncrementalMargin,
];
