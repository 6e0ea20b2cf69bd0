import type { Issue } from '../../../kernel/issue.js';
import { refineIssue } from '../issues.js';
import type { Scale } from './points-table.js';

/** What is wrong with a scale, or with the strength of a pull where one is given. */
export const pullIssues = (scale: Scale, lambda: number | null): readonly Issue[] => {
  const within = (value: number, above: number, most: number): boolean => value > above && value <= most;
  const fits = within(scale.pointsToDouble, 0, 1000) && within(scale.odds, 0, 1e9) && Math.abs(scale.score) <= 1e6;
  return [
    ...(fits ? [] : [refineIssue('bad_scale', scale, ['scale'])]),
    ...(lambda === null || within(lambda, 0, 1e12) ? [] : [refineIssue('bad_lambda', { lambda }, ['lambda'])]),
  ];
};
