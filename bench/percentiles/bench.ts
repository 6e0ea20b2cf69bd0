import { DDSketch } from '@datadog/sketches-js';
import { TDigest } from 'tdigest';
import { percentilesOf } from 'revpact/metrics';
import { dice } from '../dice.js';
import { main, type Benchmark, type Case } from '../harness.js';

const RANKS = [50, 90, 99].map((numerator) => ({ numerator, denominator: 100 }));

const once = <T>(make: (size: number) => T): ((size: number) => T) => {
  const made = new Map<number, T>();
  return (size) => {
    const value = made.get(size) ?? make(size);
    made.set(size, value);
    return value;
  };
};

/** Milliseconds in a stage as they are: most leads answered within hours, some after months. */
const spread = once((size) => {
  const roll = dice(9);
  const normal = (): number => Array.from({ length: 12 }, roll).reduce((a, b) => a + b, 0) - 6;
  return Float64Array.from({ length: size }, () => Math.floor(Math.exp(16 + 2 * normal())));
});
/** The same in days: few different values, each many times. */
const days = once((size) => spread(size).map((ms) => Math.ceil(ms / 86_400_000)));

const bytesOf = (values: readonly number[]): Uint8Array => new Uint8Array(Float64Array.from(values).buffer);

const timed = (name: string, input: (size: number) => Float64Array, run: (values: Float64Array) => readonly number[]): Case => ({
  name,
  items: (size) => size,
  prepare: (size) => {
    const values = input(size);
    return () => {
      const found = run(values);
      return () => bytesOf(found);
    };
  },
});

const ours = (values: Float64Array): readonly number[] => {
  const found = percentilesOf(values, RANKS);
  if (!found.ok) throw new Error(found.issues[0]?.message);
  return found.value.map(({ value }) => value ?? NaN);
};

const sorted = (values: Float64Array): readonly number[] => {
  const ascending = values.slice().sort();
  return RANKS.map(({ numerator, denominator }) => ascending[Math.ceil((numerator * values.length) / denominator) - 1] ?? NaN);
};

const sketch = (values: Float64Array): readonly number[] => {
  const found = new DDSketch({ relativeAccuracy: 0.01 });
  for (const value of values) found.accept(value);
  return RANKS.map(({ numerator, denominator }) => found.getValueAtQuantile(numerator / denominator));
};

const digest = (values: Float64Array): readonly number[] => {
  const found = new TDigest();
  for (const value of values) found.push(value);
  return RANKS.map(({ numerator, denominator }) => found.percentile(numerator / denominator) ?? NaN);
};

const benchmark: Benchmark = {
  name: 'percentiles',
  size: 1_000_000,
  quickSize: 200_000,
  files: () => undefined,
  cases: [
    timed('percentilesOf', spread, ours),
    timed('sort', spread, sorted),
    timed('DDSketch, 1 %', spread, sketch),
    timed('tdigest', spread, digest),
    timed('percentilesOf, days', days, ours),
    timed('sort, days', days, sorted),
    timed('DDSketch, 1 %, days', days, sketch),
  ],
  // What each goal rests on is in bench/README.md.
  comparisons: [
    { case: 'percentilesOf', anchor: 'sort', goal: 3 },
    { case: 'percentilesOf', anchor: 'DDSketch, 1 %', goal: 1, timeOnly: true },
    { case: 'percentilesOf', anchor: 'tdigest', goal: 10, timeOnly: true },
    { case: 'percentilesOf, days', anchor: 'sort, days', goal: 1.5 },
    { case: 'percentilesOf, days', anchor: 'DDSketch, 1 %, days', goal: 0.5, timeOnly: true },
  ],
};

main(benchmark, process.argv.slice(2));
