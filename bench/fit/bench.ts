import { binFeatures, DEFAULT_SCALE, fitPoints, outcomeTable, type BinnedFeature, type OutcomeTable, type PointsTable } from 'revpact/icp/refine';
import { INPUT_AND_64_BYTES, main, type Benchmark, type Case } from '../harness.js';
import { gradientSteps, matricesOf, type Design } from './anchors/gradient-steps.js';
import { outcomes } from './outcomes.js';

/** The package takes 50,000 steps unless told; so many take it a five-hundredth of that time. */
const STEPS = 100;
/** The package's own step is 0.0005. It multiplies a sum over all rows, so that many rows ask for a smaller one. */
const RATE = 0.0001;
const LAMBDA = 1;

const tableOf = (rows: number): OutcomeTable => {
  const read = outcomeTable(outcomes(rows));
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.value;
};

const fitted = (table: OutcomeTable, binned: readonly BinnedFeature[], lambda?: number): PointsTable => {
  const fit = fitPoints(table, binned, { scale: DEFAULT_SCALE, ...(lambda === undefined ? {} : { lambda }) });
  if (!fit.ok) throw new Error(fit.issues[0]?.message);
  return fit.value;
};

const designOf = (table: OutcomeTable, binned: readonly BinnedFeature[]): Design => ({
  rows: Array.from({ length: table.rows }, (_, row) => [1, ...binned.map(({ bins, codes }) => bins[codes[row] ?? 0]?.woe ?? 0)]),
  label: [...table.label],
});

const logLossOf = ({ rows, label }: Design, weights: readonly number[]): number =>
  rows.reduce((sum, row, i) => {
    const odds = row.reduce((all, value, at) => all + value * (weights[at] ?? 0), 0);
    return sum + Math.log1p(Math.exp(label[i] === 1 ? -odds : odds));
  }, 0) / rows.length;

const bytesOf = ({ features }: PointsTable): Uint8Array => new TextEncoder().encode(features.map(({ bins }) => bins.map(({ points }) => points).join(' ')).join('\n'));

const ours: Case = {
  name: 'fitPoints',
  items: (size) => size,
  prepare: (size) => {
    const table = tableOf(size);
    const binned = binFeatures(table);
    return () => {
      const points = fitted(table, binned, LAMBDA);
      return () => bytesOf(points);
    };
  },
};

const peer: Case = {
  name: 'ml-logistic-regression',
  items: (size) => size,
  prepare: (size) => {
    const table = tableOf(size);
    const binned = binFeatures(table);
    const design = designOf(table, binned);
    const given = matricesOf(design);
    const points = fitted(table, binned, LAMBDA);
    const reached = logLossOf(design, [points.intercept, ...points.features.map(({ weight }) => weight)]);
    return () => {
      const weights = gradientSteps(given, STEPS, RATE);
      return () => {
        const theirs = logLossOf(design, weights);
        if (!(reached < theirs)) throw new Error(`its log-loss of ${String(theirs)} is not above ours of ${String(reached)}`);
        return new TextEncoder().encode(`${reached.toFixed(6)} < ${theirs.toFixed(6)}`);
      };
    };
  },
};

/** From columns as read: checked, put in order, binned, the pull found on four folds, fitted. */
const whole = (name: string, items: Case['items']): Case => ({
  name,
  items,
  prepare: (size) => {
    outcomes(items(size));
    return () => {
      const table = tableOf(items(size));
      const points = fitted(table, binFeatures(table));
      return () => bytesOf(points);
    };
  },
});

const thousands = [10, 20, 40, 80];
const share = (of: number) => (size: number): number => (size / 40) * of;

const benchmark: Benchmark = {
  name: 'fit',
  size: 40_000,
  quickSize: 8000,
  files: () => undefined,
  cases: [],
  // What each goal rests on is in bench/README.md.
  comparisons: [],
  parts: [
    { cases: [ours, peer], comparisons: [{ case: 'fitPoints', anchor: 'ml-logistic-regression', goal: 10, timeOnly: true }] },
    {
      cases: [whole('outcomes to points', (size) => size)],
      // A row of the input takes 121 bytes; twenty times that is 38 times 64.
      comparisons: [{ case: 'outcomes to points', anchor: INPUT_AND_64_BYTES, goal: 0.0264 }],
    },
    {
      cases: thousands.map((of) => whole(`${String(of)}/40 of it`, share(of))),
      // The time a row at twice, four and eight times the rows: at most 1.7 times that of the fewest.
      comparisons: thousands.slice(1).map((of) => ({ case: `${String(of)}/40 of it`, anchor: '10/40 of it', goal: 0.6, timeOnly: true })),
    },
  ],
};

main(benchmark, process.argv.slice(2));
