import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  acceptanceRateAnswered,
  advocacyLeads,
  advocacyWonRate,
  attemptsByPerson,
  disqualificationRate,
  disqualificationRateCohort,
  evaluate,
  feedbackAnswered,
  inquiryVolume,
  leadsInHand,
  leakLostOnConvert,
  leakStalled,
  leakUnaccepted,
  leakUnowned,
  leakUnrouted,
  leakUntouched,
  listCompliance,
  listCoverage,
  mqlEntries,
  mqlToSqlRate,
  mqlToSqlRateAccounts,
  mqlToSqlRateEvery,
  recycleRate,
  recycleYieldMql,
  recycleYieldSql,
  rejectionRate,
  responseFromAssignmentP50,
  responseFromCreationP50,
  responseFromDeliveryP50,
  responseFromMqlP50,
  responseFromRoutingP50,
  responseRate,
  resubmissionSuccess,
  salVolume,
  timeInStageCumulativeP50,
  volumeCommitment,
  workload,
  type MetricDefinition,
} from 'revpact/metrics';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import { sales, sdr, story, type Line } from '../../support/lead-log.js';
import { at, DAY, MINUTE, options } from '../../support/metric-facts.js';

// From the events themselves: that the columns which the definitions ask for say what the words of the definitions mean.

const HOUR = DAY / 24;
const on = (leadId: string, when: string, line: Line): Line => ({ ...line, leadId, at: at(when) });
const customerSuccess = { party: 'customer_success', person: 'cho', kind: 'human' } as const;

const log = resolve(
  story(
    { type: 'provided', item: 'target_list', to: 'sales_development', accountIds: ['acme', 'beta'], at: at('03-30') },
    // Ann goes straight through.
    on('ann', '04-01T09:00', { type: 'inquiry', accountId: 'acme', source: 'web' }),
    on('ann', '04-01T10:00', { type: 'qualified' }),
    on('ann', '04-01T10:05', { type: 'assigned', to: 'dev' }),
    on('ann', '04-01T10:10', { type: 'handed_off', to: 'sales_development' }),
    on('ann', '04-01T10:20', { type: 'accepted', by: sdr }),
    on('ann', '04-01T10:40', { type: 'attempt', channel: 'phone', accountId: 'acme', by: sdr }),
    on('ann', '04-01T10:45', { type: 'contact_made', channel: 'phone', by: sdr }),
    // Ben is sent back, corrected, accepted, and let go.
    on('ben', '04-02T09:00', { type: 'inquiry', accountId: 'acme', source: 'web' }),
    on('ben', '04-02T10:00', { type: 'qualified' }),
    on('ben', '04-02T10:10', { type: 'handed_off', to: 'sales_development' }),
    on('ben', '04-03T09:00', { type: 'rejected', class: 'clerical', reason: 'no_phone', by: sdr }),
    // Nobody does anything about Cem.
    on('cem', '04-03T09:00', { type: 'inquiry' }),
    on('cem', '04-03T10:00', { type: 'qualified' }),
    on('ben', '04-03T12:00', { type: 'feedback_answered', answers: 'e12' }),
    on('ben', '04-04', { type: 'recycled' }),
    on('ben', '04-05', { type: 'qualified' }),
    on('ben', '04-05T10:00', { type: 'handed_off', to: 'sales_development' }),
    on('ben', '04-05T12:00', { type: 'accepted', by: sdr }),
    on('ben', '04-06T09:00', { type: 'attempt', channel: 'phone', by: sdr }),
    on('ann', '04-10', { type: 'opportunity_opened', opportunityId: 'o1', by: sales }),
    on('ben', '05-01', { type: 'disqualified', reason: 'no_budget', by: sdr }),
    on('customer', '05-10', { type: 'advocacy', kind: 'reference', act: 'used', usedFor: 'ann', by: customerSuccess }),
    on('ann', '05-20', { type: 'opportunity_won', opportunityId: 'o1', by: sales }),
  ),
);

const { facts } = factsFrom(createLifecycle(sirius2006), log, {
  quotas: [
    { id: 'mqls', kind: 'mql', from: '2026-04-01', to: '2026-06-30', count: 91 },
    { id: 'load', kind: 'workload', from: '2026-04-01', to: '2026-04-30', person: 'dev', count: 4 },
  ],
  zone: 'UTC',
});

const share = (numerator: number, denominator: number): object => ({ kind: 'fraction', numerator, denominator });
const time = (n: number, open: number, ms: number | null): object => ({ kind: 'percentile', n, open, reversed: 0, ms });

describe('from the events, as of the end of the quarter', () => {
  const rows: readonly (readonly [metric: MetricDefinition, is: object])[] = [
    [inquiryVolume, share(3, 1)],
    [mqlEntries, share(4, 1)],
    [salVolume, share(2, 1)],
    [mqlToSqlRate, share(1, 3)],
    [mqlToSqlRateEvery, share(1, 4)],
    [mqlToSqlRateAccounts, share(1, 1)],
    [acceptanceRate, share(2, 3)],
    [acceptanceRateAnswered, share(2, 3)],
    [rejectionRate, { ...share(1, 3), groups: [{ key: { 'target.rejectionClass': 'clerical' }, numerator: 1, denominator: 3 }] }],
    [resubmissionSuccess, share(1, 1)],
    [recycleRate, share(1, 2)],
    [recycleYieldMql, share(1, 1)],
    [recycleYieldSql, share(0, 1)],
    [disqualificationRate, { value: '0.5000', groups: [{ key: { 'target.reason': 'no_budget' }, value: '0.5000' }] }],
    [disqualificationRateCohort, share(1, 2)],
    // Ann 1 h 40; Ben four days; Cem never, nor the customer: whoever is on record counts.
    [responseFromCreationP50, time(4, 2, 4 * DAY)],
    // Ben's answer came in a later stay; it is the first since he became MQL all the same.
    [responseFromMqlP50, time(3, 1, 4 * DAY - HOUR)],
    [responseFromAssignmentP50, time(1, 0, 35 * MINUTE)],
    // Ben's first delivery was sent back untried.
    [responseFromDeliveryP50, time(2, 0, 30 * MINUTE)],
    [responseFromRoutingP50, time(4, 2, 4 * DAY - 70 * MINUTE)],
    [responseRate, share(2, 4)],
    [feedbackAnswered, share(1, 2)],
    [leakUnowned, share(1, 3)],
    [leakUnrouted, share(1, 3)],
    [leakUnaccepted, share(0, 3)],
    [leakUntouched, share(0, 2)],
    [leakStalled, share(1, 1)],
    [leakLostOnConvert, share(0, 1)],
    [leadsInHand, { ...share(1, 1), groups: [{ key: { 'lead.owner': null }, numerator: 1 }] }],
    [listCompliance, share(2, 2)],
    [listCoverage, share(1, 2)],
    [attemptsByPerson, { ...share(2, 1), groups: [{ key: { 'row.person': 'dev' }, numerator: 2 }] }],
    [workload, { value: '0.5000', groups: [{ key: { 'row.person': 'dev' }, value: '0.5000' }] }],
    // Three of the 91 that ninety-one days ask for.
    [volumeCommitment, { numerator: 3, denominator: 91 }],
    [advocacyLeads, share(1, 1)],
    [advocacyWonRate, share(1, 1)],
  ];

  test.each(rows.map(([metric, is]) => ({ id: metric.id, metric, is })))('$id', ({ metric, is }) => {
    expect(evaluate(metric, facts, options)).toMatchObject(is);
  });

  test('time in MQL over all stays: Ann 20 minutes, Ben 23 hours and 12 hours, Cem still', () => {
    const result = evaluate(timeInStageCumulativeP50, facts, options);
    expect(result).toMatchObject({ groups: expect.arrayContaining([expect.objectContaining({ key: { 'row.stage': 'mql' }, n: 3, open: 1, ms: 35 * HOUR })]) as unknown });
  });

  test('after thirteen days so many of the 91 are asked for', () => {
    expect(evaluate(volumeCommitment, facts, { ...options, asOf: at('04-14') })).toMatchObject({ numerator: 3, denominator: 13 });
  });
});
