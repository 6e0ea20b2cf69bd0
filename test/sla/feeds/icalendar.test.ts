import { describe, expect, test } from 'vitest';
import { holidaysFromICalendar, ICALENDAR_LIMIT } from 'revpact/sla/icalendar';
import { calendarOf, choice, event, lines, read } from '../../support/icalendar.js';

const one = (...said: readonly string[]): readonly string[] => lines(read(calendarOf(...event(...said))));

describe('what an event closes', () => {
  test.each<{ row: string; said: readonly string[]; closes: readonly string[] }>([
    { row: 'a date closes its day', said: ['DTSTART;VALUE=DATE:20261225'], closes: ['2026-12-25 Day'] },
    { row: 'eight digits are a date, also where the feed forgets to say so', said: ['DTSTART:20261225'], closes: ['2026-12-25 Day'] },
    { row: 'the end is not part of it', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'], closes: ['2026-12-25 Day', '2026-12-26 Day'] },
    { row: 'a day that ends on itself is one day', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'], closes: ['2026-12-25 Day'] },
    { row: 'a duration in days', said: ['DTSTART;VALUE=DATE:20261225', 'DURATION:P2D'], closes: ['2026-12-25 Day', '2026-12-26 Day'] },
    { row: 'a name with escapes', said: ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas\\, day one\\; off'], closes: ['2026-12-25 Christmas, day one; off'] },
    { row: 'a folded name', said: ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christ', ' mas'], closes: ['2026-12-25 Christmas'] },
    { row: 'an event without a name', said: ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:'], closes: ['2026-12-25 holiday'] },
    { row: 'a time without a zone is on the calendar’s wall clock', said: ['DTSTART:20261224T140000', 'DTEND:20261225T000000'], closes: ['2026-12-24 14:00–24:00 Day'] },
    { row: 'a time in UTC is read in the calendar’s zone', said: ['DTSTART:20261224T130000Z', 'DTEND:20261224T160000Z'], closes: ['2026-12-24 14:00–17:00 Day'] },
    { row: 'summer counts', said: ['DTSTART:20260624T130000Z', 'DTEND:20260624T160000Z'], closes: ['2026-06-24 15:00–18:00 Day'] },
    { row: 'a time in another zone', said: ['DTSTART;TZID=America/New_York:20261224T080000', 'DTEND;TZID=America/New_York:20261224T100000'], closes: ['2026-12-24 14:00–16:00 Day'] },
    { row: 'a zone behind a registry’s prefix', said: ['DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261224T080000', 'DURATION:PT2H'], closes: ['2026-12-24 14:00–16:00 Day'] },
    { row: 'a night that goes on past midnight', said: ['DTSTART:20261231T220000', 'DURATION:PT4H'], closes: ['2026-12-31 22:00–24:00 Day', '2027-01-01 00:00–02:00 Day'] },
    { row: 'from midnight to midnight is a whole day', said: ['DTSTART:20261224T000000', 'DTEND:20261225T000000'], closes: ['2026-12-24 Day'] },
    { row: 'a day of 23 hours from midnight is whole', said: ['DTSTART:20260329T000000', 'DTEND:20260330T000000'], closes: ['2026-03-29 Day'] },
  ])('$row', ({ said, closes }) => {
    expect(one(...said)).toEqual(closes);
  });

  test('only dates in the range are taken, the last one too', () => {
    const text = calendarOf(...event('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270103'));
    expect(lines(read(text, { from: '2026-12-31', to: '2027-01-01' }))).toEqual(['2026-12-31 Day', '2027-01-01 Day']);
  });
});

describe('recurrences', () => {
  test.each<{ row: string; said: readonly string[]; closes: readonly string[] }>([
    { row: 'every year', said: ['DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'], closes: ['2026-05-01 Day', '2027-05-01 Day'] },
    { row: 'the fourth Thursday of November: Thanksgiving of 2026 and 2027', said: ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'], closes: ['2026-11-26 Day', '2027-11-25 Day'] },
    { row: 'the last Monday of May: Memorial Day', said: ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'], closes: ['2026-05-25 Day', '2027-05-31 Day'] },
    { row: 'the Monday on or after 20 June', said: ['DTSTART;VALUE=DATE:20200622', 'RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20,21,22,23,24,25,26;BYDAY=MO'], closes: ['2026-06-22 Day', '2027-06-21 Day'] },
    { row: 'a count counts from the first', said: ['DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;COUNT=2'], closes: ['2026-05-01 Day'] },
    { row: 'up to a date, which belongs to it', said: ['DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;UNTIL=20260501'], closes: ['2026-05-01 Day'] },
    { row: 'up to a moment, which belongs to it', said: ['DTSTART;TZID=Europe/Berlin:20260501T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260502T100000Z'], closes: ['2026-05-01 12:00–13:00 Day', '2026-05-02 12:00–13:00 Day'] },
    { row: 'up to a moment right before it', said: ['DTSTART;TZID=Europe/Berlin:20260501T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260502T095959Z'], closes: ['2026-05-01 12:00–13:00 Day'] },
    { row: 'up to a time on the wall clock, which belongs to it', said: ['DTSTART:20260501T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260502T120000'], closes: ['2026-05-01 12:00–13:00 Day', '2026-05-02 12:00–13:00 Day'] },
    { row: 'up to a time on the wall clock right before it', said: ['DTSTART:20260501T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20260502T115959'], closes: ['2026-05-01 12:00–13:00 Day'] },
    { row: 'up to the end of all time, as some write it', said: ['DTSTART;VALUE=DATE:20250501', 'RRULE:FREQ=YEARLY;UNTIL=99991231'], closes: ['2026-05-01 Day', '2027-05-01 Day'] },
    { row: 'a leap day only where there is one', said: ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'], closes: [] },
    { row: 'the last working day of a quarter', said: ['DTSTART;VALUE=DATE:20260331', 'RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4'], closes: ['2026-03-31 Day', '2026-06-30 Day', '2026-09-30 Day', '2026-12-31 Day'] },
    { row: 'every Monday and the last Wednesday', said: ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=MONTHLY;BYDAY=MO,-1WE;COUNT=6'], closes: ['2026-01-05 Day', '2026-01-12 Day', '2026-01-19 Day', '2026-01-26 Day', '2026-01-28 Day', '2026-02-02 Day'] },
    { row: 'an afternoon every other Friday', said: ['DTSTART:20260703T140000', 'DTEND:20260703T180000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3'], closes: ['2026-07-03 14:00–18:00 Day', '2026-07-17 14:00–18:00 Day', '2026-07-31 14:00–18:00 Day'] },
    { row: 'a wall clock’s time stays when clocks change', said: ['DTSTART;TZID=Europe/Berlin:20261024T140000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'], closes: ['2026-10-24 14:00–15:00 Day', '2026-10-25 14:00–15:00 Day', '2026-10-26 14:00–15:00 Day'] },
    { row: 'more dates', said: ['DTSTART;VALUE=DATE:20260501', 'RDATE;VALUE=DATE:20260508,20260515'], closes: ['2026-05-01 Day', '2026-05-08 Day', '2026-05-15 Day'] },
    { row: 'without some', said: ['DTSTART;VALUE=DATE:20260501', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260502'], closes: ['2026-05-01 Day', '2026-05-03 Day'] },
    { row: 'without some, by their time', said: ['DTSTART:20260501T120000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20260501T100000Z'], closes: ['2026-05-02 12:00–13:00 Day'] },
    { row: 'a long one that began before the range reaches into it', said: ['DTSTART;VALUE=DATE:20251225', 'DTEND;VALUE=DATE:20260103'], closes: ['2026-01-01 Day', '2026-01-02 Day'] },
  ])('$row', ({ said, closes }) => {
    expect(one(...said)).toEqual(closes);
  });

  test('one occurrence moved, another cancelled, and the order in the text does not matter', () => {
    const blocks = [
      event('UID:series', 'DTSTART;VALUE=DATE:20260504', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Bridge'),
      event('UID:series', 'RECURRENCE-ID;VALUE=DATE:20260511', 'DTSTART;VALUE=DATE:20260512', 'SUMMARY:Bridge, a day later'),
      event('UID:series', 'RECURRENCE-ID;VALUE=DATE:20260518', 'DTSTART;VALUE=DATE:20260518', 'STATUS:CANCELLED', 'SUMMARY:Bridge'),
    ];
    const closes = ['2026-05-04 Bridge', '2026-05-12 Bridge, a day later'];
    const feed = read(calendarOf(...blocks.flat()));
    expect(lines(feed)).toEqual(closes);
    expect(feed.ignored).toEqual([{ at: 2, name: 'Bridge', because: 'cancelled' }]);
    expect(lines(read(calendarOf(...blocks.reverse().flat())))).toEqual(closes);
  });
});

describe('every event is accounted for', () => {
  test('accepted, ignored and rejected add up, and a bad one costs no other', () => {
    const feed = read(
      calendarOf(
        ...event('UID:1', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'),
        ...event('UID:2', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Noël'),
        ...event('UID:3', 'DTSTART;VALUE=DATE:20300101', 'SUMMARY:Far off'),
        ...event('UID:4', 'DTSTART;VALUE=DATE:20260501', 'SUMMARY:Called off', 'STATUS:CANCELLED'),
        ...event('UID:5', 'DTSTART:20260501T120000', 'SUMMARY:A moment'),
        ...event('UID:6', 'DTSTART;VALUE=DATE:20260329', 'SUMMARY:Clocks go forward'),
        ...event('UID:7', 'DTSTART;VALUE=DATE:20260230', 'SUMMARY:No such date'),
        ...event('UID:8', 'DTSTART;VALUE=DATE', 'a line that is none', 'SUMMARY:Broken'),
        ...event('UID:1', 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20261224', 'SUMMARY:Christmas, corrected'),
      ),
      { ignore: ['CLOCKS GO'] },
    );
    expect(lines(feed)).toEqual(['2026-12-24 Christmas, corrected', '2026-12-25 Noël']);
    expect(feed).toMatchObject({ read: 9, accepted: 2 });
    expect(feed.ignored).toEqual([
      { at: 0, name: 'Christmas', because: 'replaced' },
      { at: 2, name: 'Far off', because: 'outside' },
      { at: 3, name: 'Called off', because: 'cancelled' },
      { at: 4, name: 'A moment', because: 'no_time' },
      { at: 5, name: 'Clocks go forward', because: 'not_asked_for' },
    ]);
    expect(feed.rejected.map(({ at, name, issues }) => [at, name, issues.map(({ code }) => code)])).toEqual([
      [6, 'No such date', ['sla.holiday_date']],
      [7, 'Broken', ['sla.holiday_unreadable']],
    ]);
  });

  test('two events on one date are one holiday and a duplicate', () => {
    const feed = read(calendarOf(...event('UID:1', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas'), ...event('UID:2', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Noël')));
    expect(lines(feed)).toEqual(['2026-12-25 Christmas']);
    expect(feed.duplicates).toEqual([{ at: 1, name: 'Noël', date: '2026-12-25' }]);
  });

  test('the version with the highest SEQUENCE counts, wherever it stands', () => {
    const feed = read(calendarOf(...event('UID:1', 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20260504'), ...event('UID:1', 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20260505')));
    expect(lines(feed)).toEqual(['2026-05-04 Day']);
    expect(feed.ignored).toEqual([{ at: 1, name: 'Day', because: 'replaced' }]);
  });

  test.each<{ row: string; said: readonly string[]; code: string }>([
    { row: 'no date to begin on', said: ['DTEND;VALUE=DATE:20261225'], code: 'sla.holiday_no_date' },
    { row: 'an end before the start', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261224'], code: 'sla.holiday_backwards' },
    { row: 'a negative duration', said: ['DTSTART;VALUE=DATE:20261225', 'DURATION:-P1D'], code: 'sla.holiday_backwards' },
    { row: 'a date with the end of a time', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND:20261226T120000'], code: 'sla.holiday_mixed' },
    { row: 'an end and a duration', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226', 'DURATION:P1D'], code: 'sla.holiday_twice_said' },
    { row: 'two starts', said: ['DTSTART;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20261226'], code: 'sla.holiday_twice_said' },
    { row: 'a zone nobody knows', said: ['DTSTART;TZID=Middle-earth/Shire:20261225T120000', 'DURATION:PT1H'], code: 'sla.holiday_zone' },
    { row: 'seconds', said: ['DTSTART:20261225T120030', 'DURATION:PT1H'], code: 'sla.holiday_off_minute' },
    { row: 'a time that does not exist', said: ['DTSTART:20261225T256100', 'DURATION:PT1H'], code: 'sla.holiday_date' },
    { row: 'a year before 1900', said: ['DTSTART;VALUE=DATE:18000101'], code: 'sla.holiday_date' },
    { row: 'a rule by hours', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=HOURLY'], code: 'sla.holiday_rule' },
    { row: 'a day nought of the month', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=0'], code: 'sla.holiday_rule' },
    { row: 'a day nought of the year', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;BYYEARDAY=0'], code: 'sla.holiday_rule' },
    { row: 'the day at position nought', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=0'], code: 'sla.holiday_rule' },
    { row: 'a rule by weeks of the year', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;BYWEEKNO=20'], code: 'sla.holiday_rule' },
    { row: 'a rule that is none', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=SOMETIMES'], code: 'sla.holiday_unreadable' },
    { row: 'a rule up to a date that does not exist', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;UNTIL=20301331'], code: 'sla.holiday_rule' },
    { row: 'a rule up to a time that does not exist', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;UNTIL=20301231T256100Z'], code: 'sla.holiday_rule' },
    { row: 'a rule with a count and an end', said: ['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20301231'], code: 'sla.holiday_rule' },
    { row: 'a change of this occurrence and all that follow', said: ['DTSTART;VALUE=DATE:20261225', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261225'], code: 'sla.holiday_rule' },
    { row: 'a name of a novel’s length', said: ['DTSTART;VALUE=DATE:20261225', `SUMMARY:${'x'.repeat(4001)}`], code: 'sla.holiday_name' },
    { row: 'a holiday of two years', said: ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20281225'], code: 'sla.holiday_too_often' },
  ])('rejected: $row', ({ said, code }) => {
    const feed = read(calendarOf(...event(...said), ...event('DTSTART;VALUE=DATE:20260501')));
    expect(feed).toMatchObject({ read: 2, accepted: 1, rejected: [{ at: 0, issues: [{ code, path: [0] }] }] });
  });

  test('an event that never ends is rejected, and the next one read', () => {
    const feed = read(calendarOf('BEGIN:VEVENT', 'SUMMARY:Open', 'DTSTART;VALUE=DATE:20260501', ...event('DTSTART;VALUE=DATE:20260502')));
    expect(lines(feed)).toEqual(['2026-05-02 Day']);
    expect(feed.rejected).toMatchObject([{ at: 0, name: 'Open', issues: [{ code: 'sla.holiday_unfinished' }] }]);
  });
});

describe('zones that the feed describes', () => {
  // As Outlook writes Berlin, under a name that no zone database has.
  const zone = (changes: readonly string[]): readonly string[] => ['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', ...changes, 'END:VTIMEZONE'];
  const outlook = zone([
    ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT'],
  ]);
  const at = (time: string): readonly string[] => event(`DTSTART;TZID=W. Europe Standard Time:${time}`, 'DURATION:PT1H');

  test.each([
    { time: '20260115T120000', utc: '2026-01-15 11:00–12:00' },
    { time: '20260715T120000', utc: '2026-07-15 10:00–11:00' },
    { time: '20260329T013000', utc: '2026-03-29 00:30–01:30' },
    { time: '20260329T033000', utc: '2026-03-29 01:30–02:30' },
    // Skipped: read with the offset before the change. Repeated: the first.
    { time: '20260329T023000', utc: '2026-03-29 01:30–02:30' },
    { time: '20261025T023000', utc: '2026-10-25 00:30–01:30' },
    { time: '20261025T033000', utc: '2026-10-25 02:30–03:30' },
  ])('$time in Outlook’s Berlin is $utc in UTC', ({ time, utc }) => {
    expect(lines(read(calendarOf(...outlook, ...at(time)), { zone: 'Etc/UTC' }))).toEqual([`${utc} Day`]);
    // And so it is in the host's own Berlin.
    expect(lines(read(calendarOf(...event(`DTSTART;TZID=Europe/Berlin:${time}`, 'DURATION:PT1H')), { zone: 'Etc/UTC' }))).toEqual([`${utc} Day`]);
  });

  test('one that is described by half is not known', () => {
    const half = zone(['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'END:STANDARD']);
    expect(read(calendarOf(...half, ...at('20260115T120000'))).rejected).toMatchObject([{ issues: [{ code: 'sla.holiday_zone' }] }]);
  });
});

test('a mark of the byte order before the first line is no part of it', () => {
  expect(lines(read(`\uFEFF${calendarOf(...event('DTSTART;VALUE=DATE:20261225'))}`))).toEqual(['2026-12-25 Day']);
});

describe('what is refused as a whole', () => {
  test.each([
    { row: 'no text', text: JSON.parse('7') as string, other: {}, code: 'sla.feed_not_text' },
    { row: 'a web page instead of a feed', text: '<!doctype html><title>Sign in</title>', other: {}, code: 'sla.feed_no_calendar' },
    { row: 'text of eleven megabytes', text: 'x'.repeat(ICALENDAR_LIMIT + 1), other: {}, code: 'sla.feed_too_long' },
    { row: 'ten thousand and one events', text: calendarOf(...Array.from({ length: 10_001 }, () => event()).flat()), other: {}, code: 'sla.feed_too_long' },
    { row: 'a zone nobody knows', text: calendarOf(), other: { zone: 'Middle-earth/Shire' }, code: 'sla.feed_zone' },
    { row: 'a range that runs backwards', text: calendarOf(), other: { from: '2027-01-01', to: '2026-01-01' }, code: 'sla.feed_range' },
    { row: 'a range without an end', text: calendarOf(), other: { to: '9999-12-31' }, code: 'sla.feed_range' },
  ])('$row', ({ text, other, code }) => {
    expect(holidaysFromICalendar(text, { ...choice, ...other })).toMatchObject({ ok: false, issues: [{ code }] });
  });

  test('an empty calendar has no holidays, and nothing is wrong with it', () => {
    expect(read(calendarOf())).toEqual({ holidays: [], read: 0, accepted: 0, ignored: [], rejected: [], duplicates: [] });
  });
});
