import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asKnown, columnsOfOutcomes, outcomeTable, takeRows, type OutcomeColumns } from 'revpact/icp/refine';
import { unwrap } from 'revpact/kernel';
import { columnsOf, numbers, tableOf, texts } from '../../support/outcomes.js';

const shuffled = (columns: OutcomeColumns, order: readonly number[]): OutcomeColumns => ({
  features: columns.features.map((feature) => ({
    ...feature,
    knownAt: feature.knownAt === null ? null : Float64Array.from(order, (row) => feature.knownAt![row]!),
    column:
      feature.column.kind === 'number'
        ? { kind: 'number', values: Float64Array.from(order, (row) => (feature.column as { values: Float64Array }).values[row]!) }
        : { ...feature.column, codes: Int32Array.from(order, (row) => (feature.column as { codes: Int32Array }).codes[row]!) },
  })),
  label: Uint8Array.from(order, (row) => columns.label[row]!),
  at: Float64Array.from(order, (row) => columns.at[row]!),
  account: { ...columns.account, codes: Int32Array.from(order, (row) => columns.account.codes[row]!) },
});

describe('one order', () => {
  const row = fc.record({
    account: fc.constantFrom('a', 'b', 'c'),
    at: fc.constantFrom(1000, 2000, 3000),
    won: fc.boolean(),
    employees: fc.constantFrom(null, 10, 20, 0.5),
    industry: fc.constantFrom(null, 'SaaS', 'saas', 'steel', '250', '250.0'),
    knownAt: fc.constantFrom(500, 1500),
  });
  test('whatever order rows are read in', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }))),
        ([rows, order]) => {
          const read = unwrap(
            columnsOfOutcomes(
              rows.map(({ account, at, won, employees, industry, knownAt }) => ({ account, at, won, attributes: { employees, industry }, knownAt: { employees: knownAt } })),
              [
                { name: 'employees', type: 'number' },
                { name: 'industry', type: 'text' },
              ],
            ),
          ).columns;
          expect(unwrap(outcomeTable(shuffled(read, order)))).toEqual(unwrap(outcomeTable(read)));
        },
      ),
    );
  });

  test('moment first, then account, then what is known, then the outcome', () => {
    const columns: OutcomeColumns = {
      features: [numbers('size', [5, null, 3, 3, 1])],
      label: Uint8Array.of(0, 0, 1, 0, 1),
      at: Float64Array.of(9, 5, 5, 5, 5),
      account: { codes: Int32Array.of(0, 1, 1, 1, 0), words: ['acme', 'globex'] },
    };
    const table = unwrap(outcomeTable(columns));
    expect([...table.label]).toEqual([1, 0, 0, 1, 0]);
    expect(table.features[0]?.column).toEqual({ kind: 'number', values: Float64Array.of(1, NaN, 3, 3, 5) });
  });

  test('the words that a filter takes for one are one, spelled as most rows spell it', () => {
    const table = tableOf([1, 0, 1, 0, 1, 0], [texts('industry', ['SaaS', 'saas', 'saas', '250', '250.0', null])]);
    expect(table.features[0]?.column).toEqual({ kind: 'text', codes: Int32Array.of(0, 0, 0, 1, 1, -1), words: ['saas', '250'] });
  });

  test('attributes by name, the account’s before the contact’s', () => {
    const table = tableOf([1], [numbers('size', [1]), { ...numbers('age', [1]), about: 'contact' }, numbers('revenue', [1])]);
    expect(table.features.map(({ about, name }) => `${about} ${name}`)).toEqual(['account revenue', 'account size', 'contact age']);
  });
});

describe('what is no outcome', () => {
  const good = columnsOf([1, 0], [numbers('size', [1, 2])]);
  const bad = (change: Partial<OutcomeColumns>): readonly string[] => {
    const read = outcomeTable({ ...good, ...change });
    return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  };
  test.each([
    { when: 'no rows', change: columnsOf([], []), issues: ['refine.no_rows '] },
    { when: 'a label of two', change: { label: Uint8Array.of(1, 2) }, issues: ['refine.not_a_label label.1'] },
    { when: 'a moment that is none', change: { at: Float64Array.of(NaN, 1) }, issues: ['refine.not_a_moment at'] },
    { when: 'a moment of another millennium', change: { at: Float64Array.of(1e15, 1) }, issues: ['refine.not_a_moment at'] },
    { when: 'too few moments', change: { at: Float64Array.of(1) }, issues: ['refine.unequal_lengths at'] },
    { when: 'an account without its name', change: { account: { codes: Int32Array.of(0, 7), words: ['a'] } }, issues: ['refine.no_such_word account.codes'] },
    { when: 'a row of no account', change: { account: { codes: Int32Array.of(0, -1), words: ['a'] } }, issues: ['refine.no_such_word account.codes'] },
    { when: 'a list for a column', change: { label: [1, 0] as never }, issues: ['refine.not_a_column label'] },
    { when: 'a column without end', change: { features: [numbers('size', [Infinity, 1])] }, issues: ['refine.not_finite features.0.column'] },
    { when: 'a name that objects cannot hold', change: { features: [numbers('__proto__', [1, 2])] }, issues: ['refine.bad_name features.0.name'] },
    { when: 'half a letter', change: { features: [texts('x', ['\ud800', 'b'])] }, issues: ['refine.not_text features.0.column.words.0'] },
    { when: 'an attribute twice', change: { features: [numbers('size', [1, 2]), numbers('size', [1, 2])] }, issues: ['refine.duplicate_feature features.1'] },
    {
      when: 'more attributes than are looked at',
      change: { features: Array.from({ length: 1001 }, (_, i) => numbers(`n${String(i)}`, [1, 2])) },
      issues: ['refine.too_many_features features'],
    },
    {
      when: 'several things at once',
      change: { label: Uint8Array.of(3, 0), at: Float64Array.of(1), features: [numbers('', [1])] },
      issues: ['refine.not_a_label label.0', 'refine.unequal_lengths at', 'refine.bad_name features.0.name', 'refine.unequal_lengths features.0.column.values'],
    },
  ])('$when', ({ change, issues }) => {
    expect(bad(change)).toEqual(issues);
  });
});

describe('from rows', () => {
  test('values count by their agreed type, and what is not of it is counted', () => {
    const of = (attributes: Record<string, string | number | boolean | null | readonly string[]>) => ({ account: 'a', at: 1, won: true, attributes });
    const { columns, unread } = unwrap(
      columnsOfOutcomes(
        [
          of({ size: '250.0', region: 'EU', public: true, tools: ['crm'] }),
          of({ size: 'many', region: 42, public: 'yes', tools: [] }),
          of({ size: ['a'], region: '', public: false }),
          of({ size: '0.10000000000000000001', region: true, public: null }),
        ],
        [
          { name: 'size', type: 'number' },
          { name: 'region', type: 'text', known: 'after' },
          { name: 'public', type: 'yes_no' },
          { name: 'tools', type: 'list' },
        ],
      ),
    );
    expect(columns.features).toEqual([
      { name: 'size', about: 'account', known: null, knownAt: null, column: { kind: 'number', values: Float64Array.of(250, NaN, NaN, NaN) } },
      { name: 'region', about: 'account', known: 'after', knownAt: null, column: { kind: 'text', codes: Int32Array.of(0, 1, -1, -1), words: ['EU', '42'] } },
      { name: 'public', about: 'account', known: null, knownAt: null, column: { kind: 'text', codes: Int32Array.of(0, -1, 1, -1), words: ['yes', 'no'] } },
    ]);
    expect(unread).toEqual([
      { name: 'size', about: 'account', rows: 1, why: 'list' },
      { name: 'size', about: 'account', rows: 2, why: 'not_a_number' },
      { name: 'region', about: 'account', rows: 1, why: 'not_text' },
      { name: 'public', about: 'account', rows: 1, why: 'not_yes_or_no' },
      { name: 'tools', about: 'account', rows: 2, why: 'list' },
    ]);
  });

  test('what was recorded after the hand-over counts as missing', () => {
    const table = tableOf([1, 0, 1], [{ ...numbers('size', [1, 2, 3]), knownAt: Float64Array.of(0, 7e12, NaN) }]);
    const known = asKnown(table);
    expect(known.late).toEqual([{ name: 'size', about: 'account', rows: 1 }]);
    expect(known.table.features[0]?.column).toEqual({ kind: 'number', values: Float64Array.of(1, NaN, 3) });
    expect(takeRows(known.table, Uint32Array.of(0, 2)).features[0]?.column).toEqual({ kind: 'number', values: Float64Array.of(1, 3) });
  });
});
