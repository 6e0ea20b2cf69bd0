import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conformance, createLifecycle, encode, orderRows, replay, replayMany, resolve } from 'revpact/lifecycle';
import { salesforce, type Event } from 'revpact/vocabulary';
import { inquires, logOf, opens, qualifies, sales, story, type Line } from '../support/lead-log.js';

const moment = (text: string): number => Date.parse(text);
const day = (text: string, zone = 'UTC'): { readonly at: number; readonly precision: 'day'; readonly zone: string } => ({ at: moment(text), precision: 'day', zone });
const at = (text: string): { readonly at: number } => ({ at: moment(text) });

/** Ids of what is tied, by `resolve` and by bulk ordering, which must agree. */
const tiedIn = (events: readonly Event[]): readonly string[] => {
  const log = resolve(events);
  const encoded = encode(createLifecycle(salesforce), log);
  expect([...orderRows(encoded.columns).ties].map((row) => encoded.orders[row])).toEqual(log.ties);
  return log.ties.map((order) => log.events[order]?.id ?? '');
};

describe('an event known to the day only is tied with what lies on that day', () => {
  test.each<{ when: string; lines: readonly Line[]; ties: readonly string[] }>([
    { when: 'whatever the hour', lines: [{ ...inquires, ...at('2026-03-31T09:00Z') }, { ...qualifies, ...day('2026-03-31T00:00Z') }, { ...opens, ...at('2026-03-31T23:59:59.999Z') }], ties: ['e2', 'e1', 'e3'] },
    { when: 'the next day begins at its first moment', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z') }, { ...opens, ...at('2026-04-01T00:00Z') }], ties: [] },
    { when: 'the day before ends at its last', lines: [{ ...inquires, ...at('2026-03-30T23:59:59.999Z') }, { ...qualifies, ...day('2026-03-31T00:00Z') }], ties: [] },
    { when: 'its first moment belongs to it, before and after it in the rows', lines: [{ ...inquires, ...at('2026-03-31T00:00Z') }, { ...qualifies, ...day('2026-03-31T00:00Z') }], ties: ['e1', 'e2'] },
    { when: 'a `seq` beside an exact moment does not say where in the day it was', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z'), seq: 1 }, { ...opens, ...at('2026-03-31T00:00Z'), seq: 2 }], ties: ['e1', 'e2'] },
    { when: 'two of one day that the source put in order are in order', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z'), seq: 1 }, { ...opens, ...day('2026-03-31T00:00Z'), seq: 2 }], ties: [] },
    { when: 'and without it they are not', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z') }, { ...opens, ...day('2026-03-31T00:00Z') }], ties: ['e1', 'e2'] },
    { when: 'both in order, and a third event among them', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z'), seq: 1 }, { ...opens, ...day('2026-03-31T00:00Z'), seq: 2 }, { type: 'touch', ...at('2026-03-31T12:00Z') }], ties: ['e1', 'e2', 'e3'] },
    {
      when: 'a day of 23 hours ends when its clocks say so',
      lines: [{ ...qualifies, ...day('2026-03-28T23:00Z', 'Europe/Berlin') }, { ...opens, ...at('2026-03-29T22:00Z') }],
      ties: [],
    },
    {
      when: 'a day of 25 hours too',
      lines: [{ ...qualifies, ...day('2026-10-24T22:00Z', 'Europe/Berlin') }, { ...opens, ...at('2026-10-25T22:59Z') }],
      ties: ['e1', 'e2'],
    },
    {
      when: 'a day whose midnight the clocks skip begins an hour late, and the one before ends there',
      lines: [{ ...qualifies, ...day('2026-09-05T04:00Z', 'America/Santiago') }, { ...opens, ...at('2026-09-06T03:59Z') }, { type: 'touch', ...at('2026-09-06T04:00Z') }],
      ties: ['e1', 'e2'],
    },
    {
      when: 'days of two zones that overlap',
      lines: [{ ...qualifies, ...day('2026-03-30T16:00Z', 'Etc/GMT-8') }, { ...opens, ...day('2026-03-31T00:00Z') }, { type: 'touch', ...at('2026-03-31T20:00Z') }],
      ties: ['e1', 'e2', 'e3'],
    },
    { when: 'other leads have days of their own', lines: [{ ...qualifies, ...day('2026-03-31T00:00Z') }, { ...opens, ...at('2026-03-31T12:00Z'), leadId: 'b' }], ties: [] },
  ])('$when', ({ lines, ties }) => {
    expect(tiedIn(story(...lines))).toEqual(ties);
  });

  test('once for each day that something else lies in, with the row', () => {
    const log = logOf({ ...inquires, ...at('2026-03-31T09:00Z') }, { ...qualifies, ...day('2026-03-31T00:00Z') }, { type: 'touch', ...at('2026-03-31T10:00Z') });
    expect(log.notices.map(({ code, path, message }) => [code, path, message])).toEqual([
      ['lifecycle.tie_within_day', [1], 'event "e2" of lead "a" is known to the day only, and "e1" lies on that day: which of them came first is not known'],
    ]);
    expect(log.report.ties).toBe(3);
  });

  test('of a zone that this host does not know, a day may last 25 hours', () => {
    const lines = (hours: number): readonly Event[] => story({ ...qualifies, ...day('2026-03-31T00:00Z', 'Nowhere/Nothing') }, { ...opens, at: moment('2026-03-31T00:00Z') + hours * 3_600_000 });
    expect([tiedIn(lines(24)), tiedIn(lines(25))]).toEqual([['e1', 'e2'], []]);
  });

  test('a correction that says when makes it exact', () => {
    const lines: readonly Line[] = [
      { ...qualifies, ...day('2026-03-31T00:00Z') },
      { ...opens, ...at('2026-03-31T12:00Z') },
      { type: 'correction', corrects: 'e1', change: { kind: 'at', at: moment('2026-03-31T11:00Z') }, why: 'seen in the mail', at: moment('2026-04-01T11:00Z') },
    ];
    expect(tiedIn(story(...lines))).toEqual([]);
  });
});

test('a conversion known to its day puts no one against the agreed life', () => {
  const lifecycle = createLifecycle(salesforce);
  const log = logOf(
    { ...inquires, ...at('2026-03-31T09:00Z') },
    { ...qualifies, ...day('2026-03-31T00:00Z'), by: sales, stage: 'closed_converted' },
    { ...opens, ...at('2026-03-31T10:00Z') },
  );
  const replayed = replay(lifecycle, log);
  expect(replayed.violations.map(({ tied }) => tied)).toEqual(replayed.violations.map(() => true));
  expect(conformance(replayed)).toMatchObject({ deviations: [], byParty: [] });
});

test('ten thousand events on a day known only as such are looked at once each', () => {
  const many = (count: number): readonly Event[] => story(...Array.from({ length: count }, (_, i): Line => ({ type: 'touch', ...(i % 2 === 0 ? day('2026-03-31T00:00Z') : at(`2026-03-31T12:00:00.${String(i % 1000).padStart(3, '0')}Z`)) })));
  expect(tiedIn(many(10_000))).toHaveLength(10_000);
});

test('what is tied, said a second time by comparing each with each', () => {
  // Moments eight hours apart, of which every third is midnight in one of three zones without summer.
  const HOUR = 3_600_000;
  const zones = ['UTC', 'Etc/GMT+8', 'Etc/GMT-8'] as const;
  const row = fc.record({ step: fc.nat({ max: 9 }), off: fc.constantFrom(0, 0, 1), byDay: fc.boolean(), seq: fc.option(fc.nat({ max: 2 }), { nil: undefined }), leadId: fc.constantFrom('a', 'a', 'b') });
  const log = fc.array(row, { maxLength: 12, size: 'max' }).map((rows) =>
    rows.map(({ step, off, byDay, seq, leadId }, i): Event => {
      const when = step * 8 * HOUR;
      return {
        id: `e${String(i)}`,
        type: 'touch',
        by: { party: 'marketing', kind: 'human' },
        leadId,
        ...(seq === undefined ? {} : { seq }),
        ...(byDay ? { at: when, precision: 'day' as const, zone: zones[step % 3] ?? 'UTC' } : { at: when + off }),
      };
    }),
  );
  const isTie = (one: Event, other: Event): boolean => {
    if (one.at === other.at && one.precision === other.precision) return one.seq === other.seq;
    const holds = (known: Event, { at: when }: Event): boolean => known.precision === 'day' && when >= known.at && when < known.at + 24 * HOUR;
    return holds(one, other) || holds(other, one);
  };
  const leadOf = (event: Event): string => ('leadId' in event ? (event.leadId ?? '') : '');
  let found = 0;
  fc.assert(
    fc.property(log, (events) => {
      const tied = tiedIn(events);
      found += tied.length;
      const expected = events.filter((one) => events.some((other) => other !== one && leadOf(other) === leadOf(one) && isTie(one, other)));
      expect([...tied].sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(500);
});

describe('days as a column', () => {
  const lifecycle = createLifecycle(salesforce);
  const columns = (...lines: readonly Line[]) => encode(lifecycle, logOf(...lines)).columns;
  const known = columns({ ...qualifies, ...day('2026-03-31T00:00Z') }, { ...opens, ...at('2026-03-31T12:00Z') });

  test('the first moment after the day, and none where the moment is exact; without any such event, no column', () => {
    expect([...(known.dayEnd ?? [])]).toEqual([moment('2026-04-01T00:00Z'), NaN]);
    expect(columns(inquires).dayEnd).toBeUndefined();
  });

  test.each([
    { when: 'too short a column', dayEnd: Float64Array.of(NaN), says: ['lifecycle.column_length dayEnd'] },
    { when: 'a day that ends before its event', dayEnd: Float64Array.of(NaN, 5), says: ['lifecycle.column_code dayEnd 1'] },
    { when: 'a moment that is none', dayEnd: Float64Array.of(Infinity, NaN), says: ['lifecycle.column_code dayEnd 0'] },
  ])('$when is said', ({ dayEnd, says }) => {
    const replayed = replayMany(lifecycle, { ...known, dayEnd });
    expect(replayed.ok ? [] : replayed.issues.map(({ code, path }) => `${code} ${path.join(' ')}`)).toEqual(says);
  });
});
