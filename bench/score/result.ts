/** What every engine answers of every account. */
export interface Scored {
  readonly points: Int32Array;
  readonly max: Int32Array;
  /** The tier's place; -1 for none. */
  readonly tier: Int8Array;
  /** 1 fits, 0 does not. */
  readonly fits: Uint8Array;
}

export const nothingScored = (rows: number): Scored => ({
  points: new Int32Array(rows),
  max: new Int32Array(rows),
  tier: new Int8Array(rows),
  fits: new Uint8Array(rows),
});

/** Eight bytes an account. */
export const bytesOfScored = ({ points, max, tier, fits }: Scored): Uint8Array => {
  const bytes = new Uint8Array(points.length * 8);
  const view = new DataView(bytes.buffer);
  points.forEach((own, row) => {
    view.setInt16(row * 8, own);
    view.setInt16(row * 8 + 2, max[row] ?? 0);
    view.setInt8(row * 8 + 4, tier[row] ?? 0);
    view.setUint8(row * 8 + 5, fits[row] ?? 0);
  });
  return bytes;
};

/** The most that any account can have. */
export const OUT_OF = 20 + 30 + 25 + 5 + 8 + 12 + 6 + 9 + 15 + 10;
const CUTS = [80, 55, 30] as const;

/** Write down one account: its tier by the share of what it could have had. */
export const settle = (scored: Scored, row: number, points: number, left: number, fits: boolean): void => {
  const max = OUT_OF - left;
  scored.points[row] = points;
  scored.max[row] = max;
  scored.fits[row] = fits ? 1 : 0;
  const reaches = (cut: number): boolean => points * OUT_OF >= cut * max;
  scored.tier[row] = !fits ? -1 : reaches(CUTS[0]) ? 0 : reaches(CUTS[1]) ? 1 : reaches(CUTS[2]) ? 2 : -1;
};
