import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { MILESTONES, START, type Framework } from '../vocabulary/framework.js';
import { lifecycleIssue } from './issues.js';
import { requirementKey } from './requirement.js';

/** How many different requirements the steps on one event type may name: the table has a column for each combination. */
export const REQUIREMENT_LIMIT = 8;

/**
 * How many questions the table may put to the machine, some microseconds each: for every event type and every stage that
 * knows it, one for each stage that may be recorded and each combination of answers to what its steps require.
 */
export const COMBINATION_LIMIT = 1_000_000;

/** Where a framework contradicts itself: what its schema, which sees one field at a time, cannot. */
export const crossReferences = (framework: Framework): readonly Issue[] => [
  ...stageIssues(framework),
  ...transitionIssues(framework),
  ...requirementIssues(framework),
  ...MILESTONES.flatMap((milestone) =>
    (framework.milestones[milestone] ?? []).flatMap((stage, i) => unknownStage(framework, stage, ['milestones', milestone, i])),
  ),
  ...migrationIssues(framework),
];

const migrationIssues = (framework: Framework): Issue[] => {
  const seen = new Set<string>();
  return (framework.migrations ?? []).flatMap(({ from, stages }, i) => {
    const path = ['migrations', i];
    const twice = seen.has(from) ? [lifecycleIssue('duplicate_migration', { digest: from }, [...path, 'from'])] : [];
    seen.add(from);
    return [
      ...twice,
      ...Object.entries(stages).flatMap(([old, now]) => {
        const at = [...path, 'stages', old];
        if (old === START || now === START) return [lifecycleIssue('reserved_stage', { stage: START }, at)];
        return unknownStage(framework, now, at);
      }),
    ];
  });
};

const stageIssues = ({ stages }: Framework): Issue[] => {
  const seen = new Set<string>();
  return stages.flatMap(({ id }, i) => {
    const path = ['stages', i, 'id'];
    if (id === START) return [lifecycleIssue('reserved_stage', { stage: id }, path)];
    if (seen.has(id)) return [lifecycleIssue('duplicate_stage', { stage: id }, path)];
    seen.add(id);
    return [];
  });
};

const transitionIssues = (framework: Framework): Issue[] => {
  const seen = new Set<string>();
  return framework.transitions.flatMap(({ on, from, to }, i) => {
    const path = ['transitions', i];
    const toIssues =
      to === START ? [lifecycleIssue('reserved_stage', { stage: to }, [...path, 'to'])] : unknownStage(framework, to, [...path, 'to']);
    const fromIssues = from.flatMap((stage, j) => {
      const at = [...path, 'from', j];
      const key = `${on} ${stage} ${to}`;
      if (seen.has(key)) return [lifecycleIssue('duplicate_transition', { on, from: stage, to }, at)];
      seen.add(key);
      return stage === START ? [] : unknownStage(framework, stage, at);
    });
    return [...fromIssues, ...toIssues];
  });
};

const requirementIssues = (framework: Framework): Issue[] => {
  const many = manyRequirements(framework);
  const count = many.length > 0 ? 0 : combinations(framework);
  return count <= COMBINATION_LIMIT ? many : [lifecycleIssue('too_many_combinations', { count, limit: COMBINATION_LIMIT }, ['transitions'])];
};

const combinations = ({ stages, transitions }: Framework): number => {
  const asked = new Map<string, Set<string>>();
  for (const { on, from, requires = [] } of transitions) {
    for (const stage of from) {
      const keys = asked.get(`${on} ${stage}`) ?? new Set<string>();
      for (const one of requires) keys.add(requirementKey(one));
      asked.set(`${on} ${stage}`, keys);
    }
  }
  return [...asked.values()].reduce((sum, keys) => sum + 2 ** keys.size * (stages.length + 1), 0);
};

const manyRequirements = ({ transitions }: Framework): Issue[] =>
  [...new Set(transitions.map(({ on }) => on))].flatMap((on) => {
    const keys = transitions.filter((step) => step.on === on).flatMap(({ requires = [] }) => requires.map(requirementKey));
    const count = new Set(keys).size;
    if (count <= REQUIREMENT_LIMIT) return [];
    return [lifecycleIssue('too_many_requirements', { on, count, limit: REQUIREMENT_LIMIT }, ['transitions'])];
  });

const unknownStage = ({ stages }: Framework, stage: string, path: readonly (string | number)[]): Issue[] => {
  const known = stages.map(({ id }) => id);
  return known.includes(stage) ? [] : [lifecycleIssue('unknown_stage', { stage, suggestion: nearest(stage, known) }, path)];
};
