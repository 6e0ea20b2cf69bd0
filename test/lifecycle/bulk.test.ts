import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, encode, REFUSED, replay, replayMany, resolve, STAGE_BITS, tableOf, type EventColumns, type Lifecycle } from 'revpact/lifecycle';
import { STANDARD_FRAMEWORKS, sirius2006, type Event } from 'revpact/vocabulary';
import { accepts, delivers, inquires, logOf, qualifies } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

/** The same verdicts, stage after and refused, from `replay`. */
const slowly = (lifecycle: Lifecycle, events: readonly Event[]) => {
  const log = resolve(events);
  const { visits, violations, states } = replay(lifecycle, log);
  const refused = new Set(violations.map(({ order }) => order));
  const entered = new Map(visits.map(({ enteredOrder, stage }) => [enteredOrder, stage]));
  const at = new Map<string, string>();
  const verdicts = log.events.map((event, order) => {
    const lead = 'leadId' in event ? (event.leadId ?? '') : '';
    at.set(lead, entered.get(order) ?? at.get(lead) ?? 'start');
    return `${at.get(lead) ?? ''}${refused.has(order) ? ', refused' : ''}`;
  });
  return { verdicts, final: [...states].map(([lead, { stage }]) => `${lead} in ${stage}`) };
};

const quickly = (lifecycle: Lifecycle, events: readonly Event[]) => {
  const table = tableOf(lifecycle);
  const { columns, leadIds } = encode(lifecycle, resolve(events));
  const { verdicts, final } = replayMany(table, columns);
  return {
    verdicts: [...verdicts].map((byte) => `${table.stages[byte & STAGE_BITS] ?? '?'}${(byte & REFUSED) === 0 ? '' : ', refused'}`),
    final: leadIds.map((lead, i) => `${lead} in ${table.stages[final[i] ?? 0] ?? '?'}`),
  };
};

describe.each(STANDARD_FRAMEWORKS)('bulk replay of $id', (framework) => {
  const lifecycle = createLifecycle(framework);

  test('is replay', () => {
    fc.assert(
      fc.property(anyLog(framework), (events) => {
        expect(quickly(lifecycle, events)).toEqual(slowly(lifecycle, events));
      }),
      { numRuns: 300 },
    );
  });
});

describe('bulk replay', () => {
  const lifecycle = createLifecycle(sirius2006);
  const table = tableOf(lifecycle);

  test('does not care whether rows are grouped by lead or mixed', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), (events) => {
        const { columns, leadIds } = encode(lifecycle, resolve(events));
        const rows = [...columns.lead.keys()].sort((a, b) => (columns.lead[a] ?? 0) - (columns.lead[b] ?? 0) || a - b);
        const pick = <C extends Uint8Array | Uint16Array | Uint32Array>(column: C): C => column.map((_, i) => column[rows[i] ?? 0] ?? 0) as C;
        const { lead, event, guards, enters, leads } = columns;
        const grouped = replayMany(table, { lead: pick(lead), event: pick(event), guards: pick(guards), enters: pick(enters), leads });
        const mixed = replayMany(table, columns);
        expect(grouped.final).toEqual(mixed.final);
        expect([...grouped.verdicts]).toEqual(rows.map((row) => mixed.verdicts[row]));
        expect(leadIds).toHaveLength(leads);
      }),
    );
  });

  test('leaves the column of named stages out where no event names one', () => {
    const { columns } = encode(lifecycle, logOf(inquires, qualifies, delivers, accepts));
    const { lead, event, guards, leads } = columns;
    expect(replayMany(table, { lead, event, guards, leads })).toEqual(replayMany(table, columns));
  });

  test('the empty log', () => {
    expect(replayMany(table, encode(lifecycle, resolve([])).columns)).toEqual({ verdicts: new Uint8Array(0), final: new Uint8Array(0) });
  });

  test.each<{ when: string; change: Partial<EventColumns>; says: string }>([
    { when: 'a column too short', change: { event: new Uint8Array(1) }, says: 'columns differ in length' },
    { when: 'a lead that is not counted', change: { lead: Uint32Array.of(0, 1) }, says: 'row 1' },
    { when: 'an event type that does not exist', change: { event: Uint8Array.of(0, 34) }, says: 'row 1' },
    { when: 'an answer that nobody asked for', change: { guards: Uint16Array.of(256, 0) }, says: 'row 0' },
    { when: 'a stage beyond the last', change: { enters: Uint8Array.of(0, 12) }, says: 'row 1' },
  ])('$when is refused', ({ change, says }) => {
    const good = { lead: Uint32Array.of(0, 0), event: Uint8Array.of(0, 4), guards: new Uint16Array(2), enters: new Uint8Array(2), leads: 1 };
    expect([...replayMany(table, good).verdicts]).toEqual([1, 2]);
    expect(() => replayMany(table, { ...good, ...change })).toThrow(says);
  });
});
