import { byText } from '../../kernel/group.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { columnIssues, type PathColumns } from './columns.js';
import { attributionIssue } from './issues.js';

/** At most so many states: a chain is solved in the third power of them. */
export const MOST_STATES = 1000;

/** How often paths went from where to where. A state is the last so many channels of a path, fewer at its beginning. */
export interface Chain {
  readonly states: number;
  /** The channel that each state was entered by. */
  readonly channelOf: Int32Array;
  /** How often the state of a row was followed by that of a column; row by row. */
  readonly steps: Uint32Array;
  /** How often a path ended in a state and had converted. */
  readonly won: Uint32Array;
  /** How often a state was left, the end of a path included; 1 for one that was never come to. */
  readonly left: Uint32Array;
  /** Paths that have a touch. Those without are in no chain. */
  readonly paths: number;
}

/** The chain that paths walked. Fails where it has more than {@link MOST_STATES} states. */
export const chainOf = (columns: PathColumns, order: number): Result<Chain> => {
  const issues = columnIssues(columns);
  if (issues.length > 0) return fail(issues);
  const walked = order === 1 ? { codes: columns.codes, channelOf: columns.channels.map((_, code) => code) } : statesOf(columns, order);
  if (walked === null || walked.channelOf.length > MOST_STATES) {
    return fail([attributionIssue('too_many_states', { order, states: walked?.channelOf.length ?? MOST_STATES + 1, limit: MOST_STATES })]);
  }
  return ok(counted(columns, walked.codes, walked.channelOf));
};

interface States {
  /** As the codes of the paths, but of states. */
  readonly codes: Int32Array;
  readonly channelOf: readonly number[];
}

/** States are numbered in the order of their names, whatever the order of the paths; null where there are too many. */
const statesOf = ({ starts, codes }: PathColumns, order: number): States | null => {
  const found = new Map<string, { readonly channel: number; readonly met: number }>();
  const met = new Int32Array(codes.length);
  for (let p = 0; p + 1 < starts.length; p += 1) {
    const [start = 0, end = 0] = [starts[p], starts[p + 1]];
    for (let at = start; at < end; at += 1) {
      const name = codes.subarray(Math.max(start, at + 1 - order), at + 1).join(' ');
      const state = found.get(name) ?? { channel: codes[at] ?? -1, met: found.size };
      if (state.met === MOST_STATES) return null;
      found.set(name, state);
      met[at] = state.met;
    }
  }
  const states = [...found].sort(([a], [b]) => byText(a, b)).map(([, state]) => state);
  const numbers = new Int32Array(states.length);
  for (const [number, state] of states.entries()) numbers[state.met] = number;
  return { codes: met.map((first) => numbers[first] ?? -1), channelOf: states.map(({ channel }) => channel) };
};

const counted = ({ starts, converted }: PathColumns, codes: Int32Array, channelOf: readonly number[]): Chain => {
  const states = channelOf.length;
  const steps = new Uint32Array(states * states);
  const [won, ended, left] = [new Uint32Array(states), new Uint32Array(states), new Uint32Array(states)];
  let paths = 0;
  for (let p = 0; p < converted.length; p += 1) {
    const [start = 0, end = 0] = [starts[p], starts[p + 1]];
    if (start === end) continue;
    paths += 1;
    let state = codes[start] ?? 0;
    for (let at = start + 1; at < end; at += 1) {
      const next = codes[at] ?? 0;
      const step = state * states + next;
      steps[step] = (steps[step] ?? 0) + 1;
      state = next;
    }
    ended[state] = (ended[state] ?? 0) + 1;
    if (converted[p] === 1) won[state] = (won[state] ?? 0) + 1;
  }
  for (let state = 0; state < states; state += 1) {
    let often = ended[state] ?? 0;
    for (let to = state * states; to < (state + 1) * states; to += 1) often += steps[to] ?? 0;
    left[state] = Math.max(1, often);
  }
  return { states, channelOf: Int32Array.from(channelOf), steps, won, left, paths };
};
