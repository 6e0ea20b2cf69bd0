import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve, type Horizon, type ResolvedLog } from 'revpact/lifecycle';
import { sirius2006, type Event } from 'revpact/vocabulary';
import { anyLog } from '../support/random-log.js';
import { delivers, disqualifies, inquires, logOf, marketing, qualifies, story, type Line } from '../support/lead-log.js';

const ids = ({ events }: ResolvedLog): readonly string[] => events.map(({ id }) => id);
const leads = ({ events }: ResolvedLog): readonly string[] => events.map((event) => ('leadId' in event ? (event.leadId ?? '') : ''));
const codes = ({ notices }: ResolvedLog): readonly string[] => notices.map(({ code, path }) => `${code.replace('lifecycle.', '')} in row ${path.join('.')}`);

const correct = (corrects: string, to: 'void' | number = 'void', more: Partial<Line> = {}): Line => ({
  type: 'correction',
  corrects,
  change: to === 'void' ? { kind: 'void' } : { kind: 'at', at: to },
  why: 'typed wrongly',
  ...more,
}) as Line;
const merge = (from: string, into: string): Line => ({ type: 'merge', from, into });

describe('order', () => {
  test.each<{ when: string; lines: readonly Line[]; order: readonly string[]; notices: readonly string[] }>([
    { when: 'rows in order stay', lines: [inquires, qualifies], order: ['e1', 'e2'], notices: [] },
    { when: 'a late row goes to its moment', lines: [{ ...inquires, at: 9000 }, qualifies], order: ['e2', 'e1'], notices: [] },
    {
      when: 'at one moment the sequence of the source decides',
      lines: [{ ...inquires, at: 1, seq: 7 }, { ...qualifies, at: 1, seq: 3 }],
      order: ['e2', 'e1'],
      notices: [],
    },
    {
      when: 'never the text of the id; what only the rows decide is reported',
      lines: [{ ...inquires, at: 1, id: 'z' }, { ...qualifies, at: 1, id: 'a' }],
      order: ['z', 'a'],
      notices: ['tie in row 1'],
    },
    {
      when: 'an event with a sequence comes before one without',
      lines: [{ ...inquires, at: 1 }, { ...qualifies, at: 1, seq: 3 }],
      order: ['e2', 'e1'],
      notices: [],
    },
    {
      when: 'different leads at one moment are no tie',
      lines: [{ ...inquires, at: 1 }, { ...inquires, at: 1, leadId: 'b' }],
      order: ['e1', 'e2'],
      notices: [],
    },
  ])('$when', ({ lines, order, notices }) => {
    const log = logOf(...lines);
    expect(ids(log)).toEqual(order);
    expect(codes(log)).toEqual(notices);
  });
});

describe('duplicates', () => {
  test('the same row again is dropped, whatever the order of its keys', () => {
    const [event] = story(inquires);
    // The same event with its keys the other way round; `fromEntries` forgets the type.
    const again = Object.fromEntries(Object.entries(event ?? {}).reverse()) as unknown as Event;
    const log = resolve(event === undefined ? [] : [event, again]);
    expect(log.counts).toMatchObject({ kept: 1, duplicates: 1, conflicts: 0 });
    expect(log.notices).toEqual([]);
  });

  test('the same id with other content is a conflict: the first counts, and it is reported', () => {
    const log = logOf({ ...inquires, id: 'x' }, { ...qualifies, id: 'x' });
    expect(log.events.map(({ type }) => type)).toEqual(['inquiry']);
    expect(log.counts).toMatchObject({ kept: 1, duplicates: 1, conflicts: 1 });
    expect(codes(log)).toEqual(['conflicting_duplicate in row 1']);
  });

  test('a row that was not known yet does not shadow one that was', () => {
    const log = resolve(story({ ...inquires, id: 'x', at: 1, knownAt: 500 }, { ...qualifies, id: 'x', at: 1 }), { knownBy: 100 });
    expect(log.events.map(({ type }) => type)).toEqual(['qualified']);
    expect(log.counts).toMatchObject({ kept: 1, cut: 1, duplicates: 0 });
  });
});

describe('corrections', () => {
  test.each<{ when: string; lines: readonly Line[]; order: readonly string[]; voided: number; notices?: readonly string[] }>([
    { when: 'voided: it never was', lines: [inquires, qualifies, correct('e2')], order: ['e1'], voided: 1 },
    { when: 'moved to another time', lines: [inquires, qualifies, correct('e1', 9999)], order: ['e2', 'e1'], voided: 0 },
    { when: 'the last correction wins', lines: [inquires, qualifies, correct('e1'), correct('e1', 9999)], order: ['e2', 'e1'], voided: 0 },
    { when: 'a voided correction has no say', lines: [inquires, qualifies, correct('e1'), correct('e3')], order: ['e1', 'e2'], voided: 0 },
    {
      when: 'and that one voided in its turn, it has again',
      lines: [inquires, qualifies, correct('e1'), correct('e3'), correct('e4')],
      order: ['e2'],
      voided: 1,
    },
    {
      when: 'of nothing in the log',
      lines: [inquires, correct('nothing')],
      order: ['e1'],
      voided: 0,
      notices: ['correction_without_target in row 1'],
    },
    {
      when: 'a correction cannot take back a later one, nor itself',
      lines: [inquires, { ...correct('e3'), at: 5 }, correct('e1'), correct('e4')],
      order: [],
      voided: 1,
      notices: ['correction_without_effect in row 3', 'correction_without_effect in row 1'],
    },
    {
      when: 'corrections and merges have no time that counts',
      lines: [inquires, merge('a', 'b'), correct('e2', 5), correct('e3', 5)],
      order: ['e1'],
      voided: 0,
      notices: ['correction_without_effect in row 3', 'correction_without_effect in row 2'],
    },
  ])('$when', ({ lines, order, voided, notices = [] }) => {
    const log = logOf(...lines);
    expect(ids(log)).toEqual(order);
    expect(log.counts.voided).toBe(voided);
    expect(codes(log)).toEqual(notices);
  });
});

test('an event known to the day, corrected to a moment, is known to the moment', () => {
  const log = logOf({ ...inquires, at: 0, precision: 'day', zone: 'UTC' }, correct('e1', 9999));
  expect(log.events).toEqual([{ id: 'e1', type: 'inquiry', at: 9999, knownAt: 0, by: marketing, leadId: 'a' }]);
});

describe('merges', () => {
  test.each<{ when: string; merges: readonly Line[]; homes: string; notices?: readonly string[] }>([
    { when: 'one lead into another', merges: [merge('a', 'b')], homes: 'bbcd' },
    { when: 'a chain', merges: [merge('a', 'b'), merge('b', 'c')], homes: 'cccd' },
    { when: 'a chain recorded backwards', merges: [merge('b', 'c'), merge('a', 'b')], homes: 'cccd' },
    { when: 'one lead into two: all three are one', merges: [merge('a', 'b'), merge('a', 'c')], homes: 'cccd' },
    { when: 'a circle: the merge that closes it is left out', merges: [merge('a', 'b'), merge('b', 'a')], homes: 'bbcd', notices: ['merge_cycle in row 5'] },
    { when: 'a long circle', merges: [merge('a', 'b'), merge('b', 'c'), merge('c', 'a')], homes: 'cccd', notices: ['merge_cycle in row 6'] },
    { when: 'a lead into itself', merges: [merge('a', 'a')], homes: 'abcd', notices: ['merge_cycle in row 4'] },
    { when: 'taken back by a correction', merges: [merge('a', 'b'), correct('e5')], homes: 'abcd' },
  ])('$when', ({ merges, homes, notices = [] }) => {
    const log = logOf(...['a', 'b', 'c', 'd'].map((leadId) => ({ ...inquires, leadId })), ...merges);
    expect(leads(log).join('')).toBe(homes);
    expect(codes(log)).toEqual(notices);
    expect(log.counts.directives).toBe(merges.length);
  });

  test('a chain of twenty thousand is walked once', () => {
    const length = 20_000;
    const lines = Array.from({ length }, (_, i) => merge(`l${String(i)}`, `l${String(i + 1)}`));
    expect(new Set(leads(logOf(...lines, ...lines.map((_, i) => ({ ...inquires, leadId: `l${String(i)}` })))))).toEqual(new Set([`l${String(length)}`]));
  });
});

describe('erasures', () => {
  test('the events still count, under a name that names nobody and without words', () => {
    const log = logOf(
      { ...inquires, source: 'fair', attributes: { mail: 'ann@example.org' } },
      { ...disqualifies, note: 'Ann left', specifics: { successor: 'Bob' } },
      { ...inquires, leadId: 'b' },
      { type: 'erasure', leadId: 'a' },
    );
    expect(leads(log)).toEqual(['erased:1', 'erased:1', 'b']);
    expect(JSON.stringify(log.events)).not.toMatch(/Ann|ann@|Bob/);
    expect(log.events[0]).toMatchObject({ type: 'inquiry', source: 'fair' });
    expect(log.events[1]).toMatchObject({ reason: 'no_budget', specifics: { successor: 'erased' } });
    expect(log.counts).toMatchObject({ read: 4, kept: 3, directives: 1 });
  });

  test('a merged lead is erased with the lead it belongs to; a real lead keeps its name', () => {
    const log = logOf(inquires, { ...inquires, leadId: 'b' }, { ...inquires, leadId: 'erased:1' }, merge('a', 'b'), { type: 'erasure', leadId: 'a' });
    expect(leads(log)).toEqual(['erased:2', 'erased:2', 'erased:1']);
  });

  test('what was written of a dispute about the lead is gone, of other disputes it stays', () => {
    const log = logOf(
      { type: 'dispute_raised', disputeId: 'd1', subject: 'Ann said no', leadId: 'a' },
      { type: 'dispute_settled', disputeId: 'd1', outcome: 'Ann was right', attributes: { who: 'Ann' } },
      { type: 'dispute_raised', disputeId: 'd2', subject: 'Routing', leadId: 'b' },
      { type: 'dispute_settled', disputeId: 'd2', outcome: 'Settled' },
      { type: 'erasure', leadId: 'a' },
    );
    expect(JSON.stringify(log.events)).not.toContain('Ann');
    expect(log.events.flatMap((event) => (event.type === 'dispute_settled' ? [event.outcome] : []))).toEqual(['erased', 'Settled']);
  });

  test('what was erased does not come back, whatever was known then, and no correction brings it back', () => {
    const lines = [inquires, { type: 'erasure', leadId: 'a' } as const, correct('e2')];
    expect(leads(resolve(story(...lines), { knownBy: 1500 }))).toEqual(['erased:1']);
    expect(codes(logOf(...lines))).toEqual(['correction_without_effect in row 2']);
  });
});

describe('horizons', () => {
  test.each<{ when: string; horizon: Horizon; order: readonly string[]; cut: number }>([
    { when: 'everything', horizon: {}, order: ['e1', 'e2', 'e3'], cut: 0 },
    { when: 'what happened before 2000, and not at it', horizon: { asOf: 2000 }, order: ['e1'], cut: 2 },
    { when: 'what was known before 2500: the second row was recorded late', horizon: { knownBy: 2500 }, order: ['e1'], cut: 2 },
    { when: 'what was known before 6000', horizon: { knownBy: 6000 }, order: ['e1', 'e2', 'e3'], cut: 0 },
    { when: 'both', horizon: { asOf: 3000, knownBy: 6000 }, order: ['e1', 'e2'], cut: 1 },
  ])('$when', ({ horizon, order, cut }) => {
    const log = resolve(story(inquires, { ...qualifies, knownAt: 5000 }, delivers), horizon);
    expect(ids(log)).toEqual(order);
    expect(log.counts.cut).toBe(cut);
  });

  test('a correction recorded after asOf still holds for what happened before it, unless it was not known by then', () => {
    const events = story(inquires, qualifies, { ...correct('e2'), at: 9000 });
    expect(ids(resolve(events, { asOf: 5000 }))).toEqual(['e1']);
    expect(ids(resolve(events, { asOf: 5000, knownBy: 5000 }))).toEqual(['e1', 'e2']);
  });

  test('asOf cuts by the corrected time', () => {
    expect(ids(resolve(story(inquires, qualifies, correct('e1', 9000)), { asOf: 5000 }))).toEqual(['e2']);
  });
});

describe('laws', () => {
  const horizon = fc.record({ asOf: fc.option(fc.integer({ min: 0, max: 120 }), { nil: Infinity }), knownBy: fc.option(fc.integer({ min: 0, max: 120 }), { nil: Infinity }) });
  const directives = fc.array(
    fc.oneof(
      fc.record({ target: fc.integer({ min: 0, max: 40 }), at: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }) }).map(({ target, at }) => correct(`e${String(target)}`, at ?? 'void')),
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')).map(([from, into]) => merge(from, into)),
      fc.constantFrom('a', 'b', 'c').map((leadId): Line => ({ type: 'erasure', leadId })),
    ),
    { maxLength: 6 },
  );
  const log = fc.tuple(anyLog(sirius2006, 40), directives).map(([events, more]) => [...events, ...story(...more).map((event, i) => ({ ...event, id: `d${String(i)}`, at: i * 20 })), ...events.slice(0, 3)]);

  test('every row is accounted for', () => {
    fc.assert(
      fc.property(log, horizon, (events, cuts) => {
        const { counts } = resolve(events, cuts);
        expect(counts.kept + counts.duplicates + counts.voided + counts.cut + counts.directives).toBe(counts.read);
        expect(counts.read).toBe(events.length);
      }),
    );
  });

  test('a log that has been resolved stays as it is', () => {
    fc.assert(
      fc.property(log, horizon, (events, cuts) => {
        const once = resolve(events, cuts);
        expect(resolve(once.events, cuts).events).toEqual(once.events);
      }),
    );
  });

  test('with a sequence on every event, the order of the rows does not matter', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), fc.array(fc.nat(), { minLength: 60 }), (events, dice) => {
        const numbered = events.map((event, seq) => ({ ...event, seq }));
        const shuffled = numbered.map((event, i) => ({ event, roll: dice[i] ?? 0 })).sort((a, b) => a.roll - b.roll).map(({ event }) => event);
        expect(resolve(shuffled).events).toEqual(resolve(numbered).events);
      }),
    );
  });
});
