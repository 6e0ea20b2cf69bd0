import { RevpactError, type Issue } from '../../../kernel/issue.js';
import { refineIssue } from '../issues.js';

/** One number for each row: a typed array or a list. */
export type Numbers = ArrayLike<number>;

/** The first row of which `wrong` holds and how many there are; null where there is none. */
const offending = (values: Numbers, wrong: (value: number) => boolean): { readonly row: number; readonly count: number } | null => {
  let row = -1;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (!wrong(values[i] ?? NaN)) continue;
    if (row < 0) row = i;
    count += 1;
  }
  return count === 0 ? null : { row, count };
};

const sameLength = (what: string, values: Numbers, label: Numbers): readonly Issue[] =>
  values.length === label.length
    ? []
    : [refineIssue('unequal_lengths', { what, length: values.length, with: 'labels', expected: label.length }, [what])];

/** What is wrong with labels: each is 0 or 1. */
const labelIssues = (label: Numbers): readonly Issue[] => {
  const found = offending(label, (value) => value !== 0 && value !== 1);
  return found === null ? [] : [refineIssue('not_a_label', found, ['label', found.row])];
};

const refuse = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new RevpactError(issues);
};

/** Refuses scores that are not numbers, labels that are neither 0 nor 1, and more of the one than of the other. */
export const checkScores = (scores: Numbers, label: Numbers, what = 'scores'): void => {
  const found = offending(scores, (value) => typeof value !== 'number' || Number.isNaN(value));
  const wrong = found === null ? [] : [refineIssue('not_a_score', { what, ...found }, [what, found.row])];
  refuse([...sameLength(what, scores, label), ...wrong, ...labelIssues(label)]);
};

/** Refuses what is no number among values that come without labels. */
export const checkNumbers = (values: Numbers, what: string): void => {
  const found = offending(values, (value) => typeof value !== 'number' || Number.isNaN(value));
  refuse(found === null ? [] : [refineIssue('not_a_score', { what, ...found }, [what, found.row])]);
};

/** The same of probabilities, which lie between 0 and 1. */
export const checkProbabilities = (probability: Numbers, label: Numbers): void => {
  const found = offending(probability, (value) => !(value >= 0 && value <= 1));
  const wrong = found === null ? [] : [refineIssue('not_a_probability', found, ['probability', found.row])];
  refuse([...sameLength('probability', probability, label), ...wrong, ...labelIssues(label)]);
};

/** Refuses labels that are neither 0 nor 1, and one list that is not as long as they. */
export const checkLabels = (label: Numbers, what: string, values: Numbers): void => {
  refuse([...sameLength(what, values, label), ...labelIssues(label)]);
};

/** Refuses an option that is no whole number within its bounds. */
export const checkOption = (option: string, value: number, atLeast: number, atMost: number): void => {
  if (Number.isSafeInteger(value) && value >= atLeast && value <= atMost) return;
  refuse([refineIssue('option_out_of_bounds', { option, value: String(value), atLeast, atMost }, [option])]);
};

/** Refuses counts that are none: negative, broken or not numbers; and more wins than rows. */
export const checkCounts = (what: string, counts: Numbers, atMost: (cell: number) => number = () => Number.MAX_SAFE_INTEGER): void => {
  const issues: Issue[] = [];
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = counts[cell] ?? NaN;
    if (!(Number.isSafeInteger(count) && count >= 0 && count <= atMost(cell))) issues.push(refineIssue('not_a_count', { what, cell }, [what, cell]));
  }
  refuse(issues);
};
