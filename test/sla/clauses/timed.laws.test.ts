import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause, ResponseTime } from 'revpact/sla';
import { attempts, robot, sdr, type Line } from '../../support/lead-log.js';
import { clocksIn, delivered, moment } from '../../support/timed.js';

const owed = { by: 'sales_development', to: 'marketing', share: '1', within: { minutes: 60 } } as const;
const clauseOf = (answer: 'next' | 'periodic'): ResponseTime => ({ ...owed, id: 'r', kind: 'response_time', title: 'Answers', from: 'delivered', answer });

type What = 'ask' | 'call' | 'sequence' | 'hand_on';
interface Happening {
  readonly at: number;
  readonly what: What;
}

/** What happens after a delivery on Monday at nine: now and then at one moment, and once at most handed on, at a moment of its own. */
const lives = fc
  .record({
    first: fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.constantFrom<What>('ask', 'call', 'sequence')), { maxLength: 25 }),
    leaves: fc.boolean(),
    then: fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom<What>('ask', 'call', 'sequence')), { maxLength: 5 }),
  })
  .map(({ first, leaves, then }): readonly Happening[] => {
    let at = moment('06 09:00');
    const steps: readonly (readonly [number, What])[] = [...first, ...(leaves ? [[1, 'hand_on'] as const] : []), ...then];
    return steps.map(([gap, what]) => ({ at: (at += gap * 60_000), what }));
  });

const lineOf = ({ at, what }: Happening): Line => {
  switch (what) {
    case 'ask':
      return { type: 'inquiry', at };
    case 'call':
      return { ...attempts, at };
    case 'sequence':
      return { ...attempts, by: robot, at };
    case 'hand_on':
      return { type: 'handed_off', to: 'sales', by: sdr, at };
  }
};

/** When a promise began, and when it was fulfilled or let go. */
type Row = readonly [start: number, stop: number | null, end: number | null];
const rowsOf = (clause: Clause, life: readonly Happening[]): readonly Row[] =>
  clocksIn(clause, [...delivered, ...life.map(lineOf)]).map(({ startedAt, stoppedAt, endedAt }) => [startedAt, stoppedAt, endedAt]);

/** The same, one event after the other. */
const told = (life: readonly Happening[], begin: (since: number | null, one: Happening) => number | null, start: number | null): readonly Row[] => {
  const rows: Row[] = [];
  let since = start;
  for (const one of life) {
    if (one.what === 'hand_on') return since === null ? rows : [...rows, [since, null, one.at]];
    const next = begin(since, one);
    if (since !== null && next !== since) rows.push([since, one.at, null]);
    since = next;
  }
  return since === null ? rows : [...rows, [since, null, null]];
};

describe('a series of promises is what one hears when the story is told event by event', () => {
  test('next: an ask begins one where none is owed, an answer settles it', () => {
    const begin = (since: number | null, { at, what }: Happening): number | null => (what === 'ask' ? (since ?? at) : what === 'call' ? null : since);
    fc.assert(fc.property(lives, (life) => {
      expect(rowsOf(clauseOf('next'), life)).toEqual(told(life, begin, null));
    }));
  });

  test('periodic: each answer ends one and begins another, and two at one moment are one', () => {
    fc.assert(fc.property(lives, (life) => {
      const start = moment('06 09:00');
      const apart = life.filter(({ at, what }, i) => what !== 'call' || !life.slice(0, i).some((one) => one.what === 'call' && one.at === at));
      const atOnce = apart.some(({ at, what }) => what === 'call' && at === start) ? 1 : 0;
      const rows = told(apart.filter(({ at, what }) => what !== 'call' || at > start), (since, { at, what }) => (what === 'call' ? at : since), start);
      expect(rowsOf(clauseOf('periodic'), life)).toEqual(atOnce === 1 ? [[start, start, null], ...rows] : rows);
    }));
  });

  test('a longer log leaves what was settled as it was', () => {
    fc.assert(fc.property(lives, fc.nat({ max: 30 }), (life, cut) => {
      const until = life[cut]?.at ?? Infinity;
      const before = life.filter(({ at }) => at < until);
      for (const clause of [clauseOf('next'), clauseOf('periodic')]) {
        const settled = rowsOf(clause, before).filter(([, stop, end]) => stop !== null || end !== null);
        expect(rowsOf(clause, life).slice(0, settled.length)).toEqual(settled);
      }
    }));
  });
});
