import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLifecycle, encode, replay, replayMany, tableOf, type EventColumns, type Replay } from 'revpact/lifecycle';
import { sirius2006, type LeadEvent } from 'revpact/vocabulary';
import { main, type Benchmark, type Case } from '../harness.js';
import { switchEvents } from './anchors/switch-events.js';
import { switchImmutable } from './anchors/switch-immutable.js';
import { switchLocals } from './anchors/switch-locals.js';
import { placesOf, tableWalk } from './anchors/table-walk.js';
import { NUMBER, REFUSED } from './anchors/verdict.js';
import { xstateActor } from './anchors/xstate-actor.js';
import { xstateSharedScope } from './anchors/xstate-shared-scope.js';
import { asLog, inOrder, leadEvents, prepared, type Order } from './log.js';

const lifecycle = createLifecycle(sirius2006);
const table = tableOf(lifecycle);
const once = <T>(make: (size: number, order: Order) => T): ((size: number, order: Order) => T) => {
  const made = new Map<string, T>();
  return (size, order) => {
    const key = `${String(size)} ${order}`;
    const value = made.get(key) ?? make(size, order);
    made.set(key, value);
    return value;
  };
};

const events = once((size, order) => inOrder(leadEvents(size), order));
const rows = once((size, order) => prepared(events(size, order)));

/** Columns are kept in a file, so that a process which measures memory need not make a million objects first. */
const columns = once((size, order): Required<EventColumns> => {
  const path = fileURLToPath(new URL(`replay-${order}-${String(size)}.columns`, import.meta.url));
  if (!existsSync(path)) {
    const made = encode(lifecycle, asLog(events(size, order))).columns;
    mkdirSync(fileURLToPath(new URL('.', import.meta.url)), { recursive: true });
    writeFileSync(path, Buffer.concat([Uint32Array.of(made.leads), made.lead, made.guards, made.event, made.enters].map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength))));
  }
  const { buffer, byteOffset } = readFileSync(path);
  const bytes = buffer.slice(byteOffset, byteOffset + 4 + 8 * size);
  return {
    leads: new Uint32Array(bytes, 0, 1)[0] ?? 0,
    lead: new Uint32Array(bytes, 4, size),
    guards: new Uint16Array(bytes, 4 + 4 * size, size),
    event: new Uint8Array(bytes, 4 + 6 * size, size),
    enters: new Uint8Array(bytes, 4 + 7 * size, size),
  };
});

const all = (size: number): number => size;
const prefix = (size: number): number => Math.floor(size / 10);

/** Each event's stage after, and whether it was refused, from what `replay` found. */
const verdictsOf = (input: readonly LeadEvent[], { visits, violations }: Replay): Uint8Array => {
  const verdicts = new Uint8Array(input.length);
  const entered = new Map(visits.map(({ enteredOrder, stage }) => [enteredOrder, NUMBER.get(stage) ?? 0]));
  const refused = new Set(violations.map(({ order }) => order));
  const at = new Map<string, number>();
  input.forEach(({ leadId }, order) => {
    const stage = entered.get(order) ?? at.get(leadId) ?? 0;
    at.set(leadId, stage);
    verdicts[order] = stage | (refused.has(order) ? REFUSED : 0);
  });
  return verdicts;
};

/** A case that is given its input ready and gives its verdicts at once. */
const walk = <T>(name: string, items: Case['items'], input: (size: number) => T, run: (input: T) => Uint8Array): Case => ({
  name,
  items,
  prepare: (size) => {
    const ready = input(size);
    return () => {
      const verdicts = run(ready);
      return () => verdicts;
    };
  },
});

const casesIn = (order: Order): readonly Case[] => {
  const cols = (size: number) => columns(size, order);
  const whole = (size: number) => events(size, order);
  const begun = (size: number) => whole(size).slice(0, prefix(size));
  const ready = (size: number) => rows(size, order);
  const readyBegun = (size: number) => ({ rows: ready(size).rows.slice(0, prefix(size)), leads: ready(size).leads });
  return [
    walk(`columns, ${order}`, all, cols, (input) => replayMany(table, input).verdicts),
    walk(`encode and columns, ${order}`, all, whole, (input) => replayMany(table, encode(lifecycle, asLog(input)).columns).verdicts),
    {
      name: `replay, ${order}`,
      items: all,
      prepare: (size) => {
        const input = whole(size);
        return () => {
          const replayed = replay(lifecycle, asLog(input));
          return () => verdictsOf(input, replayed);
        };
      },
    },
    walk(`table walk, ${order}`, all, (size) => ({ ...cols(size), places: placesOf(table, cols(size)) }), ({ lead, places, leads }) => tableWalk(table.cells, lead, places, leads)),
    walk(`switch on locals, ${order}`, all, cols, switchLocals),
    walk(`switch, immutable, ${order}`, all, ready, (input) => switchImmutable(input.rows, input.leads)),
    walk(`fold and switch, ${order}`, all, whole, (input) => {
      const folded = prepared(input);
      return switchImmutable(folded.rows, folded.leads);
    }),
    walk(`switch on events, ${order}`, all, whole, switchEvents),
    walk(`xstate shared scope, ${order}`, prefix, readyBegun, (input) => xstateSharedScope(input.rows, input.leads)),
    walk(`xstate actor.send, ${order}`, prefix, readyBegun, (input) => xstateActor(input.rows, input.leads)),
    walk(`fold and xstate, ${order}`, prefix, begun, (input) => {
      const folded = prepared(input);
      return xstateSharedScope(folded.rows, folded.leads);
    }),
  ];
};

// What each goal rests on is in bench/README.md.
const comparisonsIn = (order: Order): Benchmark['comparisons'] =>
  (
    [
      ['columns', 'xstate shared scope', 100],
      ['columns', 'xstate actor.send', 120],
      ['columns', 'switch, immutable', 6],
      ['columns', 'switch on locals', 1],
      ['columns', 'table walk', 0.33],
      ['encode and columns', 'fold and xstate', 5],
      ['encode and columns', 'fold and switch', 1.2],
      ['encode and columns', 'switch on events', 0.3],
      ['replay', 'fold and xstate', 1.5],
      ['replay', 'fold and switch', 0.4],
    ] as const
  ).map(([ours, anchor, goal]) => ({ case: `${ours}, ${order}`, anchor: `${anchor}, ${order}`, goal }));

const benchmark: Benchmark = {
  name: 'replay',
  size: 1_000_000,
  quickSize: 200_000,
  files: (size) => {
    columns(size, 'grouped');
    columns(size, 'timed');
  },
  cases: [...casesIn('grouped'), ...casesIn('timed')],
  comparisons: [...comparisonsIn('grouped'), ...comparisonsIn('timed')],
};

main(benchmark, process.argv.slice(2));
