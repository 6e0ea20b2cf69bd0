import type { Condition } from '../../filter/condition.js';
import { MOST_POINTS, type Criterion } from '../../filter/criterion.js';
import type { BinOf } from '../bins/bin.js';
import type { PointsOfFeature } from '../fit/points-table.js';
import { yesOrNo } from './subjects.js';

/** What a proposed criterion keeps of the agreed one, or begins with. */
export type Heading = Pick<Criterion, 'id' | 'title' | 'missing' | 'from' | 'until'>;

/**
 * Fitted points as a criterion that holds exactly the bins they were fitted on: ranges and lists of values, then what is left
 * of those that are known, then what is not known. Where not knowing has no points of its own, or was agreed to leave the
 * answer open, the agreed policy for missing data stands.
 *
 * Null where no bin has points.
 */
export const bandedCriterion = (heading: Heading, feature: PointsOfFeature, yesNo: boolean): Criterion | null => {
  const bins = feature.bins.filter(({ of, points }) => of.kind !== 'missing' || (points !== 0 && heading.missing !== 'refuse'));
  if (bins.every(({ points }) => points === 0)) return null;
  const ordered = [...bins].sort((a, b) => ORDER.indexOf(a.of.kind) - ORDER.indexOf(b.of.kind));
  const bands = ordered.map(({ of, points }) => ({ when: conditionOf(of, feature, yesNo), points: withinReach(points) }));
  return { ...heading, role: 'banded', bands };
};

const ORDER: readonly BinOf['kind'][] = ['range', 'levels', 'rest', 'missing'];

const withinReach = (points: number): number => Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points));

const conditionOf = (of: BinOf, { name, about }: PointsOfFeature, yesNo: boolean): Condition => {
  const asked = { attribute: name, ...(about === 'contact' ? { about } : {}) };
  switch (of.kind) {
    case 'range':
      return { is: 'range', ...asked, ...(of.from === null ? {} : { from: of.from }), ...(of.below === null ? {} : { below: of.below }) };
    case 'levels': {
      const values = of.levels.map((level) => (yesNo ? yesOrNo(level) : level));
      return { is: 'one_of', ...asked, values };
    }
    case 'rest':
      return { is: 'present', ...asked };
    case 'missing':
      return { is: 'none', of: [{ is: 'present', ...asked }] };
  }
};
