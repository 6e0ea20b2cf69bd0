import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { EARLIEST, LATEST, toInstant, toIso } from 'revpact/kernel';

describe('a moment comes in four forms', () => {
  const noon = Date.UTC(2026, 2, 31, 12);
  test.each([
    { form: 'epoch milliseconds', input: noon },
    { form: 'a Date', input: new Date(noon) },
    { form: 'ISO text in UTC', input: '2026-03-31T12:00:00Z' },
    { form: 'ISO text with an offset', input: '2026-03-31T14:00:00+02:00' },
    { form: 'ISO text without seconds', input: '2026-03-31T17:30+05:30' },
    { form: 'ISO text west of Greenwich', input: '2026-03-31T08:30:00.000-03:30' },
    { form: 'anything with epochMilliseconds', input: { epochMilliseconds: noon } },
  ])('$form', ({ input }) => {
    expect(toInstant(input)).toBe(noon);
  });
});

test.each([
  { why: 'no offset: whose nine o’clock?', input: '2026-03-31T09:00:00', reason: /offset/ },
  { why: 'a date alone', input: '2026-03-31', reason: /precision "day"/ },
  { why: 'a day that does not exist', input: '2026-02-30T09:00:00Z', reason: /no such date/ },
  { why: 'an hour that does not exist', input: '2026-02-28T25:00:00Z', reason: /no such date/ },
  { why: 'half a millisecond', input: 0.5, reason: /whole number/ },
  { why: 'not a number', input: Number.NaN, reason: /whole number/ },
  { why: 'an invalid Date', input: new Date(Number.NaN), reason: /whole number/ },
  { why: 'the year 1899', input: EARLIEST - 1, reason: /1900 to 2200/ },
  { why: 'the year 2200', input: LATEST, reason: /1900 to 2200/ },
])('refused: $why', ({ input, reason }) => {
  expect(toInstant(input)).toMatchObject({ reason: expect.stringMatching(reason) as string });
});

test('reading what was printed gives the moment back', () => {
  fc.assert(
    fc.property(fc.integer({ min: EARLIEST, max: LATEST - 1 }), (at) => {
      expect(toInstant(toIso(at))).toBe(at);
    }),
  );
});
