import { expect, test } from 'vitest';
import { GENERIC_MAPPING, importColumns, importEvents, readCsv } from 'revpact/crm';
import { createLifecycle, encode, replayMany, resolve } from 'revpact/lifecycle';
import { salesforce } from 'revpact/vocabulary';

const HEADER = 'id,type,at,precision,zone,lead_id,party,kind,stage';
const text = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');

test('columns keep which moments are known to the day only, each with the end of its day, as the events do', () => {
  const csv = text(
    'e1,inquiry,2026-10-25T09:00:00Z,,,ann,marketing,automation,',
    'e2,qualified,2026-10-25,,Europe/Berlin,ann,sales,human,closed_converted',
    'e3,touch,2026-10-25T22:30:00Z,,,ann,marketing,automation,',
    'e4,qualified,2026-10-25,,America/New_York,bob,sales,human,closed_converted',
    'e5,qualified,2026-10-26,,Europe/Berlin,bob,sales,human,closed_converted',
    'e6,qualified,2026-10-27,,Europe/Berlin,cid,sales,human,closed_converted',
  );
  const imported = importColumns(GENERIC_MAPPING, csv);
  if (!imported.ok) throw new Error(imported.issues[0]?.message);
  expect(imported.value.rejectedRows).toEqual([]);
  const { log } = imported.value;
  const end = (day: string): number => Date.parse(day);
  // The day on which the clocks go back in Berlin has 25 hours; New York's clocks go back a week later.
  expect([...(log.dayEnd ?? [])]).toEqual([NaN, end('2026-10-25T23:00Z'), NaN, end('2026-10-26T04:00Z'), end('2026-10-26T23:00Z'), end('2026-10-27T23:00Z')]);

  const lifecycle = createLifecycle(salesforce);
  const rows = readCsv(csv);
  const read = rows.ok ? importEvents(GENERIC_MAPPING, rows.value.rows) : rows;
  if (!read.ok) throw new Error(read.issues[0]?.message);
  const resolved = resolve(read.value.events);
  const encoded = encode(lifecycle, resolved);
  const ids = read.value.events.map(({ id }) => id);
  const replayed = [replayMany(lifecycle, log), replayMany(lifecycle, encoded.columns)];
  const [ofText, ofEvents] = replayed.map((one) => (one.ok ? [...one.value.ties] : []));
  expect(ofText?.map((row) => ids[row])).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
  expect(ofEvents?.map((row) => resolved.events[encoded.orders[row] ?? 0]?.id).sort()).toEqual(['e1', 'e2', 'e3', 'e4', 'e5']);
});

test('where no moment is, there is no such column', () => {
  const imported = importColumns(GENERIC_MAPPING, text('e1,inquiry,2026-10-25T09:00:00Z,,,ann,marketing,automation,'));
  expect(imported.ok && imported.value.log.dayEnd).toBe(undefined);
});
