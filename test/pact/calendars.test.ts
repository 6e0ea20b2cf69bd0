import { describe, expect, test } from 'vitest';
import { formatPath } from 'revpact/kernel';
import { hoursOf, parsePact, safeParsePact } from 'revpact/pact';
import { elapsed } from 'revpact/sla';
import { acmeJson } from '../support/pact.js';

const nine = [{ from: '09:00', to: '17:00' }];
const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
const plain = (id: string, zone: string): Record<string, unknown> => ({ id, zone, week, holidays: [] });
const joint = (id: string, open: string, ...of: readonly string[]): Record<string, unknown> => ({ id, open, of });

/** The example with more calendars. */
const withCalendars = (...more: readonly unknown[]): Record<string, unknown> => {
  const pact = acmeJson();
  return { ...pact, calendars: [...(pact['calendars'] as readonly unknown[]), ...more] };
};
const first = (acmeJson()['calendars'] as readonly unknown[]).length;

/** Issues with their places, counted from the first calendar that was added. */
const said = (...more: readonly unknown[]): readonly string[] => {
  const result = safeParsePact(withCalendars(...more));
  if (result.ok) return [];
  return result.issues.map(({ code, path }) => `${code} at ${formatPath([Number(path[1]) - first, ...path.slice(2)]).replace(/^\[/, '[')}`);
};

describe('calendars made of others', () => {
  const [berlin, london, tokyo] = [plain('munich', 'Europe/Berlin'), plain('london', 'Europe/London'), plain('tokyo', 'Asia/Tokyo')];

  test.each<{ when: string; calendars: readonly unknown[]; says: readonly string[] }>([
    { when: 'two of them', calendars: [berlin, tokyo, joint('sun', 'any', 'munich', 'tokyo')], says: [] },
    { when: 'one made of a joint one, written before it', calendars: [joint('all', 'all', 'sun', 'munich'), joint('sun', 'any', 'munich', 'tokyo'), berlin, tokyo], says: [] },
    { when: 'of one that is not there', calendars: [berlin, joint('sun', 'any', 'munich', 'tokio')], says: ['pact.unknown_reference at [1].of[1]'] },
    { when: 'of one twice', calendars: [berlin, joint('sun', 'any', 'munich', 'munich')], says: ['pact.part_twice at [1].of[1]'] },
    { when: 'of itself', calendars: [berlin, joint('sun', 'any', 'munich', 'sun')], says: ['pact.calendar_cycle at [1].of'] },
    {
      when: 'of each other',
      calendars: [berlin, joint('one', 'any', 'munich', 'other'), joint('other', 'all', 'munich', 'one')],
      says: ['pact.calendar_cycle at [1].of', 'pact.calendar_cycle at [2].of'],
    },
    { when: 'of two that never meet', calendars: [london, tokyo, joint('both', 'all', 'london', 'tokyo')], says: ['sla.never_open_together at [2].of'] },
    { when: 'of one that never opens', calendars: [berlin, { ...tokyo, week: {} }, joint('both', 'any', 'munich', 'tokyo')], says: ['sla.never_opens at [1].week'] },
    { when: 'in a way that there is not', calendars: [berlin, tokyo, joint('both', 'some', 'munich', 'tokyo')], says: ['input.not_one_of at [2].open'] },
    {
      when: 'not at all, but with a word misspelt and dates that do not exist',
      calendars: [{ ...berlin, hollidays: [], holidays: ['2026-02-30', '2026-02-31', '2026-04-31', '2026-06-31'].map((date) => ({ date, name: 'x' })) }],
      says: [0, 1, 2, 3].map((i) => `input.invalid at [0].holidays[${String(i)}].date`).concat('input.unknown_key at [0].hollidays'),
    },
  ])('$when', ({ calendars, says }) => {
    expect(said(...calendars).toSorted()).toEqual(says.toSorted());
  });

  test('a key that is misspelt is recognised, though there are two kinds of calendar', () => {
    const result = safeParsePact(withCalendars({ ...berlin, seasonss: [] }));
    expect(result.ok ? [] : result.issues.map(({ params }) => params['suggestion'])).toEqual(['seasons']);
  });

  test('a clause may name one', () => {
    const pact = parsePact(withCalendars(berlin, tokyo, joint('sun', 'any', 'munich', 'tokyo')));
    const { id, open } = hoursOf(pact)('sales', null, 'sun');
    expect([id, open.id, open.calendars.map((calendar) => calendar.id)]).toEqual(['sun', 'sun', ['munich', 'tokyo']]);
    // In January Tokyo is open from 00:00 to 08:00 UTC and Berlin from 08:00 to 16:00.
    expect(elapsed(open, Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 6)) / 3_600_000).toBe(16);
  });

  test('nearly thirty calendars of thirty-one that never meet are refused in time', () => {
    const parts = Array.from({ length: 31 }, (_, i) => plain(`p${String(i)}`, i === 30 ? 'Asia/Tokyo' : 'Europe/London'));
    const joints = Array.from({ length: 28 }, (_, i) => joint(`j${String(i)}`, 'all', ...parts.map(({ id }) => String(id))));
    const start = performance.now();
    expect(said(...parts, ...joints)).toHaveLength(28);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
