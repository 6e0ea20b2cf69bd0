import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { calendarText, dueCalendar, holidaysFromICalendar, type CalendarEntry } from 'revpact/sla/icalendar';
import type { Commitment, DueItem, Escalation } from 'revpact/sla';

const at = (text: string): number => Date.parse(text);
const stamp = at('2026-03-31T08:00:00Z');

const item: DueItem = {
  id: 'speed_to_lead:e1',
  clause: 'speed_to_lead',
  kind: 'response_time',
  title: 'Speed to lead',
  leadId: 'L-1',
  delivery: 1,
  by: 'sales',
  person: 'ann',
  to: 'marketing',
  state: 'running',
  startedAt: at('2026-03-31T07:00:00Z'),
  warnAt: at('2026-03-31T14:00:00Z'),
  dueAt: at('2026-03-31T15:00:00Z'),
  leftMs: 7 * 3_600_000,
  flag: 'green',
  pausedSince: null,
  opensAt: null,
};
const escalation: Escalation = {
  id: 'speed_to_lead:e1:1',
  at: at('2026-04-01T07:00:00Z'),
  reachedAt: at('2026-03-31T17:00:00Z'),
  clause: 'speed_to_lead',
  title: 'Speed to lead',
  leadId: 'L-1',
  delivery: 1,
  rung: 1,
  tell: 'manager',
  party: 'sales',
  holder: 'ann',
  person: 'mia',
  dueAt: item.dueAt,
};
const commitment: Commitment = {
  id: 'volume:2026-Q2',
  clause: 'volume',
  kind: 'volume',
  title: 'Leads each quarter',
  by: 'marketing',
  to: 'sales',
  state: 'at_risk',
  dueAt: at('2026-07-01T00:00:00Z'),
  reached: { numerator: 3, denominator: 10 },
  sentence: 'Marketing delivered 3 of 10.',
};
const options = { name: 'Due', domain: 'pact.acme.example', stamp };

/** Events as another parser reads them, in the order of the text. */
const byPeer = (text: string): readonly VEvent[] =>
  Object.values(nodeIcal.sync.parseICS(text)).filter((component): component is VEvent => component?.type === 'VEVENT');

describe('another parser reads what is due', () => {
  const { text, undated } = dueCalendar(
    { due: [item, { ...item, id: 'speed_to_lead:e2', leadId: 'L-2', dueAt: null, warnAt: null, state: 'paused' }], escalations: [escalation], commitments: [commitment] },
    { ...options, partyNames: { marketing: 'Marketing' }, personNames: { ann: 'Ann Ott', mia: 'Mia Roy' } },
  );
  const [due, told, owed] = byPeer(text);

  test('a promise at its moment, with an alarm at its warning', () => {
    expect(due).toMatchObject({
      start: new Date('2026-03-31T15:00:00Z'),
      dtstamp: new Date('2026-03-31T08:00:00Z'),
      summary: 'Speed to lead: L-1',
      description: 'Ann Ott owes this to Marketing.\n7 h of working time left.',
      categories: ['green'],
      transparency: 'TRANSPARENT',
      alarms: [{ action: 'DISPLAY', trigger: { params: { VALUE: 'DATE-TIME' }, val: '20260331T140000Z' } }],
    });
    expect(due?.uid).toMatch(/^[0-9a-f]{32}@pact\.acme\.example$/);
  });

  test('who is to be told, and what a period asks for', () => {
    expect(told).toMatchObject({ start: new Date('2026-04-01T07:00:00Z'), summary: 'Tell Mia Roy: Speed to lead: L-1', categories: ['escalation'] });
    expect(owed).toMatchObject({ start: new Date('2026-06-30T23:59:59Z'), summary: 'Leads each quarter', description: 'Marketing owes this to Sales.\nMarketing delivered 3 of 10.' });
  });

  test('a review on its day, with those who sit down', () => {
    const review = { id: 'acme:2026-07-02', date: '2026-07-02', title: 'Review: Acme', attendees: ['Head of sales', 'Ines, sponsor'] };
    const [day, ...others] = byPeer(dueCalendar({ due: [], reviews: [review] }, options).text);
    expect(others).toEqual([]);
    expect(day).toMatchObject({ datetype: 'date', summary: 'Review: Acme', description: 'With Head of sales; Ines, sponsor.', categories: ['review'] });
    expect([day?.start, day?.end].map((date) => [date?.getFullYear(), date?.getMonth(), date?.getDate()])).toEqual([[2026, 6, 2], [2026, 6, 3]]);
  });

  test('what is paused has no date, and is said', () => {
    expect(undated.map(({ leadId }) => leadId)).toEqual(['L-2']);
    expect(byPeer(text)).toHaveLength(3);
  });
});

describe('ids', () => {
  const idsOf = (rows: Parameters<typeof dueCalendar>[0], domain = options.domain): readonly string[] => byPeer(dueCalendar(rows, { ...options, domain }).text).map(({ uid }) => uid);

  test('a promise that moves keeps its id', () => {
    expect(idsOf({ due: [{ ...item, dueAt: at('2026-04-02T15:00:00Z'), flag: 'yellow' }] })).toEqual(idsOf({ due: [item] }));
  });

  test('two promises, two hosts, and a promise and its escalation have each their own', () => {
    const all = [...idsOf({ due: [item, { ...item, id: 'other' }], escalations: [{ ...escalation, id: item.id }] }), ...idsOf({ due: [item] }, 'other.example')];
    expect(new Set(all).size).toBe(4);
  });
});

const entry: CalendarEntry = { uid: '1', when: { at: stamp }, summary: '', description: '', categories: [], alarms: [] };
const octets = (line: string): number => new TextEncoder().encode(line).length;

describe('the text', () => {
  test('is this, line by line', () => {
    const said: CalendarEntry = { ...entry, uid: '1@a.example', when: { date: '2026-12-31' }, summary: 'Review; of 2026, at last', description: 'One\nTwo\\', categories: ['a,b', 'c'] };
    expect(calendarText({ name: 'Acme', stamp }, [said]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//revpact//sla//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Acme',
      'BEGIN:VEVENT',
      'UID:1@a.example',
      'DTSTAMP:20260331T080000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Review\\; of 2026\\, at last',
      'DESCRIPTION:One\\nTwo\\\\',
      'CATEGORIES:a\\,b,c',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('no line is longer than 75 octets, no character is cut, and unfolded it says what was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (summary, description) => {
        const text = calendarText({ name: summary, stamp }, [{ ...entry, summary, description }]);
        const lines = text.split('\r\n');
        expect(lines.every((line) => octets(line) <= 75)).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
        const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
        const plain = (said: string): string => said.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
        expect(event?.getFirstPropertyValue('summary')).toBe(plain(summary));
        expect(event?.getFirstPropertyValue('description') ?? '').toBe(plain(description));
      }),
      { numRuns: 300 },
    );
  });

  test('a line that is as long as may be is not folded, one octet more is', () => {
    const fits = 'x'.repeat(75 - 'SUMMARY:'.length);
    expect(calendarText({ name: 'n', stamp }, [{ ...entry, summary: fits }])).toContain(`SUMMARY:${fits}\r\n`);
    expect(calendarText({ name: 'n', stamp }, [{ ...entry, summary: `${fits}y` }])).toContain(`SUMMARY:${fits}\r\n y\r\n`);
    expect(calendarText({ name: 'n', stamp }, [{ ...entry, summary: `${fits.slice(1)}é` }])).toContain(`SUMMARY:${fits.slice(1)}\r\n é\r\n`);
  });

  test('nobody can smuggle an entry in by a name', () => {
    const text = calendarText({ name: 'n', stamp }, [{ ...entry, summary: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y' }]);
    expect(byPeer(text)).toHaveLength(1);
  });

  test('half of a surrogate pair becomes the character for what is none', () => {
    expect(calendarText({ name: 'n', stamp }, [{ ...entry, summary: 'a\ud800b' }])).toContain('SUMMARY:a\ufffdb\r\n');
  });

  test('and it can be read back: a day off that was written closes its date', () => {
    const text = calendarText({ name: 'n', stamp }, [{ ...entry, uid: 'd', when: { date: '2026-12-31' }, summary: 'Year’s end' }]);
    expect(holidaysFromICalendar(text, { zone: 'Europe/Berlin', from: '2026-01-01', to: '2027-12-31' })).toMatchObject({
      ok: true,
      value: { holidays: [{ date: '2026-12-31', name: 'Year’s end' }], read: 1, accepted: 1 },
    });
  });
});
