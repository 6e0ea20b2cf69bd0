import { describe, expect, test } from 'vitest';
import { holidaysFromICalendar } from 'revpact/sla/icalendar';
import { calendarOf, choice, event, read } from '../../support/icalendar.js';

/** Milliseconds that reading a text takes, with the codes of what was rejected. */
const timed = (text: string, other: Partial<typeof choice> = {}): { readonly ms: number; readonly codes: readonly string[]; readonly holidays: number } => {
  const start = performance.now();
  const { rejected, holidays } = read(text, other);
  const ms = performance.now() - start;
  return { ms, codes: [...new Set(rejected.flatMap(({ issues }) => issues.map(({ code }) => code)))], holidays: holidays.length };
};

const CENTURIES = { from: '1900-01-01', to: '2199-12-31' };
/** Far more than any of them takes, and far less than a loop without end. */
const SECONDS = 30_000;

describe('rules that never meet a day, or too many, end soon', () => {
  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31',
    'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31',
    'FREQ=YEARLY;BYYEARDAY=367',
    'FREQ=DAILY;INTERVAL=7;BYDAY=WE',
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
    'FREQ=DAILY;INTERVAL=9007199254740991',
    'FREQ=YEARLY;INTERVAL=9007199254740991',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300',
    'FREQ=YEARLY;COUNT=9007199254740991;BYMONTH=2;BYMONTHDAY=30',
  ])('%s', (rule) => {
    const { ms, holidays } = timed(calendarOf(...event('DTSTART;VALUE=DATE:20260102', `RRULE:${rule}`)), CENTURIES);
    expect(ms).toBeLessThan(SECONDS);
    expect(holidays).toBeLessThanOrEqual(1);
  });

  test('every second for three hundred years is refused by its form', () => {
    expect(timed(calendarOf(...event('DTSTART:20260101T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=SECONDLY')), CENTURIES).codes).toEqual(['sla.holiday_rule']);
  });

  test('more holidays than a calendar holds are refused as a whole', () => {
    const text = calendarOf(...event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY'));
    expect(holidaysFromICalendar(text, { ...choice, ...CENTURIES })).toMatchObject({ ok: false, issues: [{ code: 'sla.feed_too_long' }] });
  });

  test('ten thousand events that each recur daily for centuries: the budget ends it, and says so', () => {
    const text = calendarOf(...Array.from({ length: 10_000 }, () => event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')).flat());
    const { ms, codes } = timed(text, CENTURIES);
    expect(codes).toEqual(['sla.holiday_too_often']);
    expect(ms).toBeLessThan(SECONDS);
  });

  test('the same with times in a zone', () => {
    const text = calendarOf(...Array.from({ length: 1000 }, () => event('DTSTART;TZID=America/St_Johns:19000101T100000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')).flat());
    const { ms, codes } = timed(text, { from: '2026-01-01', to: '2199-12-31' });
    expect(codes).toEqual(['sla.holiday_too_often']);
    expect(ms).toBeLessThan(SECONDS);
  });

  test('a thousand zones in a thousand years', () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe'];
    const days = Array.from({ length: 1200 }, (_, i) => event(`DTSTART;TZID=${zones[i % 4] ?? ''}:${String(1900 + (i >> 2))}0101T100000`, 'DURATION:PT1H'));
    const { ms } = timed(calendarOf(...days.flat()), CENTURIES);
    expect(ms).toBeLessThan(SECONDS);
  });

  test('dates listed by the hundred thousand, with as many exceptions', () => {
    const list = Array.from({ length: 5000 }, () => '20260101').join(',');
    const lists = Array.from({ length: 20 }, () => [`RDATE;VALUE=DATE:${list}`, `EXDATE;VALUE=DATE:${list}`]).flat();
    const { ms, codes } = timed(calendarOf(...event('DTSTART;VALUE=DATE:20260101', ...lists)));
    expect(codes).toEqual(['sla.holiday_too_often']);
    expect(ms).toBeLessThan(SECONDS);
  });

  test('a zone that changes its clocks without end', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:X', 'BEGIN:STANDARD', 'DTSTART:19000101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'RRULE:FREQ=SECONDLY', 'END:STANDARD', 'END:VTIMEZONE'];
    expect(timed(calendarOf(...zone, ...event('DTSTART;TZID=X:20260101T100000', 'DURATION:PT1H'))).codes).toEqual(['sla.holiday_zone']);
  });
});

describe('texts that are made to be slow', () => {
  test.each([
    { row: 'blocks inside blocks, a hundred thousand deep', text: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${'BEGIN:VALARM\r\n'.repeat(100_000)}` },
    { row: 'ends that match none of many blocks', text: `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\nBEGIN:A\r\n'.repeat(1000)}${'BEGIN:A\r\n'.repeat(400_000)}${'END:B\r\n'.repeat(500_000)}` },
    { row: 'a line folded a million times', text: calendarOf('BEGIN:VEVENT', `SUMMARY:${'\r\n x'.repeat(1_000_000)}`, 'DTSTART;VALUE=DATE:20260101', 'END:VEVENT') },
    { row: 'a line of quotes', text: calendarOf(...event(`SUMMARY;A="${'";B="'.repeat(200_000)}:1`, 'DTSTART;VALUE=DATE:20260101')) },
    { row: 'many lines of quotes', text: calendarOf(...Array.from({ length: 50 }, () => event(`SUMMARY;A="${'";B="'.repeat(9000)}:1`, 'DTSTART;VALUE=DATE:20260101')).flat()) },
    { row: 'a line of backslashes', text: calendarOf(...event(`SUMMARY:${'\\'.repeat(1_000_000)}`, 'DTSTART;VALUE=DATE:20260101')) },
    { row: 'ends without beginnings', text: calendarOf('END:VEVENT\r\n'.repeat(500_000)) },
    { row: 'names of the language’s own', text: calendarOf(...event('__proto__:1', 'CONSTRUCTOR;__PROTO__=1:2', 'DTSTART;TZID=__proto__:20260101T100000', 'DURATION:PT1H')) },
  ])('$row', ({ text }) => {
    const start = performance.now();
    const feed = holidaysFromICalendar(text, choice);
    expect(performance.now() - start).toBeLessThan(SECONDS);
    expect(feed.ok && feed.value.accepted + feed.value.ignored.length + feed.value.rejected.length === feed.value.read).toBe(true);
  });
});
