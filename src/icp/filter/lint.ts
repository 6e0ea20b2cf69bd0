import { canonicalJson } from '../../kernel/canonical.js';
import { instantOf } from '../../kernel/instant.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { icpIssue } from '../issues.js';
import { mostOf } from '../score/judge.js';
import { covered, crossingBands, gapsBetween } from './bands.js';
import type { Condition } from './condition.js';
import type { Criterion } from './criterion.js';
import type { TargetFilter } from './filter.js';

/**
 * What is odd about a filter that works. Of bands: such as are never reached, that cross, that leave gaps between them. Of
 * tiers: out of order, beyond every score, below every score. Of criteria: never in force, without effect, against each other.
 *
 * Issues: `icp.no_criteria`, `icp.tier_order`, `icp.unreachable_tier`, `icp.tier_for_all`, `icp.never_in_force`,
 * `icp.no_effect`, `icp.unreachable_band`, `icp.crossing_bands`, `icp.band_gap`, `icp.nobody_fits`.
 *
 * @example
 * ```ts
 * import { lintFilter } from 'revpact/icp';
 *
 * const size = (from: string) => ({ is: 'range', attribute: 'employees', from }) as const;
 * const found = lintFilter({
 *   id: 'core',
 *   title: 'Core market',
 *   criteria: [
 *     { id: 'size', title: 'How big?', missing: 'zero', role: 'banded', bands: [{ when: size('50'), points: 10 }, { when: size('250'), points: 30 }] },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 30 }],
 * });
 * found.map(({ message }) => message) // => ['band 2 of "size" is never reached: what it asks for is in band 1']
 * ```
 */
export const lintFilter = ({ id, criteria, tiers }: TargetFilter): readonly Issue[] => {
  const outOf = criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  return [
    ...(criteria.length === 0 ? [icpIssue('no_criteria', { filter: id }, ['criteria'])] : []),
    ...tiers.flatMap((tier, i) => {
      const path = ['tiers', i, 'atLeast'];
      const before = tiers[i - 1];
      return [
        ...(before === undefined || tier.atLeast < before.atLeast
          ? []
          : [icpIssue('tier_order', { tier: tier.id, atLeast: tier.atLeast, before: before.id, beforeAtLeast: before.atLeast }, path)]),
        ...(tier.atLeast > outOf ? [icpIssue('unreachable_tier', { tier: tier.id, atLeast: tier.atLeast, outOf }, path)] : []),
        ...(i < tiers.length - 1 && tier.atLeast <= 0 && !criteria.some(takesPoints)
          ? [icpIssue('tier_for_all', { tier: tier.id, atLeast: tier.atLeast }, path)]
          : []),
      ];
    }),
    ...criteria.flatMap((criterion, i) => [...criterionIssues(criterion, ['criteria', i]), ...againstOthers(criterion, criteria, ['criteria', i])]),
  ];
};

const takesPoints = (criterion: Criterion): boolean => pointsOf(criterion).some((points) => points < 0);

const pointsOf = (criterion: Criterion): readonly number[] =>
  criterion.role === 'banded' ? criterion.bands.map(({ points }) => points) : criterion.role === 'weighted' ? [criterion.points] : [];

const criterionIssues = (criterion: Criterion, path: Path): readonly Issue[] => {
  const { id, from, until } = criterion;
  const points = pointsOf(criterion);
  return [
    ...(from !== undefined && until !== undefined && instantOf(until) <= instantOf(from)
      ? [icpIssue('never_in_force', { criterion: id }, [...path, 'until'])]
      : []),
    ...(points.length > 0 && points.every((one) => one === 0) ? [icpIssue('no_effect', { criterion: id }, path)] : []),
    ...(criterion.role === 'banded' ? bandIssues(criterion.id, criterion.bands.map(({ when }) => when), [...path, 'bands']) : []),
  ];
};

const bandIssues = (criterion: string, bands: readonly Condition[], path: Path): readonly Issue[] => {
  const coveredBy = covered(bands);
  return [
    ...coveredBy.flatMap((by, i) =>
      by === null ? [] : [icpIssue('unreachable_band', { criterion, band: i + 1, by: by.map((one) => one + 1) }, [...path, i])],
    ),
    ...crossingBands(bands).flatMap(([first, second]) =>
      coveredBy[second] === null ? [icpIssue('crossing_bands', { criterion, band: second + 1, with: first + 1 }, [...path, second])] : [],
    ),
    ...gapsBetween(bands).map((gap) => icpIssue('band_gap', { criterion, ...gap }, path)),
  ];
};

/** What one criterion demands and another forbids at the same time. */
const againstOthers = (criterion: Criterion, criteria: readonly Criterion[], path: Path): readonly Issue[] => {
  if (criterion.role !== 'disqualifier') return [];
  const asked = canonicalJson(criterion.when);
  return criteria.flatMap((other) =>
    other.role === 'must_have' && canonicalJson(other.when) === asked && together(criterion, other)
      ? [icpIssue('nobody_fits', { mustHave: other.id, disqualifier: criterion.id }, path)]
      : [],
  );
};

const together = (a: Criterion, b: Criterion): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);
const startOf = ({ from }: Criterion): number => (from === undefined ? -Infinity : instantOf(from));
const endOf = ({ until }: Criterion): number => (until === undefined ? Infinity : instantOf(until));
