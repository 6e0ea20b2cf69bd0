import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  acceptanceRateAnswered,
  advocacyInquiries,
  attemptCompliance,
  channelMixGapPhone,
  disqualificationRate,
  evaluate,
  inquiryToWonRate,
  leadsInHand,
  leakStalled,
  leakUnowned,
  mqlGrowth,
  mqlToSqlRate,
  mqlToSqlRate90Days,
  mqlToSqlTimeConvertersMean,
  mqlVolume,
  recycleYieldMql,
  resubmissionSuccess,
  responseFromCreationP50,
  responseFromCreationP90,
  responseFromDeliveryP50,
  responseFromMqlP50,
  salVolume,
  slaAttainment,
  slaAttainmentDue,
  stageEntries,
  stageInventory,
  timeInStageP50,
  volumeCommitment,
  volumeCommitmentValue,
  workload,
  type MetricDefinition,
} from 'revpact/metrics';
import { sirius2006 } from 'revpact/vocabulary';
import { at, DAY, MINUTE } from '../../support/metric-facts.js';
import { factsOf, optionsOf, type ShownFacts, type WorkedExample } from '../../support/worked-example.js';

const figure = (metric: MetricDefinition, facts: ShownFacts, given: Pick<WorkedExample, 'asOf' | 'options'> = {}): object =>
  evaluate(metric, factsOf(facts), optionsOf(given));

const many = <T>(n: number, row: (i: number) => T): readonly T[] => Array.from({ length: n }, (_, i) => row(i));

describe('published numbers', () => {
  test('Rekener: 12 of the 100 leads that were created in a month were won: 12 %', () => {
    const stageVisits = [
      ...many(100, (i) => ({ leadId: `l${String(i)}`, stage: 'inquiry', enteredAt: '04-02' })),
      ...many(12, (i) => ({ leadId: `l${String(i)}`, stage: 'won', enteredAt: '06-02' })),
    ];
    expect(figure(inquiryToWonRate, { stageVisits })).toMatchObject({ numerator: 12, denominator: 100, value: '0.1200' });
  });

  test('Rekener: 120 qualified leads after 100 are a lead velocity rate of 20 %', () => {
    const stageVisits = many(220, (i) => ({ leadId: `l${String(i)}`, stage: 'mql', enteredAt: i < 100 ? '02-01' : '05-01' }));
    expect(figure(mqlGrowth, { stageVisits })).toMatchObject({ numerator: 1, denominator: 5, value: '0.2000' });
  });

  test('HBR 2011: where 23 of 100 are never answered, the ninetieth percentile has no value, whatever the mean of the others', () => {
    const leads = many(100, (i) => ({ leadId: `l${String(i)}`, firstAt: '04-02', answeredAt: i < 77 ? at('04-02') + (i + 1) * MINUTE : null }));
    expect(figure(responseFromCreationP50, { leads })).toMatchObject({ n: 100, open: 23, ms: 50 * MINUTE, lowerBound: null });
    expect(figure(responseFromCreationP90, { leads })).toMatchObject({ n: 100, open: 23, ms: null, lowerBound: 77 * MINUTE });
  });
});

describe('nothing to divide by is no rate', () => {
  test.each([
    { metric: mqlToSqlRate, facts: {} },
    { metric: acceptanceRate, facts: {} },
    { metric: acceptanceRateAnswered, facts: { handOffs: [{ leadId: 'a', deliveredAt: '04-02' }] } },
    { metric: mqlToSqlTimeConvertersMean, facts: { stageVisits: [{ leadId: 'a', stage: 'mql', enteredAt: '04-02' }] } },
  ])('$metric.id', ({ metric, facts }) => {
    expect(figure(metric, facts)).toMatchObject({ numerator: 0, denominator: 0, value: null });
  });

  test.each([
    { metric: mqlGrowth, facts: { stageVisits: [{ leadId: 'a', stage: 'mql', enteredAt: '04-02' }] } },
    { metric: volumeCommitment, facts: { stageVisits: [{ leadId: 'a', stage: 'mql', enteredAt: '04-02' }] } },
    { metric: disqualificationRate, facts: { exits: [{ leadId: 'a', at: '04-02', reason: 'no_budget' }] } },
    { metric: workload, facts: { activities: [{ leadId: 'a', at: '04-02', person: 'kim' }] } },
  ])('$metric.id', ({ metric, facts }) => {
    expect(figure(metric, facts)).toMatchObject({ kind: 'formula', value: null, why: 'zero_denominator' });
  });

  test('a percentile of nothing is null, without a bound', () => {
    expect(figure(timeInStageP50, {})).toMatchObject({ n: 0, open: 0, ms: null, lowerBound: null, groups: [] });
  });
});

describe('what a number cannot be made of', () => {
  const amounts = (quota: string): ShownFacts => ({
    opportunities: [{ opportunityId: 'o', openedAt: '04-10', amountMinor: 100, currency: 'EUR', firstTouchAt: '04-01', firstTouchParty: 'marketing' }],
    quotas: [{ quotaId: 'q', kind: 'marketing_pipeline', at: '04-01', amountMinor: 100, currency: quota }],
  });

  test('money of two currencies has no quotient', () => {
    expect(figure(volumeCommitmentValue, amounts('EUR'))).toMatchObject({ value: '1.0000', why: null });
    expect(figure(volumeCommitmentValue, amounts('USD'))).toMatchObject({ value: null, why: 'mixed_currencies' });
  });

  test('a mix is compared with what was agreed only where somebody says what that is', () => {
    const facts: ShownFacts = { activities: [{ leadId: 'a', at: '04-02', kind: 'attempt', channel: 'phone' }] };
    expect(figure(channelMixGapPhone, facts)).toMatchObject({ value: null, why: 'no_parameter' });
    expect(figure(channelMixGapPhone, facts, { options: { parameters: { agreed_phone_share: '0.25' } } })).toMatchObject({ value: '0.7500' });
  });

  test('a milestone that the framework does not map is not applicable, never 0', () => {
    const { accepted: _, ...milestones } = sirius2006.milestones;
    expect(figure(salVolume, {}, { options: { framework: { ...sirius2006, milestones } } })).toMatchObject({
      kind: 'inapplicable',
      reason: { code: 'milestone_not_mapped', milestone: 'accepted' },
    });
  });

  test('of several milestones those that the framework maps count; where it maps none, not applicable', () => {
    const stageVisits = [{ leadId: 'a', stage: 'mql', enteredAt: '04-02' }];
    expect(figure(leadsInHand, { stageVisits })).toMatchObject({ numerator: 1 });
    const framework = { ...sirius2006, milestones: { inquiry: ['inquiry'], won: ['won'] } };
    expect(figure(leadsInHand, { stageVisits }, { options: { framework } })).toMatchObject({ kind: 'inapplicable' });
  });
});

describe('as of a moment, what comes later has not happened', () => {
  test('an acceptance', () => {
    const facts: ShownFacts = { handOffs: [{ leadId: 'a', deliveredAt: '04-02', acceptedAt: '04-10' }] };
    expect(figure(acceptanceRate, facts, { asOf: '04-10' })).toMatchObject({ numerator: 0, denominator: 1, open: 1 });
    expect(figure(acceptanceRate, facts, { asOf: '04-10T00:01' })).toMatchObject({ numerator: 1, denominator: 1, open: 0 });
    expect(figure(acceptanceRateAnswered, facts, { asOf: '04-10' })).toMatchObject({ denominator: 0, value: null });
  });

  test('a leaving: who left since stood there then', () => {
    const stageVisits = [
      { leadId: 'a', stage: 'mql', enteredAt: '04-02' },
      { leadId: 'a', stage: 'sal', enteredAt: '05-01' },
    ];
    expect(figure(stageInventory, { stageVisits }, { asOf: '04-20' })).toMatchObject({ groups: [{ key: { 'row.stage': 'mql' }, numerator: 1 }] });
    expect(figure(stageInventory, { stageVisits }, { asOf: '05-01' })).toMatchObject({ groups: [{ key: { 'row.stage': 'mql' }, numerator: 1 }] });
    expect(figure(stageInventory, { stageVisits }, { asOf: '05-02' })).toMatchObject({ groups: [{ key: { 'row.stage': 'sal' }, numerator: 1 }] });
  });

  test('and who left after the period stood there at its end, seen from later', () => {
    const stageVisits = [
      { leadId: 'a', stage: 'mql', enteredAt: '04-02' },
      { leadId: 'a', stage: 'sal', enteredAt: '07-15' },
    ];
    expect(figure(stageInventory, { stageVisits }, { asOf: '09-01' })).toMatchObject({ numerator: 1, groups: [{ key: { 'row.stage': 'mql' } }] });
  });

  test('coming back', () => {
    const facts: ShownFacts = { exits: [{ leadId: 'a', at: '04-02', recycledAt: '04-10', mqlAgainAt: '05-10' }] };
    expect(figure(recycleYieldMql, facts, { asOf: '04-10' })).toMatchObject({ denominator: 0 });
    expect(figure(recycleYieldMql, facts, { asOf: '05-10' })).toMatchObject({ numerator: 0, denominator: 1, open: 1 });
    expect(figure(recycleYieldMql, facts, { asOf: '05-11' })).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('a resubmission that was accepted', () => {
    const facts: ShownFacts = { handOffs: [{ leadId: 'a', deliveredAt: '04-02', rejectedAt: '04-03', resubmittedAt: '04-05', resubmissionAcceptedAt: '04-09' }] };
    expect(figure(resubmissionSuccess, facts, { asOf: '04-09' })).toMatchObject({ numerator: 0, denominator: 1 });
    expect(figure(resubmissionSuccess, facts, { asOf: '04-10' })).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe('at the edge', () => {
  const clock = (stopped: string | null, asOf: string): object =>
    figure(slaAttainment, { clocks: [{ leadId: 'a', startedAt: '04-02T09:00', dueAt: '04-02T09:30', stoppedAt: stopped }] }, { asOf });

  test.each([
    { when: 'answered in the moment in which it is due, it is kept', stopped: '04-02T09:30', asOf: '05-01', numerator: 1, denominator: 1 },
    { when: 'answered a minute later, it is not', stopped: '04-02T09:31', asOf: '05-01', numerator: 0, denominator: 1 },
    { when: 'in the moment in which it is due, it is still open', stopped: null, asOf: '04-02T09:30', numerator: 0, denominator: 0 },
    { when: 'after it, it is broken', stopped: null, asOf: '04-02T09:31', numerator: 0, denominator: 1 },
    { when: 'an answer that has not come yet does not help', stopped: '04-02T09:20', asOf: '04-02T09:20', numerator: 0, denominator: 0 },
  ])('a promise: $when', ({ stopped, asOf, numerator, denominator }) => {
    expect(clock(stopped, asOf)).toMatchObject({ numerator, denominator });
  });

  test('a promise that is paused without end is due on no day, and so in no attainment by due date', () => {
    expect(figure(slaAttainmentDue, { clocks: [{ leadId: 'a', startedAt: '04-02', dueAt: null }] })).toMatchObject({ denominator: 0 });
  });

  test.each([
    { when: 'cancelled', cancelledAt: '04-02T09:10' },
    { when: 'waived', waivedAt: '04-02T09:10' },
    { when: 'excused', excusedBy: 'dossiers' },
  ])('a promise that was kept counts as kept, even where it was $when too', ({ when: _, ...differs }) => {
    const clocks = [{ leadId: 'a', startedAt: '04-02T09:00', dueAt: '04-02T09:30', stoppedAt: '04-02T09:05', ...differs }];
    expect(figure(slaAttainment, { clocks })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(figure(slaAttainment, { clocks: clocks.map((one) => ({ ...one, stoppedAt: null })) })).toMatchObject({ denominator: 0 });
  });

  test('a conversion in the first moment after the window is none', () => {
    const within = (sql: number): object =>
      figure(
        mqlToSqlRate90Days,
        { stageVisits: [{ leadId: 'a', stage: 'mql', enteredAt: '04-02' }, { leadId: 'a', stage: 'sql', enteredAt: sql }] },
        { asOf: '09-01' },
      );
    expect(within(at('04-02') + 90 * DAY - 1)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(within(at('04-02') + 90 * DAY)).toMatchObject({ numerator: 0, denominator: 1, open: 0 });
  });

  test('a lead that is seven days old to the moment is old enough to leak', () => {
    const leads = [{ leadId: 'a', mqlAt: '04-02' }];
    expect(figure(leakUnowned, { leads }, { asOf: '04-08T23:59' })).toMatchObject({ denominator: 0 });
    expect(figure(leakUnowned, { leads }, { asOf: '04-09' })).toMatchObject({ numerator: 1, denominator: 1 });
  });

  test('attempts count from the delivery on, for less than fourteen days, by people of the receiver', () => {
    const facts = (...days: readonly (string | { readonly at: string; readonly human?: boolean; readonly party?: string })[]): ShownFacts => ({
      handOffs: [{ leadId: 'a', deliveredAt: '04-02' }],
      activities: days.map((one) => ({ leadId: 'a', kind: 'attempt', ...(typeof one === 'string' ? { at: one } : one) })),
    });
    const four = ['04-03', '04-04', '04-05', '04-06'];
    expect(figure(attemptCompliance, facts(...four, '04-02'))).toMatchObject({ numerator: 1 });
    expect(figure(attemptCompliance, facts(...four, '04-15T23:59'))).toMatchObject({ numerator: 1 });
    expect(figure(attemptCompliance, facts(...four, '04-16'))).toMatchObject({ numerator: 0, denominator: 1 });
    expect(figure(attemptCompliance, facts(...four, '04-01T23:59'))).toMatchObject({ numerator: 0 });
    expect(figure(attemptCompliance, facts(...four, { at: '04-07', human: false }))).toMatchObject({ numerator: 0 });
    expect(figure(attemptCompliance, facts(...four, { at: '04-07', party: 'sales' }))).toMatchObject({ numerator: 0 });
  });

  test('a lead with an attempt thirty days ago to the moment is stalled, with one a minute later it is not', () => {
    const seen = (attempt: string): object =>
      figure(leakStalled, { stageVisits: [{ leadId: 'a', stage: 'sal', enteredAt: '04-02' }], activities: [{ leadId: 'a', at: attempt }] }, { asOf: '06-20' });
    expect(seen('05-21')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(seen('05-21T00:01')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('a stay that nobody recorded is in no volume of its stage, and a later one is not its first', () => {
    const stageVisits = [
      { leadId: 'a', stage: 'mql', enteredAt: '04-02', inferred: true },
      { leadId: 'a', stage: 'mql', enteredAt: '04-10', inferred: false },
    ];
    expect(figure(mqlVolume, { stageVisits })).toMatchObject({ numerator: 0 });
    expect(figure(responseFromMqlP50, { stageVisits })).toMatchObject({ n: 0 });
    expect(figure(stageEntries, { stageVisits })).toMatchObject({ numerator: 1 });
  });

  test('a delivery that was tried and then sent back was owed an answer', () => {
    const handOffs = [{ leadId: 'a', deliveredAt: '04-02', firstAttemptAt: '04-02T01:00', rejectedAt: '04-03' }];
    expect(figure(responseFromDeliveryP50, { handOffs })).toMatchObject({ n: 1, open: 0, ms: 60 * MINUTE });
  });

  test('a number of one person is of that person', () => {
    const facts: ShownFacts = {
      activities: [{ leadId: 'a', at: '04-02', person: 'kim' }, { leadId: 'b', at: '04-02', person: null }],
      quotas: [{ quotaId: 'q', kind: 'workload', at: '04-01', person: 'lin', count: 2 }],
    };
    expect(figure(workload, facts)).toMatchObject({
      numerator: 1,
      denominator: 1,
      groups: [
        { key: { 'row.person': 'kim' }, value: null, why: 'zero_denominator' },
        { key: { 'row.person': 'lin' }, value: '0.0000' },
        { key: { 'row.person': null }, value: null },
      ],
    });
  });

  test('a touch is no inquiry, and an inquiry that names no source is none of advocacy', () => {
    const touches = [
      { leadId: 'a', kind: 'touch' as const, source: 'reference', at: '04-02' },
      { leadId: 'b', kind: 'inquiry' as const, source: null, at: '04-02' },
    ];
    expect(figure(advocacyInquiries, { touches })).toMatchObject({ numerator: 0, groups: [] });
  });
});
