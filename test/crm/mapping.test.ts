import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { unwrap } from 'revpact/kernel';
import { importEvents, safeParseMapping, type Mapping, type Row } from 'revpact/crm';
import { imported, oneRule } from '../support/crm-rows.js';

const cells = (given: Record<string, string | null>): Row => ({ line: 2, cells: { id: 'e1', ...given } });
const attribute = (source: Mapping['rules'][number]['set'][string], text: string): unknown => {
  const { events, rejectedRows } = imported([cells({ c: text })], oneRule({ 'attributes.c': source }));
  return events[0]?.attributes?.['c'] ?? rejectedRows[0]?.issues[0]?.code;
};

describe('a cell is read as the mapping says', () => {
  test.each([
    { text: '12', as: 'integer', value: 12 },
    { text: '-0', as: 'integer', value: 0 },
    { text: '9007199254740993', as: 'integer', value: 'crm.not_readable' },
    { text: ' 12', as: 'integer', value: 'crm.not_readable' },
    { text: 'YES', as: 'boolean', value: true },
    { text: '0', as: 'boolean', value: false },
    { text: 'perhaps', as: 'boolean', value: 'crm.not_readable' },
    { text: '2026-03-31T09:00:00+02:00', as: 'instant', value: Date.UTC(2026, 2, 31, 7) },
    { text: '2026-03-31T09:00:00.000+0000', as: 'instant', value: Date.UTC(2026, 2, 31, 9) },
    { text: '2026-03-31 09:00:00.5+05:30', as: 'instant', value: Date.UTC(2026, 2, 31, 3, 30, 0, 500) },
    { text: '2026-03-31 09:00:00-03', as: 'instant', value: Date.UTC(2026, 2, 31, 12) },
    { text: '1774915200000', as: 'instant', value: 1_774_915_200_000 },
    { text: '9999-12-31T00:00:00Z', as: 'instant', value: 'crm.not_instant' },
  ] as const)('"$text" as $as → $value', ({ text, as, value }) => {
    expect(attribute({ column: 'c', as }, text)).toBe(value);
  });

  test.each([
    { when: 'in winter', zone: 'Europe/Berlin', text: '2026-01-15 17:00', at: '2026-01-15T16:00:00Z' },
    { when: 'in summer', zone: 'Europe/Berlin', text: '2026-07-15T17:00:30.250', at: '2026-07-15T15:00:30.250Z' },
    {
      when: 'skipped in spring, with the offset before the change',
      zone: 'Europe/Berlin',
      text: '2026-03-29 02:30:00',
      at: '2026-03-29T01:30:00Z',
    },
    { when: 'right after the gap', zone: 'Europe/Berlin', text: '2026-03-29 03:00:00', at: '2026-03-29T01:00:00Z' },
    { when: 'repeated in autumn, the first time', zone: 'Europe/Berlin', text: '2026-10-25 02:30:00', at: '2026-10-25T00:30:00Z' },
    { when: 'right after the repetition', zone: 'Europe/Berlin', text: '2026-10-25 03:00:00', at: '2026-10-25T02:00:00Z' },
    { when: 'a midnight that the clocks skip', zone: 'America/Sao_Paulo', text: '2017-10-15 00:00:00', at: '2017-10-15T03:00:00Z' },
    {
      when: 'on the last evening of a year far ahead of UTC',
      zone: 'Pacific/Kiritimati',
      text: '2025-12-31 23:59:59',
      at: '2025-12-31T09:59:59Z',
    },
    {
      when: 'on the first morning of a year far behind UTC',
      zone: 'Pacific/Pago_Pago',
      text: '2026-01-01 00:00:00',
      at: '2026-01-01T11:00:00Z',
    },
    { when: 'with microseconds that are zero', zone: 'UTC', text: '2026-01-01 00:00:00.123000', at: '2026-01-01T00:00:00.123Z' },
  ])('wall time $when', ({ zone, text, at }) => {
    expect(attribute({ column: 'c', as: 'local', zone }, text)).toBe(Date.parse(at));
  });

  test.each(['2026-02-29 10:00', '2026-01-01 24:00', '2026-01-01', '2026-01-01 00:00:00.0001', '2026-01-01 10:00Z'])(
    '"%s" is no wall time',
    (text) => {
      expect(attribute({ column: 'c', as: 'local', zone: 'Europe/Berlin' }, text)).toBe('crm.not_readable');
    },
  );

  test.each([
    { as: 'instant', form: 'DD.MM.YYYY HH:mm Z', text: '31.03.2026 17:00 +02:00', at: '2026-03-31T15:00:00Z' },
    { as: 'instant', form: 'YYYYMMDDTHHmmssZ', text: '20260331T150000Z', at: '2026-03-31T15:00:00Z' },
    { as: 'instant', form: 'epoch_seconds', text: '1774969200', at: '2026-03-31T15:00:00Z' },
    { as: 'instant', form: 'epoch_seconds', text: '1774969200.5', at: '2026-03-31T15:00:00.500Z' },
    { as: 'instant', form: 'epoch_milliseconds', text: '0', at: '1970-01-01T00:00:00Z' },
    { as: 'instant', form: 'epoch_milliseconds', text: '-0', at: '1970-01-01T00:00:00Z' },
    { as: 'local', form: 'MM/DD/YYYY HH:mm', text: '03/31/2026 17:00', at: '2026-03-31T15:00:00Z' },
    { as: 'local', form: 'M/D/YYYY h:mm A', text: '3/1/2026 12:05 am', at: '2026-02-28T23:05:00Z' },
    { as: 'local', form: 'M/D/YYYY h:mm A', text: '3/1/2026 12:05 PM', at: '2026-03-01T11:05:00Z' },
    { as: 'local', form: 'D MMM YYYY, H:mm:ss', text: '1 Mar 2026, 7:08:09', at: '2026-03-01T06:08:09Z' },
    { as: 'local', form: 'DD.MM.YYYY HH:mm', text: '29.03.2026 02:30', at: '2026-03-29T01:30:00Z' },
    { as: 'local', form: 'YYYY/MM/DD HH:mm', text: '2026/03/31', at: null },
    { as: 'local', form: 'YYYY/MM/DD HH:mm', text: '2026/02/30 10:00', at: null },
    { as: 'local', form: 'YYYY/MM/DD HH:mm', text: '2026/03/31 10:00 ', at: null },
    { as: 'local', form: 'h:mm A YYYY/MM/DD', text: '13:00 PM 2026/03/31', at: null },
    { as: 'instant', form: 'epoch_seconds', text: '2026-03-31T15:00:00Z', at: null },
    { as: 'instant', form: 'epoch_seconds', text: '1774969200000', at: null },
  ] as const)('"$text" written as $form → $at', ({ as, form, text, at }) => {
    const source = (as === 'instant' ? { column: 'c', as, form } : { column: 'c', as, form, zone: 'Europe/Berlin' }) as Mapping['rules'][number]['set'][string];
    expect(attribute(source, text)).toBe(at === null ? 'crm.not_readable' : Date.parse(at));
  });

  test.each([
    { form: 'DD.MM.YYYY', text: '31.03.2026', at: '2026-03-30T22:00:00Z' },
    { form: 'MM/DD/YYYY', text: '03/31/2026', at: '2026-03-30T22:00:00Z' },
    { form: 'YYYYMMDD', text: '20260331', at: '2026-03-30T22:00:00Z' },
    { form: 'DD.MM.YYYY', text: '31.02.2026', at: null },
    { form: 'DD.MM.YYYY', text: '2026-03-31', at: null },
  ])('the day "$text" written as $form → $at', ({ form, text, at }) => {
    const { events, rejectedRows } = imported([cells({ c: text })], oneRule({ at: { column: 'c', as: 'date', zone: 'Europe/Berlin', form } }));
    expect(events[0]?.at ?? rejectedRows[0]?.issues[0]?.code).toBe(at === null ? 'crm.not_readable' : Date.parse(at));
  });

  test.each([
    { as: 'date', form: 'DD.MM.YY' },
    { as: 'date', form: 'DD.MM.YYYY HH:mm' },
    { as: 'date', form: 'DD.MM' },
    { as: 'date', form: 'DD.MM.YYYY DD' },
    { as: 'date', form: '(a+)+$' },
    { as: 'local', form: 'DD.MM.YYYY' },
    { as: 'local', form: 'DD.MM.YYYY h:mm' },
    { as: 'instant', form: 'DD.MM.YYYY HH:mm' },
  ])('$form is no form for $as', ({ as, form }) => {
    const set = { id: { column: 'id', as: 'text' }, at: as === 'instant' ? { column: 'c', as, form } : { column: 'c', as, form, zone: 'UTC' } };
    const read = safeParseMapping({ id: 'm', rules: [{ id: 'r', type: 'inquiry', set }] });
    expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual(['input.invalid']);
  });

  test.each(['20260331', '1774969200', '202603311700', '-1774969200000', '0'])('the number %s is no moment unless the mapping says so', (text) => {
    expect(attribute({ column: 'c', as: 'instant' }, text)).toBe('crm.not_instant');
  });

  test('a finding is taken back by the word that says null, and by nothing else', () => {
    const mapping = unwrap(
      safeParseMapping({
        id: 'm',
        rules: [
          {
            id: 'r',
            type: 'qualification_recorded',
            set: {
              id: { column: 'id', as: 'text' },
              at: { value: 0 },
              leadId: { value: 'l1' },
              'by.party': { value: 'sales' },
              'by.kind': { value: 'human' },
              framework: { value: 'meddic' },
              field: { value: 'champion' },
              evidence: { value: 'call' },
              value: { column: 'c', as: 'text', nulls: ['n/a'] },
            },
          },
        ],
      }),
    );
    expect(imported([cells({ c: 'n/a' })], mapping).events[0]).toMatchObject({ value: null });
    expect(imported([cells({ c: 'Ada' })], mapping).events[0]).toMatchObject({ value: 'Ada' });
    expect(imported([cells({ c: '' })], mapping).rejectedRows[0]?.issues).toMatchObject([{ code: 'input.missing', path: ['r', 'value'] }]);
  });

  test('words of the source become those of the agreement, and an unknown word is an issue', () => {
    const source = { column: 'c', as: 'text', values: { 'Sales Rejected': 'rejected' } } as const;
    expect(attribute(source, 'Sales Rejected')).toBe('rejected');
    expect(attribute(source, 'Sales rejected')).toBe('crm.value_not_mapped');
    expect(attribute(source, '__proto__')).toBe('crm.value_not_mapped');
  });

  test('a template fills nothing where one of its cells is empty', () => {
    const mapping = oneRule({ source: { template: 'crm:{a}/{b}' } });
    expect(imported([cells({ a: '$&', b: '{a}' })], mapping).events[0]).toMatchObject({ source: 'crm:$&/{a}' });
    expect(imported([cells({ a: 'x', b: '' })], mapping).events[0]).not.toHaveProperty('source');
  });
});

describe('a mapping that does not fit is refused before any row is read', () => {
  const rule = { id: 'r', type: 'inquiry', set: { id: { column: 'id', as: 'text' } } };
  test.each([
    { when: 'a field that no event has', set: { leadid: { value: 'x' } }, code: 'crm.unknown_field' },
    { when: 'a part that a record does not have', set: { 'by.name': { value: 'x' } }, code: 'crm.unknown_field' },
    { when: 'the prototype as a part', set: { 'attributes.__proto__': { value: 'x' } }, code: 'crm.unknown_field' },
    { when: 'a field of another type of event', set: { reason: { value: 'x' } }, code: 'crm.field_not_of_type' },
    {
      when: 'a date for a moment that must be exact',
      set: { knownAt: { column: 'd', as: 'date', zone: 'UTC' } },
      code: 'crm.reading_misplaced',
    },
    { when: 'a zone that does not exist', set: { at: { column: 'd', as: 'local', zone: 'Mars/Base' } }, code: 'input.invalid' },
    { when: 'a reading that does not exist', set: { at: { column: 'd', as: 'locale', zone: 'UTC' } }, code: 'input.not_one_of' },
  ])('$when → $code', ({ set, code }) => {
    const read = safeParseMapping({ id: 'm', rules: [{ ...rule, set: { ...rule.set, ...set } }] });
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual([code]);
  });

  test('a column that is left out and read', () => {
    const read = safeParseMapping({ id: 'm', ignoreColumns: ['other', 'id'], rules: [rule] });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path])).toEqual([['crm.column_ignored', ['ignoreColumns', 1]]]);
  });

  test('a record with the key __proto__, which records lose', () => {
    const values = JSON.parse('{"a":"b","__proto__":"c"}') as Record<string, string>;
    const read = safeParseMapping({ id: 'm', rules: [{ ...rule, set: { ...rule.set, source: { column: 'c', as: 'text', values } } }] });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([['input.unknown_key', '__proto__']]);
  });

  test('two rules of one name', () => {
    const read = safeParseMapping({ id: 'm', rules: [rule, rule] });
    expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.path])).toEqual([['crm.duplicate_id', ['rules', 1, 'id']]]);
  });

  test('a column that the export lacks, with the one that was meant', () => {
    const result = importEvents(oneRule({ source: { column: 'origin', as: 'text' } }), [{ line: 2, cells: { id: 'e', Origin: 'web' } }]);
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code: 'crm.column_missing', params: { column: 'origin', suggestion: 'Origin' } }],
    });
    expect(importEvents(oneRule({}), [], ['ID'])).toMatchObject({ ok: false, issues: [{ code: 'crm.column_missing' }] });
  });
});

/** A row of a CRM with two dates: it was qualified, and perhaps rejected later. Test records are left out. */
const TWO: Mapping = unwrap(
  safeParseMapping({
    id: 'two',
    ignoreRows: [
      {
        id: 'test_records',
        when: [{ column: 'email', is: 'equal', value: 'test@acme.example' }],
        why: 'Made by the team to try things out.',
      },
    ],
    ignoreColumns: ['internal'],
    rules: [
      {
        id: 'qualified',
        type: 'qualified',
        when: [{ column: 'mql_at', is: 'present' }],
        set: {
          id: { template: '{id}:mql' },
          leadId: { column: 'id', as: 'text' },
          at: { column: 'mql_at', as: 'instant' },
          'by.party': { value: 'marketing' },
          'by.kind': { value: 'automation' },
        },
      },
      {
        id: 'rejected',
        type: 'rejected',
        when: [{ column: 'rejected_at', is: 'present' }],
        set: {
          id: { template: '{id}:rejected' },
          leadId: { column: 'id', as: 'text' },
          at: { column: 'rejected_at', as: 'instant' },
          'by.party': { value: 'sales' },
          'by.kind': { value: 'human' },
          class: { column: 'class', as: 'text' },
          reason: { column: 'reason', as: 'text', values: { 'Wrong person': 'wrong_person' } },
        },
      },
    ],
  }),
);
const two = (given: Record<string, string | null>, line = 2): Row => ({
  line,
  cells: { id: 'l1', email: 'a@b.example', mql_at: '', rejected_at: '', class: '', reason: '', internal: 'x'.repeat(20_000), ...given },
});

describe('one row, several events', () => {
  test('each date makes its event, in the order of the rules', () => {
    const rows = [
      two({ id: 'l0' }),
      two({ mql_at: '2026-03-01T00:00:00Z', rejected_at: '2026-03-02T00:00:00Z', class: 'clerical', reason: 'Wrong person', size: '9' }),
    ];
    const result = imported(rows, TWO);
    expect(result.events.map(({ id, seq, attributes }) => ({ id, seq, attributes }))).toEqual([
      { id: 'l1:mql', seq: 0, attributes: { email: 'a@b.example', size: '9' } },
      { id: 'l1:rejected', seq: 1, attributes: { email: 'a@b.example', size: '9' } },
    ]);
    expect(result.rejectedRows.map(({ line, issues }) => [line, issues.map(({ code }) => code)])).toEqual([[2, ['crm.no_rule']]]);
  });

  test('what only an idle rule reads is an attribute of the others', () => {
    const { events } = imported([two({ mql_at: '2026-03-01T00:00:00Z', reason: 'Wrong person' })], TWO);
    expect(events[0]?.attributes).toEqual({ email: 'a@b.example', reason: 'Wrong person' });
  });

  test('all or nothing: where one event of a row is wrong, none is made', () => {
    const { accepted, events, rejectedRows } = imported(
      [two({ mql_at: '2026-03-01T00:00:00Z', rejected_at: 'soon', class: 'clerical', reason: 'lousy' })],
      TWO,
    );
    expect({ accepted, events }).toEqual({ accepted: 0, events: [] });
    expect(rejectedRows[0]?.issues.map(({ code, path }) => [code, path])).toEqual([
      ['crm.not_instant', ['rejected_at']],
      ['crm.value_not_mapped', ['reason']],
    ]);
  });

  test('a prefix leaves out what is left out by name', () => {
    const mapping = oneRule({ attributes: { prefix: 'a_' } }, { ignoreColumns: ['a_secret'] });
    expect(imported([cells({ a_size: '5', a_secret: 's' })], mapping).events[0]?.attributes).toEqual({ size: '5' });
  });

  test('where no rule takes any row, the whole has one issue besides those of the rows', () => {
    const result = imported([two({ id: 'l0' }, 2), two({ id: 'l1' }, 3)], TWO);
    expect(result.rejectedRows.map(({ line, issues }) => [line, issues[0]?.code])).toEqual([[2, 'crm.no_rule'], [3, 'crm.no_rule']]);
    expect(result.notices).toMatchObject([{ code: 'crm.nothing_taken', params: { rows: 2, rules: ['qualified', 'rejected'] } }]);
    expect(imported([two({ email: 'test@acme.example' })], TWO).notices).toEqual([]);
  });

  test('a row left out names the rule that leaves it out', () => {
    expect(imported([two({ email: 'test@acme.example' }, 7)], TWO)).toMatchObject({
      read: 1,
      accepted: 0,
      rejected: 0,
      ignored: 1,
      ignoredRows: [{ line: 7, rule: 'test_records' }],
    });
  });
});

test('law: every row is accounted for, once', () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc.constant(null),
    fc.constantFrom('2026-03-01T00:00:00Z', 'clerical', 'Wrong person', 'test@acme.example'),
    fc.string({ maxLength: 12 }),
  );
  const anyRow = fc.record({
    id: cell,
    email: cell,
    mql_at: cell,
    rejected_at: cell,
    class: cell,
    reason: cell,
    internal: cell,
    other: cell,
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 20 }), (all) => {
      const result = imported(
        all.map((given, i) => ({ line: i + 2, cells: given })),
        TWO,
      );
      expect(result.accepted + result.rejected + result.ignored).toBe(result.read);
      expect(result.read).toBe(all.length);
      expect(result.rejectedRows).toHaveLength(result.rejected);
      expect(result.ignoredRows).toHaveLength(result.ignored);
      expect(result.rejectedRows.every(({ issues }) => issues.length > 0)).toBe(true);
      const lost = [...result.rejectedRows, ...result.ignoredRows].map(({ line }) => line);
      expect(new Set(lost).size).toBe(lost.length);
      // Every filled cell of an accepted row is in its events: read by a rule, an attribute, or ignored by name.
      const kept = all.filter((_, i) => !lost.includes(i + 2));
      for (const given of kept) {
        if ((given.other ?? '') !== '') expect(result.events.some(({ attributes }) => attributes?.['other'] === given.other)).toBe(true);
      }
    }),
  );
});
