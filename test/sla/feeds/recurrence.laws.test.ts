import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { calendarOf, event, read } from '../../support/icalendar.js';

/** The dates of a rule from its first day to the end of 2035, by another library. */
const byPeer = (first: string, rule: string): readonly string[] => {
  const found = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${first}T000000\nRRULE:${rule}` }).between(new Date('2000-01-01'), new Date('2035-12-31T12:00:00Z'), true);
  return found.map((at) => at.toString().slice(0, 10));
};

const ours = (first: string, rule: string, from = '2000-01-01'): readonly string[] => {
  const feed = read(calendarOf(...event(`DTSTART;VALUE=DATE:${first}`, `RRULE:${rule}`)), { from, to: '2035-12-31' });
  expect(feed.rejected).toEqual([]);
  return feed.holidays.map(({ date }) => date);
};

const some = <T>(all: readonly T[], most: number): fc.Arbitrary<readonly T[]> => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: most });
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>): fc.Arbitrary<string> =>
  fc.option(values, { nil: null }).map((list) => (list === null ? '' : `;${name}=${list.join(',')}`));

const months = part('BYMONTH', some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 4));
const monthDays = part('BYMONTHDAY', some([1, 2, 13, 15, 28, 29, 30, 31, -1, -2, -30], 4));
const weekdays = part('BYDAY', some(WEEKDAYS, 3));
// Numbered ones and others in one rule the other library gets wrong: it forgets the others.
const numbered = part('BYDAY', some(WEEKDAYS.flatMap((day) => ['1', '2', '4', '5', '-1', '-2'].map((nth) => nth + day)), 3));
const positions = part('BYSETPOS', some([1, 2, 3, -1, -2], 2));
const interval = fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=5');
const count = fc.constantFrom('', ';COUNT=1', ';COUNT=7', ';UNTIL=20240630');

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(''));
const rules = fc.oneof(
  joined(fc.constant('FREQ=YEARLY'), interval, months, fc.oneof(monthDays, weekdays, numbered)),
  joined(fc.constant('FREQ=YEARLY'), interval, months, monthDays, weekdays),
  joined(fc.constant('FREQ=YEARLY'), interval, part('BYYEARDAY', some([1, 60, 100, 365, 366, -1, -306], 3))),
  joined(fc.constant('FREQ=MONTHLY'), interval, months, fc.oneof(monthDays, weekdays, numbered)),
  joined(fc.constant('FREQ=MONTHLY'), interval, weekdays, positions).filter((rule) => rule.includes('BYDAY')),
  joined(fc.constant('FREQ=WEEKLY'), interval, fc.constantFrom('', ';WKST=SU', ';WKST=MO'), months, weekdays),
  joined(fc.constant('FREQ=DAILY'), interval, months, weekdays),
);
const firstDays = fc.integer({ min: 0, max: 3000 }).map((day) => new Date(Date.UTC(2015, 0, 1) + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''));

describe('against another library', () => {
  test('a rule names the same days', () => {
    fc.assert(
      fc.property(rules, firstDays, count, (rule, day, end) => {
        // Both must begin on a day of the rule: what a first day outside it means, RFC 5545 leaves open.
        const start = byPeer(day, rule)[0]?.replaceAll('-', '');
        fc.pre(start !== undefined);
        expect(ours(start, rule + end)).toEqual(byPeer(start, rule + end));
      }),
      { numRuns: 150 },
    );
  });
});

describe('laws', () => {
  test('a range that begins later holds the same days from there on', () => {
    fc.assert(
      fc.property(rules, firstDays, count, firstDays, (rule, day, end, from) => {
        const cut = `${from.slice(0, 4)}-${from.slice(4, 6)}-${from.slice(6)}`;
        expect(ours(day, rule + end, cut)).toEqual(ours(day, rule + end).filter((date) => date >= cut));
      }),
      { numRuns: 120 },
    );
  });

  test('the first day is always one, and counts', () => {
    expect(ours('20260102', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;COUNT=2')).toEqual(['2026-01-02', '2026-05-01']);
  });
});
