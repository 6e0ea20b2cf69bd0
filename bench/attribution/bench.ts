import { attribute, markovEffects, type AttributionModel, type Path, type PathColumns } from 'revpact/metrics';
import { main, type Benchmark, type Case } from '../harness.js';
import { countsOf } from './anchors/counts.js';
import { solvedWithoutEach } from './anchors/solved.js';
import { walkedByAlias, walkedBySums } from './anchors/walks.js';
import { pathsOfSize } from './paths.js';

const WALKS = 1_000_000;

const once = <T>(make: (size: number) => T): ((size: number) => T) => {
  const made = new Map<number, T>();
  return (size) => {
    const value = made.get(size) ?? make(size);
    made.set(size, value);
    return value;
  };
};
const paths = once(pathsOfSize);
const truth = once((size: number) => solvedWithoutEach(countsOf(paths(size))));

/** What a million walks may be off: five standard errors of a share. */
const NEAR = 5 * Math.sqrt(0.25 / (0.2 * WALKS));
const EXACT = 1e-12;

/** One byte a channel: whether its removal effect is what solving the chain without it gives. */
const agreeing = (size: number, effects: readonly number[], within: number): Uint8Array =>
  Uint8Array.from(effects, (effect, channel) => (Math.abs(effect - (truth(size)[channel] ?? NaN)) <= within ? 1 : 0));

const effects = (name: string, within: number, run: (columns: PathColumns) => readonly number[]): Case => ({
  name,
  items: (size) => size,
  prepare: (size) => {
    const columns = paths(size);
    return () => {
      const found = run(columns);
      return () => agreeing(size, found, within);
    };
  },
});

const ours = (columns: PathColumns): readonly number[] => {
  const found = markovEffects(columns, 1);
  if (!found.ok || !found.value.exact) throw new Error('no exact effects');
  return found.value.effects.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
};

/** The same paths as objects, each worth something. */
const objects = once((size: number): readonly Path[] => {
  const { channels, starts, codes, converted } = paths(size);
  return Array.from(converted, (flag, p) => {
    const own = codes.subarray(starts[p], starts[p + 1]);
    return {
      id: `deal-${String(p)}`,
      touches: Array.from(own, (code, i) => ({ eventId: `${String(p)}-${String(i)}`, at: i * 86_400_000, channel: channels[code] ?? null })),
      convertedAt: flag === 1 ? own.length * 86_400_000 : null,
      amount: flag === 1 ? { minor: 10_000 + ((p * 7919) % 1_000_000), currency: 'EUR' } : null,
      milestones: { leadCreated: null, mql: null, opportunityCreated: null },
    };
  });
});

/** By channel, cents: eight bytes each. */
const bytesOf = (minor: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(minor).buffer);

const attributed = (name: string, model: AttributionModel): Case => ({
  name,
  items: (size) => size,
  prepare: (size) => {
    const given = objects(size);
    return () => {
      const found = attribute(given, model, { digest: false });
      if (!found.ok) throw new Error(found.issues[0]?.message);
      return () => bytesOf(found.value.rows.map(({ money }) => Number(money[0]?.minor)));
    };
  },
});

/** Linear as it is written by hand: floats, each deal by itself, nothing checked. Its bytes are of rounded sums. */
const floats: Case = {
  name: 'linear in floats',
  items: (size) => size,
  prepare: (size) => {
    const given = objects(size);
    return () => {
      const sums = new Map<string | null, number>();
      for (const { touches, amount } of given) {
        if (amount === null) continue;
        for (const { channel } of touches) sums.set(channel, (sums.get(channel) ?? 0) + amount.minor / touches.length);
      }
      return () => bytesOf([...sums.values()].map(Math.round));
    };
  },
};

const SIMULATED = 'a million walks, alias tables';
const benchmark: Benchmark = {
  name: 'attribution',
  size: 10_000,
  quickSize: 2000,
  files: () => undefined,
  cases: [],
  comparisons: [],
  parts: [
    {
      cases: [
        effects('markovEffects, exact', EXACT, ours),
        effects(SIMULATED, NEAR, (columns) => walkedByAlias(countsOf(columns), WALKS)),
        effects('a million walks, running sums', NEAR, (columns) => walkedBySums(countsOf(columns), WALKS)),
        effects('solved without each, in floats', EXACT, (columns) => solvedWithoutEach(countsOf(columns))),
      ],
      comparisons: [
        { case: 'markovEffects, exact', anchor: SIMULATED, goal: 40 },
        { case: 'markovEffects, exact', anchor: 'a million walks, running sums', goal: 100 },
        { case: 'markovEffects, exact', anchor: 'solved without each, in floats', goal: 0.1 },
      ],
    },
    {
      cases: [
        attributed('linear, exact to the cent', { kind: 'linear' }),
        attributed('time decay, exact to the cent', { kind: 'time_decay', halfLifeMs: 604_800_000 }),
        attributed('shapley rate, exact', { kind: 'shapley_rate', exactUpTo: 12, permutations: 2, seed: 0 }),
        floats,
      ],
      comparisons: [
        { case: 'linear, exact to the cent', anchor: 'linear in floats', goal: 0.02, timeOnly: true },
        { case: 'time decay, exact to the cent', anchor: 'linear in floats', goal: 0.005, timeOnly: true },
        { case: 'shapley rate, exact', anchor: 'linear in floats', goal: 0.002, timeOnly: true },
      ],
    },
  ],
};

main(benchmark, process.argv.slice(2));
