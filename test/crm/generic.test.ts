import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from 'revpact/vocabulary';
import { GENERIC_MAPPING, safeParseMapping } from 'revpact/crm';
import { resolve } from 'revpact/lifecycle';
import { eventFields } from '../../src/crm/mapping/event-fields.js';
import { imported, row } from '../support/crm-rows.js';

test('the generic mapping is itself a good mapping, and plain JSON', () => {
  expect(safeParseMapping(JSON.parse(JSON.stringify(GENERIC_MAPPING)))).toEqual({ ok: true, value: GENERIC_MAPPING });
});

test('every event type is known by its fields', () => {
  expect([...eventFields().keys()].sort()).toEqual([...EVENT_TYPES].sort());
});

test('every field of every event has a column', () => {
  const filled = new Set(Object.keys(GENERIC_MAPPING.rules[0]?.set ?? {}).map((field) => field.split('.')[0]));
  const fields = new Set([...eventFields().values()].flatMap((of) => [...of]));
  expect([...fields].filter((field) => field !== 'attributes' && !filled.has(field))).toEqual([]);
});

describe('what a row becomes', () => {
  test('a rejection with class, reason and specifics', () => {
    const cells = {
      type: 'rejected',
      party: 'sales',
      class: 'clerical',
      reason: 'wrong_person',
      specific_right_person: 'Ada',
      note: 'left in May',
      seq: '7',
    };
    expect(imported([row(cells)]).events).toEqual([
      {
        id: 'e1',
        seq: 7,
        type: 'rejected',
        at: Date.UTC(2026, 2, 31, 7),
        by: { party: 'sales', kind: 'human' },
        leadId: 'l1',
        class: 'clerical',
        reason: 'wrong_person',
        specifics: { right_person: 'Ada' },
        note: 'left in May',
      },
    ]);
  });

  test('something provided, with its accounts and its money; an answer to feedback', () => {
    const provided = { type: 'provided', lead_id: '', item: 'target_list', to: 'sales', count: '2', account_ids: 'acme|globex', amount: '1234.50', currency: 'EUR' };
    const answer = { id: 'e2', type: 'feedback_answered', answers: 'e0', note: 'the form asks for it now' };
    expect(imported([row(provided), row(answer)]).events).toMatchObject([
      { type: 'provided', item: 'target_list', to: 'sales', count: 2, accountIds: ['acme', 'globex'], amount: { minor: 123_450, currency: 'EUR' } },
      { type: 'feedback_answered', leadId: 'l1', answers: 'e0', note: 'the form asks for it now' },
    ]);
  });

  test('leave to contact an account that is not on the list, and its end', () => {
    const granted = { type: 'exception_granted', lead_id: '', account_id: 'acme', to: 'sales', channel: 'phone', until: '2026-04-30T00:00:00Z', why: 'met at the fair' };
    const ended = { id: 'e2', type: 'exception_ended', lead_id: '', ends: 'e1' };
    expect(imported([row(granted), row(ended)]).events).toMatchObject([
      { type: 'exception_granted', accountId: 'acme', to: 'sales', channel: 'phone', until: Date.UTC(2026, 3, 30), why: 'met at the fair' },
      { type: 'exception_ended', ends: 'e1' },
    ]);
  });

  test('what a conversation put right: numbers, yes and no, words, and what turned out to be unknown', () => {
    const corrected = 'account.employees=250|account.public=true|account.zip=01234|contact.job_title=Head = of ops|account.tech=';
    const said = { type: 'contact_made', channel: 'phone', corrected };
    expect(imported([row(said), row({ ...said, id: 'e2', type: 'attempt' }), row({ ...said, id: 'e3', corrected: 'employees: 250' })])).toMatchObject({
      events: [
        {
          corrected: [
            { about: 'account', attribute: 'employees', is: 250 },
            { about: 'account', attribute: 'public', is: true },
            { about: 'account', attribute: 'zip', is: '01234' },
            { about: 'contact', attribute: 'job_title', is: 'Head = of ops' },
            { about: 'account', attribute: 'tech', is: null },
          ],
        },
      ],
      rejectedRows: [{ issues: [{ path: ['corrected'] }] }, { issues: [{ code: 'crm.not_readable', path: ['corrected'] }] }],
    });
  });

  test('a date with a zone is the start of that day there, and known to the day', () => {
    expect(imported([row({ at: '2026-03-31', zone: 'America/New_York' })]).events[0]).toMatchObject({
      at: Date.UTC(2026, 2, 31, 4),
      precision: 'day',
      zone: 'America/New_York',
    });
  });

  test('a deal moves on: what it is worth in a year, for how long, how sure it is, and until when', () => {
    const cells = { type: 'opportunity_advanced', opportunity_id: 'o', annual: '400.00', term_months: '36', amount: '1200', currency: 'EUR', forecast: 'commit', expected_close: '2026-06-30T17:00:00Z', probability: '80' };
    expect(imported([row(cells)]).events[0]).toMatchObject({
      type: 'opportunity_advanced',
      amount: { minor: 120_000, currency: 'EUR' },
      annual: { minor: 40_000, currency: 'EUR' },
      termMonths: 36,
      forecast: 'commit',
      expectedClose: Date.UTC(2026, 5, 30, 17),
      probability: 80,
    });
  });

  test('a won deal with its amount in minor units', () => {
    const cells = {
      type: 'opportunity_won',
      opportunity_id: 'o1',
      amount: '1234.5',
      currency: 'EUR',
      person: 'p1',
      known_at: '1774915200000',
    };
    expect(imported([row(cells)]).events[0]).toMatchObject({
      amount: { minor: 123_450, currency: 'EUR' },
      by: { person: 'p1' },
      knownAt: 1_774_915_200_000,
    });
  });

  test('a hand-off with what came along', () => {
    const cells = { type: 'handed_off', to: 'sales', hand_off: 'mql_to_sales', fields: 'phone|budget' };
    expect(imported([row(cells)]).events[0]).toMatchObject({ to: 'sales', handOff: 'mql_to_sales', fields: ['phone', 'budget'] });
  });

  test('a correction of a moment', () => {
    const cells = { type: 'correction', lead_id: null, corrects: 'e0', change: 'at', change_at: '2026-03-01T00:00:00Z', why: 'typo' };
    expect(imported([row(cells)]).events[0]).toMatchObject({ corrects: 'e0', change: { kind: 'at', at: Date.UTC(2026, 2, 1) } });
  });

  test('other columns are attributes, as text; empty cells are nothing', () => {
    const { events } = imported([row({ Budget: '007', 'Lead owner': '', constructor: 'c', hasOwnProperty: 'h' })]);
    expect(events[0]?.attributes).toEqual({ Budget: '007', constructor: 'c', hasOwnProperty: 'h' });
  });

  test('what describes the lead is kept as attributes of events that have no such field', () => {
    const { events } = imported([row({ type: 'erasure', source: 'web', campaign: 'spring', account_id: 'a1' })]);
    expect(events[0]?.attributes).toEqual({ source: 'web', campaign: 'spring', account_id: 'a1' });
  });

  test('rows without a seq of their own have the place that the mapping gives the export', () => {
    const rows = [row({ id: 'a' }), row({ id: 'b', seq: '40' }), row({ id: 'c' })];
    expect(imported(rows).events.map(({ seq }) => seq)).toEqual([0, 40, 0]);
    expect(imported(rows, { ...GENERIC_MAPPING, firstSeq: 1000 }).events.map(({ seq }) => seq)).toEqual([1000, 40, 1000]);
  });

  test.each([GENERIC_MAPPING, { ...GENERIC_MAPPING, firstSeq: 1000 }])('the same row twice is a duplicate, and two rows of one moment are a tie', (mapping) => {
    const { counts, notices } = resolve(imported([row(), row(), row({ id: 'e2', type: 'qualified' })], mapping).events);
    expect(counts).toMatchObject({ kept: 2, duplicates: 1, conflicts: 0 });
    expect(notices.map(({ code }) => code)).toEqual(['lifecycle.tie']);
  });
});

describe('a dirty row is rejected, and says why', () => {
  test.each([
    { when: 'the lead is missing', cells: { lead_id: '' }, code: 'input.missing', path: ['event', 'leadId'] },
    { when: 'the type is misspelt', cells: { type: 'inquirry' }, code: 'input.not_one_of', path: ['event', 'type'] },
    { when: 'the type is empty', cells: { type: null }, code: 'input.not_one_of', path: ['event', 'type'] },
    { when: 'who acted is not said', cells: { kind: null }, code: 'input.missing', path: ['event', 'by', 'kind'] },
    { when: 'the moment has no offset', cells: { at: '2026-03-31T09:00:00' }, code: 'crm.not_instant', path: ['at'] },
    { when: 'the moment is a date without a zone', cells: { at: '2026-03-31' }, code: 'crm.needs', path: ['at'] },
    { when: 'the date does not exist', cells: { at: '2026-02-30', zone: 'Europe/Berlin' }, code: 'crm.not_readable', path: ['at'] },
    { when: 'a known column is none of the event', cells: { reason: 'lousy' }, code: 'crm.field_not_of_event', path: ['reason'] },
    { when: 'a specific is none of the event', cells: { specific_a: 'b' }, code: 'crm.field_not_of_event', path: ['specific_a'] },
    {
      when: 'an amount has no currency',
      cells: { type: 'opportunity_won', opportunity_id: 'o', amount: '1' },
      code: 'crm.needs',
      path: ['amount'],
    },
    {
      when: 'an amount has too many places',
      cells: { type: 'opportunity_won', opportunity_id: 'o', amount: '1.005', currency: 'EUR' },
      code: 'crm.not_readable',
      path: ['amount'],
    },
    {
      when: 'an amount is written for people',
      cells: { type: 'opportunity_won', opportunity_id: 'o', amount: '1,000', currency: 'EUR' },
      code: 'crm.not_readable',
      path: ['amount'],
    },
    { when: 'a whole number is not one', cells: { seq: '1.0' }, code: 'crm.not_readable', path: ['seq'] },
    {
      when: 'a header is __proto__',
      cells: JSON.parse('{"__proto__":"polluted"}') as Record<string, string>,
      code: 'crm.column_name',
      path: ['__proto__'],
    },
    { when: 'a header is empty', cells: { '': 'x' }, code: 'crm.column_name', path: [''] },
    { when: 'a cell is enormous', cells: { note_text: 'x'.repeat(10_001) }, code: 'crm.cell_too_long', path: ['note_text'] },
    {
      when: 'there are too many columns',
      cells: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`c${String(i)}`, 'x'])),
      code: 'crm.too_many_columns',
      path: [],
    },
    // Against its type on purpose: rows come from callers that no compiler checked.
    { when: 'a cell is a number', cells: { size: 5 } as unknown as Record<string, string>, code: 'crm.not_text', path: ['size'] },
  ])('$when → $code', ({ cells, code, path }) => {
    const bad = Object.defineProperties({ ...row().cells }, Object.getOwnPropertyDescriptors(cells)) as Record<string, string | null>;
    const { read, accepted, rejectedRows } = imported([{ line: 9, cells: bad }]);
    expect({ read, accepted }).toEqual({ read: 1, accepted: 0 });
    expect(rejectedRows[0]).toMatchObject({ line: 9, issues: [{ code, path }] });
    expect(rejectedRows[0]?.issues).toHaveLength(1);
    expect(rejectedRows[0]?.cells).toBe(bad);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });

  test('a zone that does not exist is wrong as itself and as the day that needs it', () => {
    const { rejectedRows } = imported([row({ at: '2026-03-31', zone: 'Europe/Bonn' })]);
    expect(rejectedRows[0]?.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['crm.not_readable', 'at'],
      ['input.invalid', 'event.zone'],
    ]);
  });

  test('several things wrong are said at once', () => {
    const { rejectedRows } = imported([row({ at: 'yesterday', party: 'Sales Dept', lead_id: null })]);
    expect(rejectedRows[0]?.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['crm.not_instant', 'at'],
      ['input.invalid', 'event.by.party'],
      ['input.missing', 'event.leadId'],
    ]);
  });
});
