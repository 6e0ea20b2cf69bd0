import { checkScores, type Numbers } from './given.js';
import { rank, sumOver, type Ranked } from './ranked.js';

/** How the log odds that were given should be read: `intercept + slope · log odds`. 0 and 1 where they are right. */
export interface Recalibration {
  readonly intercept: number;
  readonly slope: number;
}

const STEPS = 100;
const ENOUGH = 1e-12;
const HALVINGS = 40;

/** A logistic curve has a finite best fit only where wins and losses overlap: some loss above some win, and the reverse. */
const overlap = ({ values, wins, losses }: Ranked): boolean => {
  let highWin = -1;
  let highLoss = -1;
  let lowWin = -1;
  let lowLoss = -1;
  for (let i = 0; i < values.length; i += 1) {
    if ((wins[i] ?? 0) > 0) {
      if (highWin < 0) highWin = i;
      lowWin = i;
    }
    if ((losses[i] ?? 0) > 0) {
      if (highLoss < 0) highLoss = i;
      lowLoss = i;
    }
  }
  return highWin >= 0 && highLoss >= 0 && highLoss < lowWin && highWin < lowLoss;
};

/** log(1 + eˣ) that neither overflows nor loses what is small. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Mean and spread of the values, each counted as often as it has rows. */
const spreadOf = ({ values, wins, losses, totalWins, totalLosses }: Ranked): { readonly mean: number; readonly scale: number } => {
  const rows = totalWins + totalLosses;
  const meanOf = (term: (value: number) => number): number =>
    values.reduce((sum, value, i) => sum + (term(value) * ((wins[i] ?? 0) + (losses[i] ?? 0))) / rows, 0);
  const mean = meanOf((value) => value);
  return { mean, scale: Math.sqrt(meanOf((value) => (value - mean) ** 2)) };
};

/** Minus the log-likelihood of intercept `a` and slope `b`. */
const costOf = (ranked: Ranked, a: number, b: number): number =>
  sumOver(ranked, (x, wins, losses) => wins * softplus(-(a + b * x)) + losses * softplus(a + b * x));

/** Newton's step for both; null where the curve is flat. */
const stepFrom = ({ values, wins, losses }: Ranked, a: number, b: number): readonly [number, number] | null => {
  let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const x = values[i] ?? 0;
    const p = 1 / (1 + Math.exp(-(a + b * x)));
    const rows = (wins[i] ?? 0) + (losses[i] ?? 0);
    const miss = (wins[i] ?? 0) - rows * p;
    const weight = rows * p * (1 - p);
    ga += miss;
    gb += miss * x;
    haa += weight;
    hab += weight * x;
    hbb += weight * x * x;
  }
  const area = haa * hbb - hab * hab;
  return area > 0 ? [(hbb * ga - hab * gb) / area, (haa * gb - hab * ga) / area] : null;
};

/** The measure below, of log odds that are ranked already. */
export const recalibrationOf = (ranked: Ranked): Recalibration | null => {
  if (!overlap(ranked)) return null;
  const { mean, scale } = spreadOf(ranked);
  if (!(scale > 0 && scale < Infinity)) return null;
  // With mean 0 and spread 1 a step of the one hardly disturbs the other.
  const even = { ...ranked, values: ranked.values.map((value) => (value - mean) / scale) };
  let a = Math.log(ranked.totalWins / ranked.totalLosses);
  let b = 0;
  let cost = costOf(even, a, b);
  for (let step = 0; step < STEPS; step += 1) {
    let [da, db] = stepFrom(even, a, b) ?? [0, 0];
    let next = costOf(even, a + da, b + db);
    // A step that makes it worse is halved until it does not.
    for (let half = 0; half < HALVINGS && !(next <= cost); half += 1) {
      [da, db] = [da / 2, db / 2];
      next = costOf(even, a + da, b + db);
    }
    if (!(next <= cost)) break;
    [a, b, cost] = [a + da, b + db, next];
    if (Math.abs(da) + Math.abs(db) < ENOUGH * (1 + Math.abs(a) + Math.abs(b))) break;
  }
  return { intercept: a - (b * mean) / scale, slope: b / scale };
};

/**
 * Fits how log odds that were given should be read, by intercept and slope (Cox 1958; Platt 1999 without his smoothing): the
 * smallest correction, to be tried before any other. A slope below 1 says that they were too sure of themselves; an
 * intercept, that wins became rarer or more frequent. By Newton's method, at most 100 steps.
 *
 * Null where no finite fit exists: only wins or only losses, one value, or wins and losses that do not overlap.
 *
 * @param logOdds - ln(p ÷ (1 − p)) of each row.
 */
export const recalibrate = (logOdds: Numbers, label: Numbers): Recalibration | null => {
  checkScores(logOdds, label, 'logOdds');
  return recalibrationOf(rank(logOdds, label));
};
