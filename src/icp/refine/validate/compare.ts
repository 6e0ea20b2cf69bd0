import { checkOption, type Numbers } from '../measure/given.js';
import { orderMeasures, type OrderMeasures } from '../measure/measures.js';
import { pairedBootstrap, type AucDifference, type Contest, type Drawing } from './paired-bootstrap.js';

/** Rows, and the wins among them; broken where rows at the cut have room only in part. */
export interface Moved {
  readonly rows: number;
  readonly wins: number;
}

/** What is agreed against what is proposed, on the same rows. */
export interface Comparison {
  readonly champion: OrderMeasures;
  readonly challenger: OrderMeasures;
  /** Null where the rows hold only wins or only losses. */
  readonly difference: AucDifference | null;
  /** What would be worked instead, at the capacity agreed; null where none is. Wins moved in less wins moved out is what is gained. */
  readonly moved: { readonly in: Moved; readonly out: Moved } | null;
  /** Whether the challenger orders better beyond what chance explains: the interval lies above zero. */
  readonly better: boolean;
}

/** Which draws are made, and how many rows can be worked. */
export interface ComparisonOptions extends Drawing {
  /** At least 1; left out where no capacity is agreed. */
  readonly capacity?: number;
}

/** How much of a row is worked: all of it above the cut, its share of the room at the cut. */
const place = (top: NonNullable<OrderMeasures['capacity']>, score: number): number =>
  score > top.cut ? 1 : score === top.cut ? top.atCut.room / top.atCut.rows : 0;

/**
 * Each row's share of what changes. Where both cuts fall among rows of one score, which of them are worked is drawn by lot,
 * and what both draw is not told apart from what only one does: their shares are set off against each other.
 */
const movedBetween = ({ champion, challenger, label }: Contest, was: OrderMeasures['capacity'], is: OrderMeasures['capacity']): Comparison['moved'] => {
  if (was === null || is === null) return null;
  const sums = { in: { rows: 0, wins: 0 }, out: { rows: 0, wins: 0 } };
  for (let row = 0; row < label.length; row += 1) {
    const change = place(is, challenger[row] ?? NaN) - place(was, champion[row] ?? NaN);
    if (change === 0) continue;
    const side = change > 0 ? sums.in : sums.out;
    side.rows += Math.abs(change);
    side.wins += Math.abs(change) * (label[row] ?? 0);
  }
  return sums;
};

/**
 * Champion against challenger: how well each orders the same rows, how sure the difference is, and who would be worked
 * instead. Whether to take the challenger asks for more than `better`: no drift that stops it, and no alarm.
 *
 * @example
 * ```ts
 * import { compare } from 'revpact/icp/refine';
 *
 * const label = Array.from({ length: 100 }, (_, row) => row % 2);
 * const contest = { champion: label.map(() => 0), challenger: label, label, account: label.map((_, row) => row) };
 * const { better, moved } = compare(contest, { seed: 1, draws: 100, capacity: 50 });
 * better // => true
 * moved // => { in: { rows: 25, wins: 25 }, out: { rows: 25, wins: 0 } }
 * ```
 */
export const compare = (contest: Contest, { capacity, ...drawing }: ComparisonOptions): Comparison => {
  if (capacity !== undefined) checkOption('capacity', capacity, 1, Number.MAX_SAFE_INTEGER);
  const measured = (scores: Numbers): OrderMeasures => orderMeasures(scores, contest.label, capacity ?? null);
  const difference = pairedBootstrap(contest, drawing);
  const champion = measured(contest.champion);
  const challenger = measured(contest.challenger);
  return {
    champion,
    challenger,
    difference,
    moved: movedBetween(contest, champion.capacity, challenger.capacity),
    better: difference !== null && difference.low !== null && difference.low > 0,
  };
};
