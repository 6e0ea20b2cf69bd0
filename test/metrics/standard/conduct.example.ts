import {
  attemptCompliance,
  attemptComplianceUnreached,
  attemptsByChannel,
  channelMix,
  channelMixGapEmail,
  channelMixGapPhone,
  channelMixGapSocial,
  feedbackAnswered,
  feedbackAnswerTimeP90,
  feedbackCompleteness,
  conversationsReported,
  listCompliance,
  listComplianceWithExceptions,
  listCoverage,
  reportCompleteness,
  slaAttainment,
  slaAttainmentDue,
  volumeCommitment,
  volumeCommitmentValue,
} from 'revpact/metrics';
import { DAY } from '../../support/metric-facts.js';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

const promises: ShownFacts = {
  clocks: [
    { leadId: 'met', startedAt: '04-02T09:00', dueAt: '04-02T09:30', stoppedAt: '04-02T09:10', waivedAt: null, excusedBy: null },
    { leadId: 'late', startedAt: '04-03T09:00', dueAt: '04-03T09:30', stoppedAt: '04-03T10:00', waivedAt: null, excusedBy: null },
    { leadId: 'never', startedAt: '04-06T09:00', dueAt: '04-06T09:30', stoppedAt: null, waivedAt: null, excusedBy: null },
    { leadId: 'waived', startedAt: '04-07T09:00', dueAt: '04-07T09:30', stoppedAt: null, waivedAt: '04-07T09:20', excusedBy: null },
    { leadId: 'excused', startedAt: '04-08T09:00', dueAt: '04-08T09:30', stoppedAt: null, waivedAt: null, excusedBy: 'dossiers' },
    { leadId: 'early', startedAt: '06-30T17:45', dueAt: '07-01T09:15', stoppedAt: '06-30T17:50', waivedAt: null, excusedBy: null },
    { leadId: 'running', startedAt: '06-30T17:50', dueAt: '07-01T09:20', stoppedAt: null, waivedAt: null, excusedBy: null },
  ],
};

/** Ann was tried five times in two weeks; Ben the fifth time on day 15; Cem answered the first call; Dan was sent back; Eva is new. */
const tries: ShownFacts = {
  handOffs: [
    { leadId: 'ann', deliveredAt: '04-02', rejectedAt: null },
    { leadId: 'ben', deliveredAt: '04-02', rejectedAt: null },
    { leadId: 'cem', deliveredAt: '04-03', rejectedAt: null },
    { leadId: 'dan', deliveredAt: '04-03', rejectedAt: '04-04' },
    { leadId: 'eva', deliveredAt: '06-25', rejectedAt: null },
  ],
  activities: [
    ...['04-03', '04-04', '04-05', '04-08', '04-10'].map((at) => ({ leadId: 'ann', kind: 'attempt' as const, at })),
    ...['04-03', '04-06', '04-09', '04-12', '04-17'].map((at) => ({ leadId: 'ben', kind: 'attempt' as const, at })),
    { leadId: 'cem', kind: 'attempt', at: '04-03T10:00' },
    { leadId: 'cem', kind: 'contact', at: '04-03T10:05' },
  ],
};

const calls: ShownFacts = {
  listEntries: [
    { listEvent: 'list-1', accountId: 'acme', listedAt: '03-01', delistedAt: null },
    { listEvent: 'list-1', accountId: 'beta', listedAt: '03-01', delistedAt: '05-01' },
    { listEvent: 'list-2', accountId: 'acme', listedAt: '05-01', delistedAt: null },
    { listEvent: 'list-2', accountId: 'gamma', listedAt: '05-01', delistedAt: null },
  ],
  activities: [
    { leadId: 'a', accountId: 'acme', at: '04-10', channel: 'phone', person: 'kim', onList: true },
    { leadId: 'b', accountId: 'beta', at: '04-11', channel: 'phone', person: 'lin', onList: true },
    { leadId: 'd', accountId: 'delta', at: '04-12', channel: 'phone', person: 'kim', onList: false },
    { leadId: 'e', accountId: null, at: '04-13', channel: 'phone', person: 'kim', onList: null },
    { leadId: 'c', accountId: 'gamma', at: '05-10', channel: 'email', person: 'lin', onList: true },
  ],
};

/** Delta is off the list and was let through; so was eps, after the call; beta was called while nobody had agreed who may let through. */
const excepted: ShownFacts = {
  activities: [
    { leadId: 'a', accountId: 'acme', at: '04-10', channel: 'phone', person: 'kim', onList: true, excepted: false },
    { leadId: 'd', accountId: 'delta', at: '04-12', channel: 'phone', person: 'kim', onList: false, excepted: true },
    { leadId: 'e', accountId: 'eps', at: '04-13', channel: 'phone', person: 'lin', onList: false, excepted: false },
    { leadId: 'b', accountId: 'beta', at: '03-31', channel: 'phone', person: 'lin', onList: true, excepted: false },
    { leadId: 'c', accountId: 'beta', at: '04-01', channel: 'phone', person: 'lin', onList: true, excepted: null },
  ],
};

const talks: ShownFacts = {
  conversations: [
    { leadId: 'a', at: '04-02', kind: 'contact', channel: 'phone', human: true, learned: true, message: 'one_crm', complete: true },
    { leadId: 'b', at: '04-03', kind: 'meeting', human: true, corrected: 1, complete: false },
    { leadId: 'c', at: '04-04', kind: 'contact', channel: 'phone', human: true, nextStep: true, complete: false },
    { leadId: 'd', at: '04-05', kind: 'contact', channel: 'email', human: true, objection: 'price', complete: null },
    { leadId: 'e', at: '04-06', kind: 'contact', channel: 'email', human: false, learned: true, complete: true },
  ],
};

const said: ShownFacts = {
  feedback: [
    { leadId: 'a', kind: 'rejected', at: '04-02', complete: true, answeredAt: '04-04' },
    { leadId: 'b', kind: 'disqualified', at: '04-05', complete: false, answeredAt: null },
    { leadId: 'c', kind: 'lost', at: '04-06', complete: null, answeredAt: '04-16' },
  ],
};

const tried: ShownFacts = {
  activities: [
    { leadId: 'a', at: '04-02', kind: 'attempt', channel: 'phone', human: true },
    { leadId: 'b', at: '04-03', kind: 'attempt', channel: 'phone', human: true },
    { leadId: 'b', at: '04-04', kind: 'attempt', channel: 'phone', human: true },
    { leadId: 'b', at: '04-04', kind: 'contact', channel: 'phone', human: true },
    { leadId: 'c', at: '04-05', kind: 'attempt', channel: 'email', human: true },
    { leadId: 'c', at: '04-06', kind: 'attempt', channel: 'email', human: false },
    { leadId: 'c', at: '04-07', kind: 'attempt', channel: 'social', human: true },
  ],
};

const share = (numerator: number, denominator: number, open: number, value: string): object => ({ kind: 'fraction', numerator, denominator, open, value });
const part = (column: string, member: string, numerator: number, denominator: number, value: string): object => ({
  key: { [column]: member },
  numerator,
  denominator,
  value,
});
const JUDGED =
  'not unproven, and, unless kept (stopped at or before due, before asOf), neither cancelled nor waived before asOf nor excused; by clause';
const gap = (channel: string): string =>
  `(Attempts of people over \`${channel}\` in the period ÷ attempts of people in the period) − the parameter \`agreed_${channel}_share\`.`;

export const conductTheme: Theme = {
  title: 'Conduct',
  intro: 'Whether each side does what was agreed: clocks, attempts, lists, feedback, volume, channels.',
  examples: [
    {
      metric: slaAttainment,
      formula: `Clocks started in the period that were stopped at or before they were due, before asOf ÷ these and those started in the period whose due moment lies before asOf; of clocks that are ${JUDGED}.`,
      facts: promises,
      is: { ...share(2, 4, 1, '0.5000'), groups: [part('row.clause', 'first_response', 2, 4, '0.5000')] },
      says: 'Met and early, of these and late and never. One is still running; waived and excused are left out.',
    },
    {
      metric: slaAttainmentDue,
      formula: `Clocks due in the period, before asOf, that were stopped at or before that ÷ clocks due in the period, before asOf; of clocks that are ${JUDGED}.`,
      facts: promises,
      is: { ...share(1, 3, 0, '0.3333'), groups: [part('row.clause', 'first_response', 1, 3, '0.3333')] },
      says: 'Early is due in July, and belongs to July with those that were not so early.',
    },
    {
      metric: attemptCompliance,
      formula:
        'Hand-offs delivered in the period, at least 14 × 24 hours before asOf, not rejected before asOf, with at least 5 attempts by people of the receiving party on the lead at the delivery or less than 14 × 24 hours after it ÷ hand-offs delivered so and not rejected.',
      facts: tries,
      is: share(1, 3, 0, '0.3333'),
      says: 'Ann, of Ann, Ben and Cem.',
    },
    {
      metric: attemptComplianceUnreached,
      formula: 'The same of hand-offs on whose lead no person recorded a conversation at the delivery or less than 14 × 24 hours after it.',
      facts: tries,
      is: share(1, 2, 0, '0.5000'),
      says: 'Nobody has to try Cem again.',
    },
    {
      metric: listCompliance,
      formula:
        'Attempts of people by phone in the period to accounts on the list ÷ attempts of people by phone in the period of which that is known; by person.',
      facts: calls,
      is: { ...share(2, 3, 0, '0.6667'), groups: [part('row.person', 'kim', 1, 2, '0.5000'), part('row.person', 'lin', 1, 1, '1.0000')] },
    },
    {
      metric: listComplianceWithExceptions,
      formula:
        'Attempts of people by phone in the period to accounts on the list or excepted from it ÷ attempts of people by phone in the period of which both are known; by person.',
      facts: excepted,
      is: { ...share(2, 3, 0, '0.6667'), groups: [part('row.person', 'kim', 2, 2, '1.0000'), part('row.person', 'lin', 0, 1, '0.0000')] },
      says: 'Acme and delta, of these and eps, whose exception came after the call. Of beta’s second call nobody knows who might have let it go ahead.',
    },
    {
      metric: listCoverage,
      formula:
        'Of each account the last list entry before asOf, where it was listed and not delisted at the end of the period (or asOf): those whose account had an attempt of a person by phone in the period ÷ all of them.',
      facts: calls,
      is: share(1, 2, 0, '0.5000'),
      says: 'Acme was called; gamma was only mailed; beta is off the list.',
    },
    {
      metric: conversationsReported,
      formula:
        'Conversations of people in the period of which something learned, a message, an objection or a correction was recorded ÷ conversations of people in the period; by person.',
      facts: talks,
      is: { ...share(3, 4, 0, '0.7500'), groups: [{ key: { 'row.person': null }, numerator: 3, denominator: 4 }] },
      says: 'All but that with c, of which only the next step is known.',
    },
    {
      metric: reportCompleteness,
      formula: 'Conversations of people in the period whose report is complete ÷ conversations of people in the period of which that is known; by person.',
      facts: talks,
      is: { ...share(1, 3, 0, '0.3333'), groups: [{ key: { 'row.person': null }, numerator: 1, denominator: 3 }] },
      says: 'That with a; of that with d no report was asked, and automation talks to nobody.',
    },
    {
      metric: feedbackCompleteness,
      formula: 'Items of feedback given in the period that are complete ÷ items given in the period of which that is known; by kind.',
      facts: said,
      is: { ...share(1, 2, 0, '0.5000'), groups: [part('row.kind', 'disqualified', 0, 1, '0.0000'), part('row.kind', 'rejected', 1, 1, '1.0000')] },
    },
    {
      metric: feedbackAnswered,
      formula: 'Items of feedback given in the period that were answered before asOf ÷ items given in the period; by kind.',
      facts: said,
      is: {
        ...share(2, 3, 1, '0.6667'),
        groups: [
          part('row.kind', 'disqualified', 0, 1, '0.0000'),
          part('row.kind', 'lost', 1, 1, '1.0000'),
          part('row.kind', 'rejected', 1, 1, '1.0000'),
        ],
      },
    },
    {
      metric: feedbackAnswerTimeP90,
      formula:
        'Nearest rank 90 % of `answeredAt` − `at`, of items of feedback given in the period and not known to the day only; those not answered before asOf rank last.',
      facts: said,
      is: { kind: 'percentile', n: 3, open: 1, ms: null, lowerBound: 10 * DAY },
    },
    {
      metric: volumeCommitment,
      formula: 'Leads whose first entry ever into `mql` lies in the period ÷ the sum of `count` of the days of quotas `mql` in the period that began before asOf.',
      facts: {
        stageVisits: [
          { leadId: 'a', stage: 'mql', enteredAt: '04-02' },
          { leadId: 'b', stage: 'mql', enteredAt: '04-20' },
          { leadId: 'c', stage: 'mql', enteredAt: '05-10' },
          { leadId: 'd', stage: 'mql', enteredAt: '06-10' },
        ],
        quotas: [
          { quotaId: 'mqls', kind: 'mql', at: '04-01', count: 2 },
          { quotaId: 'mqls', kind: 'mql', at: '05-01', count: 2 },
          { quotaId: 'mqls', kind: 'mql', at: '06-01', count: 2 },
          { quotaId: 'load', kind: 'workload', at: '04-01', count: 9 },
        ],
      },
      asOf: '05-15',
      is: { kind: 'formula', numerator: 3, denominator: 4, value: '0.7500' },
      says: 'Three of the four that were due by mid May.',
    },
    {
      metric: volumeCommitmentValue,
      formula:
        'Sum of the amounts of opportunities opened in the period whose first touch was `marketing` ÷ sum of the amounts of the days of quotas `marketing_pipeline` in the period that began before asOf; of one currency.',
      facts: {
        opportunities: [
          { opportunityId: 'o1', openedAt: '04-10', amountMinor: 1_000_000, currency: 'EUR', firstTouchAt: '03-01', firstTouchParty: 'marketing' },
          { opportunityId: 'o2', openedAt: '04-20', amountMinor: 500_000, currency: 'EUR', firstTouchAt: '04-01', firstTouchParty: 'sales' },
          { opportunityId: 'o3', openedAt: '05-20', amountMinor: 2_000_000, currency: 'EUR', firstTouchAt: '05-01', firstTouchParty: 'marketing' },
        ],
        quotas: [
          { quotaId: 'pipeline', kind: 'marketing_pipeline', at: '04-01', amountMinor: 3_000_000, currency: 'EUR' },
          { quotaId: 'pipeline', kind: 'marketing_pipeline', at: '05-01', amountMinor: 1_000_000, currency: 'EUR' },
        ],
      },
      is: { kind: 'formula', numerator: 3, denominator: 4, value: '0.7500', currency: null },
      says: '30,000 of 40,000 EUR.',
    },
    {
      metric: attemptsByChannel,
      formula: 'Attempts of people in the period, by channel.',
      facts: tried,
      is: {
        kind: 'fraction',
        numerator: 5,
        denominator: 1,
        groups: [
          { key: { 'row.channel': 'email' }, numerator: 1 },
          { key: { 'row.channel': 'phone' }, numerator: 3 },
          { key: { 'row.channel': 'social' }, numerator: 1 },
        ],
      },
    },
    {
      metric: channelMix,
      formula: 'Attempts of people in the period, by channel ÷ all attempts of people in the period.',
      facts: tried,
      is: {
        ...share(5, 5, 0, '1.0000'),
        groups: [
          part('target.channel', 'email', 1, 5, '0.2000'),
          part('target.channel', 'phone', 3, 5, '0.6000'),
          part('target.channel', 'social', 1, 5, '0.2000'),
        ],
      },
    },
    {
      metric: channelMixGapPhone,
      formula: gap('phone'),
      facts: tried,
      options: { parameters: { agreed_phone_share: '0.5' } },
      is: { kind: 'formula', numerator: 1, denominator: 10, value: '0.1000' },
    },
    {
      metric: channelMixGapEmail,
      formula: gap('email'),
      facts: tried,
      options: { parameters: { agreed_email_share: '0.3' } },
      is: { kind: 'formula', numerator: -1, denominator: 10, value: '-0.1000' },
    },
    {
      metric: channelMixGapSocial,
      formula: gap('social'),
      facts: tried,
      options: { parameters: { agreed_social_share: '0.2' } },
      is: { kind: 'formula', numerator: 0, denominator: 1, value: '0.0000' },
    },
  ],
};
