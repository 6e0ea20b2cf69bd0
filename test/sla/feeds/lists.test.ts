import DateHolidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addHolidays, elapsed, HOLIDAY_LIMIT, holidaysFromDateHolidays, holidaysFromList, openHours, type HolidayFeed } from 'revpact/sla';
import { unwrap, type Result } from 'revpact/kernel';
import type { Calendar } from 'revpact/vocabulary';

const closes = (feed: Result<HolidayFeed>): readonly string[] =>
  unwrap(feed).holidays.map(({ date, observed, name, off }) => `${date}${observed === undefined ? '' : ` → ${observed}`}${off === undefined ? '' : ` ${off.from}–${off.to}`} ${name}`);

describe('a plain list', () => {
  test.each<{ row: string; rows: readonly unknown[]; holidays: readonly string[] }>([
    { row: 'a date alone is a holiday without a name', rows: ['2026-12-25'], holidays: ['2026-12-25 holiday'] },
    { row: 'words behind a date are its name', rows: ['2026-12-25 Christmas Day'], holidays: ['2026-12-25 Christmas Day'] },
    { row: 'a comma, a semicolon or a tab may stand between', rows: ['2026-12-25,Christmas', '2026-12-26; Boxing Day', '2027-01-01\tNew Year'], holidays: ['2026-12-25 Christmas', '2026-12-26 Boxing Day', '2027-01-01 New Year'] },
    { row: 'rows come in any order, holidays by date', rows: ['2027-01-01', '2026-12-25'], holidays: ['2026-12-25 holiday', '2027-01-01 holiday'] },
    { row: 'a holiday as a calendar has it', rows: [{ date: '2026-12-24', name: 'Eve', off: { from: '14:00', to: '24:00' } }], holidays: ['2026-12-24 14:00–24:00 Eve'] },
    { row: 'a moved one keeps both dates', rows: [{ date: '2026-12-26', name: 'Boxing Day', observed: '2026-12-28' }], holidays: ['2026-12-26 → 2026-12-28 Boxing Day'] },
    { row: 'two parts of a day stay two', rows: [{ date: '2026-12-24', name: 'A', off: { from: '08:00', to: '09:00' } }, { date: '2026-12-24', name: 'B', off: { from: '14:00', to: '15:00' } }], holidays: ['2026-12-24 08:00–09:00 A', '2026-12-24 14:00–15:00 B'] },
    { row: 'parts that overlap are one', rows: [{ date: '2026-12-24', name: 'A', off: { from: '08:00', to: '12:00' } }, { date: '2026-12-24', name: 'B', off: { from: '11:00', to: '15:00' } }], holidays: ['2026-12-24 08:00–15:00 A, B'] },
    { row: 'a part that goes on past midnight falls on two dates', rows: [{ date: '2026-12-31', name: 'Night', off: { from: '22:00', to: '02:00' } }], holidays: ['2026-12-31 22:00–24:00 Night', '2027-01-01 00:00–02:00 Night'] },
  ])('$row', ({ rows, holidays }) => {
    expect(closes(holidaysFromList(rows))).toEqual(holidays);
  });

  test('every row is accounted for', () => {
    const feed = unwrap(holidaysFromList(['2026-12-25 Christmas', '2026-13-01', 7, null, '2026-12-25 Weihnachten', { date: '2026-12-26', nmae: 'Boxing Day' }]));
    expect(feed).toMatchObject({ read: 6, accepted: 1 });
    expect(feed.ignored).toEqual([{ at: 4, name: 'Weihnachten', because: 'duplicate' }]);
    expect(feed.duplicates).toEqual([{ at: 4, name: 'Weihnachten', date: '2026-12-25' }]);
    expect(feed.rejected.map(({ at, issues }) => [at, issues.map(({ code, path }) => `${code} ${path.join('.')}`)])).toEqual([
      [1, ['input.invalid 1.date']],
      [2, ['input.wrong_type 2']],
      [3, ['input.wrong_type 3']],
      [5, ['input.missing 5.name', 'input.unknown_key 5.nmae']],
    ]);
  });

  test('what is no list, or too long a one, is refused at once', () => {
    expect(holidaysFromList(JSON.parse('{}') as readonly unknown[])).toMatchObject({ ok: false, issues: [{ code: 'sla.feed_not_list' }] });
    expect(holidaysFromList(Array.from({ length: HOLIDAY_LIMIT + 1 }, () => '2026-12-25'))).toMatchObject({ ok: false, issues: [{ code: 'sla.feed_too_long' }] });
  });
});

describe('the package date-holidays', () => {
  // Bavaria's public holidays of 2026, as its law on holidays (BayFTG, article 1) and the date of Easter, 5 April, have them.
  const BAVARIA = ['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04', '2026-10-03', '2026-11-01', '2026-12-25', '2026-12-26'];
  const bavaria = new DateHolidays('DE', 'by').getHolidays(2026);

  test('its public holidays of Bavaria are those of the law', () => {
    // Easter and Whit Sunday are Sundays, which the package counts as public.
    const dates = unwrap(holidaysFromDateHolidays(bavaria, { types: ['public'] })).holidays.map(({ date }) => date);
    expect(dates.filter((date) => !['2026-04-05', '2026-05-24'].includes(date))).toEqual(BAVARIA);
  });

  test('so are they after a round trip through JSON', () => {
    const again = JSON.parse(JSON.stringify(bavaria)) as readonly unknown[];
    expect(holidaysFromDateHolidays(again, { types: ['public'] })).toEqual(holidaysFromDateHolidays(bavaria, { types: ['public'] }));
  });

  test('afternoons off are parts of days, and what was not asked for is said', () => {
    const feed = unwrap(holidaysFromDateHolidays(bavaria, { types: ['bank'] }));
    expect(closes({ ok: true, value: feed })).toEqual(['2026-12-24 14:00–24:00 Heiliger Abend', '2026-12-31 14:00–24:00 Silvester']);
    expect(feed.accepted + feed.ignored.length).toBe(feed.read);
    expect(feed.ignored).toContainEqual(expect.objectContaining({ name: 'Neujahr', because: 'not_asked_for' }));
  });

  test('a substitute day is a holiday of its own: Independence Day on a Saturday is taken on the Friday before', () => {
    const feed = holidaysFromDateHolidays(new DateHolidays('US').getHolidays(2026), { types: ['public'] });
    expect(closes(feed)).toContain('2026-07-03 Independence Day (substitute day)');
  });

  test('a feast that begins at sunset closes its civil dates: four days from 19 March 2026 in Saudi Arabia', () => {
    const eid = unwrap(holidaysFromDateHolidays(new DateHolidays('SA').getHolidays(2026), { types: ['public'] })).holidays.filter(({ name }) => name === 'عيد الفطر');
    expect(eid.map(({ date, off }) => [date, off])).toEqual(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'].map((date) => [date, undefined]));
  });

  test.each(['US', 'GB', 'FR', 'JP', 'IL', 'EG', 'BR', 'AU', 'IR', 'CL'])('every row of ten years of %s is read, and opens as a calendar', (country) => {
    const days = new DateHolidays(country);
    const rows = Array.from({ length: 10 }, (_, i) => days.getHolidays(2020 + i)).flat();
    const feed = unwrap(holidaysFromDateHolidays(rows, { types: ['public', 'bank', 'school', 'optional', 'observance'] }));
    expect(feed.rejected).toEqual([]);
    const nine = [{ from: '09:00', to: '17:00' }];
    expect(() => openHours({ id: 'office', zone: 'Etc/UTC', week: { mon: nine, tue: nine }, holidays: feed.holidays })).not.toThrow();
  });

  test.each([
    { row: 'a date that is none', change: { date: '2026-02-30 00:00:00' }, code: 'sla.holiday_date' },
    { row: 'an end before the start', change: { end: '2025-12-31T23:00:00Z' }, code: 'sla.holiday_backwards' },
    { row: 'a length that is on no minute', change: { end: '2026-01-01T23:00:00.001Z', date: '2026-01-01 09:00:00' }, code: 'sla.holiday_off_minute' },
    { row: 'a length beyond a year', change: { end: '2036-01-01T23:00:00Z' }, code: 'sla.holiday_too_often' },
    { row: 'a kind that the package does not know', change: { type: 'bridge' }, code: 'input.not_one_of' },
  ])('$row is rejected alone', ({ change, code }) => {
    const good = { date: '2026-01-01 00:00:00', start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z', name: 'New Year', type: 'public' };
    const feed = unwrap(holidaysFromDateHolidays([{ ...good, ...change }, good], { types: ['public'] }));
    expect(feed).toMatchObject({ read: 2, accepted: 1, rejected: [{ at: 0, issues: [{ code }] }] });
  });
});

describe('added to a calendar', () => {
  const nine = [{ from: '09:00', to: '17:00' }];
  const office: Calendar = {
    id: 'office',
    zone: 'Europe/Berlin',
    week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine },
    holidays: [{ date: '2026-12-25', name: 'Weihnachten' }],
  };

  test('they close it: a week with two of them has three days', () => {
    const { holidays } = unwrap(holidaysFromList(['2026-12-21', '2026-12-25']));
    const open = openHours(addHolidays(office, holidays));
    expect(elapsed(open, Date.parse('2026-12-21T00:00:00+01:00'), Date.parse('2026-12-26T00:00:00+01:00'))).toBe(3 * 8 * 3_600_000);
  });

  test('what it has already is not there twice, and nothing is lost', () => {
    const more = [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-25', name: 'Morning', off: { from: '08:00', to: '10:00' } }];
    const once = addHolidays(office, more);
    expect(once.holidays).toEqual([{ date: '2026-12-25', name: 'Weihnachten' }, more[1]]);
    expect(addHolidays(once, more)).toEqual(once);
  });
});
