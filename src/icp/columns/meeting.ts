import type { Layout, Place } from './layout.js';
import { addedWhereMet, waysToMeet, sumOf, type Planned } from './planned.js';
import { sizeOf, type Source } from './sources.js';
import type { Step } from './steps.js';

/**
 * Sources that criteria ask together. Where their classes meet is one number, which is added up in the sums beside the points,
 * as part of what each column adds anyway; what the criteria give there is then looked up once.
 */
export interface Meeting {
  readonly sources: readonly Source[];
  /** In how many ways their classes can meet. */
  readonly size: number;
  readonly criteria: readonly Planned[];
}

/** The most ways to meet for which there is a table, so that it stays in the processor's nearest cache. */
const LARGEST_TABLE = 4096;

/** Whether a table over all that a criterion asks is small enough. */
export const fitsTable = ({ asked }: Planned): boolean => waysToMeet(asked) <= LARGEST_TABLE;

/** Criteria on several sources each, as many in one meeting as a table can hold. */
export const meetingsFor = (criteria: readonly Planned[]): readonly Meeting[] => {
  const meetings: Meeting[] = [];
  for (const one of criteria) {
    const last = meetings.at(-1);
    const sources = [...new Set([...(last?.sources ?? []), ...one.asked])];
    const size = waysToMeet(sources);
    if (last !== undefined && size <= LARGEST_TABLE) meetings.splice(-1, 1, { sources, size, criteria: [...last.criteria, one] });
    else meetings.push({ sources: one.asked, size: waysToMeet(one.asked), criteria: [one] });
  }
  return meetings;
};

/** What each class of a meeting's sources adds to its number. */
export const strides = ({ sources }: Meeting, { shift }: Place): readonly { readonly source: Source; readonly byClass: Int32Array }[] => {
  let stride = 2 ** shift;
  return sources.map((source) => {
    const byClass = Int32Array.from({ length: sizeOf(source) }, (_, one) => one * stride);
    stride *= sizeOf(source);
    return { source, byClass };
  });
};

/** Looks up what is given where classes have met, once all columns are added. */
export const meetingSteps = (layout: Layout, { sources, criteria }: Meeting, { lane, shift, mask }: Place): readonly Step[] => {
  const tables = criteria.map((one) => addedWhereMet(layout, one, sources)).reduce(sumOf);
  return tables.flatMap((table, into) =>
    table.some((some) => some !== 0)
      ? [(_: number, rows: number, sums: readonly Int32Array[]) => addMet(sums[lane] ?? NONE, shift, mask, table, rows, sums[into] ?? NONE)]
      : [],
  );
};

const NONE = /* @__PURE__ */ new Int32Array(0);

const addMet = (met: Int32Array, shift: number, mask: number, table: Int32Array, rows: number, into: Int32Array): true => {
  for (let i = 0; i < rows; i += 1) into[i] = (into[i] ?? 0) + (table[((met[i] ?? 0) >>> shift) & mask] ?? 0);
  return true;
};
