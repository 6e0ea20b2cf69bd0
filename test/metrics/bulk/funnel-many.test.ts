import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelMany, type EntryColumns, type StageFlow } from 'revpact/metrics';

const STAGES = ['inquiry', 'mql', 'sql', 'lost'];
const HALF = { numerator: 1, denominator: 2 };
const options = { asOf: 100, order: ['inquiry', 'mql', 'sql'], ranks: [HALF], unended: 'last' } as const;

type Row = readonly [lead: number, at: number, stage: number];
const columns = (rows: readonly Row[], leads = 4, stages: readonly string[] = STAGES): EntryColumns => ({
  rows: rows.length,
  leads: { length: leads },
  lead: Uint32Array.from(rows, ([lead]) => lead),
  at: Float64Array.from(rows, ([, at]) => at),
  stages,
  stage: Uint8Array.from(rows, ([, , stage]) => stage),
});

const flows = (entries: EntryColumns, more: object = {}): readonly StageFlow[] => {
  const found = funnelMany(entries, { ...options, ...more });
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message).join());
  return found.value;
};

test('worked by hand', () => {
  // Lead 0: inquiry 10 to 30, mql from 30. Lead 1: inquiry 15 to 20, lost 20 to 40, inquiry again from 40. Lead 2: sql at 99; its loss at 100 has not happened.
  const found = flows(columns([[0, 10, 1], [1, 15, 1], [1, 20, 4], [0, 30, 2], [1, 40, 1], [2, 99, 3], [2, 100, 4], [3, 50, 0]]));
  expect(found.map(({ stage, entries, leads, reached }) => [stage, entries, leads, reached])).toEqual([
    ['inquiry', 3, 2, 3],
    ['mql', 1, 1, 2],
    ['sql', 1, 1, 1],
    ['lost', 1, 1, null],
  ]);
  // Of three stays at the inquiry 5, 20 and one that is open, the second is the median; of one open stay there is none.
  expect(found.map(({ times }) => times[0])).toEqual([
    { n: 3, open: 1, value: 20, lowerBound: null },
    { n: 1, open: 1, value: null, lowerBound: null },
    { n: 1, open: 1, value: null, lowerBound: null },
    { n: 1, open: 0, value: 20, lowerBound: null },
  ]);
  expect(flows(columns([[0, 10, 1], [1, 15, 1], [1, 20, 4], [0, 30, 2], [1, 40, 1]]), { unended: 'left_out' })[0]?.times[0]?.value).toBe(5);
});

/** The same rule for one stage at a time, over each lead's own list. */
const slowly = (rows: readonly Row[], asOf: number, stages: number, order: readonly number[]) =>
  Array.from({ length: stages }, (_, i) => {
    const stage = i + 1;
    const lives = [0, 1, 2, 3].map((lead) => rows.filter(([own, at, named]) => own === lead && at < asOf && named !== 0));
    const stays = lives.flatMap((life) => life.flatMap(([, at, named], n) => (named === stage ? [(life[n + 1]?.[1] ?? NaN) - at] : [])));
    const ended = stays.filter((ms) => !Number.isNaN(ms)).sort((a, b) => a - b);
    const place = order.indexOf(stage);
    return {
      entries: stays.length,
      leads: lives.filter((life) => life.some(([, , named]) => named === stage)).length,
      reached: place < 0 ? null : lives.filter((life) => life.some(([, , named]) => order.indexOf(named) >= place)).length,
      median: ended[Math.ceil(stays.length / 2) - 1] ?? null,
    };
  });

test.each([4, 32, 40, 70])('any entries in any of %i stages: as lead by lead', (count) => {
  const row = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 60 }), fc.nat({ max: count }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), fc.nat({ max: 70 }), (unsorted, asOf) => {
      const rows = [...unsorted].sort((a, b) => a[1] - b[1]);
      const stages = Array.from({ length: count }, (_, i) => `s${String(i)}`);
      const order = [1, 3, count];
      const found = flows(columns(rows, 4, stages), { asOf, order: order.map((code) => `s${String(code - 1)}`) });
      expect(found.map(({ entries, leads, reached, times }) => ({ entries, leads, reached, median: times[0]?.value ?? null }))).toEqual(slowly(rows, asOf, count, order));
    }),
  );
});

describe('refused', () => {
  test.each([
    { when: 'a column too short', entries: { ...columns([[0, 1, 1]]), rows: 2 }, codes: ['metrics.column_length', 'metrics.column_length', 'metrics.column_length'] },
    { when: 'a lead that is none', entries: columns([[9, 1, 1]]), codes: ['metrics.column_value'] },
    { when: 'a stage that is none', entries: columns([[0, 1, 9]]), codes: ['metrics.column_value'] },
    { when: 'a moment that is none', entries: columns([[0, NaN, 1]]), codes: ['metrics.column_value'] },
    { when: 'a lead whose rows go back', entries: columns([[0, 5, 1], [0, 4, 2]]), codes: ['metrics.out_of_order'] },
  ])('$when', ({ entries, codes }) => {
    const found = funnelMany(entries, options);
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(codes);
  });

  test('an order of strange stages, and a rank that is none', () => {
    const found = funnelMany(columns([]), { ...options, order: ['mql', 'nowhere', 'mql'], ranks: [{ numerator: 2, denominator: 1 }] });
    expect(found.ok ? [] : found.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['metrics.not_a_stage', 'order', 1],
      ['metrics.not_a_stage', 'order', 2],
      ['metrics.not_a_rank', 'ranks', 0],
    ]);
  });
});
