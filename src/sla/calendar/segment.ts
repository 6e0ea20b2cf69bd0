/** A half-open stretch of time in whole milliseconds: `start` belongs to it, `end` does not. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** How long a segment is, in milliseconds; 0 for an empty one. */
export const duration = ({ start, end }: Segment): number => Math.max(0, end - start);

/** The part that two segments share; empty (`start >= end`) where they share none. */
export const intersect = (a: Segment, b: Segment): Segment => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });

/** The same stretches, ascending and apart: what overlaps or touches is one, what is empty is gone. */
export const union = (segments: readonly Segment[]): readonly Segment[] => {
  const apart: Segment[] = [];
  const inOrder = segments.every(({ start }, i) => i === 0 || (segments[i - 1]?.start ?? start) <= start);
  for (const next of inOrder ? segments : [...segments].sort((a, b) => a.start - b.start)) {
    if (next.start >= next.end) continue;
    const last = apart.at(-1);
    if (last === undefined || last.end < next.start) apart.push(next);
    else if (last.end < next.end) apart[apart.length - 1] = { start: last.start, end: next.end };
  }
  return apart;
};

/** What is left of `segments` once `holes` are cut out. Both ascending and apart, as {@link union} makes them. */
export const without = (segments: readonly Segment[], holes: readonly Segment[]): readonly Segment[] => {
  const left: Segment[] = [];
  let first = 0;
  for (const { start, end } of segments) {
    while ((holes[first]?.end ?? Infinity) <= start) first += 1;
    let from = start;
    for (let i = first; from < end; i += 1) {
      const hole = holes[i];
      if (hole === undefined || hole.start >= end) break;
      if (from < hole.start) left.push({ start: from, end: hole.start });
      from = hole.end;
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
};

/** What all of several rows of stretches share. Each ascending and apart, as {@link union} makes them. */
export const intersectAll = (rows: readonly (readonly Segment[])[]): readonly Segment[] =>
  rows.length === 0 ? [] : rows.reduce(intersectRows);

const intersectRows = (one: readonly Segment[], other: readonly Segment[]): readonly Segment[] => {
  const shared: Segment[] = [];
  for (let [i, j] = [0, 0]; ; ) {
    const [a, b] = [one[i], other[j]];
    if (a === undefined || b === undefined) return shared;
    const both = intersect(a, b);
    if (both.start < both.end) shared.push(both);
    if (a.end < b.end) i += 1;
    else j += 1;
  }
};
