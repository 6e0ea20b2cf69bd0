import { describe, expect, test } from 'vitest';
import { importQuotas, importRates, importSpend, type RecordImport } from 'revpact/crm';
import { unwrap, type Result } from 'revpact/kernel';

type Cells = Readonly<Record<string, string | null>>;
const rows = (...cells: readonly Cells[]) => cells.map((one, i) => ({ line: i + 2, cells: one }));
const rejectedIn = <T>(read: Result<RecordImport<T>>) => unwrap(read).rejectedRows.map(({ line, issues }) => [line, ...issues.map(({ code, path }) => `${code} ${path.join('.')}`.trim())]);

const media = { id: 's1', from: '2026-05-01', to: '2026-05-31', amount: '1200.50', currency: 'EUR', kind: 'media', channel: 'search', campaign: null };
const plan = { id: 'q1', kind: 'mql', from: '2026-05-01', to: '2026-05-31', party: 'marketing', person: null, count: '40', amount: null, currency: null, weekdays: '1|2|3|4|5' };
const rate = { from: 'USD', to: 'EUR', since: '2026-05-01', rate: '0.9125' };

test('spend: money in minor units of its currency, what is empty left out', () => {
  expect(unwrap(importSpend(rows(media, { ...media, id: 's2', amount: '7', currency: 'JPY' })))).toEqual({
    read: 2,
    accepted: 2,
    rejected: 0,
    records: [
      { id: 's1', from: '2026-05-01', to: '2026-05-31', amount: { minor: 120_050, currency: 'EUR' }, kind: 'media', channel: 'search' },
      { id: 's2', from: '2026-05-01', to: '2026-05-31', amount: { minor: 7, currency: 'JPY' }, kind: 'media', channel: 'search' },
    ],
    rejectedRows: [],
  });
});

test('quotas: a count over working days, or money', () => {
  const { records } = unwrap(importQuotas(rows(plan, { ...plan, id: 'q2', kind: 'revenue', count: null, amount: '5000', currency: 'EUR', weekdays: null, person: 'sam' })));
  expect(records).toEqual([
    { id: 'q1', kind: 'mql', from: '2026-05-01', to: '2026-05-31', party: 'marketing', count: 40, weekdays: [1, 2, 3, 4, 5] },
    { id: 'q2', kind: 'revenue', from: '2026-05-01', to: '2026-05-31', party: 'marketing', person: 'sam', amount: { minor: 500_000, currency: 'EUR' } },
  ]);
});

test('rates stay decimal text', () => {
  expect(unwrap(importRates(rows(rate))).records).toEqual([rate]);
});

describe('rows that cannot be used are rejected with every reason', () => {
  test.each<{ when: string; cells: Cells; because: string }>([
    { when: 'a half of a cent', cells: { ...media, amount: '1.005' }, because: 'crm.not_readable amount' },
    { when: 'money without a currency', cells: { ...media, currency: null }, because: 'crm.needs amount' },
    { when: 'an end before the start', cells: { ...media, to: '2026-04-30' }, because: 'input.invalid to' },
    { when: 'a column that means nothing here', cells: { ...media, vendor: 'Acme' }, because: 'input.unknown_key vendor' },
    { when: 'no id', cells: { ...media, id: null }, because: 'input.missing id' },
  ])('spend: $when', ({ cells, because }) => {
    expect(rejectedIn(importSpend(rows(cells)))).toEqual([[2, because]]);
  });

  test.each<{ when: string; cells: Cells; because: string }>([
    { when: 'neither a number nor money', cells: { ...plan, count: null }, because: 'input.invalid count' },
    { when: 'a part of a lead', cells: { ...plan, count: '1.5' }, because: 'crm.not_readable count' },
    { when: 'a currency of nothing', cells: { ...plan, currency: 'EUR' }, because: 'input.unknown_key currency' },
    { when: 'a day that no week has', cells: { ...plan, weekdays: '1|8' }, because: 'input.invalid weekdays.1' },
    { when: 'a day in words', cells: { ...plan, weekdays: 'mon' }, because: 'input.wrong_type weekdays.0' },
  ])('quotas: $when', ({ cells, because }) => {
    expect(rejectedIn(importQuotas(rows(cells)))).toEqual([[2, because]]);
  });

  test('rates: nothing, less than nothing, and the same pair twice on one day', () => {
    expect(rejectedIn(importRates(rows({ ...rate, rate: '0' }, { ...rate, rate: '-1' }, rate, rate, { ...rate, to: 'USD' })))).toEqual([
      [2, 'input.invalid rate'],
      [3, 'input.invalid rate'],
      [5, 'crm.duplicate_id'],
      [6, 'input.invalid to'],
    ]);
  });

  test('two of one id, and what is no row', () => {
    expect(rejectedIn(importSpend([...rows(media, media), null as never]))).toEqual([[3, 'crm.duplicate_id'], [0, 'crm.not_row']]);
  });
});

test('a column that is needed and missing refuses the file', () => {
  const read = importSpend([], ['id', 'from', 'to', 'ammount', 'currency']);
  expect(read.ok ? [] : read.issues.map(({ code, params }) => [code, params['column'], params['suggestion']])).toEqual([['crm.column_missing', 'amount', 'ammount']]);
  expect(unwrap(importRates([]))).toMatchObject({ read: 0, records: [] });
});
