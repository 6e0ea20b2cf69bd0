import type { MetricDefinition } from '../metric.js';
import { acceptanceRate } from './acceptance-rate.js';
import { mqlToSqlRate } from './mql-to-sql-rate.js';
import { mqlVolume } from './mql-volume.js';
import { pipelineCreated } from './pipeline-created.js';
import { speedToLead } from './speed-to-lead.js';
import { closedWinRate } from './win-rate.js';

export { acceptanceRate, mqlToSqlRate, mqlVolume, pipelineCreated, speedToLead, closedWinRate };

/** The metrics that ship, in the order in which a lead meets them. A host adds its own to the list. */
export const STANDARD_METRICS: readonly MetricDefinition[] = [
  mqlVolume,
  acceptanceRate,
  mqlToSqlRate,
  speedToLead,
  pipelineCreated,
  closedWinRate,
];
