import {
  influencedPipelineAtAnyTimeOfAccount,
  influencedPipelineAtAnyTimeOfLead,
  influencedPipelineBeforeCreationOfAccount,
  influencedPipelineBeforeCreationOfLead,
  influencedPipelineRecentlyOfAccount,
  influencedPipelineRecentlyOfLead,
  influencedRevenueOfAccount,
  influencedRevenueOfLead,
} from 'revpact/metrics';
import { valueShare } from '../expected.js';
import { influenced } from '../influenced.example.js';
import type { SameData } from '../same-data.js';

export const influences: SameData = {
  title: 'Four deals, eight shares influenced by marketing',
  told: 'Four deals were opened in the quarter, and marketing touched people at their accounts: before, long before, and after.',
  facts: influenced,
  shown: true,
  rows: [
    { metric: influencedPipelineRecentlyOfAccount, is: valueShare(20_000, 100_000, '0.2000'), because: 'p2, touched at its account five days before' },
    { metric: influencedRevenueOfLead, is: valueShare(10_000, 40_000, '0.2500'), because: 'p1 of what was won' },
    { metric: influencedPipelineBeforeCreationOfAccount, is: valueShare(30_000, 100_000, '0.3000'), because: 'p1 and p2' },
    { metric: influencedPipelineRecentlyOfLead, is: valueShare(40_000, 100_000, '0.4000'), because: 'p4, touched six days before' },
    { metric: influencedPipelineBeforeCreationOfLead, is: valueShare(50_000, 100_000, '0.5000'), because: 'p1 and p4' },
    { metric: influencedPipelineAtAnyTimeOfAccount, is: valueShare(60_000, 100_000, '0.6000'), because: 'p1, p2 and p3; p4 has no known account' },
    { metric: influencedPipelineAtAnyTimeOfLead, is: valueShare(70_000, 100_000, '0.7000'), because: 'p1, p2 and p4' },
    { metric: influencedRevenueOfAccount, is: valueShare(40_000, 40_000, '1.0000'), because: 'p1 and p3: all that was won' },
  ],
};
