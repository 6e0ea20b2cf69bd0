import type { Judge } from '../score/judge.js';
import type { Parts } from './layout.js';

/** What each outcome of a criterion adds: where none of its conditions holds, where nobody knows, and where each holds. */
export interface Outcomes {
  readonly parts: readonly Parts<number>[];
  /** The least points of any outcome. What stands in the parts is how many more an outcome gives. */
  readonly least: number;
}

export const outcomesOf = ({ criterion: { role, missing }, most, outcomes }: Judge): Outcomes => {
  const least = Math.min(0, ...outcomes.map(({ points }) => points));
  const nothing = { points: -least, left: 0, gaps: 0, disqualified: 0, missing: 0, undecided: 0 };
  const no = { ...nothing, missing: role === 'must_have' ? 1 : 0 };
  const unknown = {
    ...nothing,
    gaps: 1,
    left: missing === 'neutral' ? most : 0,
    missing: role === 'must_have' && missing === 'zero' ? 1 : 0,
    undecided: missing === 'refuse' ? 1 : 0,
  };
  const bands = outcomes.map(({ points }) => ({ ...nothing, points: points - least, disqualified: role === 'disqualifier' ? 1 : 0 }));
  return { parts: [no, unknown, ...bands], least };
};

/** The most that criteria can come to together. */
export const mostParts = (outcomes: readonly Outcomes[]): Parts<number> => {
  const most = (part: keyof Parts<number>): number =>
    outcomes.reduce((sum, { parts }) => sum + Math.max(...parts.map((one) => one[part])), 0);
  return {
    points: most('points'),
    left: most('left'),
    gaps: most('gaps'),
    disqualified: most('disqualified'),
    missing: most('missing'),
    undecided: most('undecided'),
  };
};
