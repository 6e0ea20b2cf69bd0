import type { MetricDefinition } from '../../definition/metric.js';
import { influencedOpportunitiesAtAnyTimeOfAccount } from './influenced-opportunities-at-any-time-of-account.js';
import { influencedOpportunitiesAtAnyTimeOfLead } from './influenced-opportunities-at-any-time-of-lead.js';
import { influencedOpportunitiesBeforeCreationOfAccount } from './influenced-opportunities-before-creation-of-account.js';
import { influencedOpportunitiesBeforeCreationOfLead } from './influenced-opportunities-before-creation-of-lead.js';
import { influencedOpportunitiesRecentlyOfAccount } from './influenced-opportunities-recently-of-account.js';
import { influencedOpportunitiesRecentlyOfLead } from './influenced-opportunities-recently-of-lead.js';
import { influencedPipelineAtAnyTimeOfAccount } from './influenced-pipeline-at-any-time-of-account.js';
import { influencedPipelineAtAnyTimeOfLead } from './influenced-pipeline-at-any-time-of-lead.js';
import { influencedPipelineBeforeCreationOfAccount } from './influenced-pipeline-before-creation-of-account.js';
import { influencedPipelineBeforeCreationOfLead } from './influenced-pipeline-before-creation-of-lead.js';
import { influencedPipelineRecentlyOfAccount } from './influenced-pipeline-recently-of-account.js';
import { influencedPipelineRecentlyOfLead } from './influenced-pipeline-recently-of-lead.js';
import { influencedRevenueOfAccount } from './influenced-revenue-of-account.js';
import { influencedRevenueOfLead } from './influenced-revenue-of-lead.js';
import { influencedWinsOfAccount } from './influenced-wins-of-account.js';
import { influencedWinsOfLead } from './influenced-wins-of-lead.js';
import { marketingContributionBeforeSales } from './marketing-contribution-before-sales.js';
import { marketingContributionByFirstTouch } from './marketing-contribution-by-first-touch.js';
import { marketingContributionByLead } from './marketing-contribution-by-lead.js';
import { opportunitiesCreated } from './opportunities-created.js';
import { pipelineCreated } from './pipeline-created.js';
import { sourcedOpportunitiesBeforeSales } from './sourced-opportunities-before-sales.js';
import { sourcedOpportunitiesByFirstTouch } from './sourced-opportunities-by-first-touch.js';
import { sourcedOpportunitiesByLead } from './sourced-opportunities-by-lead.js';
import { sourcedPipelineBeforeSales } from './sourced-pipeline-before-sales.js';
import { sourcedPipelineByFirstTouch } from './sourced-pipeline-by-first-touch.js';
import { sourcedPipelineByLead } from './sourced-pipeline-by-lead.js';

export {
  pipelineCreated,
  opportunitiesCreated,
  sourcedOpportunitiesByLead,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesBeforeSales,
  sourcedPipelineByLead,
  sourcedPipelineByFirstTouch,
  sourcedPipelineBeforeSales,
  marketingContributionByLead,
  marketingContributionByFirstTouch,
  marketingContributionBeforeSales,
  influencedOpportunitiesAtAnyTimeOfLead,
  influencedOpportunitiesBeforeCreationOfLead,
  influencedOpportunitiesRecentlyOfLead,
  influencedOpportunitiesAtAnyTimeOfAccount,
  influencedOpportunitiesBeforeCreationOfAccount,
  influencedOpportunitiesRecentlyOfAccount,
  influencedPipelineAtAnyTimeOfLead,
  influencedPipelineBeforeCreationOfLead,
  influencedPipelineRecentlyOfLead,
  influencedPipelineAtAnyTimeOfAccount,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineRecentlyOfAccount,
  influencedWinsOfLead,
  influencedWinsOfAccount,
  influencedRevenueOfLead,
  influencedRevenueOfAccount,
};

/** Pipeline: created, sourced by marketing, influenced by it. */
export const PIPELINE_METRICS: readonly MetricDefinition[] = [
  pipelineCreated,
  opportunitiesCreated,
  sourcedOpportunitiesByLead,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesBeforeSales,
  sourcedPipelineByLead,
  sourcedPipelineByFirstTouch,
  sourcedPipelineBeforeSales,
  marketingContributionByLead,
  marketingContributionByFirstTouch,
  marketingContributionBeforeSales,
  influencedOpportunitiesAtAnyTimeOfLead,
  influencedOpportunitiesBeforeCreationOfLead,
  influencedOpportunitiesRecentlyOfLead,
  influencedOpportunitiesAtAnyTimeOfAccount,
  influencedOpportunitiesBeforeCreationOfAccount,
  influencedOpportunitiesRecentlyOfAccount,
  influencedPipelineAtAnyTimeOfLead,
  influencedPipelineBeforeCreationOfLead,
  influencedPipelineRecentlyOfLead,
  influencedPipelineAtAnyTimeOfAccount,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineRecentlyOfAccount,
  influencedWinsOfLead,
  influencedWinsOfAccount,
  influencedRevenueOfLead,
  influencedRevenueOfAccount,
];
