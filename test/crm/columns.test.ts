import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { columnsReader, GENERIC_MAPPING, importColumns, importEvents, readCsv, type ColumnImport, type Mapping } from 'revpact/crm';
import { EVENT_TYPES, SAYABLE, type Event, type LogColumns } from 'revpact/vocabulary';
import { readerOf } from '../../src/crm/reading/event-reader.js';
import { planOf, readRow } from '../../src/crm/reading/read-row.js';
import { genericRow, WIDE, wideRow } from '../support/dirty-rows.js';

/** A row of columns as a person would write it down. */
const rowOf = (log: LogColumns, i: number): unknown => ({
  leadId: log.leads[log.lead[i] ?? -1],
  type: EVENT_TYPES[log.type[i] ?? -1],
  at: log.at[i],
  seq: Number.isNaN(log.seq[i]) ? undefined : log.seq[i],
  party: log.parties[log.party[i] ?? -1],
  human: log.human[i] === 1,
  to: log.to[i] === 0 ? undefined : log.parties[(log.to[i] ?? 0) - 1],
  class: [undefined, 'procedural', 'clerical', 'definitional'][log.rejectionClass[i] ?? -1],
  stage: log.stage[i] === 0 ? undefined : log.stages[(log.stage[i] ?? 0) - 1],
  leftStage: log.leftStage[i] === 0 ? undefined : log.stages[(log.leftStage[i] ?? 0) - 1],
  said: Object.fromEntries(Object.entries(log.words ?? {}).flatMap(([field, { words, code }]) => (code[i] === 0 ? [] : [[field, words[(code[i] ?? 0) - 1]]]))),
  tier: [null, 'none'][log.fitTier?.code[i] ?? -1] ?? log.fitTier?.tiers[(log.fitTier.code[i] ?? 0) - 2] ?? null,
  finding: log.qualification?.code[i] === 0 ? undefined : [log.qualification?.fields[(log.qualification.code[i] ?? 0) - 1], log.qualification?.known[i] === 1],
  fields: Array.from(log.fields?.name.subarray(log.fields.starts[i], log.fields.starts[i + 1]) ?? [], (name, nth) => [
    log.fields?.names[name],
    log.fields?.change[(log.fields.starts[i] ?? 0) + nth],
  ]),
});

const NO_ROW = ['practice_held', 'provided', 'exception_granted', 'exception_ended', 'dispute_raised', 'dispute_settled', 'waived', 'correction', 'merge', 'erasure'];

/** The same of an event. */
const rowOfEvent = (event: Event): unknown => ({
  leadId: 'leadId' in event ? event.leadId : undefined,
  type: event.type,
  at: event.at,
  seq: event.seq,
  party: event.by.party,
  human: event.by.kind === 'human',
  to: event.type === 'handed_off' ? event.to : undefined,
  class: event.type === 'rejected' ? event.class : undefined,
  stage: 'stage' in event ? event.stage : undefined,
  leftStage: 'leftStage' in event ? event.leftStage : undefined,
  said: Object.fromEntries(SAYABLE.filter((field) => field !== 'class').flatMap((field) => (field in event ? [[field, (event as never)[field]]] : []))),
  tier: event.type === 'score_changed' && event.kind === 'fit' ? (event.tier ?? 'none') : null,
  finding: event.type === 'qualification_recorded' ? [`${event.framework}.${event.field}`, event.value !== null] : undefined,
  fields: [
    ...Object.entries(event.attributes ?? {}).map(([name, value]) => [name, value === null ? 0 : 1]),
    ...(event.type === 'handed_off' ? (event.fields ?? []).map((name) => [name, 2]) : []),
  ],
});

const rows = ({ log }: ColumnImport): readonly unknown[] => Array.from({ length: log.rows }, (_, i) => rowOf(log, i));

const printed = (all: readonly Readonly<Record<string, string | null>>[]): string => {
  const print = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [Object.keys(all[0] ?? {}), ...all.map((one) => Object.values(one).map((cell) => cell ?? ''))].map((cells) => `${cells.map(print).join(',')}\n`).join('');
};

/** The ordinary way: rows, events, and what is wrong with each. */
const ordinary = (mapping: Mapping, text: string) => {
  const table = unwrap(readCsv(text));
  const imported = unwrap(importEvents(mapping, table.rows, table.columns));
  return { ...imported, malformed: table.malformed };
};

const agree = (mapping: Mapping, text: string, found: ColumnImport): number => {
  const expected = ordinary(mapping, text);
  expect(rows(found)).toEqual(expected.events.filter(({ type }) => !NO_ROW.includes(type)).map(rowOfEvent));
  expect(found.others).toEqual(expected.events.filter(({ type }) => NO_ROW.includes(type)));
  expect(found.ignoredRows).toEqual(expected.ignoredRows);
  expect(found.rejectedRows.filter(({ issues }) => issues[0]?.code !== 'crm.malformed_row')).toEqual(expected.rejectedRows);
  expect(found.rejectedRows.filter(({ issues }) => issues[0]?.code === 'crm.malformed_row').map(({ line, issues }) => [line, issues[0]?.message])).toEqual(
    expected.malformed.map(({ line, reason }) => [line, reason]),
  );
  expect([found.read, found.accepted, found.rejected, found.ignored]).toEqual([
    expected.read + expected.malformed.length,
    expected.accepted,
    expected.rejected + expected.malformed.length,
    expected.ignored,
  ]);
  return found.accepted;
};

describe('columns are what events would be', () => {
  test.each([
    { name: 'generic', mapping: GENERIC_MAPPING, one: genericRow },
    { name: 'wide', mapping: WIDE, one: wideRow },
  ] as { name: string; mapping: Mapping; one: fc.Arbitrary<Record<string, string | null>> }[])('law: $name rows, good and bad', ({ mapping, one }) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), fc.boolean(), (kinds, order, garbage) => {
        // Few kinds of rows, each again and again: what was learned of the first is used on the next.
        const all = order.map((n) => kinds[n % kinds.length] ?? {}).map((cells, i) => ({ ...cells, id: `${cells.id ?? ''}${String(i)}` }));
        // Half of a surrogate pair cannot be written in a file.
        const text = `${Buffer.from(printed(all), 'utf8').toString('utf8')}${garbage ? '\n\nx,y\n"z\n' : ''}`;
        accepted += agree(mapping, text, unwrap(importColumns(mapping, text)));
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test('law: wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(genericRow, { minLength: 1, maxLength: 8 }), fc.array(fc.nat({ max: 2000 }), { maxLength: 6 }), (all, cuts) => {
        const bytes = Buffer.from(`\ufeff${printed(all)}`, 'utf8');
        const reader = unwrap(columnsReader(GENERIC_MAPPING));
        let from = 0;
        for (const cut of [...cuts.map((one) => one % bytes.length).sort((a, b) => a - b), bytes.length]) {
          expect(reader.push(bytes.subarray(from, cut))).toBeNull();
          from = cut;
        }
        agree(GENERIC_MAPPING, bytes.toString('utf8'), unwrap(reader.end()));
      }),
    );
  });
});

describe('a row like the one before but for one cell is judged anew where that cell decides', () => {
  const good = { id: 'e1', type: 'rejected', at: '2026-03-31T22:00:00Z', precision: '', zone: '', party: 'sales', person: 'p', kind: 'human', lead_id: 'l1', class: 'clerical', reason: 'lousy', note: 'n', specific_a: 'b', known_at: '2026-03-31T22:00:00Z', seq: '1', Budget: '5' };
  test.each([
    { when: 'an id of 201 characters', first: {}, next: { id: 'x'.repeat(201) }, accepted: 1 },
    { when: 'an id with a tab', first: {}, next: { id: 'a\tb' }, accepted: 1 },
    { when: 'a lead that is a line break', first: {}, next: { lead_id: '\n' }, accepted: 1 },
    { when: 'a person of 201 characters', first: {}, next: { person: 'x'.repeat(201) }, accepted: 1 },
    { when: 'a note of 4,000 characters', first: {}, next: { note: 'x'.repeat(4000) }, accepted: 2 },
    { when: 'a note of 4,001 characters', first: {}, next: { note: 'x'.repeat(4001) }, accepted: 1 },
    { when: 'an attribute of 10,000 characters', first: {}, next: { Budget: 'x'.repeat(10_000) }, accepted: 2 },
    { when: 'an attribute of 10,001 characters', first: {}, next: { Budget: 'x'.repeat(10_001) }, accepted: 1 },
    { when: 'a specific of 4,001 characters', first: {}, next: { specific_a: 'x'.repeat(4001) }, accepted: 1 },
    { when: 'a party that is no id', first: {}, next: { party: 'Sales' }, accepted: 1 },
    { when: 'a reason that is no id', first: {}, next: { reason: 'Lousy' }, accepted: 1 },
    { when: 'a moment that is none', first: {}, next: { at: '2026-02-30T22:00:00Z' }, accepted: 1 },
    { when: 'a moment before 1900', first: {}, next: { at: '1899-12-31T23:59:59Z' }, accepted: 1 },
    { when: 'a moment of seven digits of a second', first: {}, next: { at: '2026-03-31T22:00:00.0000000Z' }, accepted: 1 },
    { when: 'a moment in another spelling', first: {}, next: { at: '2026-03-31 22:00Z' }, accepted: 2 },
    { when: 'a date without a zone', first: {}, next: { at: '2026-03-31' }, accepted: 1 },
    { when: 'a date with a zone', first: { at: '2026-03-31', zone: 'Europe/Berlin' }, next: { at: '2026-02-30', zone: 'Europe/Berlin' }, accepted: 1 },
    { when: 'a date in a zone that does not exist', first: { at: '2026-03-31', zone: 'Europe/Berlin' }, next: { at: '2026-03-31', zone: 'Europe/Bonn' }, accepted: 1 },
    {
      when: 'a day that does not begin then',
      first: { precision: 'day', zone: 'Europe/Berlin' },
      next: { precision: 'day', zone: 'Europe/Berlin', at: '2026-03-31T22:00:01Z' },
      accepted: 1,
    },
    { when: 'the order of the source below nothing', first: {}, next: { seq: '-1' }, accepted: 1 },
    { when: 'the order of the source beyond safe integers', first: {}, next: { seq: '9007199254740993' }, accepted: 1 },
    { when: 'a quoted quote', first: {}, next: { note: 'say "hi"', lead_id: 'l"2' }, accepted: 2 },
    { when: 'a known_at that is compact', first: {}, next: { known_at: '20260331' }, accepted: 1 },
  ])('$when', ({ first, next, accepted }) => {
    const text = printed([{ ...good, ...first }, { ...good, ...next }, { ...good, ...first }]);
    const found = unwrap(importColumns(GENERIC_MAPPING, text));
    expect(agree(GENERIC_MAPPING, text, found)).toBe(accepted + 1);
    // And row by row, against the definition.
    const { rows: all } = unwrap(readCsv(text));
    const [plan, reader] = [planOf(GENERIC_MAPPING), readerOf(GENERIC_MAPPING)];
    for (const row of all) expect(reader.read(row)).toEqual(readRow(plan, row));
  });
});

test('a text of ten thousand rows with one id of a lead is ten thousand events of one lead', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `e${String(i)},touch,2026-03-31T09:00:00Z,one,marketing,automation`);
  const { log, accepted } = unwrap(importColumns(GENERIC_MAPPING, ['id,type,at,lead_id,party,kind', ...lines].join('\n')));
  expect([accepted, log.leads]).toEqual([10_000, ['one']]);
});

test.each([
  { when: 'no header', text: '', code: 'crm.no_header' },
  { when: 'a column that is missing', text: 'id,type,party\n1,2,3\n', code: 'crm.column_missing' },
  { when: 'two columns of one name', text: 'id,id\n', code: 'crm.duplicate_column' },
  { when: 'a text that is not UTF-8', text: Buffer.from([0x69, 0x64, 0x0a, 0xff, 0x0a]), code: 'crm.not_utf8' },
])('$when is said once, and nothing is read', ({ text, code }) => {
  expect(importColumns(GENERIC_MAPPING, text)).toMatchObject({ ok: false, issues: [{ code }] });
});

test('a text of which no rule takes a row says so on top', () => {
  const never: Mapping = { ...WIDE, ignoreRows: [], ignoreColumns: [], rules: WIDE.rules.slice(0, 1) };
  const text = 'id,email,mql_day,size,public,money\nl1,a,,,,\nl2,b,,,,\n';
  const { notices, rejected } = unwrap(importColumns(never, text));
  expect([rejected, notices]).toMatchObject([2, [{ code: 'crm.nothing_taken', params: { rows: 2, rules: ['mql'] } }]]);
});
