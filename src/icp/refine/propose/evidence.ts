import { compareRatios, ratioOf } from '../../../kernel/ratio.js';
import { shareOf, type Share } from '../../../kernel/share.js';
import type { BinOf } from '../bins/bin.js';
import type { PointsOfFeature } from '../fit/points-table.js';
import { NO, pointsAt, UNKNOWN, type Judged } from './standing.js';

/** Which rows a line of evidence is about: those of a bin, or those that gave one answer to an agreed criterion. */
export type EvidenceOf =
  | BinOf
  /** Words for the condition that holds. */
  | { readonly kind: 'answer'; readonly asks: string }
  | { readonly kind: 'no' }
  | { readonly kind: 'not_known' };

/** What became of some rows, and the points they have. */
export interface EvidenceLine {
  readonly of: EvidenceOf;
  readonly rows: number;
  /** Wins of rows, with the interval. */
  readonly wins: Share;
  /** Above or below what all rows won, or `nothing` where the interval holds that rate: too few rows to tell. */
  readonly tells: 'above' | 'below' | 'nothing';
  /** Weight of evidence; null of answers. */
  readonly woe: number | null;
  /** The points that the agreed criteria give these rows, from the fewest to the most; null where they ask nothing of the kind. */
  readonly agreed: { readonly least: number; readonly most: number } | null;
  /** Null where nothing is proposed. */
  readonly proposed: number | null;
}

/** All rows that were learned from: the rate against which each part stands. */
export interface Base {
  readonly rows: number;
  readonly wins: number;
}

const tells = (wins: Share, base: Base): EvidenceLine['tells'] => {
  if (wins.low === null || wins.high === null) return 'nothing';
  const rate = { numerator: base.wins, denominator: base.rows };
  return compareRatios(ratioOf(wins.low), rate) > 0 ? 'above' : compareRatios(ratioOf(wins.high), rate) < 0 ? 'below' : 'nothing';
};

/**
 * Bin by bin: what was won, and the points agreed and proposed.
 *
 * @param agreed - The points that agreed criteria on this attribute give each row; null where there are none.
 */
export const evidenceOfBins = (
  { bins }: PointsOfFeature,
  codes: Uint8Array,
  agreed: Int32Array | null,
  base: Base,
  proposed: boolean,
): readonly EvidenceLine[] => {
  const least = new Array<number>(bins.length).fill(Infinity);
  const most = new Array<number>(bins.length).fill(-Infinity);
  agreed?.forEach((points, row) => {
    const bin = codes[row] ?? 0;
    least[bin] = Math.min(least[bin] ?? points, points);
    most[bin] = Math.max(most[bin] ?? points, points);
  });
  return bins.map(({ of, rows, wins, woe, points }, i): EvidenceLine => {
    const share = shareOf(wins, rows);
    const range = agreed === null || rows === 0 ? null : { least: least[i] ?? 0, most: most[i] ?? 0 };
    return { of, rows, wins: share, tells: tells(share, base), woe, agreed: range, proposed: proposed ? points : null };
  });
};

/** Answer by answer: what was won by those that an agreed criterion holds for, those that it does not, and those nobody knows of. */
export const evidenceOfAnswers = ({ criterion, asks, outcomes }: Judged, label: Uint8Array, base: Base): readonly EvidenceLine[] => {
  const cells = new Map<number, { rows: number; wins: number }>();
  outcomes.forEach((outcome, row) => {
    const cell = cells.get(outcome) ?? { rows: 0, wins: 0 };
    cells.set(outcome, { rows: cell.rows + 1, wins: cell.wins + (label[row] ?? 0) });
  });
  const counts = criterion.role === 'weighted' || criterion.role === 'banded';
  return [...asks.keys(), NO, UNKNOWN].flatMap((outcome): readonly EvidenceLine[] => {
    const cell = cells.get(outcome);
    if (cell === undefined) return [];
    const share = shareOf(cell.wins, cell.rows);
    const points = pointsAt(criterion, outcome);
    return [
      {
        of: outcome >= 0 ? { kind: 'answer', asks: asks[outcome] ?? '' } : { kind: outcome === NO ? 'no' : 'not_known' },
        rows: cell.rows,
        wins: share,
        tells: tells(share, base),
        woe: null,
        agreed: counts ? { least: points, most: points } : null,
        proposed: null,
      },
    ];
  });
};
