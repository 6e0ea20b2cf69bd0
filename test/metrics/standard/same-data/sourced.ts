import {
  marketingContributionBeforeSales,
  marketingContributionByFirstTouch,
  marketingContributionByLead,
  sourcedOpportunitiesBeforeSales,
  sourcedOpportunitiesByFirstTouch,
  sourcedOpportunitiesByLead,
  sourcedPipelineBeforeSales,
  sourcedPipelineByFirstTouch,
  sourcedPipelineByLead,
} from 'revpact/metrics';
import { share, valueShare } from '../expected.js';
import { sourced } from '../pipeline.example.js';
import type { SameData } from '../same-data.js';

export const sources: SameData = {
  title: 'Five deals, nine shares sourced by marketing',
  told: 'Four deals were opened in the quarter and four were won in it, three of them the same.',
  facts: sourced,
  shown: true,
  rows: [
    { metric: sourcedPipelineByLead, is: valueShare(10_000, 100_000, '0.1000'), because: 'o1, by amount' },
    { metric: marketingContributionByLead, is: valueShare(15_000, 75_000, '0.2000'), because: 'o1 and o5 of what was won' },
    { metric: marketingContributionByFirstTouch, is: valueShare(15_000, 75_000, '0.2000'), because: 'the same two' },
    { metric: sourcedOpportunitiesByLead, is: share(1, 4, '0.2500'), because: 'the lead of o1 came in through marketing' },
    { metric: sourcedPipelineByFirstTouch, is: valueShare(40_000, 100_000, '0.4000'), because: 'o1 and o2, by amount' },
    { metric: marketingContributionBeforeSales, is: valueShare(35_000, 75_000, '0.4667'), because: 'o1, o3 and o5 of what was won' },
    { metric: sourcedOpportunitiesByFirstTouch, is: share(2, 4, '0.5000'), because: "marketing's touch was the first at o1 and o2" },
    { metric: sourcedPipelineBeforeSales, is: valueShare(60_000, 100_000, '0.6000'), because: 'o1, o2 and o3, by amount' },
    { metric: sourcedOpportunitiesBeforeSales, is: share(3, 4, '0.7500'), because: 'marketing came before sales at o1, o2 and o3' },
  ],
};
