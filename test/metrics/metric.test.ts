import { describe, expect, test } from 'vitest';
import {
  acceptanceRate,
  definitionHash,
  evaluate,
  mqlToSqlRate,
  mqlVolume,
  narrowed,
  pipelineCreated,
  safeParseGroupBy,
  safeParseMetric,
  speedToLead,
} from 'revpact/metrics';
import { NO_FACTS } from 'revpact/vocabulary';
import { options } from '../support/metric-facts.js';

const codes = (input: unknown): readonly string[] => {
  const read = safeParseMetric(input);
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
};
const basis = (definition: { readonly basis: object }, differs: object): object => ({
  ...definition,
  basis: { ...definition.basis, ...differs },
});

describe('a definition that means nothing is refused', () => {
  test.each([
    { when: 'a key nobody knows', input: { ...mqlVolume, tile: 'x' }, issues: ['input.unknown_key at tile'] },
    {
      when: 'a column that does not exist',
      input: basis(acceptanceRate, { date: ['row.deliverdAt'] }),
      issues: ['metrics.unknown_column at basis.date.0'],
    },
    {
      when: 'a date that is text',
      input: basis(acceptanceRate, { date: ['row.reason'] }),
      issues: ['metrics.unusable_column at basis.date.0'],
    },
    {
      when: 'a number compared with text',
      input: basis(acceptanceRate, { where: [{ column: 'row.attempts', is: 'equals', value: 'x' }] }),
      issues: ['metrics.unusable_column at basis.where.0.column'],
    },
    {
      when: 'a target that the lead decides',
      input: basis(acceptanceRate, { target: { is: 'met', all: [{ column: 'lead.optedOutAt', is: 'null' }] } }),
      issues: ['metrics.unusable_column at basis.target.all.0'],
    },
    { when: 'the wrong unit', input: { ...acceptanceRate, unit: 'lead' }, issues: ['metrics.wrong_unit at unit'] },
    {
      when: 'every entry counted as leads',
      input: basis(mqlVolume, { base: { milestone: 'mql', pick: 'every' } }),
      issues: ['metrics.wrong_unit at unit'],
    },
    { when: 'a share without a target', input: basis(mqlToSqlRate, { target: null }), issues: ['metrics.wrong_measure at measure'] },
    {
      when: 'a share dated by its target',
      input: basis(mqlToSqlRate, { cohort: 'target.at' }),
      issues: ['metrics.wrong_measure at measure'],
    },
    { when: 'a share dated apart', input: basis(mqlToSqlRate, { cohort: 'own' }), issues: ['metrics.wrong_measure at measure'] },
    {
      when: 'a sum of text',
      input: { ...pipelineCreated, measure: { ...pipelineCreated.measure, amount: 'row.source', currency: 'row.amountMinor' } },
      issues: ['metrics.unusable_column at measure.amount', 'metrics.unusable_column at measure.currency'],
    },
    {
      when: 'a rank above one',
      input: { ...speedToLead, measure: { ...speedToLead.measure, rank: { numerator: 11, denominator: 10 } } },
      issues: ['input.invalid at measure.rank'],
    },
    {
      when: 'a percentile of clocks that ends at a milestone',
      input: { ...speedToLead, measure: { ...speedToLead.measure, to: 'target.at' } },
      issues: ['metrics.wrong_measure at measure'],
    },
  ])('$when', ({ input, issues }) => {
    expect(codes(input)).toEqual(issues);
  });

  test('with the column that was probably meant', () => {
    const read = safeParseMetric(basis(acceptanceRate, { date: ['row.deliverdAt'] }));
    expect(read.ok ? [] : read.issues.map(({ message }) => message)).toEqual([
      'no fact column "row.deliverdAt" here; did you mean "row.deliveredAt"?',
    ]);
  });
});

describe('the hash of a definition', () => {
  test('does not depend on the order of keys', () => {
    const { id, ...rest } = mqlVolume;
    expect(definitionHash({ ...rest, id })).toBe(definitionHash(mqlVolume));
  });

  test('changes with any word, and when the metric is narrowed', () => {
    const narrow = narrowed(speedToLead, [{ column: 'row.clause', is: 'equals', value: 'first_response' }]);
    const hashes = [mqlVolume, { ...mqlVolume, title: 'MQLs' }, speedToLead, narrow].map(definitionHash);
    expect(new Set(hashes).size).toBe(4);
    expect(narrowed(speedToLead, [])).toBe(speedToLead);
  });
});

describe('columns to group by', () => {
  test('are text columns of the row or the lead; all that are not are named', () => {
    expect(safeParseGroupBy(acceptanceRate, ['lead.source', 'row.toParty'])).toEqual({ ok: true, value: ['lead.source', 'row.toParty'] });
    const read = safeParseGroupBy(acceptanceRate, ['lead.sorce', 'row.deliveredAt', 'source; DROP TABLE lead']);
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path])).toEqual([
      ['metrics.unknown_column', [0]],
      ['metrics.unusable_column', [1]],
      ['input.invalid', [2]],
    ]);
  });

  test('evaluate throws for those that do not exist', () => {
    expect(() => evaluate(acceptanceRate, NO_FACTS, { ...options, groupBy: ['lead.sorce'] })).toThrow('did you mean "lead.source"');
  });
});
