import type { MetricDefinition } from '../../definition/metric.js';
import { timeInStageP50 } from './time-in-stage-p50.js';
import { timeInStageP75 } from './time-in-stage-p75.js';
import { timeInStageP90 } from './time-in-stage-p90.js';
import { timeInStageOpenP50 } from './time-in-stage-open-p50.js';
import { timeInStageOpenP75 } from './time-in-stage-open-p75.js';
import { timeInStageOpenP90 } from './time-in-stage-open-p90.js';
import { timeInStageCumulativeP50 } from './time-in-stage-cumulative-p50.js';
import { timeInStageCumulativeP75 } from './time-in-stage-cumulative-p75.js';
import { timeInStageCumulativeP90 } from './time-in-stage-cumulative-p90.js';
import { timeInStageLeftP50 } from './time-in-stage-left-p50.js';
import { inquiryToMqlTimeP50 } from './inquiry-to-mql-time-p50.js';
import { mqlToSalTimeP50 } from './mql-to-sal-time-p50.js';
import { mqlToSqlTimeP50 } from './mql-to-sql-time-p50.js';
import { mqlToSqlTimeP75 } from './mql-to-sql-time-p75.js';
import { mqlToSqlTimeP90 } from './mql-to-sql-time-p90.js';
import { mqlToSqlTimeConvertersP50 } from './mql-to-sql-time-converters-p50.js';
import { mqlToSqlTimeConvertersMean } from './mql-to-sql-time-converters-mean.js';
import { mqlToSqlNotConverted } from './mql-to-sql-not-converted.js';
import { salToSqlTimeP50 } from './sal-to-sql-time-p50.js';
import { sqlToOpportunityTimeP50 } from './sql-to-opportunity-time-p50.js';
import { opportunityToWonTimeP50 } from './opportunity-to-won-time-p50.js';
import { mqlToWonTimeP50 } from './mql-to-won-time-p50.js';

export {
  timeInStageP50,
  timeInStageP75,
  timeInStageP90,
  timeInStageOpenP50,
  timeInStageOpenP75,
  timeInStageOpenP90,
  timeInStageCumulativeP50,
  timeInStageCumulativeP75,
  timeInStageCumulativeP90,
  timeInStageLeftP50,
  inquiryToMqlTimeP50,
  mqlToSalTimeP50,
  mqlToSqlTimeP50,
  mqlToSqlTimeP75,
  mqlToSqlTimeP90,
  mqlToSqlTimeConvertersP50,
  mqlToSqlTimeConvertersMean,
  mqlToSqlNotConverted,
  salToSqlTimeP50,
  sqlToOpportunityTimeP50,
  opportunityToWonTimeP50,
  mqlToWonTimeP50,
};

/** How long leads stay in a stage, and how long they take from one to another. */
export const STAGE_TIME_METRICS: readonly MetricDefinition[] = [
  timeInStageP50,
  timeInStageP75,
  timeInStageP90,
  timeInStageOpenP50,
  timeInStageOpenP75,
  timeInStageOpenP90,
  timeInStageCumulativeP50,
  timeInStageCumulativeP75,
  timeInStageCumulativeP90,
  timeInStageLeftP50,
  inquiryToMqlTimeP50,
  mqlToSalTimeP50,
  mqlToSqlTimeP50,
  mqlToSqlTimeP75,
  mqlToSqlTimeP90,
  mqlToSqlTimeConvertersP50,
  mqlToSqlTimeConvertersMean,
  mqlToSqlNotConverted,
  salToSqlTimeP50,
  sqlToOpportunityTimeP50,
  opportunityToWonTimeP50,
  mqlToWonTimeP50,
];
