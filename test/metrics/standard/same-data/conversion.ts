import {
  mqlToSqlRate,
  mqlToSqlRate90Days,
  mqlToSqlRateAccounts,
  mqlToSqlRateEvery,
  mqlToSqlRateLast,
  mqlToSqlRateMatured,
  mqlToSqlRatePeriod,
  mqlToSqlRateReached,
} from 'revpact/metrics';
import { share } from '../expected.js';
import type { SameData } from '../same-data.js';

export const conversions: SameData = {
  title: 'Six leads, eight conversion rates',
  told: 'Six leads of five accounts. k1 was recycled and qualified by marketing again; k3 too, and took long; k5 went from MQL to won and skipped SQL; k6 became MQL the quarter before. It is 1 August.',
  facts: {
    leads: [
      { leadId: 'k1', accountId: 'A' },
      { leadId: 'k2', accountId: 'A' },
      { leadId: 'k3', accountId: 'B' },
      { leadId: 'k4', accountId: 'C' },
      { leadId: 'k5', accountId: 'D' },
      { leadId: 'k6', accountId: 'E' },
    ],
    stageVisits: [
      { leadId: 'k1', stage: 'mql', enteredAt: '04-05' },
      { leadId: 'k1', stage: 'sql', enteredAt: '04-20' },
      { leadId: 'k1', stage: 'recycled', enteredAt: '05-01' },
      { leadId: 'k1', stage: 'mql', enteredAt: '06-20' },
      { leadId: 'k2', stage: 'mql', enteredAt: '04-10' },
      { leadId: 'k3', stage: 'mql', enteredAt: '04-12' },
      { leadId: 'k3', stage: 'recycled', enteredAt: '04-20' },
      { leadId: 'k3', stage: 'mql', enteredAt: '05-20' },
      { leadId: 'k3', stage: 'sql', enteredAt: '07-20' },
      { leadId: 'k4', stage: 'mql', enteredAt: '05-25' },
      { leadId: 'k4', stage: 'sql', enteredAt: '07-10' },
      { leadId: 'k5', stage: 'mql', enteredAt: '04-15' },
      { leadId: 'k5', stage: 'won', enteredAt: '06-01' },
      { leadId: 'k6', stage: 'mql', enteredAt: '03-10' },
      { leadId: 'k6', stage: 'sql', enteredAt: '04-02' },
    ],
  },
  shown: true,
  asOf: '08-01',
  rows: [
    { metric: mqlToSqlRate90Days, is: share(1, 4, '0.2500'), because: 'k1, k2, k3 and k5 have had 90 days; k3 took 99' },
    { metric: mqlToSqlRatePeriod, is: share(2, 5, '0.4000'), because: 'SQLs of the quarter (k1, k6) over MQLs of the quarter' },
    { metric: mqlToSqlRateLast, is: share(2, 5, '0.4000', 3), because: 'by the last time each became MQL: k1 has not converted since' },
    { metric: mqlToSqlRateMatured, is: share(2, 4, '0.5000', 2), because: 'those who have had 90 days, converted at any time: k1 and k3' },
    { metric: mqlToSqlRateEvery, is: share(4, 7, '0.5714', 3), because: 'each time one became MQL: k1 and k3 twice' },
    { metric: mqlToSqlRate, is: share(3, 5, '0.6000', 2), because: 'by the first time each became MQL: k1, k3 and k4 converted since' },
    { metric: mqlToSqlRateAccounts, is: share(3, 4, '0.7500', 1), because: 'A, B and C of A, B, C and D' },
    { metric: mqlToSqlRateReached, is: share(4, 5, '0.8000', 1), because: 'k5 skipped SQL and went further' },
  ],
};
