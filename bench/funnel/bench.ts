import { main, type Benchmark, type Case } from '../harness.js';
import { duckdb, duckdbFile, duckdbFunnel } from './anchors/duckdb.js';
import { objectFunnel, objectsOf } from './anchors/objects.js';
import { entriesFile } from './entries.js';
import { columnsOf, ourFunnel } from './ours.js';
import { bytesOf, type StageRow } from './result.js';

const all = (size: number): number => size;

const timed = <Input>(name: string, items: Case['items'], input: (size: number) => Input | Promise<Input>, run: (input: Input) => readonly StageRow[] | Promise<readonly StageRow[]>): Case => ({
  name,
  items,
  prepare: async (size) => {
    const given = await input(items(size));
    return async () => {
      const rows = await run(given);
      return () => bytesOf(rows);
    };
  },
});

const peers: readonly Case[] = [1, 2].map((threads) => timed(`DuckDB, ${String(threads)} thread${threads === 1 ? '' : 's'}`, all, (size) => duckdb(size, threads), duckdbFunnel));

// Linear: ours at several sizes, each for itself.
const sizes = [1, 2, 5, 10];
const share = (millions: number) => (size: number): number => (size / 5) * millions;

const benchmark: Benchmark = {
  name: 'funnel',
  size: 5_000_000,
  quickSize: 500_000,
  files: async (size) => {
    for (const millions of sizes) entriesFile(share(millions)(size));
    await duckdbFile(size);
  },
  cases: [],
  // What each goal rests on is in bench/README.md.
  comparisons: [],
  parts: [
    {
      cases: [timed('funnelMany', all, columnsOf, ourFunnel), ...peers],
      comparisons: [
        { case: 'funnelMany', anchor: 'DuckDB, 1 thread', goal: 2.5 },
        { case: 'funnelMany', anchor: 'DuckDB, 2 threads', goal: 1.5, by: 'wall' },
        { case: 'funnelMany', anchor: 'DuckDB, 1 thread', goal: 1.7, by: 'memory' },
        { case: 'funnelMany', anchor: 'DuckDB, 2 threads', goal: 1.8, by: 'memory' },
      ],
    },
    // By itself: a heap of millions of objects slows down whatever allocates.
    {
      cases: [timed('funnelMany', all, columnsOf, ourFunnel), timed('objects', all, (size) => objectsOf(entriesFile(size)), objectFunnel)],
      comparisons: [{ case: 'funnelMany', anchor: 'objects', goal: 8 }],
    },
    {
      cases: sizes.map((millions) => timed(`${String(millions)}/5 of it`, share(millions), columnsOf, ourFunnel)),
      // The time an entry at twice the size, at five and at ten times: at most 1.7 times that of the smallest.
      comparisons: sizes.slice(1).map((millions) => ({ case: `${String(millions)}/5 of it`, anchor: '1/5 of it', goal: 0.6, timeOnly: true })),
    },
  ],
};

main(benchmark, process.argv.slice(2));
