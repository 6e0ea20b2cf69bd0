import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/** One way to do the work. */
export interface Case {
  readonly name: string;
  /** How many items it does of `size`: all, or the prefix that a very slow peer is given. */
  readonly items: (size: number) => number;
  /** Make the input, untimed. What comes back is timed; what that gives, untimed again, is one result byte an item. */
  readonly prepare: (size: number) => () => () => Uint8Array;
}

/** Ours against a peer, on the same input. */
export interface Comparison {
  readonly case: string;
  readonly anchor: string;
  /** How many times faster than the anchor ours must be at least. */
  readonly goal: number;
}

export interface Benchmark {
  readonly name: string;
  readonly size: number;
  readonly quickSize: number;
  /** Write what cases read from files, in a process of its own, so that no case's memory holds what it was made of. */
  readonly files: (size: number) => void;
  readonly cases: readonly Case[];
  readonly comparisons: readonly Comparison[];
}

const ROUNDS = 7;
/** A case is repeated within its round until it takes this long, or the clock would say more about itself. */
const SHORTEST_MS = 40;

/**
 * Run all cases interleaved (A B C, A B C, …), one round to warm up and seven to count, and hold every comparison against
 * its goal. Time is the processor time of the whole process, collector and compiler included: on a shared machine the
 * clock on the wall measures the neighbours. Exits with 1 where results differ and with 2 where a goal is missed.
 */
export const main = (benchmark: Benchmark, flags: readonly string[]): void => {
  const size = flags.includes('--quick') ? benchmark.quickSize : benchmark.size;
  const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);
  if (flags.includes('--files')) benchmark.files(size);
  else if (only === undefined) compare(benchmark, size, flags);
  else runAlone(benchmark, size, only);
};

/** In a process of its own: one case, once; says how much memory the process took at most. */
const runAlone = ({ cases }: Benchmark, size: number, only: string): void => {
  cases.find(({ name }) => name === only)?.prepare(size)();
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
};

const again = (flags: readonly string[], ...more: readonly string[]): string =>
  spawnSync(process.execPath, [process.argv[1] ?? '', ...flags, ...more], { encoding: 'utf8' }).stdout;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const compare = (benchmark: Benchmark, size: number, flags: readonly string[]): void => {
  const { name: bench, cases, comparisons } = benchmark;
  // Memory first: a process started by a large one inherits its peak.
  again(flags, '--files');
  const memory = new Map([NOTHING, ...cases.map(({ name }) => name)].map((name) => [name, Math.round(Number(again(flags, `--only=${name}`)))]));

  const ready = cases.map(({ name, items, prepare }) => ({ name, items: items(size), run: prepare(size) }));
  const results = new Map(ready.map(({ name, run }) => [name, run()()]));
  const repeats = new Map(
    ready.map(({ name, run }) => {
      const start = cpuMs();
      run();
      return [name, Math.min(20, Math.ceil(SHORTEST_MS / (cpuMs() - start)))];
    }),
  );
  const times = new Map(ready.map(({ name }) => [name, new Array<number>()]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, items, run } of ready) {
      const often = repeats.get(name) ?? 1;
      const start = cpuMs();
      for (let i = 0; i < often; i += 1) run();
      times.get(name)?.push(((cpuMs() - start) * 1e6) / items / often);
    }
  }

  const rows = comparisons.map(({ case: ours, anchor, goal }) => {
    const ratios = (times.get(anchor) ?? []).map((ns, round) => ns / (times.get(ours)?.[round] ?? NaN));
    const [a, b] = [results.get(ours) ?? new Uint8Array(0), results.get(anchor) ?? new Uint8Array(0)];
    const common = Math.min(a.length, b.length);
    return {
      bench,
      case: ours,
      anchor,
      ratio: round2(quantile(ratios, 0.5)),
      goal,
      digestEqual: common > 0 && digest(a.subarray(0, common)) === digest(b.subarray(0, common)),
      nsPerItem: round2(quantile(times.get(ours) ?? [], 0.5)),
      peakRssMiB: memory.get(ours) ?? null,
      lowerQuartile: round2(quantile(ratios, 0.25)),
    };
  });

  if (flags.includes('--json')) rows.forEach((row) => process.stdout.write(`${JSON.stringify(row)}\n`));
  else print(benchmark, size, rows, times, memory, results);
  if (rows.some((row) => !row.digestEqual)) process.exitCode = 1;
  else if (rows.some((row) => row.lowerQuartile < row.goal)) process.exitCode = 2;
};

/** What a process takes that loads the library and does nothing. */
const NOTHING = '(nothing)';

/** Nearest rank: with seven rounds the median is the fourth and the lower quartile the second. */
const quantile = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length) - 1)] ?? NaN;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

const round2 = (value: number): number => Math.round(value * 100) / 100;

const print = (
  { name }: Benchmark,
  size: number,
  rows: readonly { readonly case: string; readonly anchor: string; readonly ratio: number; readonly lowerQuartile: number; readonly goal: number; readonly digestEqual: boolean }[],
  times: ReadonlyMap<string, readonly number[]>,
  memory: ReadonlyMap<string, number>,
  results: ReadonlyMap<string, Uint8Array>,
): void => {
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  say(`${name}: ${size.toLocaleString('en')} items, ${String(ROUNDS)} interleaved rounds\n`);
  say('case                              ns/item   peak MiB  items        digest');
  say(`${NOTHING.padEnd(41)} ${String(memory.get(NOTHING) ?? '?').padStart(10)}`);
  for (const [one, ns] of times) {
    const bytes = results.get(one) ?? new Uint8Array(0);
    say(
      `${one.padEnd(32)} ${quantile(ns, 0.5).toFixed(1).padStart(8)} ${String(memory.get(one) ?? '?').padStart(10)}  ${bytes.length.toLocaleString('en').padEnd(11)}  ${digest(bytes)}`,
    );
  }
  say('\nours                              against                           median   lower q.   goal');
  for (const row of rows) {
    const verdict = !row.digestEqual ? 'RESULTS DIFFER' : row.lowerQuartile < row.goal ? 'below its goal' : '';
    say(
      `${row.case.padEnd(33)} ${row.anchor.padEnd(30)} ${`${row.ratio.toFixed(2)}×`.padStart(9)} ${`${row.lowerQuartile.toFixed(2)}×`.padStart(10)} ${`≥ ${String(row.goal)}×`.padStart(9)}  ${verdict}`,
    );
  }
};
