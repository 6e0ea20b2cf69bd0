import { acceptanceRate, acceptanceRateAnswered } from 'revpact/metrics';
import { share } from '../expected.js';
import type { SameData } from '../same-data.js';

export const acceptances: SameData = {
  title: 'Six hand-offs, two acceptance rates',
  told: 'Of six leads handed over, three were accepted, one was sent back, one expired unanswered, and one still waits.',
  facts: {
    handOffs: [
      { leadId: 'a', deliveredAt: '04-02', acceptedAt: '04-03', rejectedAt: null, expiredAt: null },
      { leadId: 'b', deliveredAt: '04-09', acceptedAt: '04-10', rejectedAt: null, expiredAt: null },
      { leadId: 'c', deliveredAt: '05-04', acceptedAt: '05-04T12:00', rejectedAt: null, expiredAt: null },
      { leadId: 'd', deliveredAt: '05-11', acceptedAt: null, rejectedAt: '05-12', expiredAt: null },
      { leadId: 'e', deliveredAt: '05-18', acceptedAt: null, rejectedAt: null, expiredAt: '06-01' },
      { leadId: 'f', deliveredAt: '06-29', acceptedAt: null, rejectedAt: null, expiredAt: null },
    ],
  },
  shown: true,
  rows: [
    { metric: acceptanceRate, is: share(3, 6, '0.5000', 1), because: 'of all delivered: silence counts against the receiver' },
    { metric: acceptanceRateAnswered, is: share(3, 4, '0.7500'), because: 'of those answered: silence counts for nothing' },
  ],
};
