import { shareOf, type Share } from '../../../kernel/share.js';
import { checkOption, checkProbabilities, type Numbers } from './given.js';
import { held } from './log-loss.js';
import { rank, sumOver, type Ranked } from './ranked.js';
import { recalibrationOf, type Recalibration } from './recalibrate.js';

/** Rows that were given about the same probability. */
export interface CalibrationGroup {
  /** The lowest and the highest probability in it. */
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** The mean of what was said. */
  readonly expected: number;
  /** What came, with its Wilson interval. */
  readonly wins: Share;
}

/** Whether of a hundred rows that were given 0.3, thirty were won. */
export interface Calibration {
  /** Lowest first. */
  readonly groups: readonly CalibrationGroup[];
  /** Expected calibration error: how far what was said and what came are apart, by group, weighted by rows. */
  readonly error: number;
  /** Spiegelhalter's Z (1986): beyond ±1.96 the probabilities are off, by more than chance does once in twenty. Null where all are 0, ½ or 1. */
  readonly spiegelhalter: number | null;
  /** How the log odds should be read; null where no finite answer exists. */
  readonly recalibration: Recalibration | null;
}

const groupsOf = ({ values, wins, losses, totalWins, totalLosses }: Ranked, parts: number): readonly (CalibrationGroup & { readonly off: number })[] => {
  const rows = totalWins + totalLosses;
  const groups: (CalibrationGroup & { readonly off: number })[] = [];
  let from = 0;
  let won = 0;
  let here = 0;
  let said = 0;
  let taken = 0;
  let reached = 0;
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i] ?? NaN;
    const count = (wins[i] ?? 0) + (losses[i] ?? 0);
    if (here === 0) from = value;
    won += wins[i] ?? 0;
    here += count;
    said += count * value;
    taken += count;
    // A part is full where its share of the rows is reached; rows with one probability are not parted.
    const full = Math.floor((taken * parts) / rows);
    if (full <= reached) continue;
    reached = full;
    groups.push({ from, to: value, rows: here, expected: said / here, wins: shareOf(won, here), off: Math.abs(said - won) });
    won = 0;
    here = 0;
    said = 0;
  }
  return groups;
};

/** Σ (y − p)(1 − 2p) over the root of Σ (1 − 2p)² p (1 − p). */
const spiegelhalter = (ranked: Ranked): number | null => {
  const amiss = sumOver(ranked, (p, wins, losses) => (wins * (1 - p) - losses * p) * (1 - 2 * p));
  const variance = sumOver(ranked, (p, wins, losses) => (wins + losses) * (1 - 2 * p) ** 2 * p * (1 - p));
  return variance === 0 ? null : amiss / Math.sqrt(variance);
};

/** The measure below, of probabilities that are ranked already. */
export const calibrationOf = (ranked: Ranked, parts: number): Calibration | null => {
  const rows = ranked.totalWins + ranked.totalLosses;
  if (rows === 0) return null;
  const groups = groupsOf(ranked, parts);
  const logOdds = { ...ranked, values: ranked.values.map((p) => Math.log(held(p)) - Math.log1p(-held(p))) };
  return {
    groups: groups.map(({ from, to, rows: count, expected, wins }) => ({ from, to, rows: count, expected, wins })),
    error: groups.reduce((sum, { off }) => sum + off, 0) / rows,
    spiegelhalter: spiegelhalter(ranked),
    recalibration: recalibrationOf(logOdds),
  };
};

/**
 * How well probabilities can be taken at their word: about equal groups by probability with what was said and what came,
 * the error over them, Spiegelhalter's test, and how the log odds should be read instead. Null without rows.
 *
 * @param probability - Of a win, 0 to 1.
 * @param parts - Groups, 1 to 100; fewer where many rows share one probability.
 * @example
 * ```ts
 * import { calibration } from 'revpact/icp/refine';
 *
 * const said = calibration([0.2, 0.2, 0.2, 0.2, 0.2], [0, 0, 1, 0, 0]);
 * said?.groups[0]?.wins.value // => '0.2000'
 * said?.error // => 0
 * ```
 */
export const calibration = (probability: Numbers, label: Numbers, parts = 10): Calibration | null => {
  checkProbabilities(probability, label);
  checkOption('parts', parts, 1, 100);
  return calibrationOf(rank(probability, label), parts);
};
