import type { Instant } from '../../kernel/instant.js';
import type { Ratio } from '../../kernel/ratio.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { entryIssues } from './entry-issues.js';
import { columnIssue } from './issues.js';
import { rankIssues, rankedAmong, type RankedValue } from './percentiles.js';

/**
 * Entries into stages as columns, one row an entry: a stage history, or a log as `importColumns` gives it. The rows of a
 * lead come in order of time, as far as they name a stage and lie before asOf; leads may be mixed.
 */
export interface EntryColumns {
  readonly rows: number;
  /** How many leads there are. */
  readonly leads: { readonly length: number };
  readonly lead: Uint32Array;
  /** Epoch milliseconds. */
  readonly at: Float64Array;
  readonly stages: readonly string[];
  /** Stage code plus one; a row with 0 enters nothing and is left out. */
  readonly stage: Uint8Array | Uint16Array;
}

/** What to ask of entries. */
export interface FunnelManyOptions {
  /** What happened strictly before it counts. */
  readonly asOf: Instant;
  /** Stages in the order of the funnel; others, such as exits, are in no reach. */
  readonly order: readonly string[];
  /** Ranks of the time in a stage: above 0 and at most 1. */
  readonly ranks: readonly Ratio[];
  /** Stays that have no end yet: behind all that have, or in no rank. Both ways they are counted. */
  readonly unended: 'last' | 'left_out';
}

/** What became of one stage. */
export interface StageFlow {
  readonly stage: string;
  readonly entries: number;
  /** Different leads that entered it. */
  readonly leads: number;
  /** Leads that entered it or a later stage of the order; null for a stage that is not in it. */
  readonly reached: number | null;
  /** Milliseconds in the stage at each rank, by nearest rank. */
  readonly times: readonly RankedValue[];
}

/**
 * Reach and exact time in stage from millions of entries: every row that names a stage enters it, and the lead's next
 * entry ends the stay. It is what a window function in SQL gives for the same rows. Where events only repeat the
 * stage in which a lead stands, or steps are to be judged, `replayMany` makes the visits.
 *
 * Issues: `metrics.column_length`, `metrics.column_value` and `metrics.out_of_order` (the first row of each column),
 * `metrics.not_a_stage` for an order that names a stage which no row can name, or names it twice, `metrics.not_a_rank`.
 *
 * @example
 * ```ts
 * import { funnelMany } from 'revpact/metrics';
 *
 * const entries = {
 *   rows: 3,
 *   leads: ['a', 'b'],
 *   lead: Uint32Array.of(0, 1, 0),
 *   at: Float64Array.of(1000, 1500, 4000),
 *   stages: ['mql', 'sql'],
 *   stage: Uint8Array.of(1, 1, 2),
 * };
 * const half = { numerator: 1, denominator: 2 };
 * const flow = funnelMany(entries, { asOf: 9000, order: ['mql', 'sql'], ranks: [half], unended: 'last' });
 * flow.ok ? flow.value.map(({ stage, reached, times }) => [stage, reached, times[0]?.value]) : []
 * // => [['mql', 2, 3000], ['sql', 1, null]]
 * ```
 */
export const funnelMany = (entries: EntryColumns, options: FunnelManyOptions): Result<readonly StageFlow[]> => {
  const issues = [...entryIssues(entries, options), ...options.ranks.flatMap(rankIssues)];
  if (issues.length > 0) return fail(issues);
  const found = stays(entries, options.asOf);
  if (found.outOfOrder >= 0) return fail([columnIssue('out_of_order', { column: 'at', row: found.outOfOrder }, ['at', found.outOfOrder])]);
  return ok(flowsOf(entries, options, found));
};

/** Entries and stays of each stage, stage code plus one. */
interface Stays {
  readonly entries: Uint32Array;
  /** Where each stage's stays begin in `lengths`, and where those that ended end. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly lengths: Float64Array;
  /** By lead, bits of the stages that it entered, `words` numbers of 32 bits each. */
  readonly seen: Int32Array;
  readonly words: number;
  /** The last row that is before an earlier one of its lead; -1 where all are in order. */
  readonly outOfOrder: number;
}

/** A lead's place in the memory: when it entered its stage (8 bytes), and which stage that is. One place, so that a row of any lead waits for memory once. */
const PLACE = 16;

const stays = ({ rows, leads, lead, at, stages, stage }: EntryColumns, asOf: Instant): Stays => {
  const entries = counted(stage, at, stages.length, asOf);
  const from = new Uint32Array(stages.length + 2);
  for (let code = 0; code <= stages.length; code += 1) from[code + 1] = (from[code] ?? 0) + (entries[code] ?? 0);
  const to = from.slice();
  const lengths = new Float64Array(from[stages.length + 1] ?? 0);
  const memory = new ArrayBuffer(leads.length * PLACE);
  const [since, now] = [new Float64Array(memory), new Int32Array(memory)];
  const words = (stages.length >> 5) + 1;
  const seen = words === 1 ? now : new Int32Array(leads.length * words);
  let outOfOrder = -1;
  for (let row = 0; row < rows; row += 1) {
    const entered = stage[row] ?? 0;
    const when = at[row] ?? 0;
    if (entered === 0 || when >= asOf) continue;
    const whose = lead[row] ?? 0;
    const left = now[4 * whose + 2] ?? 0;
    if (left !== 0) {
      const length = when - (since[2 * whose] ?? 0);
      const place = to[left] ?? 0;
      if (length < 0) outOfOrder = row;
      lengths[place] = length;
      to[left] = place + 1;
    }
    since[2 * whose] = when;
    now[4 * whose + 2] = entered;
    const bits = words === 1 ? 4 * whose + 3 : whose * words + (entered >> 5);
    seen[bits] = (seen[bits] ?? 0) | (1 << (entered & 31));
  }
  return { entries, from, to, lengths, seen, words, outOfOrder };
};

const counted = (stage: EntryColumns['stage'], at: Float64Array, stages: number, asOf: Instant): Uint32Array => {
  const entries = new Uint32Array(stages + 1);
  for (let row = 0; row < stage.length; row += 1) {
    if ((at[row] ?? 0) >= asOf) continue;
    const code = stage[row] ?? 0;
    entries[code] = (entries[code] ?? 0) + 1;
  }
  entries[0] = 0;
  return entries;
};

const flowsOf = ({ leads, stages }: EntryColumns, { order, ranks, unended }: FunnelManyOptions, found: Stays): readonly StageFlow[] => {
  const { entries, from, to, lengths } = found;
  const { different, reached } = reachOf(leads.length, stages, order, found);
  return stages.map((stage, i) => {
    const code = i + 1;
    const ended = lengths.subarray(from[code], to[code]);
    const open = (entries[code] ?? 0) - ended.length;
    const times = rankedAmong(ended, open, unended === 'last' ? open : 0, ranks);
    return { stage, entries: entries[code] ?? 0, leads: different[code] ?? 0, reached: reached.get(stage) ?? null, times };
  });
};

/** How many leads entered each stage, and how many it or a later one. */
const reachOf = (
  leads: number,
  stages: readonly string[],
  order: readonly string[],
  { seen, words }: Stays,
): { readonly different: Uint32Array; readonly reached: ReadonlyMap<string, number> } => {
  const different = new Uint32Array(stages.length + 1);
  const placeOf = new Uint16Array(stages.length + 1);
  order.forEach((stage, i) => {
    placeOf[stages.indexOf(stage) + 1] = i + 1;
  });
  const furthest = new Uint32Array(order.length + 1);
  for (let lead = 0; lead < leads; lead += 1) {
    let far = 0;
    for (let word = 0; word < words; word += 1) {
      let bits = (words === 1 ? seen[4 * lead + 3] : seen[lead * words + word]) ?? 0;
      while (bits !== 0) {
        const code = 32 * word + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        different[code] = (different[code] ?? 0) + 1;
        const place = placeOf[code] ?? 0;
        if (place > far) far = place;
      }
    }
    furthest[far] = (furthest[far] ?? 0) + 1;
  }
  const reached = new Map<string, number>();
  let further = 0;
  for (let i = order.length; i > 0; i -= 1) {
    further += furthest[i] ?? 0;
    reached.set(order[i - 1] ?? '', further);
  }
  return { different, reached };
};
