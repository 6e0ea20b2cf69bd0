import type { Issue } from '../../kernel/issue.js';
import { unknownStage, type Edited } from './stages.js';
import type { Extension } from './extension.js';
import { MILESTONES, START, type Framework, type Milestones, type Stage, type StageId, type Transition } from '../framework.js';
import { vocabularyIssue } from '../issues.js';

/** The milestones of a base after an extension: those it names are its own, the others lose the stages that were dropped. */
export const extendMilestones = (
  base: Framework,
  stages: readonly Stage[],
  transitions: readonly Transition[],
  extension: Extension,
): Edited<Milestones> => {
  if (extension.milestones === undefined && transitions === base.transitions) return { value: base.milestones, issues: [] };
  const known = stages.map(({ id }) => id);
  const before = reachable(base.transitions);
  const after = reachable(transitions);
  const issues: Issue[] = [];
  const value: { -readonly [Key in keyof Milestones]: Milestones[Key] } = {};
  for (const milestone of MILESTONES) {
    const own = extension.milestones?.[milestone];
    const asked = own === undefined ? (base.milestones[milestone] ?? []) : (own ?? []);
    const there = asked.filter((stage) => known.includes(stage));
    const path = ['milestones', milestone];
    if (there.length > 0) value[milestone] = there;
    if (own !== undefined) issues.push(...asked.flatMap((stage, i) => (known.includes(stage) ? [] : [unknownStage(stage, extension.id, known, [...path, i])])));
    else if (asked.length > 0 && there.length === 0) issues.push(vocabularyIssue('milestone_empty', { milestone, dropped: asked }, path));
    const lost = there.length > 0 && !there.some((stage) => after.has(stage));
    if (lost && (own !== undefined || there.some((stage) => before.has(stage)))) {
      issues.push(vocabularyIssue('milestone_out_of_reach', { milestone, stages: there }, path));
    }
  }
  return { value, issues };
};

/** Every stage that some agreed steps lead to. */
const reachable = (transitions: readonly Transition[]): ReadonlySet<StageId> => {
  const next = new Map<StageId, StageId[]>();
  for (const { from, to } of transitions) {
    for (const stage of from) {
      const here = next.get(stage);
      if (here === undefined) next.set(stage, [to]);
      else here.push(to);
    }
  }
  const seen = new Set<StageId>([START]);
  for (const stage of seen) for (const one of next.get(stage) ?? []) seen.add(one);
  return seen;
};
