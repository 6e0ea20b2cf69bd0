/** Which values a bin holds. */
export type BinOf =
  /** At least `from` and less than `below`, decimal text; open where null. */
  | { readonly kind: 'range'; readonly from: string | null; readonly below: string | null }
  | { readonly kind: 'levels'; readonly levels: readonly string[] }
  /** Levels too rare to stand alone, and those never seen. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'missing' };

/** A bin with what became of its rows. */
export interface Bin {
  readonly of: BinOf;
  readonly rows: number;
  readonly wins: number;
  /** Weight of evidence: the log of the smoothed odds against those of all rows. */
  readonly woe: number;
}

/** A feature as bins, and which bin each row is in. */
export interface BinnedFeature {
  readonly name: string;
  readonly about: 'account' | 'contact';
  readonly bins: readonly Bin[];
  readonly codes: Uint8Array;
  /** Information value. */
  readonly iv: number;
}
