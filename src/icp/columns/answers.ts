import type { Condition, PlainCondition } from '../filter/condition.js';
import type { Answer } from '../score/answer.js';
import { questionOf } from '../score/question.js';
import type { Source, Sources } from './sources.js';

// Answers as they stand in a column: in this order Kleene's "all" is the least of them and "any" the greatest.
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

export const codeOf = (answer: Answer): number => (answer === 1 ? YES : answer === 0 ? NO : UNKNOWN);

/** A condition made ready to be asked of columns: by the classes of one source, or by the answers of other conditions. */
export type Node =
  | { readonly source: Source; readonly byClass: Uint8Array }
  | { readonly is: 'all' | 'any' | 'none'; readonly of: readonly Node[] };

/** The classes of the rows at work, by source. */
export type ClassesAt = ReadonlyMap<Source, Int32Array>;

export const nodeOf = (condition: Condition, sources: Sources): Node => {
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'none':
      return { is: condition.is, of: condition.of.map((one) => nodeOf(one, sources)) };
    case 'contacts':
      return { source: sources.of(condition), byClass: Uint8Array.of(NO, UNKNOWN, YES) };
    default:
      return leafOf(condition, sources.of(condition));
  }
};

const leafOf = (condition: PlainCondition, source: Source): Node => {
  const ask = questionOf(condition);
  return { source, byClass: Uint8Array.from(source.cells ?? [], (cell) => codeOf(ask(cell))) };
};

/** Answer a condition for the first `rows` rows at work. `spare` holds one array for each level of groups. */
export const answerRows = (node: Node, classes: ClassesAt, rows: number, into: Uint8Array, spare: readonly Uint8Array[]): void => {
  if ('source' in node) {
    const at = classes.get(node.source) ?? new Int32Array(0);
    const { byClass } = node;
    for (let i = 0; i < rows; i += 1) into[i] = byClass[at[i] ?? 0] ?? UNKNOWN;
    return;
  }
  const [mine = new Uint8Array(rows), ...deeper] = spare;
  into.fill(node.is === 'all' ? YES : NO, 0, rows);
  for (const member of node.of) {
    answerRows(member, classes, rows, mine, deeper);
    if (node.is === 'all') for (let i = 0; i < rows; i += 1) into[i] = Math.min(into[i] ?? 0, mine[i] ?? 0);
    else for (let i = 0; i < rows; i += 1) into[i] = Math.max(into[i] ?? 0, mine[i] ?? 0);
  }
  if (node.is === 'none') for (let i = 0; i < rows; i += 1) into[i] = YES - (into[i] ?? 0);
};

/** Groups nest no deeper in any filter that can be read; what is deeper gets arrays of its own. */
const DEEPEST = 8;
export const spareFor = (rows: number): readonly Uint8Array[] => Array.from({ length: DEEPEST }, () => new Uint8Array(rows));

/**
 * Which of a criterion's conditions is the first to hold, for the first `rows` rows at work: 2 for the first, 3 for the second …; 0
 * where none does, and 1 where none is known to and one may.
 */
export const outcomeRows = (bands: readonly Node[], classes: ClassesAt, rows: number, into: Int32Array, spare: readonly Uint8Array[]): void => {
  const [answers = new Uint8Array(rows), ...deeper] = spare;
  into.fill(NO, 0, rows);
  for (const [band, node] of [...bands.entries()].reverse()) {
    answerRows(node, classes, rows, answers, deeper);
    for (let i = 0; i < rows; i += 1) {
      if (answers[i] === YES) into[i] = YES + band;
      else if (answers[i] === UNKNOWN && into[i] === NO) into[i] = UNKNOWN;
    }
  }
};
