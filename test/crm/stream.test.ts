import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { eventReader, GENERIC_MAPPING, importEvents, type Mapping, type Row } from 'revpact/crm';
import { planOf, readRow } from '../../src/crm/reading/read-row.js';
import { readerOf } from '../../src/crm/reading/event-reader.js';
import { genericRow, WIDE, wideRow } from '../support/dirty-rows.js';
import { row } from '../support/crm-rows.js';

const numbered = (all: readonly Record<string, string | null>[]): readonly Row[] => all.map((cells, i) => ({ line: i + 2, cells }));

describe('a row that was learned from is read as one that was looked at', () => {
  test.each([
    { name: 'generic', mapping: GENERIC_MAPPING, rows: genericRow },
    { name: 'wide', mapping: WIDE, rows: wideRow },
  ] as { name: string; mapping: Mapping; rows: fc.Arbitrary<Record<string, string | null>> }[])('law: $name rows, good and bad, issue for issue', ({ mapping, rows }) => {
    const plan = planOf(mapping);
    const seen = { accepted: 0, rejected: 0, ignored: 0 };
    const reader = readerOf(mapping);
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 30 }), (all) => {
        for (const one of numbered(all)) {
          const read = reader.read(one);
          seen[read.kind] += 1;
          expect(read).toEqual(readRow(plan, one));
          // Also the order of keys, which JSON shows.
          expect(JSON.stringify(read)).toBe(JSON.stringify(readRow(plan, one)));
        }
      }),
      { numRuns: 400 },
    );
    // The law would say little if hardly a row were accepted.
    expect(seen.accepted).toBeGreaterThan(200);
    expect(seen.rejected).toBeGreaterThan(200);
  });
});

describe('a reader for rows that come one at a time', () => {
  const header = Object.keys(row().cells);

  test('counts what it was given, and holds nothing of it', async () => {
    const reader = unwrap(eventReader(GENERIC_MAPPING, header));
    async function* source() {
      yield await Promise.resolve(row());
      yield await Promise.resolve(row({ id: 'e2', at: 'soon' }, 3));
      yield await Promise.resolve(row({ id: 'e3' }, 4));
    }
    const kinds: string[] = [];
    for await (const one of source()) kinds.push(reader.read(one).kind);
    expect(kinds).toEqual(['accepted', 'rejected', 'accepted']);
    expect(reader.counts()).toEqual({ read: 3, accepted: 2, rejected: 1, ignored: 0 });
    expect(reader.notices()).toEqual([]);
  });

  test('two readers know nothing of each other', () => {
    const [one, other] = [unwrap(eventReader(GENERIC_MAPPING, header)), unwrap(eventReader(GENERIC_MAPPING, header))];
    one.read(row());
    expect(other.counts().read).toBe(0);
    expect(other.read(row({ id: 'e9' }))).toMatchObject({ kind: 'accepted', events: [{ id: 'e9' }] });
  });

  test('a header that lacks columns is refused before any row', () => {
    expect(eventReader(GENERIC_MAPPING, ['id', 'type'])).toMatchObject({ ok: false, issues: [{ code: 'crm.column_missing' }, { code: 'crm.column_missing' }] });
  });

  test('what is no row is rejected, not thrown at', () => {
    // Against its type on purpose: rows come from callers that no compiler checked.
    const strange = [undefined, null, 5, {}, { line: 2 }, { line: 2, cells: null }] as unknown as Row[];
    const { rejected, rejectedRows } = unwrap(importEvents(GENERIC_MAPPING, strange));
    expect(rejected).toBe(6);
    expect(new Set(rejectedRows.map(({ issues }) => issues[0]?.code))).toEqual(new Set(['crm.not_row']));
  });

  test('an event is no part of another: what one caller changes, the next does not see', () => {
    const { events } = unwrap(importEvents(GENERIC_MAPPING, [row({ Budget: '1' }), row({ id: 'e2', Budget: '2' }), row({ id: 'e3', Budget: '3' })]));
    expect(events.map(({ attributes }) => attributes?.['Budget'])).toEqual(['1', '2', '3']);
    expect(events.every(({ attributes }) => Object.isFrozen(attributes))).toBe(true);
  });
});
