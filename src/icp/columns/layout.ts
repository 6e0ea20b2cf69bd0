/** What is added up of each row. */
export interface Parts<T> {
  readonly points: T;
  /** Points left out of what could be had. */
  readonly left: T;
  readonly gaps: T;
  readonly disqualified: T;
  readonly missing: T;
  readonly undecided: T;
}

/**
 * Where each part stands in the sums: several share the bits of one integer where they fit, mostly all of them, so that one
 * addition adds all. A part never outgrows its bits, because the most that it can come to is known.
 */
export interface Layout {
  readonly lanes: number;
  /** What stands against a row is in one lane. */
  readonly of: Parts<Place>;
  /** Where the number of each meeting of sources stands. */
  readonly meetings: readonly Place[];
}

export interface Place {
  readonly lane: number;
  readonly shift: number;
  readonly mask: number;
}

const BITS = 31;

const widthOf = (limit: number): number => (limit === 0 ? 0 : Math.floor(Math.log2(limit)) + 1);

/**
 * @param most - The most that each part can come to; a part is never below zero.
 * @param meetings - The highest number of each meeting.
 */
export const layoutOf = (most: Parts<number>, meetings: readonly number[]): Layout => {
  let lane = 0;
  let used = 0;
  const room = (width: number): void => {
    if (width > BITS) throw new RangeError('the points of this filter are more than any that can be read');
    if (used + width > BITS) [lane, used] = [lane + 1, 0];
  };
  const place = (limit: number): Place => {
    const width = widthOf(limit);
    room(width);
    const shift = used;
    used += width;
    return { lane, shift, mask: 2 ** width - 1 };
  };
  const [points, left, gaps] = [place(most.points), place(most.left), place(most.gaps)];
  room(widthOf(most.disqualified) + widthOf(most.missing) + widthOf(most.undecided));
  const of = { points, left, gaps, disqualified: place(most.disqualified), missing: place(most.missing), undecided: place(most.undecided) };
  const met = meetings.map(place);
  return { lanes: lane + 1, of, meetings: met };
};

/** Parts as they are added, one integer a lane. */
export const packed = ({ lanes, of }: Layout, parts: Parts<number>): readonly number[] => {
  const sums = new Array<number>(lanes).fill(0);
  const put = ({ lane, shift }: Place, value: number): void => {
    sums[lane] = (sums[lane] ?? 0) + value * 2 ** shift;
  };
  put(of.points, parts.points);
  put(of.left, parts.left);
  put(of.gaps, parts.gaps);
  put(of.disqualified, parts.disqualified);
  put(of.missing, parts.missing);
  put(of.undecided, parts.undecided);
  return sums;
};
