import type { MetricDefinition } from '../../definition/metric.js';
import { inquiryVolume } from './inquiry-volume.js';
import { mqlVolume } from './mql-volume.js';
import { mqlEntries } from './mql-entries.js';
import { mqlAccountVolume } from './mql-account-volume.js';
import { salVolume } from './sal-volume.js';
import { sqlVolume } from './sql-volume.js';
import { opportunityLeadVolume } from './opportunity-lead-volume.js';
import { customerVolume } from './customer-volume.js';
import { deliveryVolume } from './delivery-volume.js';
import { stageEntries } from './stage-entries.js';
import { stageFirstEntries } from './stage-first-entries.js';
import { stageDepartures } from './stage-departures.js';
import { stageInventory } from './stage-inventory.js';
import { stageNetChange } from './stage-net-change.js';
import { mqlGrowth } from './mql-growth.js';

export {
  inquiryVolume,
  mqlVolume,
  mqlEntries,
  mqlAccountVolume,
  salVolume,
  sqlVolume,
  opportunityLeadVolume,
  customerVolume,
  deliveryVolume,
  stageEntries,
  stageFirstEntries,
  stageDepartures,
  stageInventory,
  stageNetChange,
  mqlGrowth,
};

/** How many, stage by stage: entered, standing, more or fewer than before. */
export const VOLUME_METRICS: readonly MetricDefinition[] = [
  inquiryVolume,
  mqlVolume,
  mqlEntries,
  mqlAccountVolume,
  salVolume,
  sqlVolume,
  opportunityLeadVolume,
  customerVolume,
  deliveryVolume,
  stageEntries,
  stageFirstEntries,
  stageDepartures,
  stageInventory,
  stageNetChange,
  mqlGrowth,
];
