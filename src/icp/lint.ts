import { instantOf } from '../kernel/instant.js';
import type { Issue, Path } from '../kernel/issue.js';
import { compareRatios, ratioOf } from '../kernel/ratio.js';
import type { AttributeTest, Criterion, TargetFilter } from './filter.js';
import { icpIssue } from './issues.js';
import { mostOf } from './score.js';

/**
 * What is odd about a well-formed filter: `icp.duplicate_id`, `icp.no_criteria`, `icp.tier_order`,
 * `icp.unreachable_tier`, `icp.empty_range`, `icp.never_in_force`.
 */
export const lintFilter = ({ id, criteria, tiers }: TargetFilter): readonly Issue[] => {
  const outOf = criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  return [
    ...(criteria.length === 0 ? [icpIssue('no_criteria', { filter: id }, ['criteria'])] : []),
    ...duplicates('criterion', criteria, ['criteria']),
    ...duplicates('tier', tiers, ['tiers']),
    ...tiers.flatMap((tier, i) => {
      const before = tiers[i - 1];
      return before === undefined || tier.atLeast < before.atLeast
        ? []
        : [
            icpIssue('tier_order', { tier: tier.id, atLeast: tier.atLeast, before: before.id, beforeAtLeast: before.atLeast }, [
              'tiers',
              i,
              'atLeast',
            ]),
          ];
    }),
    ...tiers.flatMap((tier, i) =>
      tier.atLeast > outOf ? [icpIssue('unreachable_tier', { tier: tier.id, atLeast: tier.atLeast, outOf }, ['tiers', i, 'atLeast'])] : [],
    ),
    ...criteria.flatMap((criterion, i) => criterionIssues(criterion, ['criteria', i])),
  ];
};

const duplicates = (what: string, things: readonly { readonly id: string }[], path: Path): readonly Issue[] =>
  things.flatMap(({ id }, i) =>
    things.findIndex((other) => other.id === id) < i ? [icpIssue('duplicate_id', { what, id }, [...path, i, 'id'])] : [],
  );

const criterionIssues = (criterion: Criterion, path: Path): readonly Issue[] => {
  const { from, until } = criterion;
  const ended = from !== undefined && until !== undefined && instantOf(until) <= instantOf(from);
  return [
    ...(ended ? [icpIssue('never_in_force', { criterion: criterion.id }, [...path, 'until'])] : []),
    ...(criterion.role === 'banded'
      ? criterion.bands.flatMap(({ test }, i) => testIssues(test, [...path, 'bands', i, 'test']))
      : testIssues(criterion.test, [...path, 'test'])),
  ];
};

const testIssues = (test: AttributeTest, path: Path): readonly Issue[] => {
  if (test.is !== 'range' || test.from === undefined || test.below === undefined) return [];
  return compareRatios(ratioOf(test.from), ratioOf(test.below)) < 0
    ? []
    : [icpIssue('empty_range', { from: test.from, below: test.below }, path)];
};
