import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve, type Horizon, type ResolvedLog } from 'revpact/lifecycle';
import { sirius2006, type Event } from 'revpact/vocabulary';
import { anyLog, anyRecordedLog, correction } from '../support/random-log.js';
import { attempts, delivers, disqualifies, inquires, logOf, marketing, merges as merge, qualifies, story, type Line } from '../support/lead-log.js';

const ids = ({ events }: ResolvedLog): readonly string[] => events.map(({ id }) => id);
const leads = ({ events }: ResolvedLog): readonly string[] => events.map((event) => ('leadId' in event ? (event.leadId ?? '') : ''));
const codes = ({ notices }: ResolvedLog): readonly string[] => notices.map(({ code, path }) => `${code.replace('lifecycle.', '')} in row ${path.join('.')}`);

const correct = (corrects: string, to: 'void' | number = 'void'): Line => correction(corrects, to === 'void' ? to : { at: to });

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

describe('a correction of the stage', () => {
  const stages = ({ events }: ResolvedLog): readonly (string | undefined)[] => events.map((event) => ('stage' in event ? event.stage : undefined));

  test.each<{ when: string; lines: readonly Line[]; enters: readonly (string | undefined)[]; notices?: readonly string[] }>([
    { when: 'replaces the stage that was recorded', lines: [{ ...inquires, stage: 'mql' }, correction('e1', { stage: 'inquiry' })], enters: ['inquiry'] },
    { when: 'gives one to an event that named none', lines: [inquires, correction('e1', { stage: 'mql' })], enters: ['mql'] },
    { when: 'the last one holds', lines: [inquires, correction('e1', { stage: 'mql' }), correction('e1', { stage: 'sql' })], enters: ['sql'] },
    { when: 'voided, the one before holds', lines: [inquires, correction('e1', { stage: 'mql' }), correction('e1', { stage: 'sql' }), correct('e3')], enters: ['mql'] },
    {
      when: 'of an event by which no lead enters a stage',
      lines: [inquires, { type: 'practice_held', practice: 'review', parties: ['sales'] }, correction('e2', { stage: 'mql' })],
      enters: [undefined, undefined],
      notices: ['correction_without_effect in row 2'],
    },
    {
      when: 'of a waiver, a merge, a correction',
      lines: [
        inquires,
        { type: 'waived', leadId: 'a', clause: 'speed', why: 'fair' },
        merge('a', 'b'),
        correct('e1', 5),
        ...['e2', 'e3', 'e4'].map((id) => correction(id, { stage: 'mql' })),
      ],
      enters: [undefined, undefined],
      notices: ['correction_without_effect in row 6', 'correction_without_effect in row 5', 'correction_without_effect in row 4'],
    },
  ])('$when', ({ lines, enters, notices = [] }) => {
    const log = logOf(...lines);
    expect(stages(log)).toEqual(enters);
    expect(codes(log)).toEqual(notices);
  });

  test('holds beside one of the moment: each has its own last word', () => {
    const log = logOf(inquires, qualifies, correct('e1', 9000), correction('e1', { stage: 'mql' }), correct('e1', 9500));
    expect(log.events.map((event) => [event.id, event.at, 'stage' in event ? event.stage : null])).toEqual([['e2', 2000, null], ['e1', 9500, 'mql']]);
  });

  test('says that the event was, and so takes back that it never was; a later void ends it all', () => {
    expect(logOf(inquires, correct('e1'), correction('e1', { stage: 'mql' })).counts).toMatchObject({ kept: 1, voided: 0 });
    const ended = logOf(inquires, correct('e1', 9000), correction('e1', { stage: 'mql' }), correct('e1'));
    expect(ended.counts).toMatchObject({ kept: 0, voided: 1 });
    expect(ended.report.corrections).toEqual({ count: 1, first: [{ correction: 'e4', corrects: 'e1', kind: 'void' }] });
  });

  test('leaves what was recorded readable: in the log, which stays as it is, and in the report', () => {
    const events = story({ ...inquires, stage: 'mql' }, qualifies, correction('e1', { stage: 'inquiry' }), correct('e1', 9000), correction('e2', { stage: 'mql' }), correct('e5'), correction('e2', { stage: 'sql' }));
    const before = JSON.stringify(events);
    expect(resolve(events).report.corrections).toEqual({
      count: 4,
      first: [
        { correction: 'e3', corrects: 'e1', kind: 'stage', was: 'mql', is: 'inquiry' },
        { correction: 'e4', corrects: 'e1', kind: 'at', was: 1000, is: 9000 },
        { correction: 'e6', corrects: 'e5', kind: 'void' },
        { correction: 'e7', corrects: 'e2', kind: 'stage', was: null, is: 'sql' },
      ],
    });
    expect(JSON.stringify(events)).toBe(before);
  });
});

describe('a mistake that was taken back is not brought back by the stage that the source says was left next', () => {
  const restaged = (corrects: string, stage: string): Line => correction(corrects, { stage });
  test.each<{ when: string; lines: readonly Line[]; left: readonly (string | undefined)[] }>([
    { when: 'entered another stage', lines: [{ ...qualifies, stage: 'sal' }, { type: 'expired', leftStage: 'sal' }, restaged('e1', 'mql')], left: [undefined, undefined] },
    { when: 'never was', lines: [inquires, { ...qualifies, stage: 'mql' }, { type: 'expired', leftStage: 'mql' }, correct('e2')], left: [undefined, undefined] },
    { when: 'never was, and did not say which stage it entered', lines: [inquires, qualifies, { type: 'expired', leftStage: 'mql' }, correct('e2')], left: [undefined, undefined] },
    { when: 'with work on the lead in between', lines: [{ ...qualifies, stage: 'sal' }, attempts, { type: 'expired', leftStage: 'sal' }, restaged('e1', 'mql')], left: [undefined, undefined, undefined] },
    { when: 'where the source names what is so, that stays', lines: [{ ...qualifies, stage: 'sal' }, { type: 'expired', leftStage: 'mql' }, restaged('e1', 'mql')], left: [undefined, 'mql'] },
    { when: 'what is said further on stays', lines: [{ ...qualifies, stage: 'sal' }, { ...qualifies, stage: 'mql' }, { type: 'expired', leftStage: 'sal' }, restaged('e1', 'inquiry')], left: [undefined, undefined, 'sal'] },
    { when: 'of another lead stays', lines: [{ ...qualifies, stage: 'sal' }, { type: 'expired', leftStage: 'sal', leadId: 'b' }, restaged('e1', 'mql')], left: [undefined, 'sal'] },
    { when: 'an attempt that never was takes nothing along', lines: [attempts, { type: 'expired', leftStage: 'mql' }, correct('e1')], left: ['mql'] },
  ])('$when', ({ lines, left }) => {
    expect(logOf(...lines).events.map((event) => ('leftStage' in event ? event.leftStage : undefined))).toEqual(left);
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

  test('are reported with the events that moved, and the lead that they are in the end', () => {
    const log = logOf(inquires, attempts, { ...inquires, leadId: 'b' }, { ...inquires, leadId: 'c' }, merge('a', 'b'), merge('b', 'c'), merge('a', 'c'), merge('z', 'c'));
    expect(log.report.merges).toEqual({
      count: 3,
      first: [
        { merge: 'e5', from: 'a', into: 'b', home: 'c', events: 2 },
        { merge: 'e6', from: 'b', into: 'c', home: 'c', events: 3 },
        { merge: 'e8', from: 'z', into: 'c', home: 'c', events: 0 },
      ],
    });
  });

  test('may make two events tie, which is reported then; the same doing recorded on both leads is two events', () => {
    const lines: Line[] = [{ ...inquires, at: 1 }, { ...inquires, at: 1, leadId: 'b' }];
    expect(logOf(...lines).ties).toEqual([]);
    const merged = logOf(...lines, merge('a', 'b'));
    expect(merged.ties).toEqual([0, 1]);
    expect(merged.counts).toMatchObject({ kept: 2, duplicates: 0 });
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
    expect(resolve(story(...lines), { knownBy: 1500 }).counts).toMatchObject({ kept: 1, cut: 1, directives: 1 });
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

describe('what is reported of the rows', () => {
  const DAY = 86_400_000;

  test('duplicates, each with the row that counts', () => {
    const log = logOf({ ...inquires, id: 'x', at: 1 }, { ...qualifies, id: 'x' }, { ...inquires, id: 'x', at: 1 });
    expect(log.report.duplicates).toEqual({ count: 2, first: [{ event: 'x', row: 1, firstRow: 0, same: false }, { event: 'x', row: 2, firstRow: 0, same: true }] });
  });

  test.each<{ when: string; lines: readonly Line[]; late: { count: number; longestMs: number } }>([
    { when: 'recorded as it happened', lines: [{ ...inquires, knownAt: 1000 }, qualifies], late: { count: 0, longestMs: 0 } },
    { when: 'recorded later', lines: [{ ...inquires, knownAt: 1001 }, { ...qualifies, knownAt: 9000 }], late: { count: 2, longestMs: 7000 } },
    { when: 'corrected later is not late', lines: [inquires, correct('e1', 500)], late: { count: 0, longestMs: 0 } },
    { when: 'taken back', lines: [{ ...inquires, knownAt: 9000 }, correct('e1')], late: { count: 0, longestMs: 0 } },
    { when: 'known to the day, recorded in its last hour', lines: [{ ...inquires, at: 0, precision: 'day', zone: 'UTC', knownAt: DAY - 1 }], late: { count: 0, longestMs: 0 } },
    { when: 'known to the day, recorded two days later', lines: [{ ...inquires, at: 0, precision: 'day', zone: 'UTC', knownAt: 2 * DAY }], late: { count: 1, longestMs: 2 * DAY } },
  ])('late rows: $when', ({ lines, late }) => {
    expect(logOf(...lines).report.late).toEqual(late);
  });

  test.each<{ when: string; lines: readonly Line[]; outOfOrder: number }>([
    { when: 'none in order', lines: [inquires, qualifies, { ...inquires, leadId: 'b', at: 1500 }], outOfOrder: 0 },
    { when: 'two that stood after a later one', lines: [{ ...inquires, at: 5 }, { ...attempts, at: 3 }, { ...attempts, at: 4 }, { ...attempts, at: 6 }], outOfOrder: 2 },
    { when: 'by the sequence of the source', lines: [{ ...inquires, at: 1, seq: 2 }, { ...attempts, at: 1, seq: 1 }], outOfOrder: 1 },
    { when: 'not between leads', lines: [{ ...inquires, at: 5 }, { ...inquires, at: 3, leadId: 'b' }], outOfOrder: 0 },
    { when: 'as it stood, whatever was corrected and merged', lines: [inquires, { ...qualifies, leadId: 'b' }, correct('e1', 9000), merge('b', 'a')], outOfOrder: 0 },
  ])('rows out of order: $when', ({ lines, outOfOrder }) => {
    expect(logOf(...lines).report.outOfOrder).toBe(outOfOrder);
  });

  test('an event known before it happened is a notice, and counts; a meeting planned ahead is none', () => {
    const log = logOf({ ...inquires, knownAt: 999 }, { type: 'meeting_booked', meetingId: 'm', startsAt: 9_999_999, knownAt: 2000 });
    expect(codes(log)).toEqual(['known_before_it_happened in row 0']);
    expect(log.notices[0]?.params).toEqual({ event: 'e1', at: '1970-01-01T00:00:01Z', knownAt: '1970-01-01T00:00:00.999Z' });
    expect(log.counts.kept).toBe(2);
  });

  test('ties', () => {
    expect(logOf({ ...inquires, at: 1 }, { ...attempts, at: 1 }, { ...attempts, at: 1 }, qualifies).report.ties).toBe(3);
  });
});

describe('leads that the host does not know', () => {
  const lines: Line[] = [{ ...inquires, leadId: 'lead-1' }, { ...inquires, leadId: 'laed-2' }, { ...attempts, leadId: 'laed-2' }, { ...inquires, leadId: 'old' }];

  test('are notices, once each with the number of events and the lead that may be meant, and their events count', () => {
    const log = resolve(story(...lines), { leads: new Set(['lead-1', 'lead-2']) });
    expect(log.notices.map(({ code, path, params }) => [code, path, params])).toEqual([
      ['lifecycle.unknown_lead', [1], { leadId: 'laed-2', events: 2, suggestion: 'lead-2' }],
      ['lifecycle.unknown_lead', [3], { leadId: 'old', events: 1, suggestion: null }],
    ]);
    expect(log.counts.kept).toBe(4);
  });

  test('are not those that were merged into one that it knows', () => {
    expect(resolve(story(...lines, merge('old', 'lead-1'), merge('laed-2', 'lead-1')), { leads: new Set(['lead-1']) }).notices).toEqual([]);
  });

  test('are not asked about where it says nothing', () => {
    expect(logOf(...lines).notices).toEqual([]);
  });
});

describe('logs that are long and wrong', () => {
  /** Seconds of processor time, and what came of it; quadratic work would take minutes. */
  const timed = <T>(work: () => T): { readonly seconds: number; readonly result: T } => {
    const before = process.cpuUsage().user;
    const result = work();
    return { seconds: (process.cpuUsage().user - before) / 1e6, result };
  };
  const many = (size: number, line: (i: number) => Line & { id?: string }): readonly Event[] => story(...Array.from({ length: size }, (_, i) => line(i)));

  test.each<{ what: string; events: () => readonly Event[]; leads?: () => ReadonlySet<string>; counts: object; notices: number; code?: string }>([
    {
      what: 'ten thousand events with one id',
      events: () => many(10_000, (i) => ({ ...inquires, id: 'x', leadId: `l${String(i)}` })),
      counts: { kept: 1, duplicates: 9999, conflicts: 9999 },
      notices: 9999,
      code: 'conflicting_duplicate',
    },
    { what: 'ten thousand rows of one lead, all at one moment', events: () => many(10_000, () => ({ ...inquires, at: 1 })), counts: { kept: 10_000 }, notices: 9999, code: 'tie' },
    {
      what: 'a chain of a hundred thousand merges, recorded from its end',
      events: () => many(100_000, (i) => merge(`l${String(100_000 - i)}`, `l${String(99_999 - i)}`)),
      counts: { directives: 100_000 },
      notices: 0,
    },
    {
      what: 'a hundred thousand merges that go round',
      events: () => many(100_000, (i) => merge(`l${String(i % 10)}`, `l${String((i + 1) % 10)}`)),
      counts: { directives: 100_000 },
      notices: 99_991,
      code: 'merge_cycle',
    },
    { what: 'a hundred thousand corrections, each of the one before', events: () => many(100_000, (i) => correct(`e${String(i)}`)), counts: { directives: 100_000 }, notices: 0 },
    {
      what: 'ten thousand erasures of the ends of a chain of merges',
      events: () => many(30_000, (i) => (i < 10_000 ? { ...inquires, leadId: `l${String(i)}` } : i < 20_000 ? merge(`l${String(i - 10_000)}`, `l${String(i - 9999)}`) : { type: 'erasure', leadId: `l${String(i - 20_000)}` })),
      counts: { kept: 10_000, directives: 20_000 },
      notices: 0,
    },
    {
      what: 'ten thousand unknown leads among a hundred thousand known ones',
      events: () => many(10_000, (i) => ({ ...inquires, leadId: `strange-${String(i)}` })),
      leads: () => new Set(Array.from({ length: 100_000 }, (_, i) => `lead-${String(i)}`)),
      counts: { kept: 10_000 },
      notices: 10_000,
      code: 'unknown_lead',
    },
    {
      what: 'ten thousand unknown leads and a few known ones',
      events: () => many(10_000, (i) => ({ ...inquires, leadId: `strange-${String(i)}` })),
      leads: () => new Set(['lead-1', 'lead-2', 'lead-3']),
      counts: { kept: 10_000 },
      notices: 10_000,
      code: 'unknown_lead',
    },
  ])('$what', ({ events, leads: known, counts, notices, code }) => {
    const log = events();
    const horizon = known === undefined ? {} : { leads: known() };
    const { seconds, result } = timed(() => resolve(log, horizon));
    expect(seconds).toBeLessThan(10);
    expect(result.counts).toMatchObject(counts);
    expect(result.noticeCount).toBe(notices);
    expect(result.notices.length).toBe(Math.min(1000, notices));
    expect(new Set(result.notices.map((one) => one.code))).toEqual(new Set(code === undefined ? [] : [`lifecycle.${code}`]));
  });

  test('a chain of merges as long as that has one home, and moves one event more with each', () => {
    const length = 20_000;
    const chain = Array.from({ length }, (_, i) => merge(`l${String(i)}`, `l${String(i + 1)}`));
    const log = logOf(...chain, ...chain.map((_, i) => ({ ...inquires, leadId: `l${String(i)}` })));
    expect(new Set(leads(log))).toEqual(new Set([`l${String(length)}`]));
    expect(log.report.merges.count).toBe(length);
    expect(log.report.merges.first.map(({ events }) => events)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  });
});

describe('laws', () => {
  const horizon = fc.record({ asOf: fc.option(fc.integer({ min: 0, max: 120 }), { nil: Infinity }), knownBy: fc.option(fc.integer({ min: 0, max: 120 }), { nil: Infinity }) });
  const log = anyRecordedLog(sirius2006);

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

  test('the report agrees with the counts, and lists each event at most once', () => {
    fc.assert(
      fc.property(log, horizon, (events, cuts) => {
        const { report, counts, ties, events: kept } = resolve(events, cuts);
        expect(report.duplicates.first.filter(({ same }) => !same)).toHaveLength(counts.conflicts);
        expect(report.duplicates.count).toBe(counts.duplicates);
        expect(report.ties).toBe(ties.length);
        expect(report.late.count + report.outOfOrder).toBeLessThanOrEqual(2 * kept.length);
        expect(report.corrections.first.filter(({ kind, corrects }) => kind === 'void' && corrects.startsWith('e'))).toHaveLength(counts.voided);
        const aspects = report.corrections.first.map(({ corrects, kind }) => `${corrects} ${kind}`);
        expect(new Set(aspects).size).toBe(aspects.length);
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
