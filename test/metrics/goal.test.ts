import { describe, expect, test } from 'vitest';
import { compareRatios, readWith, unwrap, type Ratio } from 'revpact/kernel';
import { goalIssues, goalStanding, lintScorecard, Scorecard, SharedGoal, STANDARD_METRICS, type GoalMeasure, type ScorecardEntry } from 'revpact/metrics';
import { sirius2006, type Facts } from 'revpact/vocabulary';
import { anOpportunity, at, facts, stays } from '../support/metric-facts.js';

const leads: GoalMeasure = { metric: 'mql_volume', direction: 'higher', target: '181', pace: 'even' };
const pipeline: GoalMeasure = { metric: 'pipeline_created', currency: 'EUR', direction: 'higher', target: '1000', pace: 'even' };
const conversion: GoalMeasure = { metric: 'mql_to_sql_rate', direction: 'higher', target: '0.5', pace: 'none' };
/** 181 days: 31 + 28 + 31 + 30 + 31 + 30. */
const goal: SharedGoal = {
  statement: 'Grow together.',
  parties: ['marketing', 'sales'],
  from: '2026-01-01',
  to: '2026-06-30',
  measure: conversion,
  parts: [
    { party: 'marketing', ...leads },
    { party: 'sales', ...pipeline },
  ],
};

const some = (count: number, converted: number, minor: number): Facts =>
  facts({
    stageVisits: Array.from({ length: count }, (_, i) => stays(`l${String(i)}`, ['mql', '01-02'], ...(i < converted ? ([['sql', '01-03']] as const) : []))).flat(),
    opportunities: [anOpportunity('o', '01-02', { amountMinor: minor, currency: 'EUR' })],
  });
const standing = (of: Facts, asOf: number) => unwrap(goalStanding(goal, STANDARD_METRICS, of, { framework: sirius2006, asOf, zone: 'UTC' }));
const states = (of: Facts, asOf: number) => {
  const { shared, sides } = standing(of, asOf);
  return [shared?.state, ...sides.flatMap(({ parts }) => parts.map(({ state }) => state))];
};

describe('both sides stand towards one goal', () => {
  test.each([
    { when: 'before its first day', of: some(0, 0, 0), asOf: at('01-01'), are: ['not_begun', 'not_begun', 'not_begun'] },
    // On 1 February 31 of 181 days are gone: 31 leads are due, and 171.27 of the pipeline.
    { when: 'as many as are due', of: some(31, 16, 171_28), asOf: at('02-01'), are: ['on_the_way', 'on_the_way', 'on_the_way'] },
    { when: 'one less, and a cent', of: some(30, 14, 171_27), asOf: at('02-01'), are: ['behind', 'behind', 'behind'] },
    { when: 'nothing to divide', of: some(0, 0, 171_28), asOf: at('02-01'), are: ['not_known', 'behind', 'on_the_way'] },
    { when: 'a target that adds up is reached early and kept; a rate is not', of: some(181, 181, 1000_00), asOf: at('02-01'), are: ['on_the_way', 'reached', 'reached'] },
    { when: 'at the end', of: some(181, 90, 999_99), asOf: at('07-01'), are: ['missed', 'reached', 'missed'] },
  ])('$when', ({ of, asOf, are }) => {
    expect(states(of, asOf)).toEqual(are);
  });

  test('how much of its time is gone, and what is due by then', () => {
    const { gone, sides, period } = standing(some(0, 0, 0), at('02-01'));
    const same = (a: Ratio | undefined, numerator: number, denominator: number): boolean => a !== undefined && compareRatios(a, { numerator, denominator }) === 0;
    expect(period.label).toBe('2026-01-01/2026-06-30');
    expect(same(gone, 31, 181)).toBe(true);
    expect(same(sides[0]?.parts[0]?.due, 31, 1)).toBe(true);
    expect(same(sides[1]?.parts[0]?.due, 31_000, 181)).toBe(true);
    expect(standing(some(0, 0, 0), at('12-31')).gone).toMatchObject({ numerator: 181 * 86_400_000, denominator: 181 * 86_400_000 });
  });

  test('to stay below is missed only in the end', () => {
    const cost: SharedGoal = { ...goal, measure: { ...pipeline, direction: 'lower' } };
    const state = (minor: number, asOf: number) => unwrap(goalStanding(cost, STANDARD_METRICS, some(1, 0, minor), { framework: sirius2006, asOf, zone: 'UTC' })).shared?.state;
    expect([state(171_27, at('02-01')), state(171_28, at('02-01')), state(1000_00, at('07-01')), state(1000_01, at('07-01'))]).toEqual(['on_the_way', 'behind', 'reached', 'missed']);
  });
});

describe('what is wrong with a goal', () => {
  test('only what adds up has a pace', () => {
    expect(goalIssues({ ...goal, measure: { ...conversion, pace: 'even' } }, STANDARD_METRICS, ['goal'])).toMatchObject([{ code: 'metrics.wrong_pace', path: ['goal', 'measure', 'pace'] }]);
    expect(goalIssues({ ...goal, parts: [{ party: 'sales', ...leads, metric: 'mql_volum' }] }, STANDARD_METRICS)).toMatchObject([
      { code: 'metrics.unknown_metric', path: ['parts', 0, 'metric'], params: { suggestion: 'mql_volume' } },
    ]);
    expect(goalIssues(goal, STANDARD_METRICS)).toEqual([]);
    // Of as many as stand in a stage today, half are not due in half of the time; and those who stood there may leave.
    const stock = goalIssues({ ...goal, measure: { ...leads, metric: 'stage_inventory' } }, STANDARD_METRICS);
    expect(stock.map(({ message }) => message)).toEqual(['"stage_inventory" is a stock, which does not add up over time: its pace is none']);
    expect(goalStanding({ ...goal, measure: { ...conversion, pace: 'even' } }, STANDARD_METRICS, facts({}), { framework: sirius2006, asOf: 0, zone: 'UTC' }).ok).toBe(false);
  });

  test.each([
    { when: 'it ends before it begins', differs: { from: '2026-07-01' }, path: ['to'] },
    { when: 'a stranger brings something', differs: { parts: [{ party: 'finance', ...leads }] }, path: ['parts', 0, 'party'] },
    { when: 'one party twice', differs: { parties: ['marketing', 'sales', 'marketing'] }, path: ['parties', 2] },
    { when: 'one party alone', differs: { parties: ['marketing'], parts: [] }, path: ['parties'] },
  ])('$when', ({ differs, path }) => {
    const read = readWith(SharedGoal, { ...goal, ...differs });
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });

  const entry = (owner: string): ScorecardEntry => ({ metric: 'win_rate', direction: 'higher', target: '0.2', yellow: '0.2', red: '0.1', owner, cadence: 'monthly' });
  const lints = (differs: Partial<SharedGoal>, owners: readonly string[] = ['marketing', 'sales']): readonly string[] =>
    lintScorecard({ goal: 'Grow', sharedGoal: { ...goal, ...differs }, entries: owners.map(entry) }).map(({ code, params }) => `${code} ${Object.values(params).join(' ')}`.trim());
  const { measure: _measure, parts: _parts, ...bare } = goal;

  test.each([
    { when: 'balanced and measured', lints: lints({}), are: [] },
    { when: 'a party of the goal owns no metric', lints: lints({}, ['marketing', 'customer_success']), are: ['metrics.party_without_metric sales'] },
    { when: 'one owns all of it', lints: lints({}, ['marketing', 'marketing']), are: ['metrics.one_sided marketing'] },
    { when: 'one brings nothing that is measured', lints: lints({ parts: [{ party: 'marketing', ...leads }] }), are: ['metrics.party_without_part sales'] },
    { when: 'a year is too long to look over', lints: lints({ to: '2026-12-31' }), are: ['metrics.goal_not_half_a_year 2026-01-01 2026-12-31'] },
    { when: 'half a year from the last of August', lints: lints({ from: '2026-08-31', to: '2027-02-28' }), are: [] },
    { when: 'half a year over a new year', lints: lints({ from: '2026-10-01', to: '2027-03-31' }), are: [] },
  ])('$when', ({ lints: found, are }) => {
    expect(found).toEqual(are);
  });

  test('without a goal both sides are who the caller says', () => {
    const entries = [entry('marketing'), entry('sales_development')];
    expect(lintScorecard({ goal: 'Grow', entries })).toEqual([]);
    expect(lintScorecard({ goal: 'Grow', entries }, ['scorecard'], ['marketing', 'sales'])).toMatchObject([
      { code: 'metrics.party_without_metric', path: ['scorecard', 'entries'], params: { party: 'sales' } },
    ]);
    expect(lintScorecard({ goal: 'Grow', entries: [] }, [], ['marketing', 'sales'])).toEqual([]);
  });

  test('a goal that no number measures', () => {
    expect(lintScorecard({ goal: 'Grow', sharedGoal: bare, entries: [entry('marketing'), entry('sales')] })).toMatchObject([{ code: 'metrics.goal_without_measure', path: ['sharedGoal'] }]);
    expect(readWith(Scorecard, { goal: 'Grow', sharedGoal: bare, entries: [] }).ok).toBe(true);
    expect(unwrap(goalStanding(bare, STANDARD_METRICS, facts({}), { framework: sirius2006, asOf: 0, zone: 'UTC' }))).toMatchObject({ shared: null, sides: [{ party: 'marketing', parts: [] }, { party: 'sales', parts: [] }] });
  });
});
