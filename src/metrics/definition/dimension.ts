import type { Issue, Path } from '../../kernel/issue.js';
import { metricsIssue } from '../issues.js';
import { tableOf, type FactBasis, type MilestoneBasis } from './basis.js';
import { columnIssues, type GroupRef } from './column-ref.js';
import type { FormulaBasis } from './formula.js';
import type { FactMeasure } from './measure.js';

/** Whether a column to group by is one of what was reached. */
export const isOfTarget = (ref: GroupRef): boolean => ref.startsWith('target.');

/** The column of the target's own row. */
export const targetColumn = (ref: GroupRef): string => `row.${ref.slice(ref.indexOf('.') + 1)}`;

/** What is wrong with a column to break figures of facts down by. */
export const dimensionIssues = (ref: GroupRef, basis: FactBasis, measure: FactMeasure, path: Path): readonly Issue[] => {
  if (!isOfTarget(ref)) return columnIssues(ref, tableOf(basis), ['text'], path);
  const found = columnIssues(targetColumn(ref), tableOf(basis), ['text'], path);
  if (found.length > 0) return found;
  const unfit = measure.kind === 'percentile' || measure.kind === 'mean';
  if (!unfit && basis.target !== null && !(basis.kind === 'milestone' && ownDates(basis))) return [];
  const why = unfit ? `a ${measure.kind} of what was reached over the whole` : 'a column of a target, of which there is none apart';
  return [metricsIssue('unusable_column', { column: ref, needed: 'a column of the row or the lead', found: why }, path)];
};

const ownDates = ({ cohort }: MilestoneBasis): boolean => cohort === 'own';

/**
 * The same for the columns of a formula: each must be one of some input, and one input must have them all. An input that
 * lacks a column is taken whole over it.
 */
export const formulaDimensionIssues = (refs: readonly GroupRef[], { inputs }: FormulaBasis, path: Path): readonly Issue[] => {
  const found = Object.values(inputs).map(({ basis, measure }) => refs.map((ref, i) => dimensionIssues(ref, basis, measure, [...path, i])));
  if (found.some((issues) => issues.every((one) => one.length === 0))) return [];
  // What the input that comes nearest lacks.
  const [nearest = []] = found.map((issues) => issues.flat()).sort((a, b) => a.length - b.length);
  return nearest;
};
