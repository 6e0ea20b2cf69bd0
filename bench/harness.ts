import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/** One way to do the work. */
export interface Case {
  readonly name: string;
  /** How many items it does of `size`: all, or the prefix that a very slow peer is given. */
  readonly items: (size: number) => number;
  /** Make the input, untimed. What comes back is timed; what that gives, untimed again, is one result byte an item, or the result in bytes. */
  readonly prepare: (size: number) => Run | Promise<Run>;
  /** Untimed, before every run: make anew what a run uses up. */
  readonly refresh?: (size: number) => void;
}

type Run = () => Result | Promise<Result>;
type Result = () => Uint8Array;

/** Ours against a peer, on the same input. */
export interface Comparison {
  readonly case: string;
  readonly anchor: string;
  /** How many times faster than the anchor ours must be at least. */
  readonly goal: number;
  /** The anchor answers another question, such as a shorter one of its kind: times are compared, results are not. */
  readonly timeOnly?: boolean;
  /**
   * What is compared: the processor time of the process, where nothing else is said; the time on the wall, for a peer that works on
   * several processors at once; or the most memory that a process with the one case took, how many times ours the anchor's is.
   */
  readonly by?: 'cpu' | 'wall' | 'memory';
}

export interface Benchmark {
  readonly name: string;
  readonly size: number;
  readonly quickSize: number;
  /** Write what cases read from files, in a process of its own, so that no case's memory holds what it was made of. */
  readonly files: (size: number) => void | Promise<void>;
  readonly cases: readonly Case[];
  readonly comparisons: readonly Comparison[];
  /** Cases that are measured in a process of their own, one after another: a heap of a million objects slows down whatever allocates. */
  readonly parts?: readonly Pick<Benchmark, 'cases' | 'comparisons'>[];
}

/** As an anchor: the memory of a process that only makes the case's input, and so much more for each item. */
export const INPUT_AND_64_BYTES = 'its input and 64 bytes an item';
const ALLOWED_BYTES = 64;

const ROUNDS = 7;
/** A case is repeated within its round until it takes this long, or the clock would say more about itself. */
const SHORTEST_MS = 40;

/**
 * Run all cases interleaved (A B C, A B C, …), one round to warm up and seven to count, and hold every comparison against
 * its goal. Time is the processor time of the whole process, collector and compiler included: on a shared machine the
 * clock on the wall measures the neighbours. Exits with 1 where results differ and with 2 where a goal is missed.
 */
export const main = (whole: Benchmark, flags: readonly string[]): void => {
  start(whole, flags).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
};

const start = async (whole: Benchmark, flags: readonly string[]): Promise<void> => {
  const part = flags.find((flag) => flag.startsWith('--part='))?.slice('--part='.length);
  if (whole.parts !== undefined && part === undefined && !flags.includes('--files')) {
    // Different results weigh more than a goal missed.
    const exits = whole.parts.map((_, i) => spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...flags, `--part=${String(i)}`], { stdio: 'inherit' }).status ?? 1);
    process.exitCode = exits.includes(1) ? 1 : Math.max(...exits);
    return;
  }
  const benchmark = { ...whole, ...whole.parts?.[Number(part)] };
  const size = flags.includes('--quick') ? benchmark.quickSize : benchmark.size;
  const only = flags.find((flag) => flag.startsWith('--only='))?.slice('--only='.length);
  if (flags.includes('--files')) await benchmark.files(size);
  else if (only === undefined) await compare(benchmark, size, flags);
  else await runAlone(benchmark, size, only, flags.includes('--input-only'));
};

/** In a process of its own: one case, once; says how much memory the process took at most. */
const runAlone = async ({ cases }: Benchmark, size: number, only: string, inputOnly: boolean): Promise<void> => {
  const one = cases.find(({ name }) => name === only);
  const run = await one?.prepare(size);
  one?.refresh?.(size);
  if (!inputOnly) await run?.();
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
};

const again = (flags: readonly string[], ...more: readonly string[]): string =>
  spawnSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...flags, ...more], { encoding: 'utf8' }).stdout;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Timed {
  readonly ms: number;
  readonly wallMs: number;
  readonly result: Result;
}

const timeOf = async (run: Run, refresh: () => void): Promise<Timed> => {
  refresh();
  const [begun, started] = [performance.now(), cpuMs()];
  const result = await run();
  return { ms: cpuMs() - started, wallMs: performance.now() - begun, result };
};

const compare = async (benchmark: Benchmark, size: number, flags: readonly string[]): Promise<void> => {
  const { name: bench, cases, comparisons } = benchmark;
  // Memory first: a process started by a large one inherits its peak.
  again(flags.filter((flag) => !flag.startsWith('--part=')), '--files');
  const memory = new Map([NOTHING, ...cases.map(({ name }) => name)].map((name) => [name, Math.round(Number(again(flags, `--only=${name}`)))]));

  const inputs = new Map(
    comparisons.filter(({ anchor }) => anchor === INPUT_AND_64_BYTES).map(({ case: name }) => [name, Number(again(flags, `--only=${name}`, '--input-only'))]),
  );

  const ready: { readonly name: string; readonly items: number; readonly once: () => Promise<Timed> }[] = [];
  for (const { name, items, prepare, refresh } of cases) {
    const run = await prepare(size);
    ready.push({ name, items: items(size), once: () => timeOf(run, () => refresh?.(size)) });
  }
  const results = new Map<string, Uint8Array>();
  const repeats = new Map<string, number>();
  for (const { name, once } of ready) results.set(name, (await once()).result());
  for (const { name, once } of ready) repeats.set(name, Math.min(20, Math.ceil(SHORTEST_MS / (await once()).ms)));
  const times = new Map(ready.map(({ name }) => [name, new Array<number>()]));
  const walls = new Map(ready.map(({ name }) => [name, new Array<number>()]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, items, once } of ready) {
      const often = repeats.get(name) ?? 1;
      let [ms, wallMs] = [0, 0];
      for (let i = 0; i < often; i += 1) {
        const taken = await once();
        ms += taken.ms;
        wallMs += taken.wallMs;
      }
      times.get(name)?.push((ms * 1e6) / items / often);
      walls.get(name)?.push((wallMs * 1e6) / items / often);
    }
  }

  const rows = comparisons.map(({ case: ours, anchor, goal, timeOnly, by = 'cpu' }) => {
    const nsPerItem = round2(quantile(times.get(ours) ?? [], 0.5));
    const peakRssMiB = memory.get(ours) ?? null;
    if (anchor === INPUT_AND_64_BYTES) {
      // Never less than one byte, so that a case which needs nothing has a finite ratio.
      const bytes = Math.max(1, (((peakRssMiB ?? NaN) - (inputs.get(ours) ?? NaN)) * 2 ** 20) / size);
      const ratio = round2(ALLOWED_BYTES / bytes);
      return { bench, case: ours, anchor, ratio, goal, digestEqual: true, nsPerItem, peakRssMiB, lowerQuartile: ratio };
    }
    const taken = by === 'wall' ? walls : times;
    const ratios =
      by === 'memory' ? [(memory.get(anchor) ?? NaN) / (peakRssMiB ?? NaN)] : (taken.get(anchor) ?? []).map((ns, round) => ns / (taken.get(ours)?.[round] ?? NaN));
    const [a, b] = [results.get(ours) ?? new Uint8Array(0), results.get(anchor) ?? new Uint8Array(0)];
    const common = Math.min(a.length, b.length);
    return {
      bench,
      case: ours,
      anchor: by === 'cpu' ? anchor : `${anchor}, ${by}`,
      ratio: round2(quantile(ratios, 0.5)),
      goal,
      digestEqual: timeOnly === true || (common > 0 && digest(a.subarray(0, common)) === digest(b.subarray(0, common))),
      nsPerItem,
      peakRssMiB,
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
