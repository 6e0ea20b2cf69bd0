import { describe, expect, test } from 'vitest';
import { EARLIEST, LATEST, offsetChanges, toIso } from 'revpact/kernel';

const HOUR = 3_600_000;
const SAMPLE = 26 * HOUR;

/** A zone's offset as `Intl` words it, `GMT-04:56:02`: read another way than the library does. */
const wordedOffset = (zone: string): ((at: number) => number) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(at)) ?? [];
    return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  };
};

describe('every change of a zone’s clocks from 1900 to 2200 is found, where it is', () => {
  test.each([
    { zone: 'Africa/Freetown', known: 'all but four days in September 1939, where the host keeps it apart from Abidjan' },
    { zone: 'America/Recife', known: 'summer time of a week in October 2000' },
    { zone: 'Asia/Gaza', known: 'summer time that Ramadan interrupts, for a week in 2040' },
    { zone: 'Africa/Tunis', known: 'three changes within 19 days of 1943' },
    { zone: 'Europe/Vienna', known: 'ten days in April 1945' },
    { zone: 'Africa/Casablanca', known: 'four changes a year' },
    { zone: 'Africa/Cairo', known: 'midnight that is skipped' },
    { zone: 'Australia/Lord_Howe', known: 'half an hour' },
    { zone: 'America/St_Johns', known: 'one minute past midnight, and seconds before 1935' },
    { zone: 'Asia/Kathmandu', known: 'a quarter of an hour' },
    { zone: 'Pacific/Apia', known: 'a date that is left out' },
    { zone: 'Africa/Monrovia', known: 'seconds until 1972' },
  ])('$zone: $known', ({ zone }) => {
    const offsetAt = wordedOffset(zone);
    const changes = offsetChanges(zone, EARLIEST, LATEST);
    const wrong: string[] = [];
    for (let at = EARLIEST, i = 0; at < LATEST; at += SAMPLE) {
      while ((changes[i + 1]?.at ?? LATEST) <= at) i += 1;
      if (offsetAt(at) !== changes[i]!.offset) wrong.push(toIso(at));
    }
    expect(wrong).toEqual([]);
    for (const [i, { at, offset }] of changes.entries()) {
      if (i === 0) continue;
      const before = changes[i - 1]!.offset;
      expect([toIso(at), offsetAt(at - 1), offsetAt(at)]).toEqual([toIso(at), before, offset]);
      expect(offset).not.toBe(before);
    }
  });

  test.each([
    { zone: 'America/Recife', from: '2000-10-01', to: '2000-10-20', changes: 2 },
    { zone: 'Etc/UTC', from: '1900-01-01', to: '2199-12-31', changes: 0 },
    { zone: 'Asia/Kathmandu', from: '1900-01-01', to: '2199-12-31', changes: 2 },
  ])('$zone has $changes changes from $from to $to, as the zone database says', ({ zone, from, to, changes }) => {
    expect(offsetChanges(zone, Date.parse(from), Date.parse(to))).toHaveLength(changes + 1);
  });

  test.each([0, 1, 999, 1000, HOUR - 1, HOUR])('what is found does not hang on where one begins: %i ms before Berlin’s change', (before) => {
    const change = Date.UTC(2026, 2, 29, 1);
    const found = offsetChanges('Europe/Berlin', change - before, change + 40 * 24 * HOUR);
    expect(found.map(({ at, offset }) => [at, offset / HOUR])).toEqual(before === 0 ? [[change, 2]] : [[change - before, 1], [change, 2]]);
  });

  test('the end is outside: a change on it is not told', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect(offsetChanges('Europe/Berlin', change - HOUR, change)).toHaveLength(1);
    expect(offsetChanges('Europe/Berlin', change - HOUR, change + 1)).toHaveLength(2);
  });
});
