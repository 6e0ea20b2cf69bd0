import { fileURLToPath } from 'node:url';
import { createLifecycle, encode, foldMany, followMany, judgeMany, replay, replayMany, resolve, tableOf, type BulkReplay, type FoldedLog, type Replay } from 'revpact/lifecycle';
import type { LeadEvent, LogColumns } from 'revpact/vocabulary';
import { INPUT_AND_64_BYTES, main, type Benchmark, type Case, type Comparison } from '../harness.js';
import { switchEvents } from './anchors/switch-events.js';
import { switchLocals, type Answered } from './anchors/switch-locals.js';
import { tableWalk } from './anchors/table-walk.js';
import { typescriptFsm } from './anchors/typescript-fsm.js';
import { xstateActor } from './anchors/xstate-actor.js';
import { xstateFolding } from './anchors/xstate-folding.js';
import { xstateSharedScope } from './anchors/xstate-shared-scope.js';
import { columnsFile } from './columns-file.js';
import { framework, NUMBER, REFUSED } from './framework.js';
import { asLog, inOrder, leadEvents, prepared, type Order } from './log.js';

const LARGE = 5_000_000;
const lifecycle = createLifecycle(framework);
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
const columns = once((size, order) =>
  columnsFile(fileURLToPath(new URL(`replay12-${order}-${String(size)}.columns`, import.meta.url)), () => encode(lifecycle, asLog(events(size, order))).columns),
);
const foldedOf = (log: LogColumns): FoldedLog => {
  const folded = foldMany(lifecycle, log);
  if (!folded.ok) throw new Error(folded.issues[0]?.message);
  return folded.value;
};
const folded = once((size, order) => foldedOf(columns(size, order)));
const replayed = (log: LogColumns): BulkReplay => {
  const all = replayMany(lifecycle, log);
  if (!all.ok) throw new Error(all.issues[0]?.message);
  return all.value;
};

const all = (size: number): number => size;
/** Slow peers get the beginning of the log; the first events of a larger log are those of a smaller one. */
const beginning = (size: number): number => Math.min(100_000, Math.floor(size / 10));
const begun = once((size, order) => (order === 'grouped' ? leadEvents(beginning(size)) : events(size, order).slice(0, beginning(size))));
const ready = once((size, order) => prepared(begun(size, order)));

/** For hand-written code: the answers and recorded stages as the library numbers them, grouped by lead. */
const answered = once((size, order): Answered => {
  const { order: rows, cell } = folded(size, order);
  const type = Uint8Array.from(rows.rows, (row) => columns(size, order).type[row] ?? 0);
  const rest = cell.map((at, i) => (at - (table.offsets[type[i] ?? 0] ?? 0)) / table.stages.length);
  return {
    starts: rows.starts,
    type,
    answers: Uint8Array.from(rest, (value, i) => value & ((1 << (table.guardBits[type[i] ?? 0] ?? 0)) - 1)),
    enters: Uint8Array.from(rest, (value, i) => value >> (table.guardBits[type[i] ?? 0] ?? 0)),
  };
});

/** Each event's stage after, and whether it was refused, from what `replay` found. */
const verdictsOf = (input: readonly LeadEvent[], { visits, violations }: Replay): Uint8Array => {
  const verdicts = new Uint8Array(input.length);
  const entered = new Map(visits.map(({ enteredEvent, stage }) => [enteredEvent, NUMBER.get(stage) ?? 0]));
  const refused = new Set(violations.map(({ event }) => event));
  const at = new Map<string, number>();
  input.forEach(({ leadId, id }, order) => {
    const stage = entered.get(id) ?? at.get(leadId) ?? 0;
    at.set(leadId, stage);
    verdicts[order] = stage | (refused.has(id) ? REFUSED : 0);
  });
  return verdicts;
};

/** A case that is given its input ready and gives its result at once. */
const timed = <T, R>(name: string, items: Case['items'], input: (size: number) => T, run: (input: T) => R, verdicts: (result: R, input: T) => Uint8Array): Case => ({
  name,
  items,
  prepare: (size) => {
    const given = input(size);
    return () => {
      const result = run(given);
      return () => verdicts(result, given);
    };
  },
});
const itself = (verdicts: Uint8Array): Uint8Array => verdicts;
const theirs = ({ verdicts }: { readonly verdicts: Uint8Array }): Uint8Array => verdicts;

/** From columns that are folded and in order: what is left is to walk the table. */
const kernels: readonly Case[] = [
  timed('verdicts', all, (size) => folded(size, 'grouped'), judgeMany, theirs),
  timed('visits', all, (size) => ({ folded: folded(size, 'grouped'), log: columns(size, 'grouped') }), (input) => followMany(input.log, input.folded), theirs),
  timed('table walk', all, (size) => ({ lead: columns(size, 'grouped').lead, places: folded(size, 'grouped').cell }), ({ lead, places }) => tableWalk(table.cells, lead, places), itself),
  timed('switch on locals', all, (size) => answered(size, 'grouped'), switchLocals, itself),
];

const fed: readonly Case[] = [
  timed('typescript-fsm', beginning, (size) => ready(size, 'grouped'), ({ rows, leads }) => typescriptFsm(rows, leads), itself),
  timed('xstate shared scope', beginning, (size) => ready(size, 'grouped'), ({ rows, leads }) => xstateSharedScope(rows, leads), itself),
  timed('xstate actor.send', beginning, (size) => ready(size, 'grouped'), ({ rows, leads }) => xstateActor(rows, leads), itself),
];

const xstateFoldingIn = (order: Order): Case => timed(`xstate folding, ${order}`, beginning, (size) => begun(size, order), xstateFolding, itself);

const columnCases = (order: Order): readonly Case[] => [
  timed(`columns, ${order}`, all, (size) => columns(size, order), replayed, theirs),
  timed(`columns to verdicts, ${order}`, all, (size) => columns(size, order), (log) => judgeMany(foldedOf(log)), theirs),
  xstateFoldingIn(order),
];

const objectCases = (order: Order): readonly Case[] => [
  timed(`replay, ${order}`, all, (size) => events(size, order), (input) => replay(lifecycle, asLog(input)), (result, input) => verdictsOf(input, result)),
  timed(`resolve and replay, ${order}`, all, (size) => events(size, order), (input) => replay(lifecycle, resolve(input)), (result, input) => verdictsOf(input, result)),
  timed(`encode and columns, ${order}`, all, (size) => events(size, order), (input) => replayed(encode(lifecycle, asLog(input)).columns), theirs),
  timed(`switch on events, ${order}`, all, (size) => events(size, order), switchEvents, itself),
  timed(`resolve and switch, ${order}`, all, (size) => events(size, order), (input) => ({ input, log: resolve(input).events as readonly LeadEvent[] }), ({ log, input }) => inPlaces(switchEvents(log), log, input)),
];

/** Verdicts in the order of a log, in that of another with the same events. */
const inPlaces = (verdicts: Uint8Array, log: readonly LeadEvent[], input: readonly LeadEvent[]): Uint8Array => {
  const places = new Map(log.map(({ id }, place) => [id, place]));
  return Uint8Array.from(input, ({ id }) => verdicts[places.get(id) ?? 0] ?? 0);
};

// What each goal rests on is in bench/README.md.
const floorGoals: readonly Comparison[] = [
  { case: 'verdicts', anchor: 'switch on locals', goal: 1 },
  { case: 'verdicts', anchor: 'table walk', goal: 0.8 },
  { case: 'visits', anchor: 'table walk', goal: 0.12 },
];

const fedGoals: readonly Comparison[] = [
  { case: 'verdicts', anchor: 'xstate shared scope', goal: 150 },
  { case: 'verdicts', anchor: 'xstate actor.send', goal: 150 },
  { case: 'verdicts', anchor: 'typescript-fsm', goal: 5 },
  { case: 'visits', anchor: 'xstate shared scope', goal: 60 },
];

const columnGoals = (order: Order): readonly Comparison[] => [
  { case: `columns to verdicts, ${order}`, anchor: `xstate folding, ${order}`, goal: 50 },
  { case: `columns, ${order}`, anchor: `xstate folding, ${order}`, goal: 30 },
  { case: `columns, ${order}`, anchor: INPUT_AND_64_BYTES, goal: 1 },
];

const objectGoals = (order: Order): readonly Comparison[] => [
  { case: `replay, ${order}`, anchor: `xstate folding, ${order}`, goal: 3 },
  { case: `replay, ${order}`, anchor: `switch on events, ${order}`, goal: 0.12 },
  { case: `encode and columns, ${order}`, anchor: `switch on events, ${order}`, goal: 0.15 },
  { case: `resolve and replay, ${order}`, anchor: `xstate folding, ${order}`, goal: 1 },
  { case: `resolve and replay, ${order}`, anchor: `resolve and switch, ${order}`, goal: 0.33 },
];

const isLarge = process.argv.includes('--large');

const benchmark: Benchmark = {
  name: 'replay',
  size: isLarge ? LARGE : 1_000_000,
  quickSize: 200_000,
  files: (size) => {
    columns(size, 'grouped');
    if (!isLarge) columns(size, 'timed');
  },
  cases: [],
  comparisons: [],
  // Five million events as objects would measure the collector: in the large run they are columns.
  parts: [
    { cases: kernels, comparisons: floorGoals },
    { cases: [...kernels, ...fed, ...columnCases('grouped')], comparisons: [...fedGoals, ...columnGoals('grouped')] },
    ...(isLarge ? [] : [{ cases: columnCases('timed'), comparisons: columnGoals('timed') }]),
    ...(isLarge ? [] : [{ cases: [...objectCases('grouped'), xstateFoldingIn('grouped')], comparisons: objectGoals('grouped') }]),
    ...(isLarge ? [] : [{ cases: [...objectCases('timed'), xstateFoldingIn('timed')], comparisons: objectGoals('timed') }]),
  ],
};

main(benchmark, process.argv.slice(2));
