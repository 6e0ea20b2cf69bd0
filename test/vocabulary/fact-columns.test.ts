import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import type { RevpactError } from 'revpact/kernel';
import { columnsOf, factsOfColumns, NO_FACTS, sirius2006, type FactColumn, type FactColumns, type Facts, type TableColumns } from 'revpact/vocabulary';
import { anyLog } from '../support/random-log.js';

const LIFECYCLE = createLifecycle(sirius2006);

/** Facts as typed columns, one of a table replaced. */
const withColumn = (facts: Facts, table: 'leads' | 'activities', name: string, column: FactColumn | null): FactColumns => {
  const columns = columnsOf(facts);
  const { [name]: _was, ...rest } = columns[table].columns as Readonly<Record<string, FactColumn>>;
  const changed: TableColumns = { rows: columns[table].rows, columns: column === null ? rest : { ...rest, [name]: column } };
  return { ...columns, [table]: changed };
};

const row = {
  eventId: 'e1', leadId: 'a', accountId: null, at: 0, byDay: false, kind: 'attempt', channel: 'phone', party: 'sales', person: 'sam', human: true, outcome: null, onList: null, excepted: null,
} as const;
const two: Facts = { ...NO_FACTS, activities: [row, { ...row, eventId: 'e2', person: null, onList: false }] };

test('rows become columns: words numbered as they come, yes and no as 1 and 0, null as NaN or -1', () => {
  const { activities } = columnsOf(two);
  expect(activities.rows).toBe(2);
  expect(activities.columns.eventId).toEqual({ kind: 'text', codes: Int32Array.of(0, 1), words: ['e1', 'e2'] });
  expect(activities.columns.person).toEqual({ kind: 'text', codes: Int32Array.of(0, -1), words: ['sam'] });
  expect(activities.columns.human).toEqual({ kind: 'number', values: Float64Array.of(1, 1) });
  expect(activities.columns.onList).toEqual({ kind: 'number', values: Float64Array.of(NaN, 0) });
});

test('columns of any facts become the same rows again', () => {
  fc.assert(
    fc.property(anyLog(sirius2006), (events) => {
      const { facts } = factsFrom(LIFECYCLE, resolve(events));
      expect(factsOfColumns(columnsOf(facts))).toEqual(facts);
    }),
  );
  expect(factsOfColumns(columnsOf(two))).toEqual(two);
});

test('a column that is left out is null in every row, where it may be', () => {
  expect(factsOfColumns(withColumn(two, 'activities', 'person', null)).activities.map(({ person }) => person)).toEqual([null, null]);
});

test.each<{ when: string; name: string; column: FactColumn | null }>([
  { when: 'one that may not be null is left out', name: 'leadId', column: null },
  { when: 'the table has no such column', name: 'mood', column: { kind: 'number', values: Float64Array.of(1, 2) } },
  { when: 'text for a number', name: 'at', column: { kind: 'text', codes: Int32Array.of(0, 0), words: ['1'] } },
  { when: 'a number for text', name: 'party', column: { kind: 'number', values: Float64Array.of(1, 2) } },
  { when: 'a list for text', name: 'party', column: { kind: 'rows', values: ['a', 'b'] } },
  { when: 'one row too few', name: 'at', column: { kind: 'number', values: Float64Array.of(1) } },
  { when: 'a part of a millisecond', name: 'at', column: { kind: 'number', values: Float64Array.of(1, 0.5) } },
  { when: 'beyond all moments', name: 'at', column: { kind: 'number', values: Float64Array.of(1, Infinity) } },
  { when: 'neither yes nor no', name: 'human', column: { kind: 'number', values: Float64Array.of(1, 2) } },
  { when: 'null where it may not be', name: 'at', column: { kind: 'number', values: Float64Array.of(1, NaN) } },
  { when: 'a code that stands for nothing', name: 'party', column: { kind: 'text', codes: Int32Array.of(0, 1), words: ['sales'] } },
])('$when: the column is named', ({ name, column }) => {
  let thrown: unknown = null;
  try {
    factsOfColumns(withColumn(two, 'activities', name, column));
  } catch (error) {
    thrown = error;
  }
  expect((thrown as RevpactError).issues).toMatchObject([{ code: 'vocabulary.bad_fact_column', params: { column: `activity.${name}` } }]);
});
