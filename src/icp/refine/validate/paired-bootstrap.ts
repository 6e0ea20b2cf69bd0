import { areaOf } from '../measure/auc.js';
import { checkLabels, checkOption, checkScores, type Numbers } from '../measure/given.js';
import { groupOf, rank } from '../measure/ranked.js';
import { byAccount, drawAccounts } from './accounts.js';
import { middle95 } from './middle.js';
import { seeded } from './seeded.js';

/** Two scores of the same rows. */
export interface Contest {
  /** What is agreed. */
  readonly champion: Numbers;
  /** What is proposed. */
  readonly challenger: Numbers;
  /** 1 for a win, 0 for none. */
  readonly label: Numbers;
  /** A number for each row's account: rows of one account are drawn together. */
  readonly account: Numbers;
}

/** How much more area the challenger has, and how sure that is. */
export interface AucDifference {
  /** Challenger less champion, on the rows as they are. */
  readonly difference: number;
  /** The middle 95 % of the draws; null where too little came out either way to say. */
  readonly low: number | null;
  readonly high: number | null;
  readonly draws: number;
  /** Draws that held wins and losses. */
  readonly usable: number;
}

/** Which draws are made, so that the same are made again. */
export interface Drawing {
  /** A safe integer, 0 or more. */
  readonly seed: number;
  /** 100 to 100,000; 1,000 unless told. */
  readonly draws?: number;
}

const DRAWS = 1000;
/** Fewer accounts with either outcome, and the draws show how few they are rather than how good the scores are. */
const ACCOUNTS = 10;
/** Of a hundred draws so many must be usable: an interval of the rest would answer another question. */
const USABLE = 95;

const accountsWith = (of: Int32Array, label: Numbers, outcome: number): number => new Set(of.filter((_, row) => label[row] === outcome)).size;

/** Wins and losses by score, to be counted anew for each draw. */
interface Tally {
  readonly area: () => number | null;
  readonly recount: (times: Int32Array, of: Int32Array) => void;
}

/** Each row knows its place among the counts, so that no draw has to sort. */
const tallyOf = (scores: Numbers, label: Numbers): Tally => {
  const ranked = rank(scores, label);
  const groups = ranked.values.length;
  const counts = new Float64Array(2 * groups);
  counts.set(ranked.wins);
  counts.set(ranked.losses, groups);
  const [wins, losses] = [counts.subarray(0, groups), counts.subarray(groups)];
  const places = Int32Array.from({ length: label.length }, (_, row) => groupOf(ranked.values, scores[row] ?? NaN) + (label[row] === 1 ? 0 : groups));
  return {
    area: () => areaOf(wins, losses),
    recount: (times, of) => {
      counts.fill(0);
      for (let row = 0; row < places.length; row += 1) {
        const place = places[row] ?? 0;
        counts[place] = (counts[place] ?? 0) + (times[of[row] ?? 0] ?? 0);
      }
    },
  };
};

/**
 * The difference of two areas under the curve over the same rows, with its interval from a bootstrap that draws accounts, each
 * with all its rows, and scores both sides on each draw (Efron and Tibshirani 1993; paired, so what makes a draw easy makes it
 * easy for both). The interval is null with fewer than 10 accounts won or lost, or where under 95 of 100 draws hold both.
 * All is null where the rows themselves hold only wins or only losses.
 *
 * @example
 * ```ts
 * import { pairedBootstrap } from 'revpact/icp/refine';
 *
 * const label = Array.from({ length: 100 }, (_, row) => row % 2);
 * const sure = { champion: label.map(() => 0), challenger: label, label, account: label.map((_, row) => row) };
 * pairedBootstrap(sure, { seed: 1, draws: 100 }) // => { difference: 0.5, low: 0.5, high: 0.5, draws: 100, usable: 100 }
 * ```
 */
export const pairedBootstrap = ({ champion, challenger, label, account }: Contest, { seed, draws = DRAWS }: Drawing): AucDifference | null => {
  checkScores(champion, label, 'champion');
  checkScores(challenger, label, 'challenger');
  checkLabels(label, 'account', account);
  checkOption('draws', draws, 100, 100_000);
  const chance = seeded(seed, 'paired bootstrap');
  const old = tallyOf(champion, label);
  const proposed = tallyOf(challenger, label);
  const was = old.area();
  const is = proposed.area();
  const { accounts, of } = byAccount(account);
  const times = new Int32Array(accounts);
  const few = Math.min(accountsWith(of, label, 1), accountsWith(of, label, 0)) < ACCOUNTS;
  if (was === null || is === null) return null;
  const differences: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    drawAccounts(times, chance);
    old.recount(times, of);
    proposed.recount(times, of);
    const [a, b] = [old.area(), proposed.area()];
    if (a !== null && b !== null) differences.push(b - a);
  }
  const sorted = Float64Array.from(differences).sort();
  const interval = few || sorted.length * 100 < draws * USABLE ? null : middle95(sorted);
  return { difference: is - was, low: interval?.low ?? null, high: interval?.high ?? null, draws, usable: sorted.length };
};
