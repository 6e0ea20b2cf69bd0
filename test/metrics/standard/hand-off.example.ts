import {
  acceptanceRate,
  acceptanceRateAnswered,
  disqualificationRate,
  disqualificationRateCohort,
  disqualificationReasons,
  expiryRate,
  recycleRate,
  recycleYieldMql,
  recycleYieldSql,
  rejectionRate,
  rejectionRateByReason,
  rejectionReasons,
  resubmissionRate,
  resubmissionSuccess,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

/** Seven deliveries with every answer, and how their leads left. */
const answered: ShownFacts = {
  handOffs: [
    { leadId: 'a', deliveredAt: '04-02', acceptedAt: '04-03' },
    {
      leadId: 'b',
      deliveredAt: '04-02',
      rejectedAt: '04-04',
      rejectionClass: 'clerical',
      reason: 'no_phone',
      supersededAt: '04-06',
      resubmittedAt: '04-06',
      resubmissionAcceptedAt: '04-07',
    },
    { leadId: 'b', deliveredAt: '04-06', acceptedAt: '04-07' },
    { leadId: 'c', deliveredAt: '04-10', rejectedAt: '04-11', rejectionClass: 'definitional', reason: 'too_small' },
    { leadId: 'd', deliveredAt: '04-20', expiredAt: '04-27' },
    { leadId: 'g', deliveredAt: '04-25', acceptedAt: '04-26' },
    { leadId: 'e', deliveredAt: '06-29' },
  ],
  exits: [
    { leadId: 'b', exit: 'rejected', at: '04-04', reason: 'no_phone', recycledAt: '04-05', mqlAgainAt: '04-05' },
    { leadId: 'c', exit: 'rejected', at: '04-11', reason: 'too_small', recycledAt: '06-01', mqlAgainAt: '06-02' },
    { leadId: 'd', exit: 'expired', at: '04-27', recycledAt: '05-15', mqlAgainAt: '05-16', sqlAgainAt: '06-10' },
    { leadId: 'a', exit: 'disqualified', at: '05-01', reason: 'no_budget', recycledAt: '06-20' },
    { leadId: 'b', exit: 'disqualified', at: '05-10', reason: 'no_budget' },
    { leadId: 'f', exit: 'disqualified', at: '05-20', reason: 'competitor' },
    { leadId: 'g', exit: 'lost', at: '06-01' },
  ],
};

const share = (numerator: number, denominator: number, open: number, value: string): object => ({ kind: 'fraction', numerator, denominator, open, value });
const part = (column: string, member: string, numerator: number, denominator: number, value: string): object => ({
  key: { [column]: member },
  numerator,
  denominator,
  value,
});

export const handOffTheme: Theme = {
  title: 'Hand-off',
  intro:
    'What the receiver does with what is delivered. The denominators differ on purpose: rejections are of what was delivered, disqualifications of what was accepted. ' +
    'A breakdown by reason keeps the whole denominator, so that its parts add up.',
  examples: [
    {
      metric: acceptanceRate,
      formula: 'Hand-offs delivered in the period and accepted before asOf ÷ hand-offs delivered in the period.',
      facts: answered,
      is: share(3, 7, 1, '0.4286'),
      says: 'Accepted: a, b the second time, g. Only e still waits.',
    },
    {
      metric: acceptanceRateAnswered,
      formula: 'Hand-offs delivered in the period and accepted before asOf ÷ hand-offs delivered in the period and accepted or rejected before asOf.',
      facts: answered,
      is: share(3, 5, 0, '0.6000'),
      says: 'The one that expired and the one that waits are left out.',
    },
    {
      metric: rejectionRate,
      formula: 'Hand-offs delivered in the period and rejected before asOf, by class of the rejection ÷ all hand-offs delivered in the period.',
      facts: answered,
      is: {
        ...share(2, 7, 1, '0.2857'),
        groups: [part('target.rejectionClass', 'clerical', 1, 7, '0.1429'), part('target.rejectionClass', 'definitional', 1, 7, '0.1429')],
      },
    },
    {
      metric: rejectionRateByReason,
      formula: 'Hand-offs delivered in the period and rejected before asOf, by reason ÷ all hand-offs delivered in the period.',
      facts: answered,
      is: { ...share(2, 7, 1, '0.2857'), groups: [part('target.reason', 'no_phone', 1, 7, '0.1429'), part('target.reason', 'too_small', 1, 7, '0.1429')] },
    },
    {
      metric: rejectionReasons,
      formula: 'Hand-offs rejected in the period, by reason ÷ all hand-offs rejected in the period.',
      facts: answered,
      is: { ...share(2, 2, 0, '1.0000'), groups: [part('target.reason', 'no_phone', 1, 2, '0.5000'), part('target.reason', 'too_small', 1, 2, '0.5000')] },
    },
    {
      metric: disqualificationRate,
      formula: 'Exits `disqualified` in the period, by reason ÷ all hand-offs accepted in the period.',
      facts: answered,
      is: {
        kind: 'formula',
        numerator: 1,
        denominator: 1,
        value: '1.0000',
        groups: [part('target.reason', 'competitor', 1, 3, '0.3333'), part('target.reason', 'no_budget', 2, 3, '0.6667')],
      },
      says: 'Three disqualified and three accepted: not the same leads, since f was accepted earlier.',
    },
    {
      metric: disqualificationRateCohort,
      formula:
        'Hand-offs accepted in the period whose lead has an exit `disqualified` at or after the acceptance and before asOf ÷ hand-offs accepted in the period.',
      facts: answered,
      is: share(2, 3, 1, '0.6667'),
      says: 'Of a, b and g.',
    },
    {
      metric: disqualificationReasons,
      formula: 'Exits `disqualified` in the period, by reason ÷ all exits `disqualified` in the period.',
      facts: answered,
      is: { ...share(3, 3, 0, '1.0000'), groups: [part('target.reason', 'competitor', 1, 3, '0.3333'), part('target.reason', 'no_budget', 2, 3, '0.6667')] },
    },
    {
      metric: expiryRate,
      formula: 'Hand-offs delivered in the period and expired before asOf ÷ hand-offs delivered in the period.',
      facts: answered,
      is: share(1, 7, 1, '0.1429'),
    },
    {
      metric: recycleRate,
      formula: 'Exits of the period whose lead was brought back after them, before asOf ÷ exits of the period; by exit.',
      facts: answered,
      is: {
        ...share(4, 7, 3, '0.5714'),
        groups: [
          part('row.exit', 'disqualified', 1, 3, '0.3333'),
          part('row.exit', 'expired', 1, 1, '1.0000'),
          part('row.exit', 'lost', 0, 1, '0.0000'),
          part('row.exit', 'rejected', 2, 2, '1.0000'),
        ],
      },
    },
    {
      metric: recycleYieldMql,
      formula: 'Exits whose lead was brought back in the period and then became MQL again before asOf ÷ exits whose lead was brought back in the period; by exit.',
      facts: answered,
      is: {
        ...share(3, 4, 1, '0.7500'),
        groups: [
          part('row.exit', 'disqualified', 0, 1, '0.0000'),
          part('row.exit', 'expired', 1, 1, '1.0000'),
          part('row.exit', 'rejected', 2, 2, '1.0000'),
        ],
      },
      says: 'A has been back since 20 June and is no MQL yet.',
    },
    {
      metric: recycleYieldSql,
      formula: 'Exits whose lead was brought back in the period and then became SQL again before asOf ÷ exits whose lead was brought back in the period; by exit.',
      facts: answered,
      is: {
        ...share(1, 4, 3, '0.2500'),
        groups: [
          part('row.exit', 'disqualified', 0, 1, '0.0000'),
          part('row.exit', 'expired', 1, 1, '1.0000'),
          part('row.exit', 'rejected', 0, 2, '0.0000'),
        ],
      },
    },
    {
      metric: resubmissionRate,
      formula: 'Hand-offs rejected in the period whose lead was delivered to the same party again before asOf ÷ hand-offs rejected in the period.',
      facts: answered,
      is: share(1, 2, 1, '0.5000'),
    },
    {
      metric: resubmissionSuccess,
      formula: 'Hand-offs rejected in the period whose lead was delivered to the same party again and accepted, before asOf ÷ hand-offs rejected in the period.',
      facts: answered,
      is: share(1, 2, 1, '0.5000'),
    },
  ],
};
